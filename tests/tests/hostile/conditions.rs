//! Conditions: discriminators, dependencies, and what holds only under others.

use foundry::Stage::Plan;
use serde_json::{Value, json};

use crate::build::{list, members, nested};
use crate::trial::Outcome::{Refused, Rows};

fn discriminated(at: usize) -> Value {
    json!({
        "if": { "properties": { "kind": { "const": format!("k{at}") } }, "required": ["kind"] },
        "then": { "properties": { format!("v{at}"): { "type": "integer" } }, "required": [format!("v{at}")] }
    })
}

fn independent(at: usize) -> Value {
    json!({
        "if": { "properties": { format!("k{at}"): { "const": true } }, "required": [format!("k{at}")] },
        "then": { "required": [format!("v{at}")] },
        "else": { "properties": { format!("v{at}"): { "type": "string" } } }
    })
}

fn about_a_list(at: usize) -> (String, Value) {
    let condition =
        json!({ "if": { "const": [at] }, "then": { "maxItems": 3 }, "else": { "minItems": 0 } });
    (format!("k{at}"), condition)
}

hostile! {
    sixty_kinds:
        json!({ "type": "object", "required": ["kind"],
            "properties": { "kind": { "enum": list(60, |at| json!(format!("k{at}"))) } },
            "allOf": list(60, discriminated) }) => Rows;
    six_hundred_kinds:
        json!({ "type": "object", "required": ["kind"],
            "properties": { "kind": { "enum": list(600, |at| json!(format!("k{at}"))) } },
            "allOf": list(600, discriminated) }) => Rows;
    sixty_kinds_of_which_none_is_needed:
        json!({ "type": "object", "allOf": list(60, discriminated) }) => Rows;
    sixty_independent_conditions:
        json!({ "type": "object", "properties": members(60, |at| (format!("k{at}"), json!({ "type": "boolean" }))),
            "allOf": list(60, independent) }) => Rows;
    conditions_over_types:
        json!({ "allOf": list(30, |at| json!({ "if": { "type": "integer", "minimum": at }, "then": { "multipleOf": 2 } })) })
        => Rows;
    conditions_of_conditions:
        nested(30, json!({ "minimum": 3 }), |inner| json!({ "if": { "multipleOf": 2 }, "then": inner, "else": { "type": "integer" } }))
        => Rows;
    else_if_chains_of_a_hundred:
        (0..100).fold(json!({ "required": ["other"] }), |otherwise, at| json!({
            "type": "object",
            "properties": { "kind": { "type": "string" } }, "required": ["kind"],
            "if": { "properties": { "kind": { "const": format!("k{at}") } } },
            "then": { "required": [format!("v{at}")] },
            "else": otherwise })) => Rows;
    forty_dependent_schemas:
        json!({ "type": "object", "properties": members(40, |at| (format!("k{at}"), json!({ "type": "integer" }))),
            "dependentSchemas": members(40, |at| (format!("k{at}"),
                json!({ "properties": { format!("k{}", (at + 1) % 40): { "minimum": at } }, "required": [format!("v{at}")] }))) })
        => Rows;
    forty_dependent_schemas_of_names_that_nobody_declares:
        json!({ "type": "object", "dependentSchemas": members(40, |at| (format!("k{at}"),
            json!({ "required": [format!("v{at}")] }))) }) => Rows;
    a_circle_of_dependent_names:
        json!({ "type": "object", "properties": members(300, |at| (format!("k{at}"), json!({ "type": "integer" }))),
            "dependentRequired": members(300, |at| (format!("k{at}"), json!([format!("k{}", (at + 1) % 300)]))) })
        => Refused(Plan, "combinations");
    dependencies_that_exclude_each_other:
        json!({ "$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "minProperties": 1,
            "properties": members(30, |at| (format!("k{at}"), json!({ "type": "integer" }))),
            "dependencies": members(30, |at| (format!("k{at}"),
                json!({ "properties": { format!("k{}", (at + 1) % 30): false } }))) }) => Rows;
    unevaluated_members_beside_a_product:
        json!({ "type": "object", "unevaluatedProperties": false, "allOf": list(20, discriminated),
            "properties": { "kind": { "type": "string" } } }) => Rows;
    four_thousand_conditions_about_lists:
        json!({ "type": "object", "properties": members(4000, about_a_list) }) => Rows;
    five_thousand_conditions_about_lists:
        json!({ "type": "object", "properties": members(5000, about_a_list) })
        => Refused(Plan, "more than 4096 conditions");
    references_below_conditions_about_lists:
        json!({ "type": "object", "properties": members(500, about_a_list),
            "$defs": members(500, |at| (format!("r{at}"), json!({ "$ref": format!("#/properties/k{at}/then") }))),
            "allOf": [{ "properties": members(500, |at| (format!("r{at}"), json!({ "$ref": format!("#/$defs/r{at}") }))) }] })
        => Rows;
    five_hundred_unevaluated_items:
        json!({ "type": "object", "properties": members(500, |at| (format!("k{at}"), json!({
            "type": "array", "allOf": [{ "contains": { "const": at } }], "unevaluatedItems": { "type": "integer" } }))) }) => Rows;
    unevaluated_items_of_a_thousand_parts:
        json!({ "type": "object", "properties": members(1000, |at| (format!("k{at}"), json!({
            "$ref": "#/$defs/parts", "type": "array", "unevaluatedItems": false }))),
            "$defs": { "parts": { "allOf": list(1000, |at| json!({ "contains": { "const": at } })) } } })
        => Refused(Plan, "more than 256 parts");
    unevaluated_items_of_many_parts:
        json!({ "type": "object", "properties": members(1000, |at| (format!("k{at}"), json!({
            "$ref": "#/$defs/parts", "type": "array", "unevaluatedItems": false }))),
            "$defs": { "parts": { "allOf": list(100, |at| json!({ "contains": { "const": at } })) } } })
        => Refused(Plan, "more than 1024 parts");
}
