//! Rows are not kept: memory is the same after a thousand of them and after 200,000.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};

use crate::program::Folder;

/// What 200,000 rows of 100 characters would need at least, if anything kept them.
const OF_ALL_ROWS: u64 = 20_000;

/// The most memory that the process has had so far, in KiB.
fn peak_kib(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches("kB").trim().parse().unwrap()
}

#[test]
fn memory_does_not_grow_with_the_rows() {
    let folder = Folder::new();
    folder.write("text.json", r#"{"type": "string", "minLength": 100, "maxLength": 100}"#);
    for (format, threads) in [("ndjson", 1), ("ndjson", 4), ("json", 2)] {
        let line =
            format!("generate --schema text.json --n 210000 --format {format} --threads {threads}");
        let mut command = folder.command(&line);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert_eq!(lines.by_ref().take(1000).map(Result::unwrap).count(), 1000);
        let early = peak_kib(&child);
        // Some rows are left, so that the process waits for a reader.
        assert_eq!(lines.by_ref().take(199_000).map(Result::unwrap).count(), 199_000);
        let late = peak_kib(&child);
        lines.for_each(drop);
        assert!(child.wait().unwrap().success());
        assert!(late < early + OF_ALL_ROWS / 2, "{line}: {early} KiB, then {late} KiB");
    }
}

#[test]
fn memory_does_not_grow_with_the_lines_that_are_judged() {
    use std::io::Write as _;
    let folder = Folder::new();
    let mut command = folder.command("validate --schema order.json --data -");
    command.stdin(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let row = format!(
        "{{\"number\":\"SO-123456\",\"pieces\":1,\"lines\":[],\"placed\":\"{}\"}}\n",
        "2020-01-01T00:00:00.000000000000000000000000000000000000000000000000000000000000000000Z"
    );
    let rows = row.repeat(1000);
    let mut write = |times: usize| {
        (0..times).for_each(|_| stdin.write_all(rows.as_bytes()).unwrap());
        peak_kib(&child)
    };
    let early = write(2);
    let late = write(198);
    drop(stdin);
    assert!(child.wait().unwrap().success());
    assert!(late < early + OF_ALL_ROWS / 2, "{early} KiB, then {late} KiB");
}
