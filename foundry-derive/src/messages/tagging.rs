//! What serde cannot write beside a tag, or cannot read back once it is buffered.

super::messages! {
    /// `what` is "a number", "text", "a list", …
    fn newtype(variant: &str, what: &str, ty: &str, tag: &str) =>
        "variant `{variant}` holds {what} (`{ty}`), which has no place beside the tag `{tag}`",
        help "give it a name: `{variant} {{ value: {ty} }}`",
        help "or a place: `#[serde(tag = \"{tag}\", content = \"value\")]`";

    fn flattened(field: &str, what: &str, ty: &str) =>
        "field `{field}` is {what} (`{ty}`), and only structs and maps can be flattened",
        help "remove `flatten`";

    /// `way` is "from an untagged enum", "from an internally tagged enum" or "through `flatten`".
    fn wide_integer(integer: &str, place: &str, way: &str) =>
        "serde cannot read the `{integer}` of {place} back {way}",
        help "use `u64` or `i64`, or write it as text with `#[serde(with = \"...\")]`";

    fn keys(key: &str, place: &str, way: &str) =>
        "serde cannot read the `{key}` keys of {place} back {way}",
        help "use keys of text: `String`";
}
