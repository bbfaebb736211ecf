//! Counts and baseline → a table, and a verdict.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs};

use crate::scenarios::{ALL, Scenario};

/// A scenario may move by as much. Another processor takes other ways through the same code (a wider copy of
/// memory, another search of bytes), which moves counts by one or two of a hundred.
const TOLERANCE: f64 = 0.05;

/// Prints the table, and fails where a scenario has moved, either way: a baseline that is too high would
/// hide the next regression.
pub(crate) fn check() -> ExitCode {
    let Some(counts) = count_all() else { return ExitCode::SUCCESS };
    let moved = print_table(&counts, &read_baseline());
    if moved.is_empty() {
        return ExitCode::SUCCESS;
    }
    eprintln!("moved by more than {:.0} %: {}", TOLERANCE * 100.0, moved.join(", "));
    eprintln!(
        "help: if that is meant, `cargo bench -p foundry-examples --bench counted -- --write`"
    );
    ExitCode::FAILURE
}

/// Writes what is counted as the new baseline.
pub(crate) fn write() -> ExitCode {
    let Some(counts) = count_all() else { return ExitCode::FAILURE };
    print_table(&counts, &read_baseline());
    let guarded = counts.iter().filter(|(scenario, _)| scenario.is_guarded);
    let lines: Vec<String> =
        guarded.map(|(scenario, count)| format!("{:<18}{count:>10}\n", scenario.name)).collect();
    match fs::write(baseline(), lines.concat()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{} cannot be written: {error}", baseline().display());
            ExitCode::FAILURE
        }
    }
}

fn baseline() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/counted/baseline.txt")
}

/// The instructions of each scenario, by its name.
fn read_baseline() -> BTreeMap<String, u64> {
    let text = fs::read_to_string(baseline()).unwrap_or_default();
    let known = text.lines().filter_map(|line| {
        let (name, count) = line.rsplit_once(' ')?;
        Some((name.trim().to_owned(), count.parse().ok()?))
    });
    known.collect()
}

/// Prints a line for each scenario; returns the guarded ones that are not where they were.
#[expect(clippy::cast_precision_loss, reason = "a ratio of counts")]
fn print_table(counts: &[(&Scenario, u64)], known: &BTreeMap<String, u64>) -> Vec<&'static str> {
    println!("{:<18}{:>12}{:>12}{:>9}", "instructions", "baseline", "now", "ratio");
    let mut moved = Vec::new();
    for (scenario, count) in counts {
        let old = known.get(scenario.name).copied();
        let ratio = old.map(|old| *count as f64 / old.max(1) as f64);
        let shown = old.map_or_else(|| "-".to_owned(), |old| old.to_string());
        let ratio_shown = ratio.map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.3}"));
        println!("{:<18}{shown:>12}{count:>12}{ratio_shown:>9}", scenario.name);
        let is_near = ratio.is_some_and(|ratio| (ratio - 1.0).abs() <= TOLERANCE);
        if scenario.is_guarded && !is_near {
            moved.push(scenario.name);
        }
    }
    moved
}

/// Runs each scenario in valgrind; `None` where there is no valgrind, which is told.
fn count_all() -> Option<Vec<(&'static Scenario, u64)>> {
    let version = Command::new("valgrind").arg("--version").stdout(Stdio::null()).status();
    if !version.is_ok_and(|status| status.success()) {
        eprintln!("SKIPPED: instructions are not counted, since `valgrind` is not there");
        return None;
    }
    Some(ALL.iter().map(|scenario| (scenario, count(scenario))).collect())
}

/// The instructions of one part of a scenario.
fn count(scenario: &Scenario) -> u64 {
    let program = env::current_exe().expect("it runs");
    let file = env::temp_dir().join(format!("foundry-counted-{}", std::process::id()));
    let only = ["--collect-atstart=no", "--toggle-collect=counted::scenarios::measured*"];
    let output = Command::new("valgrind")
        .arg("--tool=callgrind")
        .args(only.iter().filter(|_| !scenario.is_whole))
        .arg(format!("--callgrind-out-file={}", file.display()))
        .arg(program)
        .arg(scenario.name)
        .output()
        .expect("valgrind can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(&file).expect("callgrind wrote it");
    fs::remove_file(&file).expect("callgrind wrote it");
    let total = text.lines().find_map(|line| line.strip_prefix("totals: ")?.parse().ok());
    let total: u64 = total.expect("callgrind writes the sum of all");
    assert!(total > 0, "nothing was counted of `{}`", scenario.name);
    total / u64::from(scenario.parts)
}
