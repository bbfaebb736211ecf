//! What keywords of JSON Schema are for, where several walks have to know it.

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

/// Whether a keyword holds values or hints, in which no schema is to be looked for.
pub(crate) fn holds_values(keyword: &str) -> bool {
    matches!(keyword, "const" | "enum" | "default" | "examples" | HINTS_KEY)
}
