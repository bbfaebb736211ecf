//! Sizes that a row cannot have: refused before the memory is taken.

use foundry::Stage::Plan;
use serde_json::json;

use crate::build::{list, nested};
use crate::trial::Outcome::{Refused, Rows};

hostile! {
    a_text_of_a_billion: json!({ "type": "string", "minLength": 1_000_000_000 }) => Refused(Plan, "minLength");
    a_text_of_ten_million: json!({ "type": "string", "minLength": 10_000_000 }) => Rows;
    a_text_longer_than_any_number: json!({ "type": "string", "minLength": 1e300 }) => Refused(Plan, "cannot plan");
    a_text_of_up_to_a_billion: json!({ "type": "string", "maxLength": 1_000_000_000 }) => Rows;
    a_long_text_of_a_format:
        json!({ "type": "string", "format": "email", "minLength": 1_000_000 }) => Refused(Plan, "minLength");
    a_long_text_of_a_pattern:
        json!({ "type": "string", "pattern": "^[ab]*$", "minLength": 1_000_000 }) => Refused(Plan, "pattern");
    a_list_of_ten_million: json!({ "type": "array", "minItems": 10_000_000 }) => Refused(Plan, "minItems");
    a_list_of_ten_million_numbers:
        json!({ "type": "array", "minItems": 10_000_000, "items": { "type": "integer" } })
        => Refused(Plan, "minItems");
    a_list_of_a_hundred_thousand:
        json!({ "type": "array", "minItems": 100_000, "items": { "type": "integer" } }) => Rows;
    a_list_of_more_than_any_number:
        json!({ "type": "array", "minItems": 18_446_744_073_709_551_615_u64 }) => Refused(Plan, "minItems");
    lists_of_a_thousand_in_lists_of_a_thousand_in_lists:
        nested(4, json!({ "const": 0 }), |inner| json!({ "type": "array", "minItems": 1000, "items": inner }))
        => Refused(Plan, "minItems");
    ten_long_texts_in_each_of_ten_lists:
        nested(2, json!({ "type": "string", "minLength": 9_000_000 }), |inner| {
            json!({ "type": "array", "minItems": 10, "items": inner })
        }) => Refused(Plan, "text");
    an_object_of_ten_million: json!({ "type": "object", "minProperties": 10_000_000 }) => Refused(Plan, "minProperties");
    an_object_of_fifty_thousand: json!({ "type": "object", "minProperties": 50_000 }) => Rows;
    an_object_of_many_numbers:
        json!({ "type": "object", "minProperties": 3_000_000, "additionalProperties": { "type": "integer" } })
        => Refused(Plan, "minProperties");
    an_object_of_more_names_than_there_are:
        json!({ "minProperties": 1000, "type": "object", "propertyNames": { "pattern": "^[a-c]$" } })
        => Refused(Plan, "propertyNames");
    ten_thousand_names_of_few_letters:
        json!({ "minProperties": 10_000, "type": "object", "propertyNames": { "pattern": "^[a-z]{3}$" } }) => Rows;
    a_set_of_all_booleans: json!({ "type": "array", "uniqueItems": true, "minItems": 2, "items": { "type": "boolean" } }) => Rows;
    a_set_of_three_booleans:
        json!({ "type": "array", "uniqueItems": true, "minItems": 3, "items": { "type": "boolean" } })
        => Refused(Plan, "uniqueItems");
    a_set_of_all_of_a_thousand_numbers:
        json!({ "type": "array", "uniqueItems": true, "minItems": 1000,
            "items": { "type": "integer", "minimum": 1, "maximum": 1000 } }) => Rows;
    a_set_of_too_many_numbers:
        json!({ "type": "array", "uniqueItems": true, "minItems": 1001,
            "items": { "type": "integer", "minimum": 1, "maximum": 1000 } }) => Refused(Plan, "uniqueItems");
    a_set_of_ten_thousand_numbers:
        json!({ "type": "array", "uniqueItems": true, "minItems": 10_000, "items": { "type": "integer" } }) => Rows;
    a_set_of_ten_thousand_of_eleven_thousand:
        json!({ "type": "array", "uniqueItems": true, "minItems": 10_000,
            "items": { "type": "integer", "minimum": 1, "maximum": 11_000 } }) => Rows;
    a_set_of_lists_of_booleans:
        json!({ "type": "array", "uniqueItems": true, "minItems": 15, "items":
            { "type": "array", "maxItems": 3, "items": { "type": "boolean" } } }) => Rows;
    a_set_of_too_many_lists_of_booleans:
        json!({ "type": "array", "uniqueItems": true, "minItems": 16, "items":
            { "type": "array", "maxItems": 3, "items": { "type": "boolean" } } }) => Refused(foundry::Stage::Generate, "elements that are taken");
    a_set_of_short_texts:
        json!({ "type": "array", "uniqueItems": true, "minItems": 26, "items":
            { "type": "string", "pattern": "^[a-z]$" } }) => Rows;
    a_set_of_empty_texts:
        json!({ "type": "array", "uniqueItems": true, "minItems": 2, "items": { "type": "string", "maxLength": 0 } })
        => Refused(Plan, "uniqueItems");
    ten_million_contained:
        json!({ "type": "array", "contains": { "type": "integer" }, "minContains": 10_000_000 })
        => Refused(Plan, "minContains");
    more_contained_than_there_is_room_for:
        json!({ "type": "array", "contains": { "type": "integer" }, "minContains": 10, "maxItems": 9 })
        => Refused(Plan, "minContains");
    nothing_contained:
        json!({ "type": "array", "contains": { "type": "integer" }, "minContains": 0, "maxContains": 0, "minItems": 2 })
        => Rows;
    contained_by_two_at_once:
        json!({ "type": "array", "maxItems": 1, "allOf": [
            { "contains": { "type": "integer", "minimum": 5 } },
            { "contains": { "type": "integer", "maximum": 5 } } ] }) => Rows;
    fifty_lists_that_contain_each_other:
        json!({ "type": "array", "allOf": list(50, |at| json!({ "contains": { "const": at } })) }) => Rows;
    ten_thousand_positions:
        json!({ "type": "array", "prefixItems": list(10_000, |_| json!({ "type": "integer" })), "minItems": 10_000 })
        => Rows;
}
