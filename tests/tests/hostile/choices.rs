//! Products of alternatives: 2ⁿ of them in n lines.

use foundry::Stage::Plan;
use serde_json::{Value, json};

use crate::build::{list, members, nested};
use crate::trial::Outcome::{Refused, Rows};

fn pair(at: usize) -> Value {
    json!({ "anyOf": [
        { "required": [format!("a{at}")], "properties": { format!("a{at}"): { "type": "integer" } } },
        { "required": [format!("b{at}")], "properties": { format!("b{at}"): { "type": "string" } } },
    ] })
}

fn exclusive(at: usize) -> Value {
    json!({ "oneOf": [{ "required": [format!("a{at}")] }, { "required": [format!("b{at}")] }] })
}

hostile! {
    a_product_of_twenty_pairs: json!({ "type": "object", "allOf": list(20, pair) }) => Rows;
    a_product_of_sixty_pairs: json!({ "type": "object", "allOf": list(60, pair) }) => Rows;
    a_product_of_a_thousand_pairs: json!({ "type": "object", "allOf": list(1000, pair) }) => Refused(Plan, "choices at one place");
    a_product_of_twenty_exclusive_pairs: json!({ "type": "object", "allOf": list(20, exclusive) }) => Rows;
    a_product_of_sixty_exclusive_pairs: json!({ "type": "object", "allOf": list(60, exclusive) }) => Rows;
    a_product_of_bounds:
        json!({ "type": "integer", "allOf": list(20, |at| json!({ "anyOf": [
            { "minimum": at }, { "maximum": -i64::try_from(at).unwrap_or(0) } ] })) }) => Rows;
    a_product_of_multiples:
        json!({ "type": "integer", "allOf": list(20, |at| json!({ "anyOf": [
            { "multipleOf": at + 2 }, { "not": { "multipleOf": at + 2 } } ] })) }) => Refused(Plan, "combinations");
    a_product_of_patterns:
        json!({ "type": "string", "allOf": list(16, |at| json!({ "anyOf": [
            { "pattern": format!("a{at}") }, { "pattern": format!("b{at}") } ] })) }) => Refused(Plan, "cannot plan the pattern");
    a_product_of_many_alternatives:
        json!({ "type": "object", "allOf": list(8, |at| json!({ "anyOf": list(30, |branch| json!({
            "properties": { format!("k{at}"): { "const": branch } }, "required": [format!("k{at}")] })) })) })
        => Rows;
    a_product_below_a_product:
        nested(6, json!({ "type": "integer" }), |inner| json!({ "type": "object", "required": ["x"],
            "properties": { "x": inner }, "allOf": list(6, pair) })) => Rows;
    nested_choices_that_double:
        nested(40, json!({ "type": "integer" }), |inner| json!({ "oneOf": [
            { "type": "object", "properties": { "l": inner.clone() }, "required": ["l"] },
            { "type": "null" } ] })) => Rows;
    nested_exclusive_choices:
        nested(12, json!({ "type": "integer" }), |inner| json!({ "oneOf": [inner, { "not": { "type": ["integer", "null"] } }] }))
        => Rows;
    two_thousand_branches:
        json!({ "anyOf": list(2000, |at| json!({ "type": "object", "required": ["kind"],
            "properties": { "kind": { "const": format!("k{at}") }, "n": { "type": "integer" } } })) }) => Rows;
    a_thousand_exclusive_branches:
        json!({ "oneOf": list(1000, |at| json!({ "type": "object", "required": ["kind"],
            "properties": { "kind": { "const": format!("k{at}") }, "n": { "type": "integer" } } })) }) => Rows;
    three_hundred_exclusive_branches_that_overlap:
        json!({ "oneOf": list(300, |at| json!({ "type": "integer", "minimum": at, "maximum": at + 1 })) }) => Rows;
    a_hundred_exclusive_objects_that_overlap:
        json!({ "oneOf": list(100, |at| json!({ "type": "object", "required": [format!("k{at}")] })) }) => Rows;
    negations_of_many_objects:
        json!({ "type": "object", "allOf": list(60, |at| json!({ "not": { "required": [format!("k{at}")] } })) })
        => Rows;
    negations_of_pairs:
        json!({ "type": "object", "allOf": list(40, |at| json!({ "not": {
            "required": [format!("a{at}"), format!("b{at}")] } })) }) => Rows;
    a_negation_of_a_product:
        json!({ "not": { "allOf": list(20, pair) } }) => Refused(Plan, "negation");
    a_negation_of_alternatives:
        json!({ "not": { "anyOf": list(200, |at| json!({ "const": at })) } }) => Rows;
    every_member_with_its_own_product:
        json!({ "type": "object", "properties": members(50, |at| (format!("m{at}"),
            json!({ "type": "object", "allOf": list(10, pair) }))) }) => Rows;
}
