//! Schemas of OpenAPI 3.0, whose `nullable` JSON Schema does not know.

use serde_json::{Map, Value, json};

/// The start of the `$schema` that schemars gives to OpenAPI 3.0 documents.
const OPENAPI_PREFIX: &str = "https://spec.openapis.org/oas/3.0/schema/";

pub(super) fn is_openapi(document: &Value) -> bool {
    let dialect = document.get("$schema").and_then(Value::as_str);
    dialect.is_some_and(|dialect| dialect.starts_with(OPENAPI_PREFIX))
}

/// The same contract in draft 2020-12: `nullable` becomes a type, or a branch where there is none.
pub(super) fn translate(document: &Value) -> Value {
    let mut copy = document.clone();
    translate_schema(&mut copy);
    if let Some(root) = copy.as_object_mut() {
        root.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    }
    copy
}

fn translate_schema(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(translate_schema),
        Value::Object(map) => {
            for (key, child) in map.iter_mut() {
                // These hold values, not schemas.
                if !matches!(key.as_str(), "const" | "enum" | "default" | "example" | "examples") {
                    translate_schema(child);
                }
            }
            for bound in ["exclusiveMinimum", "exclusiveMaximum"] {
                translate_bound(map, bound);
            }
            if map.get("nullable") == Some(&Value::Bool(true)) {
                map.remove("nullable");
                admit_null(map);
            }
        }
        _ => {}
    }
}

/// In OpenAPI 3.0 an exclusive bound is a flag beside the bound.
fn translate_bound(map: &mut Map<String, Value>, exclusive: &str) {
    let inclusive = if exclusive == "exclusiveMinimum" { "minimum" } else { "maximum" };
    match map.get(exclusive) {
        Some(Value::Bool(true)) => {
            if let Some(bound) = map.remove(inclusive) {
                map.insert(exclusive.into(), bound);
            }
        }
        Some(Value::Bool(false)) => {
            map.remove(exclusive);
        }
        _ => {}
    }
}

fn admit_null(map: &mut Map<String, Value>) {
    let Some(Value::String(name)) = map.get("type") else {
        let mut inner = std::mem::take(map);
        for annotation in ["title", "description", "default", "deprecated"] {
            if let Some(value) = inner.shift_remove(annotation) {
                map.insert(annotation.into(), value);
            }
        }
        map.insert("anyOf".into(), json!([inner, {"type": "null"}]));
        return;
    };
    let types = json!([name, "null"]);
    map.insert("type".into(), types);
    if let Some(Value::Array(values)) = map.get_mut("enum")
        && !values.contains(&Value::Null)
    {
        values.push(Value::Null);
    }
}
