//! Keywords of wrong types, unknown dialects, and documents that are no schemas.

use foundry::Stage::Parse;
use serde_json::json;

use crate::build::list;
use crate::trial::Outcome::{Refused, Rows};

hostile! {
    a_list: json!([]) => Refused(Parse, "a schema is an object or a boolean");
    nothing: json!(null) => Refused(Parse, "a schema is an object or a boolean");
    a_text_of_ten_megabytes: json!("x".repeat(10 << 20)) => Refused(Parse, "a schema is an object or a boolean");
    never: json!(false) => Refused(foundry::Stage::Plan, "no");
    always: json!(true) => Rows;
    a_type_of_the_wrong_type: json!({ "type": 7 }) => Refused(Parse, "/type");
    no_types: json!({ "type": [] }) => Refused(Parse, "/type");
    a_type_that_does_not_exist: json!({ "type": "any" }) => Refused(Parse, "any");
    properties_that_are_a_list: json!({ "properties": [] }) => Refused(Parse, "/properties");
    a_required_name_that_is_a_number: json!({ "required": [1] }) => Refused(Parse, "/required");
    a_negative_length: json!({ "minLength": -1 }) => Refused(Parse, "minLength");
    half_an_element: json!({ "minItems": 1.5 }) => Refused(Parse, "minItems");
    a_length_with_a_point: json!({ "type": "string", "minLength": 2.0, "maxLength": 3.0 }) => Rows;
    a_step_of_zero: json!({ "multipleOf": 0 }) => Refused(Parse, "multipleOf");
    a_negative_step: json!({ "multipleOf": -2 }) => Refused(Parse, "multipleOf");
    an_empty_all_of: json!({ "allOf": [] }) => Refused(Parse, "allOf");
    an_enum_that_is_no_list: json!({ "enum": 3 }) => Refused(Parse, "enum");
    no_values: json!({ "enum": [] }) => Refused(foundry::Stage::Plan, "enum");
    a_pattern_that_is_a_number: json!({ "pattern": 3 }) => Refused(Parse, "pattern");
    an_unknown_dialect: json!({ "$schema": "https://example.com/mine" }) => Refused(Parse, "not known");
    a_dialect_that_is_a_number: json!({ "$schema": 3 }) => Refused(Parse, "$schema");
    a_dialect_of_a_megabyte: json!({ "$schema": format!("http://{}", "x".repeat(1 << 20)) }) => Refused(Parse, "not known");
    an_identifier_that_is_no_uri: json!({ "$id": "http://[", "type": "null" }) => Refused(Parse, "http://[");
    two_identifiers_that_are_one:
        json!({ "$id": "http://example.com/a", "$defs": { "b": { "$id": "http://example.com/a", "type": "null" } } }) => Rows;
    unknown_keywords_of_any_kind:
        json!({ "type": "null", "x": list(1000, |at| json!({ "type": at })), "y": { "$ref": "#/z" }, "minimun": "3" }) => Refused(Parse, "nowhere");
    every_keyword_at_once_of_another_type:
        json!({ "type": "null", "minimum": 3, "pattern": "^a", "properties": { "a": false }, "items": false, "minLength": 9,
            "required": ["b"], "uniqueItems": true, "contains": false, "minProperties": 5, "multipleOf": 7 }) => Rows;
    hints_of_wrong_types: json!({ "type": "integer", "x-foundry": 7 }) => Refused(foundry::Stage::Plan, "x-foundry");
    hints_that_ask_for_the_impossible:
        json!({ "type": "integer", "x-foundry": { "values": ["a"] } }) => Refused(foundry::Stage::Plan, "values");
}
