//! Nesting: of every keyword that holds a schema, as deep as it goes.

use foundry::Stage::{Parse, Plan};
use serde_json::{Value, json};

use crate::build::{nested, under};
use crate::trial::Outcome::{Refused, Rows};

const DEEP: usize = 10_000;

fn properties(inner: Value) -> Value {
    let mut schema = under("properties", under("a", inner));
    schema["type"] = json!("object");
    schema["required"] = json!(["a"]);
    schema
}

fn list(inner: Value) -> Value {
    Value::Array(vec![inner])
}

hostile! {
    ten_thousand_properties_deep: nested(DEEP, json!({}), properties) => Refused(Parse, "levels deep");
    ten_thousand_items_deep:
        nested(DEEP, json!({}), |inner| under("items", inner)) => Refused(Parse, "levels deep");
    ten_thousand_all_of_deep:
        nested(DEEP, json!({}), |inner| under("allOf", list(inner))) => Refused(Parse, "levels deep");
    ten_thousand_any_of_deep:
        nested(DEEP, json!({}), |inner| under("anyOf", Value::Array(vec![inner, json!({ "type": "null" })])))
        => Refused(Parse, "levels deep");
    ten_thousand_one_of_deep:
        nested(DEEP, json!({}), |inner| under("oneOf", Value::Array(vec![json!({ "const": 1 }), inner])))
        => Refused(Parse, "levels deep");
    ten_thousand_not_deep:
        nested(DEEP, json!({}), |inner| under("not", inner)) => Refused(Parse, "levels deep");
    ten_thousand_lists_in_a_const:
        under("const", nested(DEEP, json!(1), list)) => Refused(Parse, "levels deep");
    ten_thousand_lists_in_an_annotation:
        under("examples", list(nested(DEEP, json!(1), list)))
        => Refused(Parse, "levels deep");
    // A document just within the limit is walked on ordinary stacks all the way to the gate.
    two_hundred_properties_deep: nested(120, json!({}), properties) => Rows;
    deeper_than_a_row: nested(200, json!({}), properties) => Refused(Plan, "levels");
    two_hundred_not_deep:
        nested(200, json!({ "type": "string" }), |inner| json!({ "not": inner })) => Rows;
    two_hundred_and_one_not_deep:
        nested(201, json!({ "type": "string" }), |inner| json!({ "not": inner })) => Rows;
    two_hundred_all_of_deep:
        nested(240, json!({ "maximum": 3 }), |inner| json!({ "type": "integer", "allOf": [inner] })) => Rows;
    two_hundred_any_of_deep:
        nested(200, json!({ "maximum": 3 }), |inner| json!({ "anyOf": [inner, { "type": "null" }] })) => Rows;
    two_hundred_one_of_deep:
        nested(200, json!({ "type": "boolean" }), |inner| json!({ "oneOf": [inner, { "type": "null" }] })) => Rows;
    a_hundred_conditions_deep:
        nested(100, json!({ "maximum": 3 }), |inner| json!({ "if": { "type": "integer" }, "then": inner })) => Rows;
    two_hundred_items_deep_and_filled:
        nested(200, json!({}), |inner| json!({ "type": "array", "minItems": 1, "items": inner }))
        => Refused(Plan, "levels");
}
