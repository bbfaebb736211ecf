//! `unevaluatedItems` beside a `contains` in a part of the schema, of which the canonical form knows nothing → `items` that
//! admit whatever some part may evaluate. That is more than is valid, so the values drawn are judged.

use serde_json::{Map, Value, json};

/// The keywords whose schemas hold at the place of their own, each one schema, a list of them, or a map.
const PARTS: [&str; 7] = ["allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"];

/// What leads elsewhere, where nobody looks.
const LEADING: [&str; 3] = ["$ref", "$dynamicRef", "$recursiveRef"];

/// Rewrites a schema where it says `unevaluatedItems`, and whether it did.
pub(super) fn widen(map: &mut Map<String, Value>) -> bool {
    let Some(unevaluated) = map.get("unevaluatedItems") else { return false };
    let mut found = Found::default();
    let own = map.get("contains");
    parts_of(map).for_each(|part| found.look_at(part));
    if !found.has_contains || found.leads_on || map.contains_key("items") {
        return false;
    }
    let evaluated = own.into_iter().chain(found.evaluated).cloned();
    let all: Vec<Value> = std::iter::once(unevaluated.clone()).chain(evaluated).collect();
    map.remove("unevaluatedItems");
    map.insert("items".into(), json!({ "anyOf": all }));
    true
}

fn parts_of(map: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    PARTS.iter().filter_map(|key| map.get(*key).map(|value| (*key, value))).flat_map(
        |(key, value)| -> Box<dyn Iterator<Item = &Value>> {
            match value {
                Value::Array(schemas) => Box::new(schemas.iter()),
                Value::Object(schemas) if key == "dependentSchemas" => Box::new(schemas.values()),
                schema => Box::new(std::iter::once(schema)),
            }
        },
    )
}

/// What the parts of a schema evaluate.
#[derive(Default)]
struct Found<'s> {
    evaluated: Vec<&'s Value>,
    has_contains: bool,
    leads_on: bool,
}

impl<'s> Found<'s> {
    fn look_at(&mut self, schema: &'s Value) {
        let Value::Object(map) = schema else { return };
        self.leads_on |= LEADING.iter().any(|key| map.contains_key(*key));
        self.has_contains |= map.contains_key("contains");
        for key in ["contains", "prefixItems", "items", "additionalItems", "unevaluatedItems"] {
            match map.get(key) {
                Some(Value::Array(schemas)) => self.evaluated.extend(schemas),
                Some(schema) => self.evaluated.push(schema),
                None => {}
            }
        }
        parts_of(map).for_each(|part| self.look_at(part));
    }
}
