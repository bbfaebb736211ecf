//! `unevaluatedItems` beside a `contains` in a part of the schema, of which the canonical form knows nothing → elements that
//! admit whatever some part may evaluate. That is more than is valid, so the values drawn are judged.

use ahash::AHashSet;
use jsonschema::Draft;
use serde_json::{Map, Value, json};

use super::UNEVALUATED_KEY;
use crate::parse::references::{as_fragment, escape, local_pointer, schema_at};

/// The keywords whose schemas hold at the place of their own, each one schema, a list of them, or a map.
const PARTS: [&str; 7] = ["allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"];

/// What admits all that some part of one schema evaluates.
pub(super) struct Widened {
    /// The keyword that speaks of all elements but those with a schema of their own.
    pub(super) keyword: &'static str,
    elements: Value,
    /// How many parts say what is evaluated.
    pub(super) parts: usize,
}

/// What `unevaluatedItems` of the schema at `pointer` becomes; `None` where the canonical form knows what it says.
pub(super) fn widen(document: &Value, pointer: &str, draft: Draft) -> Option<Widened> {
    let schema = schema_at(document, pointer)?;
    let unevaluated = schema.get("unevaluatedItems")?;
    let keyword = match schema.get("items") {
        None => "items",
        Some(Value::Array(_)) if draft == Draft::Draft201909 => "additionalItems",
        Some(_) => return None,
    };
    if schema.get(keyword).is_some() {
        return None;
    }
    let mut found = Found::new(document, draft);
    found.look_below(schema, pointer);
    if !found.has_contains {
        return None;
    }
    found.note(schema, pointer, "contains");
    let mut admitted: Vec<String> = Vec::new();
    if *unevaluated != Value::Bool(false) {
        admitted.push(format!("{pointer}/{UNEVALUATED_KEY}"));
    }
    admitted.extend(found.evaluated);
    let parts = admitted.len();
    let admitted: Vec<Value> = admitted.iter().map(|pointer| refer_to(pointer)).collect();
    let elements =
        if admitted.is_empty() { Value::Bool(false) } else { json!({ "anyOf": admitted }) };
    Some(Widened { keyword, elements, parts })
}

impl Widened {
    /// Writes the elements into their schema, and moves `unevaluatedItems` out of the canonical form's sight.
    pub(super) fn write(self, schema: &mut Map<String, Value>) {
        if let Some(unevaluated) = schema.remove("unevaluatedItems") {
            schema.insert(UNEVALUATED_KEY.into(), unevaluated);
        }
        schema.insert(self.keyword.into(), self.elements);
    }
}

fn refer_to(pointer: &str) -> Value {
    json!({ "$ref": format!("#{}", as_fragment(pointer)) })
}

/// What the parts of a schema evaluate, by the pointers of the schemas that say it.
struct Found<'s> {
    document: &'s Value,
    draft: Draft,
    evaluated: Vec<String>,
    has_contains: bool,
    /// The schemas that were looked at, by their addresses: references may circle.
    seen: AHashSet<*const Value>,
}

impl<'s> Found<'s> {
    fn new(document: &'s Value, draft: Draft) -> Self {
        Self { document, draft, evaluated: Vec::new(), has_contains: false, seen: AHashSet::new() }
    }

    fn look_at(&mut self, schema: &'s Value, pointer: &str) {
        if !self.seen.insert(schema) {
            return;
        }
        self.has_contains |= schema.get("contains").is_some();
        for key in ["contains", "prefixItems", "items", "additionalItems", "unevaluatedItems"] {
            self.note(schema, pointer, key);
        }
        self.look_below(schema, pointer);
    }

    fn note(&mut self, schema: &Value, pointer: &str, key: &str) {
        // What a list contains is evaluated by it since the draft 2020-12 only.
        if key == "contains" && self.draft == Draft::Draft201909 {
            return;
        }
        match schema.get(key) {
            Some(Value::Array(schemas)) => {
                let pointers = (0..schemas.len()).map(|at| format!("{pointer}/{key}/{at}"));
                self.evaluated.extend(pointers);
            }
            Some(_) => self.evaluated.push(format!("{pointer}/{key}")),
            None => {}
        }
    }

    fn look_below(&mut self, schema: &'s Value, pointer: &str) {
        if let Some(target) = schema.get("$ref").and_then(Value::as_str).and_then(local_pointer)
            && let Some(schema) = schema_at(self.document, &target)
        {
            self.look_at(schema, &target);
        }
        for key in PARTS {
            match schema.get(key) {
                Some(Value::Array(schemas)) => {
                    for (at, part) in schemas.iter().enumerate() {
                        self.look_at(part, &format!("{pointer}/{key}/{at}"));
                    }
                }
                Some(Value::Object(schemas)) if key == "dependentSchemas" => {
                    for (name, part) in schemas {
                        self.look_at(part, &format!("{pointer}/{key}/{}", escape(name)));
                    }
                }
                Some(part) => self.look_at(part, &format!("{pointer}/{key}")),
                None => {}
            }
        }
    }
}
