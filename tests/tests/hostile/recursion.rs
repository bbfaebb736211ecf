//! Recursion: without an end, with a deep end, and as wide as it goes.

use foundry::Stage::Plan;
use serde_json::json;

use crate::build::{chain, list, members};
use crate::trial::Outcome::{Refused, Rows};

hostile! {
    a_recursion_without_an_end:
        json!({ "type": "object", "properties": { "next": { "$ref": "#" } }, "required": ["next"] })
        => Refused(Plan, "finite");
    a_circle_without_an_end:
        json!({ "$ref": "#/$defs/a", "$defs": {
            "a": { "type": "object", "properties": { "b": { "$ref": "#/$defs/b" } }, "required": ["b"] },
            "b": { "type": "array", "items": { "$ref": "#/$defs/a" }, "minItems": 1 } } }) => Refused(Plan, "finite");
    an_end_a_hundred_levels_down:
        chain(100, &json!({ "type": "null" }), |next| json!({ "type": "object", "properties": { "n": next }, "required": ["n"] }))
        => Rows;
    an_end_deeper_than_a_row:
        chain(3000, &json!({ "type": "null" }), |next| json!({ "type": "object", "properties": { "n": next }, "required": ["n"] }))
        => Refused(Plan, "levels");
    an_optional_chain_of_three_thousand:
        chain(3000, &json!({ "type": "null" }), |next| json!({ "type": "object", "properties": { "n": next } })) => Refused(Plan, "levels of schemas");
    a_tree_of_a_hundred_children:
        json!({ "type": "object", "properties": members(100, |at| (format!("c{at}"), json!({ "$ref": "#" }))) }) => Rows;
    a_tree_that_needs_two_children_or_none:
        json!({ "oneOf": [{ "type": "null" }, { "type": "object", "required": ["l", "r"],
            "properties": { "l": { "$ref": "#" }, "r": { "$ref": "#" } } }] }) => Rows;
    lists_of_lists: json!({ "type": "array", "minItems": 3, "items": { "anyOf": [{ "$ref": "#" }, { "type": "null" }] } }) => Rows;
    lists_of_ten_lists_that_end_late:
        json!({ "$ref": "#/$defs/l0", "$defs": members(7, |at| (format!("l{at}"), if at == 6 { json!({ "type": "integer" }) } else {
            json!({ "type": "array", "minItems": 10, "items": { "$ref": format!("#/$defs/l{}", at + 1) } }) })) })
        => Refused(Plan, "minItems");
    doubling_by_reference:
        json!({ "$ref": "#/$defs/l0", "$defs": members(40, |at| (format!("l{at}"), if at == 39 { json!({ "type": "integer" }) } else {
            let next = json!({ "$ref": format!("#/$defs/l{}", at + 1) });
            json!({ "type": "object", "required": ["a", "b"], "properties": { "a": next, "b": next } }) })) })
        => Refused(Plan, "values");
    doubling_by_optional_reference:
        json!({ "$ref": "#/$defs/l0", "$defs": members(60, |at| (format!("l{at}"), if at == 59 { json!({ "type": "integer" }) } else {
            let next = json!({ "$ref": format!("#/$defs/l{}", at + 1) });
            json!({ "type": "object", "properties": { "a": next, "b": next, "c": next, "d": next } }) })) }) => Rows;
    doubling_by_conjunction:
        json!({ "$ref": "#/$defs/l0", "$defs": members(40, |at| (format!("l{at}"), if at == 39 { json!({ "type": "integer" }) } else {
            let next = json!({ "$ref": format!("#/$defs/l{}", at + 1) });
            json!({ "allOf": [next, next] }) })) }) => Refused(Plan, "subschemas");
    doubling_by_choice:
        json!({ "$ref": "#/$defs/l0", "$defs": members(30, |at| (format!("l{at}"), if at == 29 { json!({ "type": "integer" }) } else {
            let next = json!({ "$ref": format!("#/$defs/l{}", at + 1) });
            json!({ "anyOf": [next, { "allOf": [next, { "minimum": at }] }] }) })) }) => Refused(Plan, "subschemas");
    doubling_by_exclusive_choice:
        json!({ "$ref": "#/$defs/l0", "$defs": members(24, |at| (format!("l{at}"), if at == 23 { json!({ "type": "integer" }) } else {
            let next = json!({ "$ref": format!("#/$defs/l{}", at + 1) });
            json!({ "oneOf": [{ "type": "array", "items": next }, { "type": "object", "additionalProperties": next }] }) })) }) => Rows;
    a_negated_recursion:
        json!({ "type": "object", "properties": { "n": { "not": { "$ref": "#" } } }, "required": ["n"] }) => Rows;
    a_recursion_through_names:
        json!({ "type": "object", "patternProperties": { "^a": { "$ref": "#" } }, "propertyNames": { "maxLength": 3 } }) => Rows;
    a_recursion_through_all_members:
        json!({ "type": "object", "minProperties": 1, "additionalProperties": { "$ref": "#" } }) => Refused(Plan, "additionalProperties");
    a_recursive_base_of_many_kinds:
        json!({ "$ref": "#/$defs/node", "$defs": {
            "node": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" },
                "children": { "type": "array", "items": { "anyOf": list(30, |at| json!({ "$ref": format!("#/$defs/k{at}") })) } } } },
            "k0": { "allOf": [{ "$ref": "#/$defs/node" }, { "properties": { "kind": { "const": "k0" } } }] },
            "k1": { "allOf": [{ "$ref": "#/$defs/node" }, { "properties": { "kind": { "const": "k1" } } }] },
            "k2": { "allOf": [{ "$ref": "#/$defs/k1" }, { "properties": { "x": { "$ref": "#/$defs/k0" } } }] },
            "k3": true, "k4": true, "k5": true, "k6": true, "k7": true, "k8": true, "k9": true, "k10": true, "k11": true,
            "k12": true, "k13": true, "k14": true, "k15": true, "k16": true, "k17": true, "k18": true, "k19": true,
            "k20": true, "k21": true, "k22": true, "k23": true, "k24": true, "k25": true, "k26": true, "k27": true,
            "k28": true, "k29": true } }) => Rows;
}
