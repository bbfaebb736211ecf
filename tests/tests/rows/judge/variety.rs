//! What the rows of a schema should meet, one by one: every branch, both sides of every option,
//! empty and filled collections, different numbers and texts.

use std::collections::BTreeMap;

use jsonschema::{Registry, Validator};
use serde_json::{Map, Value, json};

/// Goals by name, and whether a row met them; those of a place are set up when it is first seen.
pub(crate) struct Variety<'s> {
    schema: &'s Value,
    goals: BTreeMap<String, bool>,
    first: BTreeMap<String, Value>,
    branches: BTreeMap<String, Validator>,
}

impl<'s> Variety<'s> {
    pub(crate) fn of(schema: &'s Value) -> Self {
        Self { schema, goals: BTreeMap::new(), first: BTreeMap::new(), branches: BTreeMap::new() }
    }

    pub(crate) fn see(&mut self, instance: &Value) {
        self.walk("", instance);
    }

    /// The goals that no row met.
    pub(crate) fn missed(&self) -> Vec<&str> {
        self.goals.iter().filter(|(_, met)| !**met).map(|(goal, _)| goal.as_str()).collect()
    }

    fn goal(&mut self, name: String, met: bool) {
        *self.goals.entry(name).or_default() |= met;
    }

    fn walk(&mut self, at: &str, instance: &Value) {
        let Some(Value::Object(schema)) = self.schema.pointer(at) else { return };
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            self.walk(target.trim_start_matches('#'), instance);
        }
        for keyword in ["allOf", "anyOf", "oneOf"] {
            let count = schema.get(keyword).and_then(Value::as_array).map_or(0, Vec::len);
            for branch in 0..count {
                let below = format!("{at}/{keyword}/{branch}");
                let met = keyword == "allOf" || self.is_valid(&below, instance);
                self.goal(below.clone(), met);
                if met {
                    self.walk(&below, instance);
                }
            }
        }
        self.see_type(at, schema, instance);
        match instance {
            Value::Object(members) => self.see_members(at, schema, members),
            Value::Array(items) => self.see_items(at, schema, items),
            _ => {}
        }
    }

    fn see_type(&mut self, at: &str, schema: &Map<String, Value>, instance: &Value) {
        for value in schema.get("enum").and_then(Value::as_array).into_iter().flatten() {
            self.goal(format!("{at} = {value}"), value == instance);
        }
        let types: Vec<&str> = match schema.get("type") {
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(name)) => vec![name],
            _ => Vec::new(),
        };
        for name in types.iter().filter(|_| types.len() > 1) {
            self.goal(format!("{at} is {name}"), is_type(instance, name));
        }
        let is_fixed = schema.contains_key("enum") || schema.contains_key("const");
        for name in types {
            match name {
                "boolean" if !is_fixed => {
                    self.goal(format!("{at} = true"), *instance == Value::Bool(true));
                    self.goal(format!("{at} = false"), *instance == Value::Bool(false));
                }
                "integer" | "number" | "string" if !is_fixed && is_type(instance, name) => {
                    let first = self.first.entry(format!("{at} {name}"));
                    let differs = first.or_insert_with(|| instance.clone()) != instance;
                    self.goal(format!("{at} {name} differs"), differs);
                }
                _ => {}
            }
        }
    }

    fn see_members(&mut self, at: &str, schema: &Map<String, Value>, members: &Map<String, Value>) {
        let none = Map::new();
        let declared = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
        let required = schema.get("required").and_then(Value::as_array);
        for name in declared.keys() {
            let below = format!("{at}/properties/{}", name.replace('~', "~0").replace('/', "~1"));
            self.goal(format!("{below} there"), members.contains_key(name));
            if !required.is_some_and(|names| names.iter().any(|known| known == name.as_str())) {
                self.goal(format!("{below} missing"), !members.contains_key(name));
            }
            if let Some(value) = members.get(name) {
                self.walk(&below, value);
            }
        }
        let others = members.iter().filter(|(name, _)| !declared.contains_key(*name));
        let others: Vec<&Value> = others.map(|(_, value)| value).collect();
        let has = |keyword: &str| schema.get(keyword).is_some_and(|value| *value != json!(false));
        if has("additionalProperties") || has("patternProperties") {
            if !schema.contains_key("minProperties") {
                self.goal(format!("{at} without open members"), others.is_empty());
            }
            self.goal(format!("{at} with open members"), !others.is_empty());
        }
        let patterns = schema.get("patternProperties").and_then(Value::as_object);
        for value in others {
            match patterns.and_then(|patterns| patterns.keys().next()) {
                Some(pattern) => {
                    let pattern = pattern.replace('~', "~0").replace('/', "~1");
                    self.walk(&format!("{at}/patternProperties/{pattern}"), value);
                }
                None => self.walk(&format!("{at}/additionalProperties"), value),
            }
        }
    }

    fn see_items(&mut self, at: &str, schema: &Map<String, Value>, items: &[Value]) {
        let prefix = schema.get("prefixItems").and_then(Value::as_array).map_or(0, Vec::len);
        if !schema.contains_key("items") && prefix == 0 && !names_type(schema, "array") {
            return;
        }
        let has_least = schema.get("minItems").is_some_and(|least| *least != json!(0));
        if prefix == 0 && !has_least && schema.get("maxItems") != Some(&json!(0)) {
            self.goal(format!("{at} empty"), items.is_empty());
            self.goal(format!("{at} with elements"), !items.is_empty());
        }
        for (position, item) in items.iter().enumerate() {
            if position < prefix {
                self.walk(&format!("{at}/prefixItems/{position}"), item);
            } else {
                self.walk(&format!("{at}/items"), item);
            }
        }
    }

    fn is_valid(&mut self, branch: &str, instance: &Value) -> bool {
        const DOCUMENT: &str = "urn:test:document";
        if !self.branches.contains_key(branch) {
            let registry = Registry::new()
                .add(DOCUMENT, self.schema.clone())
                .and_then(|builder| builder.prepare())
                .expect("a schema of schemars");
            let validator = jsonschema::options()
                .with_registry(&registry)
                .should_validate_formats(true)
                .build(&json!({ "$ref": format!("{DOCUMENT}#{branch}") }))
                .expect("a branch of a schema of schemars");
            self.branches.insert(branch.to_owned(), validator);
        }
        self.branches[branch].is_valid(instance)
    }
}

fn names_type(schema: &Map<String, Value>, name: &str) -> bool {
    match schema.get("type") {
        Some(Value::Array(names)) => names.iter().any(|known| known == name),
        Some(Value::String(known)) => known == name,
        _ => false,
    }
}

fn is_type(instance: &Value, name: &str) -> bool {
    match name {
        "null" => instance.is_null(),
        "boolean" => instance.is_boolean(),
        "integer" => instance.is_i64() || instance.is_u64(),
        "number" => instance.is_number(),
        "string" => instance.is_string(),
        "array" => instance.is_array(),
        "object" => instance.is_object(),
        _ => false,
    }
}
