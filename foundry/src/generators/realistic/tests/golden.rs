//! Golden vectors: one text of each faker in each locale.
//!
//! A change that moves one raises `STREAM_VERSION` and stands in the changelog. Then
//! `FOUNDRY_GOLDEN=write cargo test -p foundry --lib realistic::tests::golden` writes them anew.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::*;

/// The environment variable that rewrites the file.
const WRITE_VARIABLE: &str = "FOUNDRY_GOLDEN";

#[test]
fn the_texts_are_those_of_this_stream_version() {
    let mut text = String::new();
    for locale in Locale::all() {
        for faker in all() {
            let drawn = draw(faker.name, locale, 1);
            writeln!(text, "{locale} {} {drawn}", faker.name).unwrap();
        }
    }
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/generators/realistic/tests/golden.txt");
    if std::env::var_os(WRITE_VARIABLE).is_some_and(|value| value == "write") {
        std::fs::write(&path, &text).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    for (drawn, golden) in text.lines().zip(golden.lines()) {
        assert_eq!(drawn, golden, "realistic texts moved");
    }
    assert_eq!(text.lines().count(), golden.lines().count(), "fakers or locales were added");
}
