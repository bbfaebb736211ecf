//! A document → the schemas of it that may admit more without the whole admitting less, because every way that leads to
//! them from the root keeps the meaning of a schema as it is.

use ahash::AHashSet;
use serde_json::{Map, Value};

use crate::parse::references::{escape, local_pointer, schema_at};

/// What lies below these holds where the schema around it does, and is drawn and judged by itself.
const KEEPING: [&str; 11] = [
    "additionalItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "contains",
    "items",
    "patternProperties",
    "prefixItems",
    "properties",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// What lies below these is turned round, or holds under a condition, where nothing is judged by itself.
const TURNING: [&str; 8] =
    ["dependencies", "dependentSchemas", "else", "if", "not", "oneOf", "propertyNames", "then"];

/// The keywords that hold schemas by name.
const NAMED: [&str; 4] = ["dependencies", "dependentSchemas", "patternProperties", "properties"];

/// The pointers of the schemas that `is_sought` picks, and that are upright on every way to them.
pub(super) fn find_upright(
    document: &Value,
    is_sought: impl Fn(&Map<String, Value>) -> bool,
) -> Vec<String> {
    let mut walk = Walk {
        document,
        is_sought,
        found: Vec::new(),
        upright: AHashSet::new(),
        turned: AHashSet::new(),
    };
    walk.visit(document, &mut String::new(), true);
    let Walk { found, turned, .. } = walk;
    let upright = found.into_iter().filter(|(_, schema)| !turned.contains(schema));
    upright.map(|(pointer, _)| pointer).collect()
}

struct Walk<'d, F> {
    document: &'d Value,
    is_sought: F,
    found: Vec<(String, *const Value)>,
    /// The schemas that were met, by their addresses: pointers of a deep document would fill the memory.
    upright: AHashSet<*const Value>,
    turned: AHashSet<*const Value>,
}

impl<'d, F: Fn(&Map<String, Value>) -> bool> Walk<'d, F> {
    fn visit(&mut self, schema: &'d Value, pointer: &mut String, is_upright: bool) {
        let Value::Object(map) = schema else { return };
        let seen = if is_upright { &mut self.upright } else { &mut self.turned };
        if !seen.insert(schema) {
            return;
        }
        if is_upright && (self.is_sought)(map) {
            self.found.push((pointer.clone(), schema));
        }
        if let Some(mut target) = map.get("$ref").and_then(Value::as_str).and_then(local_pointer)
            && let Some(schema) = schema_at(self.document, &target)
        {
            self.visit(schema, &mut target, is_upright);
        }
        for (key, child) in map {
            let is_counted = key == "contains" && map.contains_key("maxContains");
            let keeps = KEEPING.contains(&key.as_str()) && !is_counted;
            if !keeps && !is_counted && !TURNING.contains(&key.as_str()) {
                continue;
            }
            let is_upright = is_upright && keeps;
            match child {
                Value::Array(schemas) => {
                    for (at, schema) in schemas.iter().enumerate() {
                        self.step(schema, pointer, &[key, &at.to_string()], is_upright);
                    }
                }
                Value::Object(schemas) if NAMED.contains(&key.as_str()) => {
                    for (name, schema) in schemas {
                        self.step(schema, pointer, &[key, &escape(name)], is_upright);
                    }
                }
                schema => self.step(schema, pointer, &[key], is_upright),
            }
        }
    }

    fn step(
        &mut self,
        schema: &'d Value,
        pointer: &mut String,
        segments: &[&str],
        is_upright: bool,
    ) {
        let length = pointer.len();
        for segment in segments {
            pointer.push('/');
            pointer.push_str(segment);
        }
        self.visit(schema, pointer, is_upright);
        pointer.truncate(length);
    }
}
