//! Numbers: beyond every type, finer than every type, and with nothing between them.

use serde_json::{Value, json};

use foundry::Stage::Plan;

use crate::build::list;
use crate::trial::Outcome::{Refused, Rows};

/// A schema that is written as text, for numbers that no type of Rust holds.
fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

hostile! {
    multiples_of_almost_nothing: json!({ "type": "number", "multipleOf": 1e-300 }) => Refused(Plan, "multipleOf");
    multiples_of_the_least_number: json!({ "type": "number", "multipleOf": 5e-324 }) => Refused(Plan, "multipleOf");
    multiples_of_the_greatest_number: json!({ "type": "number", "multipleOf": 1e308 }) => Refused(Plan, "multipleOf");
    multiples_of_a_huge_number: json!({ "type": "integer", "multipleOf": 1e30 }) => Rows;
    tenths_of_the_greatest_numbers:
        json!({ "type": "number", "multipleOf": 0.1, "minimum": 1e300 }) => Refused(foundry::Stage::Generate, "rejected 1000 of 1000");
    tenths_up_to_the_greatest_numbers:
        json!({ "type": "number", "multipleOf": 0.1, "maximum": 1e300 }) => Rows;
    thirds_of_everything: json!({ "type": "number", "multipleOf": 0.333_333_333_333_333_3 }) => Rows;
    integers_by_tiny_steps: json!({ "type": "integer", "multipleOf": 1e-10 }) => Rows;
    twenty_steps_at_once:
        json!({ "type": "integer", "allOf": list(20, |at| json!({ "multipleOf": at + 2 })) }) => Rows;
    forty_barred_steps:
        json!({ "type": "integer", "minimum": 0, "maximum": 10_000, "allOf": list(40, |at| json!({ "not": { "multipleOf": at + 2 } })) })
        => Rows;
    nothing_but_barred_numbers:
        json!({ "type": "integer", "minimum": 2, "maximum": 40, "allOf": list(40, |at| json!({ "not": { "multipleOf": at + 2 } })) })
        => Refused(Plan, "minimum");
    a_bound_above_every_signed_number: json!({ "type": "integer", "minimum": 18_446_744_073_709_551_615_u64 }) => Rows;
    a_bound_between_the_types:
        json!({ "type": "integer", "minimum": 9_223_372_036_854_775_807_i64, "maximum": 9_223_372_036_854_775_808_u64 }) => Rows;
    a_bound_above_every_whole_number: json!({ "type": "integer", "minimum": 1e300 }) => Refused(Plan, "minimum");
    a_bound_below_every_whole_number: json!({ "type": "integer", "maximum": -1e300 }) => Refused(Plan, "maximum");
    a_bound_above_the_numbers: json!({ "type": "number", "minimum": 1.7e308 }) => Rows;
    above_the_greatest_number: json!({ "type": "number", "exclusiveMinimum": 1.797_693_134_862_315_7e308 }) => Refused(Plan, "minimum");
    the_whole_range: json!({ "type": "number", "minimum": -1.797_693_134_862_315_7e308, "maximum": 1.797_693_134_862_315_7e308 }) => Rows;
    bounds_that_cross_by_one_step:
        json!({ "type": "number", "minimum": 1.000_000_000_000_000_2, "maximum": 1.0 }) => Refused(Plan, "minimum");
    nothing_between_two_neighbours:
        json!({ "type": "number", "exclusiveMinimum": 1.0, "exclusiveMaximum": 1.000_000_000_000_000_2 })
        => Refused(Plan, "exclusiveM");
    one_number_between_two: json!({ "type": "number", "exclusiveMinimum": 1.0, "maximum": 1.000_000_000_000_000_2 }) => Rows;
    around_zero: json!({ "type": "number", "exclusiveMinimum": 0, "maximum": 5e-324 }) => Rows;
    no_whole_number_between: json!({ "type": "integer", "minimum": 0.1, "maximum": 0.9 }) => Refused(Plan, "minimum");
    a_whole_number_written_as_another: json!({ "type": "integer", "minimum": 1.5, "maximum": 2.5 }) => Rows;
    no_multiple_between: json!({ "type": "integer", "minimum": 11, "maximum": 19, "multipleOf": 10 }) => Refused(Plan, "multipleOf");
    no_decimal_multiple_between: json!({ "type": "number", "minimum": 0.11, "maximum": 0.19, "multipleOf": 0.1 }) => Refused(Plan, "multipleOf");
    numbers_that_are_not_whole: json!({ "type": "number", "not": { "type": "integer" }, "minimum": 0, "maximum": 1 }) => Rows;
    integers_of_four_hundred_digits: read(&format!("{{\"type\": \"integer\", \"maximum\": 1{}.0}}", "0".repeat(300))) => Rows;
    small_exponents: read(r#"{"type": "number", "minimum": 1e-400, "maximum": 1}"#) => Rows;
    a_step_of_zero_by_rounding: read(r#"{"type": "number", "multipleOf": 1e-400}"#) => Refused(foundry::Stage::Parse, "multipleOf");
    a_const_beyond_the_types: read(r#"{"const": 1e300}"#) => Rows;
    an_exclusive_flag_of_draft_4:
        json!({ "$schema": "http://json-schema.org/draft-04/schema#", "type": "integer", "minimum": 3, "exclusiveMinimum": true,
            "maximum": 4, "exclusiveMaximum": true }) => Refused(Plan, "imum");
}
