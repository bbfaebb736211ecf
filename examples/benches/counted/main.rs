//! The regression guard: instructions per row of fixed scenarios, counted by callgrind and held against
//! `baseline.txt`. Unlike times, they are the same on a busy machine.
//!
//! ```console
//! cargo bench -p foundry-examples --bench counted -- --check    # fails where a scenario has moved
//! cargo bench -p foundry-examples --bench counted -- --write    # writes the baseline anew
//! cargo bench -p foundry-examples --bench counted -- user/full  # runs one scenario, for a profile
//! ```

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it prints a table")]

#[path = "../speed/domain.rs"]
mod domain;
#[path = "../speed/fakers.rs"]
mod fakers;
#[path = "../speed/fifty.rs"]
mod fifty;
mod guard;
mod scenarios;

use std::process::ExitCode;

fn main() -> ExitCode {
    // Cargo adds a word of its own.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match words.first().map(String::as_str) {
        // `cargo bench` runs all benches, and times are what is asked for there.
        None => {
            println!("instructions are counted by `--bench counted -- --check`");
            ExitCode::SUCCESS
        }
        Some("--check") => guard::check(),
        Some("--write") => guard::write(),
        Some(name) => {
            let Some(scenario) = scenarios::find(name) else {
                eprintln!("no scenario is called `{name}`");
                return ExitCode::FAILURE;
            };
            (scenario.run)();
            ExitCode::SUCCESS
        }
    }
}
