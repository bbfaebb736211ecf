//! What serde writes in any case → a hint on what it reads, so that rows look as they are written.
//!
//! A member that may be missing and is always written back, such as an `Option`, is drawn as `null` or
//! as its default instead of being left out: the row then equals what serde makes of it, and one
//! verdict serves for both.

use serde_json::{Map, Value};

use super::building::{HINTS_KEY, strip_hints};
use super::keywords::holds_values;

/// The name of the hint: an object with the names of the members, and their defaults.
const HINT: &str = "written";

/// Walks over both sides of a contract at once and marks the objects of the side that is read.
pub(super) fn mark_written(reads: &mut Value, writes: &Value) {
    match (reads, writes) {
        (Value::Object(reads), Value::Object(writes)) => {
            let written = always_written(reads, writes);
            for (key, child) in reads.iter_mut() {
                if !holds_values(key)
                    && let Some(other) = writes.get(key)
                {
                    mark_written(child, other);
                }
            }
            if !written.is_empty() {
                let hints = reads.entry(HINTS_KEY).or_insert_with(|| Value::Object(Map::new()));
                if let Value::Object(hints) = hints {
                    hints.insert(HINT.to_owned(), Value::Object(written));
                }
            }
        }
        (Value::Array(reads), Value::Array(writes)) => {
            for (child, other) in reads.iter_mut().zip(writes) {
                mark_written(child, other);
            }
        }
        _ => {}
    }
}

/// The members that `writes` requires beyond `reads`, each with what is known of its default.
fn always_written(reads: &Map<String, Value>, writes: &Map<String, Value>) -> Map<String, Value> {
    let (Some(properties), Some(Value::Array(required))) =
        (reads.get("properties"), writes.get("required"))
    else {
        return Map::new();
    };
    let is_required = |name: &Value| {
        let names = reads.get("required").and_then(Value::as_array);
        names.is_some_and(|names| names.contains(name))
    };
    let names = required.iter().filter(|name| !is_required(name)).filter_map(Value::as_str);
    names
        .filter_map(|name| {
            let read = properties.get(name)?;
            let known = match read.get("default") {
                // A default as it is written is one that is read, where both are one schema.
                Some(default) if is_same(read, writes.get("properties")?.get(name)?) => {
                    vec![("default".to_owned(), default.clone())]
                }
                _ => Vec::new(),
            };
            Some((name.to_owned(), Value::Object(known.into_iter().collect())))
        })
        .collect()
}

fn is_same(read: &Value, written: &Value) -> bool {
    let mut read = read.clone();
    strip_hints(&mut read);
    read == *written
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn members_that_are_always_written_are_marked() {
        let mut reads = json!({
            "properties": {
                "a": { "type": ["string", "null"] },
                "b": { "type": "array", "default": [] },
                "c": { "properties": { "d": { "x-foundry": { "presence": 0.5 }, "default": 1 } } },
                "e": { "const": { "properties": { "f": {} } } },
                "g": {},
            },
            "required": ["g"],
        });
        let mut writes = reads.clone();
        strip_hints(&mut writes);
        writes["required"] = json!(["a", "b", "g", "unknown"]);
        writes["properties"]["c"]["required"] = json!(["d"]);
        writes["properties"]["e"]["const"]["required"] = json!(["f"]);
        let before = reads.clone();
        mark_written(&mut reads, &writes);
        assert_eq!(reads["x-foundry"], json!({ "written": { "a": {}, "b": { "default": [] } } }));
        assert_eq!(
            reads["properties"]["c"]["x-foundry"],
            json!({ "written": { "d": { "default": 1 } } })
        );
        strip_hints(&mut reads);
        let mut unmarked = before;
        strip_hints(&mut unmarked);
        assert_eq!(reads, unmarked);
    }

    #[test]
    fn a_default_that_is_written_in_another_way_than_it_is_read_stays_unknown() {
        let mut reads = json!({ "properties": { "a": { "type": "string", "default": "1 s" } } });
        let writes = json!({ "properties": { "a": { "type": "integer", "default": 1 } }, "required": ["a"] });
        mark_written(&mut reads, &writes);
        assert_eq!(reads["x-foundry"], json!({ "written": { "a": {} } }));
    }
}
