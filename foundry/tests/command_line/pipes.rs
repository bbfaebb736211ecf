//! Whoever reads may stop reading: that is no failure, and nothing is said of it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;

use crate::program::Folder;

/// The first line of the output of `line`, and how the run ends when no more is read.
fn first_line(folder: &Folder, line: &str) -> String {
    let mut command = folder.command(line);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut read = String::new();
    stdout.read_line(&mut read).unwrap();
    drop(stdout);
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert_eq!((child.wait().unwrap().code(), told.as_str()), (Some(0), ""), "{line}");
    read
}

#[test]
fn a_pipe_that_closes_is_quiet() {
    let folder = Folder::new();
    for threads in [1, 3] {
        let line = format!("generate --schema order.json --n 1000000000 --threads {threads}");
        assert!(first_line(&folder, &line).starts_with("{\"number\":"));
    }
    // Longer than what a pipe holds back.
    let rows = "{\"number\": 1}\n".repeat(20_000);
    folder.write("rows.ndjson", rows);
    let found = first_line(&folder, "validate --schema order.json --data rows.ndjson");
    assert!(found.starts_with("rows.ndjson:1:1: row 0 fails"), "{found}");
}

#[test]
fn a_pipe_that_is_closed_from_the_start_is_quiet() {
    let folder = Folder::new();
    for line in
        ["generators", "completions bash", "explain --schema order.json", "schema order.json"]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = folder.command(line).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "{line}");
    }
}

#[test]
fn what_is_wrong_is_in_the_code_where_nobody_reads_it() {
    let folder = Folder::new();
    folder.write("none.json", r#"{"type": "integer", "minimum": 2, "maximum": 1}"#);
    for line in ["generate --schema none.json", "schema none.json", "explain --schema none.json"] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = folder.command(line).stderr(writer).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{line}");
    }
}
