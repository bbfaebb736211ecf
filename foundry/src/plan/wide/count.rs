//! How many combinations a place has: a product over what holds together, a sum over alternatives.

use std::collections::BTreeSet;

use ahash::{AHashMap, AHashSet};
use serde_json::{Map, Value};

use super::{CHOICES, Site, Sites};
use crate::error::{Error, Stage};
use crate::parse::keywords::{holds_values, may_hold_schemas};
use crate::parse::references::{escape, local_pointer, pointer_below, schema_at};

/// The canonical form is asked to multiply out no more combinations than this at one place.
const MAX_COMBINATIONS: u64 = 128;

/// The same for products that stand below each other, all of them together.
const MAX_NESTED_COMBINATIONS: u64 = 1024;

/// Products of fewer combinations are never too many, wherever they stand.
const SMALL_PRODUCT: u64 = 8;

/// The branches of a larger `oneOf` are not held against each other by the canonical form, which
/// takes the square of their number.
const MAX_EXCLUSIVE: usize = 128;

/// Conditions below conditions are multiplied out only up to this many at one place.
const MAX_CONDITIONS: u32 = 8;

/// A value is held against no more subschemas than this: references that are named twice at every
/// level double the work of every validator.
const MAX_EVALUATION: u64 = 1_000_000;

/// Schemas hold at one place through a chain of no more references, `allOf`s and branches: a
/// validator follows it on its stack.
const MAX_IN_PLACE: u32 = 500;

/// Schemas stand below each other through no more references: planning follows them on its stack.
const MAX_REFERENCE_LEVELS: u32 = 1500;

/// A validator looks each name up by itself: more of them take longer than all else.
pub(crate) const MAX_NAMES: usize = 16_384;

/// The choices of all places that have more than [`MAX_COMBINATIONS`], and behind them those of many branches alone.
pub(super) fn find_wide(document: &Value) -> Result<(Sites, Sites), Error> {
    let mut counter = Counter {
        document,
        counts: AHashMap::new(),
        nested: AHashMap::new(),
        hidden: BTreeSet::new(),
        looked_through: AHashSet::new(),
    };
    let mut seen = AHashSet::new();
    let (mut veiled, mut negated) = (BTreeSet::new(), BTreeSet::new());
    // With each schema, how many lead to it.
    let mut open = Vec::new();
    if let Value::Object(schema) = document {
        open.push((Child { pointer: String::new(), schema, is_negated: false }, 0));
    }
    while let Some((Child { pointer, schema, is_negated }, level)) = open.pop() {
        if !seen.insert((pointer.clone(), is_negated)) {
            continue;
        }
        if level > MAX_REFERENCE_LEVELS {
            return Err(too_deep(&pointer, MAX_REFERENCE_LEVELS));
        }
        let names = schema.get("properties").and_then(Value::as_object).map_or(0, Map::len);
        if names.max(length(schema, "required")) > MAX_NAMES {
            return Err(too_many_names(&pointer));
        }
        let count = if holds_alone(schema) { Count::ALONE } else { counter.count(&pointer) };
        if length(schema, "oneOf") > MAX_EXCLUSIVE {
            let set = if is_negated { &mut negated } else { &mut veiled };
            set.insert((pointer.clone(), "oneOf"));
        }
        let is_nested = count.is_product
            && count.combinations > SMALL_PRODUCT
            && counter.nested(&pointer) > MAX_NESTED_COMBINATIONS;
        if count.evaluation > MAX_EVALUATION {
            return Err(Error::new(
                Stage::Plan,
                format!("a value is held against more than {MAX_EVALUATION} subschemas here"),
            )
            .at(pointer)
            .with_help("name a subschema once where it is named several times"));
        }
        if count.depth > MAX_IN_PLACE {
            return Err(too_deep(&pointer, MAX_IN_PLACE));
        }
        let is_wide = count.combinations > MAX_COMBINATIONS && count.is_product;
        if is_wide || is_nested || count.conditions > MAX_CONDITIONS {
            if is_negated && is_wide {
                return Err(Error::new(
                    Stage::Plan,
                    format!("cannot plan a negation of more than {MAX_COMBINATIONS} combinations"),
                )
                .at(pointer)
                .with_keyword("not")
                .with_help("say what is allowed instead of what is not"));
            }
            if !is_negated {
                counter.hide(&pointer);
            }
        }
        // The last one is looked at first: a validator goes through them in their order.
        for child in below(document, schema, &pointer).into_iter().rev() {
            let is_negated = is_negated || child.is_negated;
            open.push((Child { is_negated, ..child }, level + 1));
        }
    }
    // Less would be left of a negation than there is.
    let veiled = veiled.difference(&negated).filter(|site| !counter.hidden.contains(*site));
    let veiled = by_pointer(veiled.cloned());
    Ok((by_pointer(counter.hidden), veiled))
}

fn by_pointer(sites: impl IntoIterator<Item = Site>) -> Sites {
    let mut all = Sites::new();
    for (pointer, keyword) in sites {
        all.entry(pointer).or_default().insert(keyword);
    }
    all
}

/// The error for an object of more than [`MAX_NAMES`].
pub(crate) fn too_many_names(pointer: &str) -> Error {
    Error::new(Stage::Plan, format!("an object has more than {MAX_NAMES} names of its own"))
        .at(pointer)
        .with_keyword("properties, required")
        .with_help("split the object into smaller ones")
}

fn too_deep(pointer: &str, limit: u32) -> Error {
    Error::new(Stage::Plan, format!("references lead through more than {limit} levels of schemas"))
        .at(pointer)
        .with_keyword("$ref")
        .with_help("let the references name the schema that they end at")
}

/// A schema directly below another one.
struct Child<'d> {
    pointer: String,
    schema: &'d Map<String, Value>,
    is_negated: bool,
}

/// Every schema directly below `schema` that has others below it or beside it.
fn below<'d>(document: &'d Value, schema: &'d Map<String, Value>, pointer: &str) -> Vec<Child<'d>> {
    let mut found = Vec::new();
    let mut add = |pointer: String, schema: Option<&'d Value>, is_negated: bool| {
        if let Some(schema) = schema.and_then(with_parts) {
            found.push(Child { pointer, schema, is_negated });
        }
    };
    for (key, value) in schema {
        if holds_values(key) {
            continue;
        }
        if !may_hold_schemas(value) && key != "$ref" {
            continue;
        }
        match (key.as_str(), value) {
            ("$ref", Value::String(reference)) => {
                if let Some(target) = local_pointer(reference) {
                    let schema = schema_at(document, &target);
                    add(target, schema, false);
                }
            }
            // What nobody refers to holds nowhere.
            ("$defs" | "definitions", _) => {}
            (
                "properties" | "patternProperties" | "dependentSchemas" | "dependencies",
                Value::Object(members),
            ) => {
                for (name, member) in members.iter().filter(|(_, all)| with_parts(all).is_some()) {
                    add(pointer_below(pointer, key, name), Some(member), false);
                }
            }
            (_, Value::Object(_)) => {
                let at = [pointer, "/", &escape(key)].concat();
                add(at, Some(value), matches!(key.as_str(), "not" | "if"));
            }
            (_, Value::Array(items)) => {
                let schemas = items.iter().enumerate().filter(|(_, item)| item.is_object());
                for (position, item) in schemas {
                    let at = format!("{pointer}/{}/{position}", escape(key));
                    add(at, Some(item), false);
                }
            }
            _ => {}
        }
    }
    found
}

/// The schema, where others may stand in it or hold with it.
fn with_parts(schema: &Value) -> Option<&Map<String, Value>> {
    let is_part = |(key, value): (&String, &Value)| match value {
        Value::Object(_) => !holds_values(key),
        Value::Array(_) => key != "type" && !holds_values(key),
        _ => key == "$ref",
    };
    schema.as_object().filter(|schema| schema.iter().any(is_part))
}

/// What is known of one schema and all that hold with it.
#[derive(Debug, Clone, Copy)]
struct Count {
    combinations: u64,
    evaluation: u64,
    depth: u32,
    /// How many conditions hold together or stand in each other's branches.
    conditions: u32,
    /// Whether several choices are multiplied here.
    is_product: bool,
}

impl Count {
    /// A schema with which no other one holds.
    const ALONE: Self =
        Self { combinations: 1, evaluation: 1, depth: 1, conditions: 0, is_product: false };
}

/// Whether no other schema holds where `schema` does.
fn holds_alone(schema: &Map<String, Value>) -> bool {
    let leads_on = |key: &str| ["$ref", "allOf"].contains(&key) || CHOICES.contains(&key);
    !schema.keys().any(|key| leads_on(key))
}

struct Counter<'a> {
    document: &'a Value,
    counts: AHashMap<String, Count>,
    /// The products below each schema, multiplied; `None` while it is being looked at.
    nested: AHashMap<String, Option<u64>>,
    hidden: BTreeSet<Site>,
    /// The schemas whose choices are hidden, and those of all that hold with them.
    looked_through: AHashSet<String>,
}

impl Counter<'_> {
    /// Circles in place are refused before, so this ends.
    fn count(&mut self, pointer: &str) -> Count {
        if let Some(known) = self.counts.get(pointer) {
            return *known;
        }
        let mut count = Count::ALONE;
        // Circles that mean something are those of a validator that ignores what stands beside them.
        self.counts.insert(pointer.to_owned(), count);
        let document = self.document;
        if let Some(schema) = schema_at(document, pointer).and_then(Value::as_object) {
            let mut factors = 0;
            let mut multiply = |count: &mut Count, by: u64| {
                factors += u32::from(by > 1);
                count.combinations = count.combinations.saturating_mul(by);
            };
            let child = |counter: &mut Self, count: &mut Count, at: &str| {
                let inner = counter.count(at);
                count.evaluation = count.evaluation.saturating_add(inner.evaluation);
                count.depth = count.depth.max(inner.depth.saturating_add(1));
                count.conditions = count.conditions.saturating_add(inner.conditions);
                inner.combinations
            };
            let reference = schema.get("$ref").and_then(Value::as_str);
            if let Some(target) = reference.and_then(local_pointer) {
                let by = child(self, &mut count, &target);
                multiply(&mut count, by);
            }
            for at in 0..length(schema, "allOf") {
                let by = child(self, &mut count, &format!("{pointer}/allOf/{at}"));
                multiply(&mut count, by);
            }
            for keyword in ["anyOf", "oneOf"] {
                let mut sum: u64 = 0;
                for at in 0..length(schema, keyword) {
                    let by = child(self, &mut count, &format!("{pointer}/{keyword}/{at}"));
                    sum = sum.saturating_add(by);
                }
                multiply(&mut count, sum.max(1));
            }
            if let Some(negated) = schema.get("not") {
                child(self, &mut count, &format!("{pointer}/not"));
                multiply(&mut count, ways_to_fail(negated));
            }
            if schema.contains_key("if") {
                count.conditions = count.conditions.saturating_add(1);
                child(self, &mut count, &format!("{pointer}/if"));
                let mut sum = 0_u64;
                for keyword in ["then", "else"] {
                    let by = child(self, &mut count, &format!("{pointer}/{keyword}"));
                    sum = sum.saturating_add(by);
                }
                multiply(&mut count, sum);
            }
            for keyword in ["dependentSchemas", "dependencies", "dependentRequired"] {
                let Some(Value::Object(names)) = schema.get(keyword) else { continue };
                for name in names.keys() {
                    let at = pointer_below(pointer, keyword, name);
                    let by = child(self, &mut count, &at);
                    multiply(&mut count, by.saturating_add(1));
                }
            }
            count.is_product = factors > 1;
        }
        self.counts.insert(pointer.to_owned(), count);
        count
    }

    /// The combinations of the product at `pointer`, times the most that stand below it. A recursion
    /// is not multiplied out.
    fn nested(&mut self, pointer: &str) -> u64 {
        match self.nested.get(pointer) {
            Some(Some(known)) => return *known,
            Some(None) => return 1,
            None => {}
        }
        self.nested.insert(pointer.to_owned(), None);
        let document = self.document;
        let mut most = 1;
        if let Some(schema) = schema_at(document, pointer).and_then(Value::as_object) {
            for child in below(document, schema, pointer) {
                most = most.max(self.nested(&child.pointer));
            }
        }
        let own = self.count(pointer);
        // What is hidden is not multiplied out any more.
        let is_open = own.is_product && own.combinations <= MAX_COMBINATIONS;
        let all = if is_open { own.combinations.saturating_mul(most) } else { most };
        // Nor is a place above that is hidden because of this one.
        let all =
            if all > MAX_NESTED_COMBINATIONS { all.min(MAX_NESTED_COMBINATIONS + 1) } else { all };
        self.nested.insert(pointer.to_owned(), Some(all));
        all
    }

    /// Hides every choice of the schema at `pointer` and of all that may hold with it.
    fn hide(&mut self, pointer: &str) {
        let document = self.document;
        let Some(schema) = schema_at(document, pointer).and_then(Value::as_object) else { return };
        if !self.looked_through.insert(pointer.to_owned()) {
            return;
        }
        let reference = schema.get("$ref").and_then(Value::as_str);
        if let Some(target) = reference.and_then(local_pointer) {
            self.hide(&target);
        }
        for keyword in CHOICES {
            if schema.contains_key(keyword) {
                self.hidden.insert((pointer.to_owned(), keyword));
            }
        }
        for keyword in ["allOf", "anyOf", "oneOf"] {
            for at in 0..length(schema, keyword) {
                self.hide(&format!("{pointer}/{keyword}/{at}"));
            }
        }
        for keyword in ["then", "else"] {
            self.hide(&format!("{pointer}/{keyword}"));
        }
        for keyword in ["dependentSchemas", "dependencies"] {
            let Some(Value::Object(names)) = schema.get(keyword) else { continue };
            for name in names.keys() {
                self.hide(&pointer_below(pointer, keyword, name));
            }
        }
    }
}

/// In how many ways a negated schema may fail to hold, as far as members are concerned.
fn ways_to_fail(negated: &Value) -> u64 {
    let Value::Object(schema) = negated else { return 1 };
    let names = schema.get("required").and_then(Value::as_array).map_or(0, Vec::len);
    let members = schema.get("properties").and_then(Value::as_object).map_or(0, Map::len);
    (names + members).max(1) as u64
}

fn length(schema: &Map<String, Value>, keyword: &str) -> usize {
    schema.get(keyword).and_then(Value::as_array).map_or(0, Vec::len)
}
