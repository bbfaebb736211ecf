//! What lists of documents must contain, and what of them `unevaluatedItems` leaves over.

use serde_json::{Value, json};

use crate::documents::{judged, rows};

#[test]
fn a_position_may_hold_what_must_be_contained() {
    let in_front = json!({
        "type": "array",
        "prefixItems": [{ "type": "integer" }],
        "items": { "type": "string" },
        "contains": { "type": "integer" },
    });
    assert!(
        judged(&in_front, 50).iter().any(|row| row.as_array().is_some_and(|row| row.len() > 1))
    );
    let behind = json!({
        "type": "array",
        "prefixItems": [{ "type": "string" }],
        "contains": { "type": "integer" },
    });
    judged(&behind, 50);
    let closed = json!({
        "type": "array",
        "prefixItems": [{ "type": "integer" }, { "type": "string" }],
        "items": false,
        "minItems": 2,
        "contains": { "const": "x" },
    });
    assert!(judged(&closed, 50).iter().all(|row| row[1] == "x"));
}

#[test]
fn several_positions_may_hold_what_must_be_contained() {
    let text = json!({ "type": "string" });
    for (behind, min) in [(json!({ "type": "integer" }), 2), (json!({ "type": "string" }), 4)] {
        let schema = json!({
            "type": "array",
            "prefixItems": [{}, text, text],
            "items": behind,
            "contains": { "type": "string", "minLength": 3 },
            "minContains": min,
            "maxItems": 5,
        });
        judged(&schema, 100);
    }
    // One position holds what two keywords ask for, the other what a third one does.
    judged(
        &json!({
            "prefixItems": [{ "type": "integer" }, { "type": "integer" }],
            "items": false,
            "allOf": [
                { "contains": { "minimum": 10 } },
                { "contains": { "maximum": 20 } },
                { "contains": { "minimum": 50 }, "minContains": 2 },
            ],
        }),
        0,
    );
}

#[test]
fn what_a_part_contains_is_evaluated() {
    for (schema, least) in [
        (
            json!({ "anyOf": [{ "contains": { "type": "integer" } }, { "prefixItems": [{ "type": "null" }] }], "unevaluatedItems": { "type": "string" } }),
            0,
        ),
        (
            json!({ "allOf": [{ "contains": { "type": "integer" } }], "contains": { "const": true }, "unevaluatedItems": false }),
            2,
        ),
        (
            json!({ "if": { "contains": { "type": "integer" } }, "then": { "minItems": 3 }, "unevaluatedItems": { "type": "string" } }),
            0,
        ),
        (
            json!({ "oneOf": [{ "contains": { "const": 1 } }, { "contains": { "const": 2 } }], "unevaluatedItems": { "type": "string" } }),
            1,
        ),
    ] {
        let mut schema = schema;
        schema["type"] = json!("array");
        let within =
            json!({ "type": "object", "properties": { "list": schema }, "required": ["list"] });
        let rows = rows(&within, 200);
        let lists: Vec<&Vec<Value>> =
            rows.iter().filter_map(|row| row["list"].as_array()).collect();
        assert!(lists.iter().all(|list| list.len() >= least), "{schema}");
        assert!(lists.iter().any(|list| list.len() > 2), "{schema}");
        assert!(lists.iter().any(|list| list.iter().any(Value::is_number)), "{schema}");
    }
}

/// Rows of a list within an object, so that no place of it is the root.
fn lists(schema: &Value, count: u64) -> Vec<Vec<Value>> {
    let mut within = json!({ "type": "object", "properties": {}, "required": ["list"] });
    let mut schema = schema.clone();
    for key in ["$schema", "$defs"] {
        if let Some(value) = schema.as_object_mut().and_then(|schema| schema.remove(key)) {
            within[key] = value;
        }
    }
    within["properties"]["list"] = schema;
    let list = |row: &Value| row["list"].as_array().cloned();
    rows(&within, count).iter().filter_map(list).collect()
}

#[test]
fn what_a_reference_contains_is_evaluated() {
    for schema in [
        json!({ "type": "array", "$ref": "#/$defs/one", "unevaluatedItems": { "type": "string" }, "$defs": {
            "one": { "contains": { "type": "integer" } },
        } }),
        // A chain, of which the last one is reached twice.
        json!({ "$ref": "#/$defs/list", "$defs": {
            "list": { "type": "array", "allOf": [{ "$ref": "#/$defs/a" }, { "$ref": "#/$defs/b" }], "unevaluatedItems": { "type": "string" } },
            "a": { "$ref": "#/$defs/b" },
            "b": { "anyOf": [{ "$ref": "#/$defs/c" }, { "minItems": 3 }] },
            "c": { "contains": { "type": "integer" }, "minContains": 2, "maxContains": 3 },
        } }),
        // The elements lead back to the list.
        json!({ "$ref": "#/$defs/tree", "$defs": {
            "tree": { "type": "array", "$ref": "#/$defs/node", "minItems": 1, "unevaluatedItems": { "$ref": "#/$defs/tree" } },
            "node": { "contains": { "type": "integer" }, "maxItems": 3, "minContains": 0 },
        } }),
        // Where a reference leads to what `unevaluatedItems` says.
        json!({ "type": "array", "$ref": "#/$defs/part", "unevaluatedItems": { "$ref": "#/$defs/part/unevaluatedItems" }, "$defs": {
            "part": { "allOf": [{ "contains": { "type": "integer" } }], "unevaluatedItems": { "oneOf": [{ "type": "string" }, { "type": "null" }] } },
        } }),
        json!({ "$schema": "https://json-schema.org/draft/2019-09/schema", "type": "array", "items": [{ "type": "integer" }],
            "allOf": [{ "contains": { "type": "integer" } }], "unevaluatedItems": { "type": ["string", "integer"] } }),
    ] {
        let lists = lists(&schema, 200);
        assert!(lists.iter().any(|list| list.len() > 2), "{schema}");
        assert!(lists.iter().any(|list| list.iter().any(Value::is_i64)), "{schema}");
        assert!(lists.iter().any(|list| !list.iter().all(Value::is_i64)), "{schema}");
    }
}

#[test]
fn each_road_to_a_contains_has_elements_of_its_own() {
    let rows = rows(
        &json!({
            "type": "object",
            "properties": {
                "texts": { "$ref": "#/$defs/one", "unevaluatedItems": { "type": "string" } },
                "flags": { "$ref": "#/$defs/one", "unevaluatedItems": { "type": "boolean" } },
                "all": { "$ref": "#/$defs/one" },
            },
            "required": ["texts", "flags", "all"],
            "$defs": { "one": { "type": "array", "contains": { "type": "integer" } } },
        }),
        200,
    );
    let some = |name: &str, is_met: fn(&Value) -> bool| {
        rows.iter().any(|row| row[name].as_array().is_some_and(|list| list.iter().any(is_met)))
    };
    assert!(some("texts", Value::is_string) && some("flags", Value::is_boolean));
    assert!(!some("texts", Value::is_boolean) && !some("flags", Value::is_string));
    assert!(some("all", Value::is_string) && some("all", Value::is_boolean));
}

#[test]
fn elements_that_a_part_contains_are_told_apart_by_their_own_schemas() {
    // Each element needs a look at what the author wrote: no form says what exactly one of these admits.
    let even_or_third = json!({ "oneOf": [
        { "type": "integer", "multipleOf": 2 }, { "type": "integer", "multipleOf": 3 }, { "type": "integer", "minimum": 100 },
    ] });
    let part = json!({ "contains": even_or_third });
    let lists = lists(
        &json!({ "type": "array", "allOf": [part], "unevaluatedItems": false, "maxItems": 4 }),
        100,
    );
    assert!(lists.iter().any(|list| list.len() > 1));
}

#[test]
fn lists_longer_than_a_contains_admits_hold_other_elements() {
    let primary =
        json!({ "required": ["primary"], "properties": { "primary": { "const": true } } });
    for (schema, contained) in [
        (
            json!({ "type": "array", "items": { "type": "integer", "minimum": 0, "maximum": 1000 }, "minItems": 10,
                "contains": { "minimum": 1 }, "minContains": 1, "maxContains": 3 }),
            [1, 2, 3].as_slice(),
        ),
        (
            json!({ "type": "array", "items": { "type": "string" }, "minItems": 3,
                "contains": { "minLength": 1 }, "minContains": 0, "maxContains": 1 }),
            &[0, 1],
        ),
        (
            json!({ "type": "array", "minItems": 4, "contains": primary, "maxContains": 1,
                "items": { "type": "object", "properties": { "primary": { "type": "boolean" } } } }),
            &[1],
        ),
        (
            json!({ "type": "array", "prefixItems": [{ "const": 1 }, { "enum": [1, 2] }], "items": { "enum": [1, 2, 3] },
                "contains": { "const": 1 }, "minContains": 2, "maxContains": 2, "minItems": 5 }),
            &[2],
        ),
    ] {
        let validator = jsonschema::validator_for(&schema["contains"]).expect("a schema");
        let counts: Vec<usize> = lists(&schema, 100)
            .iter()
            .map(|list| list.iter().filter(|element| validator.is_valid(element)).count())
            .collect();
        for count in contained {
            assert!(counts.contains(count), "{schema}: {count}");
        }
        assert!(counts.iter().all(|count| contained.contains(count)), "{schema}");
    }
}
