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

/// Where a keyword has its subschemas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subschemas {
    One,
    List,
    /// One for all elements or, before 2020-12, a list.
    OneOrList,
    Map,
}

/// Where the keyword has its subschemas; `None` where it has none.
pub(crate) fn subschemas_of(keyword: &str) -> Option<Subschemas> {
    Some(match keyword {
        "additionalItems"
        | "additionalProperties"
        | "contains"
        | "contentSchema"
        | "else"
        | "if"
        | "not"
        | "propertyNames"
        | "then"
        | "unevaluatedItems"
        | "unevaluatedProperties" => Subschemas::One,
        "items" => Subschemas::OneOrList,
        "allOf" | "anyOf" | "oneOf" | "prefixItems" => Subschemas::List,
        "$defs" | "definitions" | "dependencies" | "dependentSchemas" | "patternProperties"
        | "properties" => Subschemas::Map,
        _ => return None,
    })
}
