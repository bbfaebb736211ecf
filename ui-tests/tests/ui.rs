//! Each mistake, with the text and the place that its author gets to see.
//!
//! `TRYBUILD=overwrite cargo test -p foundry-ui-tests --test ui` writes what has changed.

#[test]
fn mistakes_are_told() {
    // Without a case that must pass, all of them are checked in one run of cargo.
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*.rs");
    cases.compile_fail("tests/ui/*/*.rs");
}
