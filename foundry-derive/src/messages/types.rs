//! Types that no JSON stands for.

use std::fmt::Display;

super::messages! {
    fn union(name: impl Display) =>
        "cannot derive `Foundry` for the union `{name}`",
        help "use an enum: its variants say which field holds the value";

    fn trait_object(field: &str, ty: &str) =>
        "field `{field}` has the type `{ty}`, and a trait object does not say which type to make",
        help "name one concrete type, or write the values yourself: `#[foundry(with = path::to::generator)]`",
        help "values of your own need a schema: `#[schemars(with = \"String\")]`";

    fn function_pointer(field: &str, ty: &str) =>
        "field `{field}` has the type `{ty}`, and a function cannot be written as JSON",
        help "leave the field out: `#[serde(skip, default = \"path::to::default\")]`";

    fn raw_pointer(field: &str, ty: &str, owned: &str) =>
        "field `{field}` has the type `{ty}`, and an address cannot be written as JSON",
        help "own the value: `{owned}`";

    fn impl_trait(field: &str, ty: &str) =>
        "field `{field}` has the type `{ty}`, which does not say which type to make",
        help "name one concrete type, or add a type parameter";

    fn borrowed(field: &str, ty: &str, owned: &str) =>
        "field `{field}` has the type `{ty}`, and made data has no owner to borrow from",
        help "own the value: `{owned}`";

    fn borrowed_by_serde(field: &str) =>
        "`#[serde(borrow)]` lets field `{field}` borrow from JSON text, and made data has none",
        help "remove `borrow`: a `Cow` owns its value then";
}
