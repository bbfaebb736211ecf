//! What the guide and the README quote is what the program says, and no limit is left out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder that can be read") {
        let path = entry.expect("an entry that can be read").path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
}

fn read_all(folder: &str, ending: &str) -> String {
    let mut found = Vec::new();
    files(&root().join(folder), ending, &mut found);
    found.sort();
    assert!(!found.is_empty(), "no file of `{ending}` below {folder}");
    found.iter().map(|path| fs::read_to_string(path).expect("a file that can be read")).collect()
}

/// Every text that stands in two backticks in a cell of a table, and every line that starts as an
/// error of the compiler does.
fn quotes(text: &str) -> BTreeSet<&str> {
    let lines = text.lines().map(|line| line.trim_start_matches("//!").trim());
    let mut quotes = BTreeSet::new();
    for line in lines {
        if let Some(message) = line.strip_prefix("error: ") {
            quotes.insert(message);
        }
        let cells = line.strip_prefix('|').into_iter().flat_map(|row| row.split('|'));
        for cell in cells {
            let quote = cell.trim().strip_prefix("``").and_then(|cell| cell.split("``").next());
            quotes.extend(quote.map(|quote| quote.trim().trim_matches('…').trim()));
        }
    }
    quotes
}

#[test]
fn what_is_quoted_is_what_is_said() {
    // The texts of compile errors, and those of errors at run time as the tests know them.
    let said = read_all("ui-tests/tests/ui", "stderr")
        + &read_all("tests/tests/pipeline", "rs")
        + &read_all("tests/tests/pipeline", "rs")
        + &read_all("foundry/src/plan", "rs")
        + &read_all("foundry/src/validate", "rs");
    let guide = read_all("foundry/src/guide", "rs");
    let readme = fs::read_to_string(root().join("README.md")).expect("the README");
    let quoted = &quotes(&guide) | &quotes(&readme);
    assert!(quoted.len() > 30, "{quoted:#?}");
    let unsaid: Vec<_> = quoted.iter().filter(|quote| !said.contains(**quote)).collect();
    assert!(unsaid.is_empty(), "nothing says this any more: {unsaid:#?}");
}

#[test]
fn no_limit_is_left_out() {
    let limits = fs::read_to_string(root().join("foundry/src/guide/limits.rs")).expect("a chapter");
    let sources = read_all("foundry/src", "rs");
    let names: BTreeSet<&str> = sources
        .lines()
        .filter_map(|line| line.split_once("const MAX_"))
        .filter_map(|(_, rest)| rest.split_once(':'))
        .map(|(name, _)| name)
        .collect();
    assert!(names.len() > 10, "{names:?}");
    let missing: Vec<_> =
        names.iter().filter(|name| !limits.contains(&format!("MAX_{name}`"))).collect();
    assert!(missing.is_empty(), "limits that the guide does not name: MAX_ … {missing:?}");
}

#[test]
fn no_keyword_is_left_out() {
    let chapter =
        fs::read_to_string(root().join("foundry/src/guide/documents.rs")).expect("a chapter");
    let table =
        fs::read_to_string(root().join("foundry/src/parse/vocabulary.rs")).expect("a table");
    let names: BTreeSet<&str> = table
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Keyword(\""))
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(names.len() > 50, "{names:?}");
    let rows: Vec<&str> = chapter.lines().filter(|line| line.starts_with("//! | `")).collect();
    let missing: Vec<_> = names
        .iter()
        .filter(|name| !rows.iter().any(|row| row.contains(&format!("`{name}`"))))
        .collect();
    assert!(missing.is_empty(), "keywords that the guide does not name: {missing:?}");
}

/// The blocks of a chapter, in their order: how they are fenced, and their lines.
fn blocks(chapter: &str) -> Vec<(&str, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, String)> = None;
    for line in chapter.lines().filter_map(|line| line.strip_prefix("//!")) {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (line.strip_prefix("```"), open.as_mut()) {
            (Some(fence), None) => open = Some((fence, String::new())),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            // A hidden line.
            (None, Some((fence, _))) if *fence != "toml" && line.starts_with("# ") => {}
            (None, Some((_, text))) => *text += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    blocks
}

#[test]
fn the_crate_of_the_guide_is_one_that_is_tested() {
    let chapter = root().join("foundry/src/guide/generators.rs");
    let chapter = fs::read_to_string(chapter).expect("a chapter");
    let (_, section) = chapter.split_once("# Write your own generator").expect("a section");
    let shown = blocks(section);
    let read = |file: &str| fs::read_to_string(root().join(file)).expect("a file of the crate");
    // Here the crate lies beside the one that it uses, and is nobody else's.
    let manifest = read("tests/shop-generators/Cargo.toml")
        .replace("publish = false\n", "")
        .replace("foundry.workspace = true", "foundry = \"0.1\"");
    let library = read("tests/shop-generators/src/lib.rs");
    let (_, library) = library.split_once("\n\n").expect("a comment and the code");
    let files = [
        ("toml", manifest),
        ("standalone_crate", library.to_owned()),
        ("text", read("tests/shop-generators/tests/health.rs")),
        ("text", read("tests/tests/registered.rs")),
    ];
    for ((fence, file), (shown_fence, block)) in files.iter().zip(&shown) {
        assert_eq!(fence, shown_fence);
        assert_eq!(block, file, "the guide shows another file");
    }
    assert!(shown.len() > files.len(), "the blocks of the next section follow");
}
