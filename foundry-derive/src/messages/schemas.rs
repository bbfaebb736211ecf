//! JSON that serde writes in a way of its own, which no schema describes.

super::messages! {
    /// `owner` is "field `x`" or "variant `X`".
    fn unknown(attribute: &str, path: &str, owner: &str, module: &str) =>
        "`#[serde({attribute} = \"{path}\")]` changes the JSON of {owner}, and its schema is not known",
        help "add `#[schemars(with = \"String\")]` or `#[schemars(schema_with = \"{module}::schema\")]`";

    fn serde_as(owner: &str) =>
        "`#[serde_as]` changes the JSON of {owner}, and its schema is not known",
        help "write `#[serde_as(schemars = true)]`, and turn on `serde_with`'s feature `schemars_1`";
}
