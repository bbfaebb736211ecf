//! Narrowed copies: a place with every choice taken, as a schema of its own.
//!
//! `anyOf: [A, B]` with `A` taken becomes `allOf: [A]` in the same position, so that keywords that
//! look at their neighbours (`unevaluatedProperties`, `additionalProperties`) see what they saw.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::outline::{Outline, Picks, Place, PlaceId, local_pointer};

/// The key of the document's root under which the narrowed schemas stand.
const NARROWED_KEY: &str = "x-foundry-narrowed";

/// The planning copy with its narrowed schemas, and where each of them stands.
pub(crate) struct Narrowed {
    pub(crate) document: Value,
    pub(crate) pointers: BTreeMap<PlaceId, String>,
}

/// Adds a schema for every place whose choices are taken.
pub(crate) fn narrow(document: &Value, outline: &Outline<'_>) -> Narrowed {
    let mut schemas = Map::new();
    let mut pointers = BTreeMap::new();
    for (id, place) in outline.narrowed() {
        let name = schemas.len().to_string();
        pointers.insert(id, format!("/{NARROWED_KEY}/{name}"));
        schemas.insert(name, narrow_place(document, place));
    }
    let mut document = document.clone();
    if let Value::Object(root) = &mut document
        && !schemas.is_empty()
    {
        root.insert(NARROWED_KEY.into(), Value::Object(schemas));
    }
    Narrowed { document, pointers }
}

fn narrow_place(document: &Value, place: &Place<'_>) -> Value {
    let all: Vec<_> = place
        .seeds
        .iter()
        .map(|seed| narrow_schema(document, seed, &place.picks, &mut Vec::new()))
        .collect();
    match <[Value; 1]>::try_from(all) {
        Ok([single]) => single,
        Err(all) => json!({ "allOf": all }),
    }
}

/// The schema at `pointer` with the branches of `picks` in the place of the choices.
fn narrow_schema(
    document: &Value,
    pointer: &str,
    picks: &Picks,
    inside: &mut Vec<String>,
) -> Value {
    let Some(schema) = document.pointer(pointer) else { return Value::Bool(true) };
    let Value::Object(map) = schema else { return schema.clone() };
    // A reference that circles back holds already; repeating it says nothing new.
    if inside.iter().any(|outer| outer == pointer) {
        return Value::Bool(true);
    }
    inside.push(pointer.to_owned());
    let mut copy = map.clone();
    // The root of a document carries what belongs to the document.
    for key in ["$id", "id", "$schema", "$defs", "definitions", "$anchor", NARROWED_KEY] {
        copy.remove(key);
    }
    let mut all = Vec::new();
    let target = map.get("$ref").and_then(Value::as_str).and_then(local_pointer);
    if let Some(target) = target
        && reaches_pick(document, &target, picks, &mut Vec::new())
    {
        copy.remove("$ref");
        all.push(narrow_schema(document, &target, picks, inside));
    }
    if let Some(Value::Array(items)) = copy.remove("allOf") {
        for at in 0..items.len() {
            let branch = format!("{pointer}/allOf/{at}");
            all.push(narrow_schema(document, &branch, picks, inside));
        }
    }
    for keyword in ["anyOf", "oneOf"] {
        if let Some(branch) = picks.get(&(pointer.to_owned(), keyword)) {
            copy.remove(keyword);
            let branch = format!("{pointer}/{keyword}/{branch}");
            all.push(narrow_schema(document, &branch, picks, inside));
        }
    }
    inside.pop();
    if !all.is_empty() {
        copy.insert("allOf".into(), Value::Array(all));
    }
    Value::Object(copy)
}

/// Whether a branch was taken at the schema at `pointer` or at one that holds with it.
fn reaches_pick(document: &Value, pointer: &str, picks: &Picks, seen: &mut Vec<String>) -> bool {
    if picks.keys().any(|(at, _)| at == pointer) {
        return true;
    }
    if seen.iter().any(|known| known == pointer) {
        return false;
    }
    seen.push(pointer.to_owned());
    let Some(Value::Object(map)) = document.pointer(pointer) else { return false };
    let target = map.get("$ref").and_then(Value::as_str).and_then(local_pointer);
    if target.is_some_and(|target| reaches_pick(document, &target, picks, seen)) {
        return true;
    }
    let parts = map.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
    (0..parts).any(|at| reaches_pick(document, &format!("{pointer}/allOf/{at}"), picks, seen))
}
