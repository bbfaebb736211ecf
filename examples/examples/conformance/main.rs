//! Rows of schemas that nobody here wrote: a folder of JSON Schema documents in, a table of what became
//! of them out.
//!
//! `cargo run --release --example conformance -- FOLDER [--details] [--strict]`
//!
//! The folder holds `suite/<draft>/*.json`, groups of a schema and tests as in the JSON Schema Test
//! Suite, `remotes/`, the documents that those schemas refer to, and `schemastore/*.json`, one schema each.
//! `--details` names every case that gave no rows. With `--strict` it exits with 1 where a row was invalid,
//! a schema was called impossible although it is not, or a case panicked or took too long.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a report is its whole purpose")]

mod corpus;
mod table;
mod trial;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use corpus::{Case, Remotes};
use table::Table;
use trial::{Outcome, Trial};

/// A case that takes longer has failed.
const LIMIT: Duration = Duration::from_secs(10);

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: conformance FOLDER [--details] [--strict]");
        return ExitCode::from(2);
    };
    let flags: Vec<String> = arguments.collect();
    let is_set = |name: &str| flags.iter().any(|flag| flag == name);
    let (has_details, is_strict) = (is_set("--details"), is_set("--strict"));
    let read = corpus::read(folder.as_ref())
        .and_then(|groups| Ok((groups, Arc::new(corpus::read_remotes(folder.as_ref())?))));
    let (groups, remotes) = match read {
        Ok(read) => read,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    // A panic is an outcome here, and is told in the table.
    std::panic::set_hook(Box::new(|_| {}));
    let mut is_good = true;
    for (name, cases) in groups {
        let mut table = Table::new(name);
        for case in cases {
            let trial = run(&case, &remotes);
            if has_details {
                table::print_details(&case, &trial);
            }
            table.add(&case, &trial);
        }
        table.print();
        is_good &= table.is_good();
    }
    ExitCode::from(u8::from(is_strict && !is_good))
}

/// Runs a case on a thread of its own, which is left behind where it does not end.
fn run(case: &Case, remotes: &Arc<Remotes>) -> Trial {
    let (sender, receiver) = channel();
    let own = case.clone();
    let remotes = Arc::clone(remotes);
    let worker = thread::spawn(move || {
        // The receiver is gone once the time is up.
        let _ = sender.send(trial::run(&own, &remotes));
    });
    match receiver.recv_timeout(LIMIT) {
        Ok(trial) => trial,
        Err(RecvTimeoutError::Timeout) => Trial::of(Outcome::Timeout),
        Err(RecvTimeoutError::Disconnected) => {
            let panic = worker.join().expect_err("it ended without an answer");
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
            Trial::of(Outcome::Panic(text.unwrap_or("?").to_owned()))
        }
    }
}
