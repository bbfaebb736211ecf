//! References: in circles, in chains, and to places that are no schemas.

use foundry::Stage::{Parse, Plan};
use serde_json::json;

use crate::build::{chain, list, members};
use crate::trial::Outcome::{Refused, Rows};

hostile! {
    to_itself: json!({ "$ref": "#" }) => Refused(Plan, "leads back to itself");
    to_itself_beside_a_type: json!({ "type": "object", "$ref": "#" }) => Refused(Plan, "leads back to itself");
    to_each_other:
        json!({ "$ref": "#/$defs/a", "$defs": { "a": { "$ref": "#/$defs/b" }, "b": { "$ref": "#/$defs/a" } } })
        => Refused(Plan, "leads back to itself");
    to_itself_through_all_of: json!({ "type": "object", "allOf": [{ "$ref": "#" }] }) => Refused(Plan, "leads back to itself");
    to_itself_through_any_of: json!({ "anyOf": [{ "type": "null" }, { "$ref": "#" }] }) => Refused(Plan, "leads back to itself");
    to_itself_through_one_of: json!({ "oneOf": [{ "type": "null" }, { "$ref": "#" }] }) => Refused(Plan, "leads back to itself");
    to_itself_through_not: json!({ "not": { "$ref": "#" } }) => Refused(Plan, "leads back to itself");
    to_itself_through_if: json!({ "if": { "$ref": "#" }, "then": { "type": "null" } }) => Refused(Plan, "leads back to itself");
    to_itself_through_a_dependency:
        json!({ "type": "object", "dependentSchemas": { "a": { "$ref": "#" } } }) => Refused(Plan, "leads back to itself");
    a_circle_of_five_thousand:
        json!({ "$ref": "#/$defs/d0", "$defs": members(5000, |at| (format!("d{at}"), json!({ "$ref": format!("#/$defs/d{}", (at + 1) % 5000) }))) })
        => Refused(Plan, "leads back to itself");
    a_chain_of_ten_thousand: chain(10_000, &json!({ "type": "integer" }), |next| next) => Refused(Plan, "levels");
    a_chain_of_ten_thousand_all_of:
        chain(10_000, &json!({ "type": "integer" }), |next| json!({ "allOf": [next], "title": "x" })) => Refused(Plan, "levels");
    a_chain_of_two_hundred: chain(200, &json!({ "type": "integer" }), |next| next) => Rows;
    a_chain_of_two_hundred_negations:
        chain(201, &json!({ "type": "integer" }), |next| json!({ "not": next })) => Rows;
    a_chain_of_ten_thousand_properties:
        chain(10_000, &json!({ "type": "integer" }), |next| json!({ "properties": { "n": next } })) => Refused(Plan, "levels");
    to_a_number: json!({ "$ref": "#/maximum", "maximum": 3 }) => Refused(Plan, "cannot plan");
    to_a_list: json!({ "$ref": "#/allOf", "allOf": [{}] }) => Refused(Plan, "cannot plan");
    to_the_list_of_names: json!({ "$ref": "#/required", "required": ["a"] }) => Refused(Plan, "cannot plan");
    to_the_map_of_properties:
        json!({ "properties": { "a": { "$ref": "#/properties" } } }) => Rows;
    to_a_value: json!({ "properties": { "a": { "$ref": "#/properties/b/const" }, "b": { "const": { "type": "null" } } } }) => Rows;
    to_an_example: json!({ "$ref": "#/examples/0", "examples": [{ "type": "null" }] }) => Rows;
    to_an_unknown_keyword: json!({ "$ref": "#/x-types/a", "x-types": { "a": { "type": "null" } } }) => Rows;
    to_a_wrong_schema_below_an_unknown_keyword:
        json!({ "$ref": "#/x-types/a", "x-types": { "a": { "type": 7 } } }) => Refused(Plan, "cannot plan");
    to_the_empty_name: json!({ "$ref": "#/$defs/", "$defs": { "": { "type": "null" } } }) => Rows;
    with_a_wrong_escape: json!({ "$ref": "#/$defs/a~2b", "$defs": { "a~2b": { "type": "null" } } }) => Rows;
    with_percent_signs: json!({ "$ref": "#/$defs/a%25b", "$defs": { "a%b": { "type": "null" } } }) => Rows;
    with_a_wrong_percent_sign: json!({ "$ref": "#/$defs/a%zz", "$defs": { "a%zz": { "type": "null" } } }) => Refused(Plan, "%zz");
    with_slashes_in_percent_signs: json!({ "$ref": "#%2F%24defs%2Fa", "$defs": { "a": { "type": "null" } } }) => Refused(Parse, "%2F");
    with_a_leading_zero: json!({ "$ref": "#/prefixItems/01", "prefixItems": [{}, { "type": "null" }] }) => Refused(Parse, "01");
    beyond_the_end_of_a_list: json!({ "$ref": "#/allOf/1", "allOf": [{}] }) => Refused(Parse, "nowhere");
    that_is_no_reference: json!({ "$ref": "http://[" }) => Refused(Parse, "http://[");
    that_is_a_number: json!({ "$ref": 7 }) => Refused(Parse, "$ref");
    of_a_megabyte: json!({ "$ref": format!("#/{}", "a/".repeat(1 << 19)) }) => Refused(Parse, "nowhere");
    a_thousand_to_one:
        json!({ "type": "object", "properties": members(1000, |at| (format!("k{at}"), json!({ "$ref": "#/$defs/a" }))),
            "$defs": { "a": { "type": "object", "properties": { "x": { "type": "integer" } } } } }) => Rows;
    ten_thousand_to_one_in_all_of:
        json!({ "allOf": list(10_000, |_| json!({ "$ref": "#/$defs/a" })), "$defs": { "a": { "type": "integer" } } }) => Refused(Plan, "10000 subschemas");
    anchors_that_do_not_exist: json!({ "$ref": "#nowhere" }) => Refused(Parse, "nowhere");
    dynamic_to_itself: json!({ "$dynamicAnchor": "n", "$dynamicRef": "#n" }) => Rows;
    recursive_to_itself:
        json!({ "$schema": "https://json-schema.org/draft/2019-09/schema", "$recursiveAnchor": true, "$recursiveRef": "#" })
        => Rows;
    dynamic_tree:
        json!({ "$dynamicAnchor": "n", "type": "object", "properties": { "c": { "type": "array", "items": { "$dynamicRef": "#n" } } } }) => Rows;
}
