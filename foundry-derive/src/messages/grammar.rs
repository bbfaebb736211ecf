//! The grammar of `#[schemars(…)]`, and of what schemars reads in `#[validate]` and `#[garde]`.

use std::fmt::Display;

super::messages! {
    fn unreadable(attribute: &str, why: impl Display) =>
        "cannot read this `#[{attribute}(...)]`: {why}",
        help "write items as `name`, `name = value` or `name(...)`, with commas between them";

    /// `place` is "type", "variant", "field" or "rule for elements".
    fn unknown(word: &str, place: &str, help: String) =>
        "unknown word `{word}` in `#[schemars(...)]` on a {place}",
        help "{help}";

    fn misplaced(word: &str, there: &str, here: &str) =>
        "`{word}` in `#[schemars(...)]` is for a {there}, and this is a {here}",
        help "move it there, or remove it";

    fn twice(word: &str) =>
        "`{word}` is given twice",
        help "keep one of them";

    /// Stands at both.
    fn conflict(one: &str, other: &str) =>
        "`{one}` and `{other}` cannot stand together",
        help "keep one of them";

    fn malformed(word: &str, attribute: &str, example: &str) =>
        "`{word}` in `#[{attribute}(...)]` is written otherwise",
        help "write `#[{attribute}({example})]`";

    fn needless_negation(word: &str) =>
        "`!{word}` takes back nothing",
        help "it is for an item that has `#[serde({word} …)]`; remove it";

    fn example_like_a_path(text: &str) =>
        "the example `\"{text}\"` could also be a path",
        help "for the text, write `example = &\"{text}\"`",
        help "for a function's result, write `example = {text}()`";

    fn transform_as_text(text: &str) =>
        "`transform` takes a function, not a text",
        help "write `transform = {text}`";

    /// `wanted` is "type" or "path".
    fn no_code(word: &str, wanted: &str, text: &str, example: &str) =>
        "`{word}` takes a {wanted}, and `{text}` is none",
        help "write `{example}`";

    fn unknown_bound(bound: &str, rule: &str, help: String) =>
        "unknown bound `{bound}` in `{rule}(...)`",
        help "{help}";

    fn bound_without_value(bound: &str, rule: &str) =>
        "`{bound}` in `{rule}(...)` has no value",
        help "write `{bound} = 3`";

    fn regex_of_other_words(word: &str, attribute: &str) =>
        "`regex` in `#[{attribute}(...)]` takes no `{word}`",
        help "write `#[schemars(regex(pattern = \"^[a-z]+$\"))]`";

    fn regex_without_words(word: &str, attribute: &str) =>
        "`regex` in `#[{attribute}(...)]` has no `{word}`",
        help "write `#[schemars(regex(pattern = \"^[a-z]+$\"))]`";
}
