//! Two things with one name in the JSON. Each stands at both.
//!
//! `way` is "in JSON", "in the JSON that is read" or "in the JSON that is written".

super::messages! {
    fn fields(one: &str, other: &str, name: &str, way: &str) =>
        "fields `{one}` and `{other}` are both `{name}` {way}",
        help "rename one of them: `#[serde(rename = \"...\")]`";

    fn tag(field: &str, container: &str, name: &str) =>
        "field `{field}` and the tag of `{container}` are both `{name}` in JSON",
        help "rename the field: `#[serde(rename = \"...\")]`, or the tag";

    fn variants(one: &str, other: &str, name: &str, way: &str) =>
        "variants `{one}` and `{other}` are both `{name}` {way}",
        help "rename one of them: `#[serde(rename = \"...\")]`";
}
