//! What the canonical form does not carry → schemas that admit more than is valid, whose values are judged when they are
//! drawn: an excluded list or object, a condition that speaks of one, and `unevaluatedItems` beside a `contains` that only a part of the schema says.

use jsonschema::Draft;
use serde_json::{Map, Value, json};

use super::unevaluated::{redirect, widen};
use super::upright::find_upright;
use super::{PlanningCopy, UNEVALUATED_KEY, hint};
use crate::parse::keywords::holds_values;

/// Of a document with more conditions about lists and objects none is loosened: each is looked for among all that were moved.
const MOST_CONDITIONS: usize = 512;

/// Loosens the schemas of a copy where nothing turns their meaning round.
pub(super) fn loosen(copy: &mut PlanningCopy, draft: Draft) {
    // What stands in a condition that is loosened may be loosened after it.
    while loosen_conditions(copy) {}
    let knows_unevaluated = !matches!(draft, Draft::Draft4 | Draft::Draft6 | Draft::Draft7);
    let is_sought = |map: &Map<String, Value>| {
        map.iter().any(|(key, value)| match key.as_str() {
            "not" => excludes_a_container(value),
            "unevaluatedItems" => knows_unevaluated,
            _ => false,
        })
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

/// Makes `anyOf: [{allOf: [S, T]}, E]` of `if: S, then: T, else: E` where `S` is about a list or an object, which the form
/// cannot exclude for `E`; whether there was one.
fn loosen_conditions(copy: &mut PlanningCopy) -> bool {
    let names_a_container = |map: &Map<String, Value>| is_about_a_container(map);
    let is_sought = |map: &Map<String, Value>| {
        map.get("if").is_some_and(|condition| holds(condition, &names_a_container))
    };
    // The first question is quick, and mostly answered with no.
    if !holds(&copy.schema, &names_a_container) || !holds(&copy.schema, &is_sought) {
        return false;
    }
    let upright = find_upright(&copy.schema, is_sought);
    if upright.len() > MOST_CONDITIONS {
        return false;
    }
    let mut moved = Vec::new();
    for pointer in upright {
        let Some(Value::Object(map)) = copy.schema.pointer_mut(&pointer) else { continue };
        let mut take = |keyword: &str| map.remove(keyword).unwrap_or(Value::Bool(true));
        let (condition, then, otherwise) = (take("if"), take("then"), take("else"));
        let parts = map.entry("allOf").or_insert_with(|| Value::Array(Vec::new()));
        let Value::Array(parts) = parts else { continue };
        let now = format!("{pointer}/allOf/{}", parts.len());
        parts.push(json!({ "anyOf": [{ "allOf": [condition, then] }, otherwise] }));
        hint(map, "judged");
        for (below, keyword) in [("0/allOf/0", "if"), ("0/allOf/1", "then"), ("1", "else")] {
            moved.push((format!("{now}/anyOf/{below}"), format!("{pointer}/{keyword}")));
        }
        let written = copy.written_at(&format!("{pointer}/if")).into_owned();
        copy.made.push((now, written));
    }
    redirect(&mut copy.schema, &moved);
    let written =
        moved.iter().map(|(now, before)| (now.clone(), copy.written_at(before).into_owned()));
    let written: Vec<_> = written.collect();
    let has_moved = !moved.is_empty();
    // What was moved last is asked first.
    copy.moved.splice(..0, written);
    has_moved
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
    negated.as_object().is_some_and(|map| map.len() == 1 && is_about_a_container(map))
}

/// Whether a list or an object is among the values that a schema names.
fn is_about_a_container(map: &Map<String, Value>) -> bool {
    let is_container = |value: &Value| value.is_array() || value.is_object();
    // A look through a few keywords is faster than a lookup of each one.
    map.iter().any(|(key, value)| match (key.as_str(), value) {
        ("const", value) => is_container(value),
        ("enum", Value::Array(values)) => values.iter().any(is_container),
        _ => false,
    })
}
