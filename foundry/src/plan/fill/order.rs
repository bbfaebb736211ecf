//! The values that the author wrote down, in their order: the canonical form sorts them.

use serde_json::{Map, Value};

use super::{Filler, Spot};
use crate::parse::building::HINTS_KEY;

/// References that lead further than this tell no order.
const MAX_ORDER_STEPS: usize = 64;

impl Filler<'_> {
    /// Every value that `enum` and `const` name at a place and in its alternatives, in the order in
    /// which they were written.
    pub(super) fn written_values(&self, spot: &Spot) -> Vec<Value> {
        let mut values = Vec::new();
        if let Some(place) = spot.place {
            for conjunct in self.outline.get(place).firm() {
                self.collect_values(conjunct.schema, MAX_ORDER_STEPS, &mut values);
            }
        }
        values
    }

    fn collect_values(&self, schema: &Map<String, Value>, steps: usize, values: &mut Vec<Value>) {
        let Some(steps) = steps.checked_sub(1) else { return };
        // Where variants are described one by one, schemars writes them behind the others.
        let variants = schema.get(HINTS_KEY).and_then(|hints| hints.get("variants"));
        let variants = variants.and_then(Value::as_array).into_iter().flatten();
        values.extend(variants.filter_map(|variant| variant.get("name").cloned()));
        for (key, value) in schema {
            match (key.as_str(), value) {
                ("const", value) => values.push(value.clone()),
                ("enum", Value::Array(listed)) => values.extend(listed.iter().cloned()),
                ("oneOf" | "anyOf" | "allOf", Value::Array(branches)) => {
                    for branch in branches.iter().filter_map(Value::as_object) {
                        self.collect_values(branch, steps, values);
                    }
                }
                ("$ref", Value::String(target)) => {
                    let target = target.strip_prefix('#');
                    let schema = target.and_then(|pointer| self.outline.schema_at(pointer));
                    if let Some(schema) = schema.and_then(Value::as_object) {
                        self.collect_values(schema, steps, values);
                    }
                }
                _ => {}
            }
        }
    }
}
