//! Each mistake with the text and the place that its author gets to see; and what must compile.

#[test]
fn mistakes_are_told() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/pass/*.rs");
    cases.compile_fail("tests/ui/*.rs");
    cases.compile_fail("tests/ui/*/*.rs");
}
