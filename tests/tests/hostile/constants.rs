//! Values in schemas: huge, deep, many.

use serde_json::{Value, json};

use foundry::Stage::Plan;

use crate::build::{list, members, nested};
use crate::trial::Outcome::{Refused, Rows};

fn lists(levels: usize) -> Value {
    nested(levels, json!(1), |inner| json!([inner]))
}

hostile! {
    a_const_of_five_megabytes: json!({ "const": "x".repeat(5 << 20) }) => Rows;
    a_const_of_five_megabytes_of_numbers: json!({ "const": list(1_000_000, |at| json!(at % 10)) }) => Rows;
    a_const_of_a_hundred_thousand_members:
        json!({ "const": members(100_000, |at| (format!("k{at}"), json!(at))) }) => Rows;
    a_const_as_deep_as_a_row: json!({ "const": lists(126) }) => Rows;
    a_const_deeper_than_a_row: json!({ "const": lists(300) }) => Refused(foundry::Stage::Generate, "levels");
    a_hundred_thousand_values: json!({ "enum": list(100_000, |at| json!(at)) }) => Rows;
    a_hundred_thousand_names: json!({ "enum": list(100_000, |at| json!(format!("name {at}"))) }) => Rows;
    a_hundred_thousand_equal_values_of_draft_6:
        json!({ "$schema": "http://json-schema.org/draft-06/schema#", "enum": list(100_000, |_| json!(1)) })
        => Rows;
    ten_thousand_values_of_many_shapes:
        json!({ "enum": list(10_000, |at| json!({ "a": [at, { "b": at }] })) }) => Rows;
    two_lists_of_values_that_share_one:
        json!({ "allOf": [{ "enum": list(20_000, |at| json!(at)) }, { "enum": list(20_000, |at| json!(at + 19_999)) }] })
        => Rows;
    two_lists_of_values_that_share_none:
        json!({ "allOf": [{ "enum": list(20_000, |at| json!(at)) }, { "enum": list(20_000, |at| json!(at + 20_000)) }] })
        => Refused(Plan, "enum");
    values_of_which_all_are_excluded:
        json!({ "enum": list(1000, |at| json!(at)), "not": { "enum": list(1000, |at| json!(at)) } })
        => Refused(Plan, "enum");
    a_million_examples: json!({ "type": "integer", "examples": list(1_000_000, |at| json!(at)) }) => Rows;
    a_default_that_is_wrong: json!({ "type": "integer", "default": "x".repeat(1 << 20) }) => Rows;
    a_description_of_ten_megabytes: json!({ "type": "integer", "description": "x".repeat(10 << 20) }) => Rows;
    values_that_are_schemas:
        json!({ "enum": [{ "$ref": "#/nowhere" }, { "type": 7 }, { "pattern": "(" }, { "$id": "http://[" }] }) => Rows;
}
