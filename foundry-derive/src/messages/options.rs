//! The grammar of `#[foundry(…)]`.

use std::fmt::Display;

super::messages! {
    /// `target` is "type", "variant" or "field".
    fn unknown(target: &str, name: &str, help: String) =>
        "unknown {target} option `{name}` in `#[foundry(...)]`",
        help "{help}";

    fn misplaced(name: &str, owner: &str, target: &str, known: String) =>
        "`{name}` is an option of a {owner}, and this is a {target}",
        help "{known}";

    fn not_yet(name: &str) =>
        "`{name}` is not available in this version of foundry";

    fn twice(name: &str) =>
        "`{name}` is given twice",
        help "keep one of them";

    fn wrong_value(name: &str, wanted: &str, example: impl Display) =>
        "`{name}` takes {wanted}",
        help "write `#[foundry({example})]`";

    fn needless_value(name: &str) =>
        "`{name}` takes no value",
        help "write `#[foundry({name})]`";

    /// `#[foundry]`, `#[foundry = …]` and `#[foundry()]`.
    fn none(known: String) =>
        "`#[foundry(...)]` holds no options here",
        help "{known}";

    fn unreadable(why: impl Display) =>
        "cannot read this `#[foundry(...)]`: {why}",
        help "write options as `name = value`, with commas between them";
}
