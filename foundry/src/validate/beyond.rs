//! Two schemas → what the second asks beyond the first, for values that the first accepts.
//!
//! Both sides of a type's contract are mostly one text: the side that is written requires a few more
//! members. A value that satisfies the first side is held against those alone.
//!
//! Keywords that are conjunctions of their parts are taken apart; every other keyword that differs
//! is kept whole. So the result and the first schema together accept what the second one accepts.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::parse::keywords::is_silent;

/// Keywords that look at more than their own object, or that move what a reference means.
const OPAQUE: [&str; 8] = [
    "$id",
    "$anchor",
    "$dynamicAnchor",
    "$dynamicRef",
    "$recursiveAnchor",
    "$recursiveRef",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// Keywords that mean something only together.
const FAMILIES: [&[&str]; 2] =
    [&["if", "then", "else"], &["contains", "minContains", "maxContains"]];

const DEFINITIONS: &str = "#/$defs/";

/// Where the parts of definitions stand in the result.
const BEYOND: &str = "x-foundry-beyond";

/// The schema of what `wanted` asks beyond `known`; `true` where that is nothing, `None` where it
/// cannot be told apart.
pub(super) fn beyond(known: &Value, wanted: &Value) -> Option<Value> {
    if [known, wanted].into_iter().any(is_opaque) {
        return None;
    }
    let none = Map::new();
    let definitions = |root: &'_ Value| root.get("$defs").and_then(Value::as_object).cloned();
    let known_definitions = definitions(known).unwrap_or_else(|| none.clone());
    let wanted_definitions = definitions(wanted).unwrap_or(none);
    let sides = Sides {
        differing: differing(&known_definitions, &wanted_definitions),
        known: known_definitions,
        wanted: wanted_definitions,
    };
    let mut parts = BTreeMap::new();
    let mut root = sides.beyond(known, wanted, &mut parts);
    while let Some(name) = parts.iter().find(|(_, part)| part.is_none()).map(|(name, _)| name) {
        let name: String = name.clone();
        let part = match (sides.known.get(&name), sides.wanted.get(&name)) {
            (Some(known), Some(wanted)) => sides.beyond(known, wanted, &mut parts),
            (_, wanted) => wanted.cloned().unwrap_or(Value::Bool(true)),
        };
        parts.insert(name, Some(part));
    }
    if let Value::Object(root) = &mut root {
        if let Some(dialect) = wanted.get("$schema") {
            root.insert("$schema".to_owned(), dialect.clone());
        }
        root.insert("$defs".to_owned(), Value::Object(sides.wanted));
        let parts = parts.into_iter().map(|(name, part)| (name, part.unwrap_or(json!(true))));
        root.insert(BEYOND.to_owned(), Value::Object(parts.collect()));
    }
    Some(root)
}

/// Whether what `known` accepts is what `wanted` accepts too; `false` also where it cannot be told.
pub(super) fn implies(known: &Value, wanted: &Value) -> bool {
    let rest = beyond(known, wanted);
    let parts = |rest: &Value| rest.get(BEYOND).and_then(Value::as_object).cloned();
    rest.is_some_and(|rest| {
        // Parts may refer to each other: where none asks for anything by itself, none does.
        asks_nothing(&rest) && parts(&rest).is_none_or(|parts| parts.values().all(asks_nothing))
    })
}

/// Whether the schema of a rest is made of nothing but ways to places of which it says nothing.
fn asks_nothing(rest: &Value) -> bool {
    let Value::Object(keywords) = rest else { return *rest == json!(true) };
    keywords.iter().all(|(key, value)| match (key.as_str(), value) {
        ("$schema" | "$defs" | BEYOND | "if", _) => true,
        ("$ref", _) => is_part(rest),
        ("properties" | "patternProperties", Value::Object(members)) => {
            members.values().all(asks_nothing)
        }
        ("items" | "additionalProperties" | "then", schema) => asks_nothing(schema),
        ("allOf" | "prefixItems", Value::Array(schemas)) => schemas.iter().all(asks_nothing),
        // As the branches of what may be `null` are left: see there.
        ("anyOf" | "oneOf", Value::Array(branches)) => match branches.as_slice() {
            [part, null] => is_part(part) && *null == only_null(),
            _ => false,
        },
        _ => false,
    })
}

/// Whether the schema is nothing but a part of a definition.
fn is_part(schema: &Value) -> bool {
    let target = schema.get("$ref").and_then(Value::as_str);
    let name = target.and_then(|target| target.strip_prefix("#/")?.strip_prefix(BEYOND));
    name.is_some() && schema.as_object().is_some_and(|keywords| keywords.len() == 1)
}

fn only_null() -> Value {
    json!({ "type": "null" })
}

/// The definitions of both schemas, and the names of those that are not the same, by themselves or
/// by what they refer to.
struct Sides {
    known: Map<String, Value>,
    wanted: Map<String, Value>,
    differing: BTreeSet<String>,
}

/// Parts of definitions that are needed; `None` until they are made.
type Parts = BTreeMap<String, Option<Value>>;

impl Sides {
    fn beyond(&self, known: &Value, wanted: &Value, parts: &mut Parts) -> Value {
        if self.is_same(known, wanted) {
            return json!(true);
        }
        let (Value::Object(known), Value::Object(wanted)) = (known, wanted) else {
            return wanted.clone();
        };
        let mut kept = Map::new();
        let mut tagged = Vec::new();
        for (key, value) in wanted {
            if is_silent(key) {
                continue;
            }
            if let ("oneOf" | "anyOf", Some(known_value)) = (key.as_str(), known.get(key))
                && let Some(branches) = self.beyond_tagged(known_value, value, parts)
            {
                tagged.extend(branches);
                continue;
            }
            let part = match known.get(key) {
                Some(known_value) => {
                    self.beyond_keyword(key, (known, known_value), (wanted, value), parts)
                }
                None => Some(value.clone()),
            };
            kept.extend(part.map(|part| (key.clone(), part)));
        }
        for family in FAMILIES {
            if family.iter().any(|key| kept.contains_key(*key)) {
                keep(&mut kept, wanted, family);
            }
        }
        if !tagged.is_empty() {
            match kept.get_mut("allOf") {
                Some(Value::Array(all)) => all.append(&mut tagged),
                _ => {
                    kept.insert("allOf".to_owned(), json!(tagged));
                }
            }
        }
        // These look at what their neighbours leave over.
        if kept.contains_key("additionalProperties") {
            keep_names(&mut kept, wanted, "properties");
            keep_names(&mut kept, wanted, "patternProperties");
        }
        if kept.contains_key("items") && wanted.contains_key("prefixItems") {
            keep(&mut kept, wanted, &["prefixItems"]);
        }
        if kept.is_empty() { json!(true) } else { Value::Object(kept) }
    }

    /// What one keyword asks beyond itself; `None` where that is nothing.
    fn beyond_keyword(
        &self,
        key: &str,
        (known_around, known): (&Map<String, Value>, &Value),
        (wanted_around, wanted): (&Map<String, Value>, &Value),
        parts: &mut Parts,
    ) -> Option<Value> {
        let has_same_names = |key| {
            let names = |around: &'_ Map<String, Value>| -> BTreeSet<String> {
                let object = around.get(key).and_then(Value::as_object);
                object.into_iter().flat_map(|object| object.keys().cloned()).collect()
            };
            names(known_around) == names(wanted_around)
        };
        let part = match (key, known, wanted) {
            ("properties" | "patternProperties", Value::Object(known), Value::Object(wanted)) => {
                let members = wanted.iter().filter_map(|(name, wanted)| {
                    let part = match known.get(name) {
                        Some(known) => self.beyond(known, wanted, parts),
                        None => wanted.clone(),
                    };
                    (part != json!(true)).then(|| (name.clone(), part))
                });
                let members: Map<String, Value> = members.collect();
                if members.is_empty() { json!(true) } else { Value::Object(members) }
            }
            ("required", Value::Array(known), Value::Array(wanted)) => {
                let more: Vec<&Value> = wanted.iter().filter(|one| !known.contains(one)).collect();
                if more.is_empty() { json!(true) } else { json!(more) }
            }
            ("additionalProperties", ..)
                if has_same_names("properties") && has_same_names("patternProperties") =>
            {
                self.beyond(known, wanted, parts)
            }
            ("items", ..) if count(known_around) == count(wanted_around) => {
                self.beyond(known, wanted, parts)
            }
            ("prefixItems" | "allOf", Value::Array(known), Value::Array(wanted))
                if known.len() == wanted.len() =>
            {
                let mut each = known.iter().zip(wanted);
                let each: Vec<Value> =
                    each.by_ref().map(|(one, other)| self.beyond(one, other, parts)).collect();
                if each.iter().all(|part| *part == json!(true)) { json!(true) } else { json!(each) }
            }
            ("$ref", Value::String(known), Value::String(wanted)) if known == wanted => {
                let name = wanted.strip_prefix(DEFINITIONS).unwrap_or_default();
                if self.differing.contains(name) {
                    parts.entry(name.to_owned()).or_insert(None);
                    json!(format!("#/{BEYOND}/{name}"))
                } else {
                    json!(true)
                }
            }
            ("anyOf" | "oneOf", Value::Array(known), Value::Array(wanted)) => {
                self.beyond_branches(known, wanted, parts)
            }
            // Left over by the guards above: neighbours differ, so that equal texts mean different
            // things.
            ("additionalProperties" | "items", ..) => wanted.clone(),
            _ if self.is_same(known, wanted) => json!(true),
            _ => wanted.clone(),
        };
        (part != json!(true)).then_some(part)
    }

    /// What the branches of a tagged enum ask beyond themselves, each under the condition of its
    /// tag; `None` where no member tells the branches apart on both sides.
    fn beyond_tagged(
        &self,
        known: &Value,
        wanted: &Value,
        parts: &mut Parts,
    ) -> Option<Vec<Value>> {
        let (known, wanted) = (known.as_array()?, wanted.as_array()?);
        let first = wanted.first()?.get("properties")?.as_object()?;
        let tag = first.keys().find(|tag| {
            let tags: BTreeSet<&str> = wanted.iter().filter_map(|one| tag_of(one, tag)).collect();
            let is_known = |(one, other)| tag_of(one, tag) == tag_of(other, tag);
            tags.len() == wanted.len() && known.iter().zip(wanted).all(is_known)
        })?;
        if known.len() != wanted.len() {
            return None;
        }
        let mut asked = Vec::new();
        for (one, other) in known.iter().zip(wanted) {
            let part = self.beyond(one, other, parts);
            if part != json!(true) {
                let condition = json!({
                    "properties": { tag: { "const": tag_of(other, tag) } },
                    "required": [tag],
                });
                asked.push(json!({ "if": condition, "then": part }));
            }
        }
        Some(asked)
    }

    /// Of two branches, one of which is `null`, a value that is not `null` is of the other one; all
    /// other branches that differ stay whole.
    fn beyond_branches(&self, known: &[Value], wanted: &[Value], parts: &mut Parts) -> Value {
        let pairs = || known.iter().zip(wanted);
        if known.len() == wanted.len() && pairs().all(|(one, other)| self.is_same(one, other)) {
            return json!(true);
        }
        let nothing = only_null();
        if let ([known, known_null], [wanted, wanted_null]) = (known, wanted)
            && *known_null == nothing
            && *wanted_null == nothing
        {
            return match self.beyond(known, wanted, parts) {
                Value::Bool(true) => json!(true),
                part => json!([part, nothing]),
            };
        }
        json!(wanted)
    }

    /// Whether both say the same, also through their references.
    fn is_same(&self, known: &Value, wanted: &Value) -> bool {
        known == wanted && !refers_to(wanted, &self.differing)
    }
}

/// The text that a branch demands of its member `tag`, if only objects are of the branch.
fn tag_of<'a>(branch: &'a Value, tag: &str) -> Option<&'a str> {
    let is_object = branch.get("type")? == "object";
    let is_required = branch.get("required")?.as_array()?.iter().any(|name| name == tag);
    let text = branch.get("properties")?.get(tag)?.get("const")?.as_str()?;
    (is_object && is_required).then_some(text)
}

/// How many elements stand in front of those that `items` is for.
fn count(around: &Map<String, Value>) -> usize {
    around.get("prefixItems").and_then(Value::as_array).map_or(0, Vec::len)
}

fn keep(kept: &mut Map<String, Value>, wanted: &Map<String, Value>, keys: &[&str]) {
    for key in keys {
        if let Some(value) = wanted.get(*key) {
            kept.insert((*key).to_owned(), value.clone());
        }
    }
}

/// Adds the names that are not kept, with nothing to say about them.
fn keep_names(kept: &mut Map<String, Value>, wanted: &Map<String, Value>, key: &str) {
    let Some(Value::Object(names)) = wanted.get(key) else { return };
    let entry = kept.entry(key).or_insert_with(|| json!({}));
    if let Value::Object(entry) = entry {
        for name in names.keys() {
            entry.entry(name.clone()).or_insert(json!(true));
        }
    }
}

fn differing(known: &Map<String, Value>, wanted: &Map<String, Value>) -> BTreeSet<String> {
    let is_other = |(name, value): &(&String, &Value)| known.get(*name) != Some(*value);
    let mut differing: BTreeSet<String> =
        wanted.iter().filter(is_other).map(|(name, _)| name.clone()).collect();
    loop {
        let more: Vec<String> = wanted
            .iter()
            .filter(|(name, value)| !differing.contains(*name) && refers_to(value, &differing))
            .map(|(name, _)| name.clone())
            .collect();
        if more.is_empty() {
            return differing;
        }
        differing.extend(more);
    }
}

fn refers_to(schema: &Value, names: &BTreeSet<String>) -> bool {
    any_member(schema, &mut |key, value| {
        let target = if key == "$ref" { value.as_str() } else { None };
        target
            .and_then(|target| target.strip_prefix(DEFINITIONS))
            .is_some_and(|n| names.contains(n))
    })
}

/// Whether a keyword, or a reference to anything but a definition by its plain name, is there that
/// is not understood here.
fn is_opaque(schema: &Value) -> bool {
    any_member(schema, &mut |key, value| {
        let is_plain = |target: &str| {
            target.strip_prefix(DEFINITIONS).is_some_and(|name| !name.contains(['/', '~', '%']))
        };
        OPAQUE.contains(&key) || (key == "$ref" && !value.as_str().is_some_and(is_plain))
    })
}

fn any_member(schema: &Value, is_it: &mut impl FnMut(&str, &Value) -> bool) -> bool {
    match schema {
        Value::Object(members) => {
            members.iter().any(|(key, value)| is_it(key, value) || any_member(value, is_it))
        }
        Value::Array(items) => items.iter().any(|item| any_member(item, is_it)),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
