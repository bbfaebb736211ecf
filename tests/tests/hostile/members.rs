//! Names: many, long, odd, and those that exclude each other.

use serde_json::json;

use foundry::Stage::{Parse, Plan};

use crate::build::{list, members};
use crate::trial::Outcome::{Refused, Rows};

const MANY: usize = 100_000;

fn name(at: usize) -> String {
    format!("member {at}")
}

hostile! {
    a_hundred_thousand_properties:
        json!({ "type": "object", "properties": members(MANY, |at| (name(at), json!({ "type": "integer" }))) })
        => Refused(Plan, "16384 names");
    ten_thousand_properties:
        json!({ "type": "object", "properties": members(10_000, |at| (name(at), json!({ "type": "integer" }))) }) => Rows;
    a_hundred_thousand_empty_properties:
        json!({ "type": "object", "properties": members(MANY, |at| (name(at), json!(true))) }) => Refused(Plan, "16384 names");
    a_hundred_thousand_required_names:
        json!({ "type": "object", "required": list(MANY, |at| json!(name(at))) }) => Refused(Plan, "16384 names");
    a_hundred_thousand_required_properties:
        json!({ "type": "object", "properties": members(MANY, |at| (name(at), json!({ "type": "integer" }))),
            "required": list(MANY, |at| json!(name(at))) }) => Refused(Plan, "16384 names");
    a_name_required_twice_among_many:
        json!({ "type": "object", "required": list(50_000, |at| json!(name(at % 49_999))) })
        => Refused(Parse, "required twice");
    a_hundred_thousand_definitions_that_nobody_uses:
        json!({ "type": "integer", "$defs": members(MANY, |at| (name(at), json!({ "type": "integer" }))) }) => Rows;
    two_thousand_dependent_names:
        json!({ "type": "object", "dependentRequired": members(2000, |at| (name(at), json!([name(at + 1)]))) }) => Refused(Plan, "choices at one place");
    a_name_of_a_megabyte:
        json!({ "type": "object", "properties": { "x".repeat(1 << 20): { "type": "integer" } },
            "required": ["x".repeat(1 << 20)] }) => Rows;
    names_that_are_pointers:
        json!({ "type": "object", "required": ["~1", "/", "~01", "%2F", "", "a/b", "$ref"],
            "properties": { "~1": { "const": 1 }, "/": { "const": 2 }, "~01": { "const": 3 }, "%2F": { "const": 4 },
                "": { "const": 5 }, "a/b": { "const": 6 }, "$ref": { "const": 7 } } }) => Rows;
    names_that_are_patterns:
        json!({ "type": "object", "required": ["^(a+)+$", "[", "\\"],
            "properties": { "^(a+)+$": true, "[": true, "\\": true }, "additionalProperties": false }) => Rows;
    a_hundred_patterns_over_a_hundred_names:
        json!({ "type": "object",
            "properties": members(100, |at| (format!("k{at}"), json!({ "type": "integer" }))),
            "patternProperties": members(100, |at| (format!("^k{at}"), json!({ "minimum": at }))) }) => Rows;
    a_thousand_patterns:
        json!({ "type": "object", "patternProperties": members(1000, |at| (format!("^k{at}$"), json!({ "minimum": at }))) })
        => Rows;
    patterns_that_all_match_all_names:
        json!({ "type": "object", "minProperties": 3, "additionalProperties": false,
            "patternProperties": members(60, |at| (format!("^.{{{at},}}"), json!({ "type": "integer" }))) }) => Rows;
    names_that_exclude_each_other:
        json!({ "type": "object", "minProperties": 1, "allOf": [
            { "propertyNames": { "pattern": "^a" } }, { "propertyNames": { "pattern": "^b" } } ] })
        => Refused(Plan, "minProperties");
    names_that_are_not_required_to_be:
        json!({ "type": "object", "required": ["a"], "propertyNames": { "const": "b" } }) => Refused(Plan, "propertyNames");
    names_of_no_length:
        json!({ "type": "object", "minProperties": 2, "propertyNames": { "maxLength": 0 } }) => Refused(Plan, "minProperties");
    names_of_a_thousand_letters:
        json!({ "type": "object", "minProperties": 3, "propertyNames": { "minLength": 100_000 } }) => Rows;
    names_that_are_no_texts:
        json!({ "type": "object", "minProperties": 1, "propertyNames": { "type": "integer" } }) => Refused(Plan, "propertyNames");
    names_of_a_format:
        json!({ "type": "object", "minProperties": 20, "propertyNames": { "format": "date" } }) => Rows;
    as_many_members_as_may_be:
        json!({ "type": "object", "minProperties": 30, "maxProperties": 30, "additionalProperties": { "type": "integer" },
            "properties": members(60, |at| (format!("k{at}"), json!({ "type": "null" }))) }) => Rows;
}
