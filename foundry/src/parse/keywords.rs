//! What keywords of JSON Schema are for, where several walks have to know it.

use serde_json::{Map, Value, json};

use super::building::HINTS_KEY;

/// Keywords that say nothing about validity by themselves.
const SILENT: [&str; 12] = [
    "$comment",
    "$defs",
    "$schema",
    "default",
    "definitions",
    "deprecated",
    "description",
    "examples",
    "readOnly",
    "title",
    "writeOnly",
    HINTS_KEY,
];

/// Whether a keyword says nothing about validity by itself.
pub(crate) fn is_silent(keyword: &str) -> bool {
    SILENT.contains(&keyword)
}

/// The keywords of a schema that say something of its values: not the silent ones, what an extension says, or what
/// only names the schema.
pub(crate) fn speaking(schema: &Map<String, Value>) -> Vec<&str> {
    const NAMING: [&str; 4] = ["$id", "id", "$anchor", "$dynamicAnchor"];
    let says = |key: &&str| !is_silent(key) && !NAMING.contains(key) && !key.starts_with("x-");
    schema.keys().map(String::as_str).filter(says).collect()
}

/// The schema of every value, as each draft may write it: the first one has no `true`.
pub(crate) fn anything() -> Value {
    json!({})
}

/// The schema of no value, as each draft may write it: the first one has no `false`.
pub(crate) fn nothing() -> Value {
    json!({ "not": {} })
}

/// Whether a keyword holds values or hints, in which no schema is to be looked for.
pub(crate) fn holds_values(keyword: &str) -> bool {
    matches!(keyword, "const" | "enum" | "default" | "examples" | HINTS_KEY)
}

/// Whether schemas may stand in a value, as far as its type tells; one that is only `true` or `false` leads nowhere.
pub(crate) fn may_hold_schemas(value: &Value) -> bool {
    matches!(value, Value::Object(_) | Value::Array(_))
}
