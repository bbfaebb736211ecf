//! Members that nobody named: documents that are silent about them have one now and then, all others never.

use std::collections::BTreeSet;

use foundry::config::Config;
use foundry::generate::generate;
use foundry::{Foundry, Instance, Pipeline, Seed};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Rows of `schema` with so many extras, each held against the schema by another judge.
#[track_caller]
fn rows(schema: &Value, extras: f64, count: u64) -> Vec<Value> {
    let config = Config::default().with_extras(extras);
    let pipeline = Pipeline::builder().schema(schema).config(config).build();
    let pipeline = pipeline.unwrap_or_else(|error| panic!("{}", error.report()));
    let rows = pipeline.generate(7, count);
    let rows: Vec<_> = rows.unwrap_or_else(|error| panic!("{}", error.report())).values().collect();
    let judge = jsonschema::validator_for(schema).expect("a schema");
    for row in &rows {
        assert!(judge.is_valid(row), "{row}");
    }
    rows
}

/// How many rows have a member of another name than these.
fn with_others(rows: &[Value], names: &[&str]) -> usize {
    let has_other = |row: &&Value| {
        let members = row.as_object().into_iter().flatten();
        members.map(|(name, _)| name).any(|name| !names.contains(&name.as_str()))
    };
    rows.iter().filter(has_other).count()
}

fn order() -> Value {
    json!({
        "type": "object",
        "properties": {"id": {"type": "integer"}, "note": {"type": "string"}},
        "required": ["id"],
    })
}

/// The order, with more keywords.
fn order_with(keywords: &Value) -> Value {
    let mut schema = order();
    let members = schema.as_object_mut().expect("an object");
    members.extend(keywords.as_object().expect("keywords").clone());
    schema
}

#[test]
fn a_silent_object_has_one_now_and_then() {
    let rows = rows(&order(), Config::default().extras(), 2000);
    let share = with_others(&rows, &["id", "note"]);
    assert!((60..240).contains(&share), "{share} of 2000");
    let names = rows.iter().flat_map(|row| row.as_object().expect("an object").keys());
    let names: BTreeSet<&String> = names.collect();
    assert!(names.len() > 20, "names differ: {names:?}");
}

#[test]
fn extras_can_be_turned_off_and_up() {
    assert_eq!(with_others(&rows(&order(), 0.0, 500), &["id", "note"]), 0);
    assert_eq!(with_others(&rows(&order(), 1.0, 500), &["id", "note"]), 500);
    let none = Config::default().with_extras(1.0).with_lengths(0..=0);
    let pipeline = Pipeline::builder().schema(&order()).config(none).build().expect("a pipeline");
    let rows: Vec<_> = pipeline.generate(7, 100).expect("rows").values().collect();
    assert_eq!(with_others(&rows, &["id", "note"]), 0, "no lengths leave no room");
    let error =
        Pipeline::builder().schema(&order()).config(Config::default().with_extras(2.0)).build();
    let error = error.err().expect("no probability");
    assert_eq!(error.to_string(), "the share of extras is 2, which is no probability");
}

#[test]
fn what_is_there_already_stays_the_same() {
    let (without, with) = (rows(&order(), 0.0, 200), rows(&order(), 1.0, 200));
    for (without, with) in without.iter().zip(&with) {
        for (name, value) in without.as_object().expect("an object") {
            assert_eq!(with.get(name), Some(value));
        }
    }
}

#[test]
fn who_speaks_of_others_decides() {
    for keywords in [
        json!({"additionalProperties": false}),
        json!({"propertyNames": {"enum": ["id", "note", "more"]}}),
        json!({"patternProperties": {"^x-": {"type": "integer"}}, "additionalProperties": false}),
        json!({"allOf": [{"additionalProperties": {"type": "integer"}}]}),
        json!({"maxProperties": 1}),
    ] {
        let schema = order_with(&keywords);
        let (none, all) = (rows(&schema, 0.0, 200), rows(&schema, 1.0, 200));
        assert_eq!(none, all, "{keywords}");
    }
}

#[test]
fn a_row_with_extras_is_valid_whatever_stands_around() {
    let part = |name: &str| json!({"properties": {name: {"type": "integer"}}, "required": [name]});
    for keywords in [
        json!({"maxProperties": 2}),
        json!({"minProperties": 2}),
        json!({"not": {"required": ["gone"]}}),
        json!({"not": {"minProperties": 3}}),
        json!({"dependentRequired": {"note": ["more"]}}),
        json!({"dependentSchemas": {"note": {"maxProperties": 2}}}),
        json!({"if": {"required": ["note"]}, "then": {"unevaluatedProperties": false}}),
        json!({"if": {"minProperties": 2}, "then": {"required": ["note"]}}),
        json!({"unevaluatedProperties": false, "allOf": [part("a"), part("b")]}),
        json!({"oneOf": [part("a"), part("b")]}),
        json!({"oneOf": [part("a"), {"properties": {"b": {}}, "required": ["b"], "additionalProperties": false}]}),
        json!({"oneOf": [{"maxProperties": 2}, {"minProperties": 3}]}),
        json!({"oneOf": [{"properties": {"note": {"const": "x"}}}, {"required": ["note"], "maxProperties": 2}]}),
        json!({"anyOf": [part("a"), {"required": ["b"], "additionalProperties": {"type": "string"}}]}),
        json!({"properties": {"id": {"type": "integer"}, "inner": {"$ref": "#"}}}),
    ] {
        let rows = rows(&order_with(&keywords), 1.0, 200);
        assert_eq!(rows.len(), 200, "{keywords}");
    }
}

#[test]
fn no_name_of_the_document_is_taken() {
    let drawn = rows(&order(), 1.0, 400);
    let mut names: BTreeSet<String> =
        drawn.iter().flat_map(|row| row.as_object().expect("an object").keys().cloned()).collect();
    names.retain(|name| name != "id" && name != "note");
    let taken = names.pop_first().expect("a name");
    // Nothing at the object itself, and yet a name that means something.
    let schema = order_with(&json!({"$defs": {"other": {"required": [taken]}}}));
    assert!(rows(&schema, 1.0, 400).iter().all(|row| row.get(&taken).is_none()), "{taken}");
}

#[test]
fn the_deepest_object_of_a_row_leaves_no_room_for_more() {
    let mut schema = json!({});
    for _ in 0..126 {
        schema = json!({"type": "object", "properties": {"a": schema}, "required": ["a"]});
    }
    rows(&schema, 1.0, 50);
}

#[derive(Serialize, Deserialize, Foundry)]
struct Note {
    text: String,
    parts: Vec<Part>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Part {
    pages: Option<u8>,
}

#[test]
fn rows_of_types_have_none() {
    let plan = Note::foundry_plan().expect("a plan");
    let mut parts = 0;
    for row in 0..2000 {
        let mut out = Instance::new();
        generate(&plan, &Seed::from(7), row, &mut out).expect("a row");
        let row = out.root().to_value();
        assert_eq!(with_others(std::slice::from_ref(&row), &["text", "parts"]), 0, "{row}");
        let inner = row["parts"].as_array().expect("a list");
        assert_eq!(with_others(inner, &["pages"]), 0, "{row}");
        parts += inner.len();
    }
    assert!(parts > 1000, "{parts}");
}
