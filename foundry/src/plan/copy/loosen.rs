//! What the canonical form does not carry → schemas that admit more than is valid, whose values are judged when they are
//! drawn: an excluded list or object, and `unevaluatedItems` beside a `contains` that only a part of the schema says.

use jsonschema::Draft;
use serde_json::{Map, Value};

use super::unevaluated::{redirect, widen};
use super::upright::find_upright;
use super::{PlanningCopy, UNEVALUATED_KEY, hint};
use crate::parse::keywords::holds_values;

/// Loosens the schemas of a copy where nothing turns their meaning round.
pub(super) fn loosen(copy: &mut PlanningCopy, draft: Draft) {
    let knows_unevaluated = !matches!(draft, Draft::Draft4 | Draft::Draft6 | Draft::Draft7);
    let is_sought = |map: &Map<String, Value>| {
        map.get("not").is_some_and(excludes_a_container)
            || knows_unevaluated && map.contains_key("unevaluatedItems")
    };
    // Hardly any document has one.
    if !holds(&copy.schema, &is_sought) {
        return;
    }
    let upright = find_upright(&copy.schema, is_sought);
    let all: Vec<_> = upright
        .into_iter()
        .map(|pointer| {
            let widened = knows_unevaluated.then(|| widen(&copy.schema, &pointer, draft));
            (pointer, widened.flatten())
        })
        .collect();
    for (pointer, widened) in all {
        let Some(Value::Object(map)) = copy.schema.pointer_mut(&pointer) else { continue };
        let is_excluding = map.get("not").is_some_and(excludes_a_container);
        if is_excluding {
            map.remove("not");
        }
        if is_excluding || widened.is_some() {
            hint(map, "judged");
        }
        if let Some(widened) = widened {
            let written = format!("{pointer}/unevaluatedItems");
            copy.made.push((format!("{pointer}/{}", widened.keyword), written.clone()));
            copy.moved.push((format!("{pointer}/{UNEVALUATED_KEY}"), written));
            widened.write(map);
        }
    }
    if !copy.moved.is_empty() {
        redirect(&mut copy.schema, &copy.moved);
    }
}

fn holds(schema: &Value, is_sought: &impl Fn(&Map<String, Value>) -> bool) -> bool {
    match schema {
        Value::Array(items) => items.iter().any(|item| holds(item, is_sought)),
        Value::Object(map) => {
            is_sought(map)
                || map.iter().any(|(key, child)| !holds_values(key) && holds(child, is_sought))
        }
        _ => false,
    }
}

/// Whether a negated schema is a value, or a list of values, with a list or an object among them.
fn excludes_a_container(negated: &Value) -> bool {
    let Value::Object(map) = negated else { return false };
    let is_container = |value: &Value| value.is_array() || value.is_object();
    map.len() == 1
        && (map.get("const").is_some_and(is_container)
            || map
                .get("enum")
                .and_then(Value::as_array)
                .is_some_and(|values| values.iter().any(is_container)))
}
