//! Rules of validator and garde that schemars does not read.

super::messages! {
    fn rule(rule: &str, place: &str, check: &str) =>
        "`{rule}` of {place} never reaches the schema, so generated values may break it",
        help "draw such rows again, on the type: `#[foundry(check = {check})]`";

    /// A rule that schemars has other words for.
    fn rule_with_words(rule: &str, place: &str, check: &str, words: &str) =>
        "`{rule}` of {place} never reaches the schema, so generated values may break it",
        help "say it to schemars too: `#[schemars({words})]`",
        help "or draw such rows again, on the type: `#[foundry(check = {check})]`";

    /// schemars leaves out a whole list when it cannot read one item of it.
    fn list(attribute: &str, place: &str, item: &str) =>
        "schemars cannot read `{item}`, so no rule of this `#[{attribute}(...)]` of {place} counts",
        help "put `{item}` into a `#[{attribute}(...)]` of its own";
}
