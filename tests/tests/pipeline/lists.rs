//! Lists of documents: what must come twice, what must not, and what is counted in them.

use foundry::Pipeline;
use serde_json::{Value, json};

/// Rows of a schema, each judged by the gate.
fn rows(schema: &Value) -> Vec<Value> {
    let pipeline = Pipeline::builder().schema(schema).build();
    let pipeline = pipeline.unwrap_or_else(|error| panic!("{}", error.report()));
    let rows = pipeline.generate(7, 200);
    rows.unwrap_or_else(|error| panic!("{}", error.report())).values().collect()
}

fn list(row: &Value) -> &[Value] {
    row.as_array().map_or(&[], Vec::as_slice)
}

fn has_a_twin(list: &[Value]) -> bool {
    list.iter().enumerate().any(|(at, one)| list[..at].contains(one))
}

#[test]
fn a_list_that_must_not_be_a_set_has_an_element_twice() {
    let schema = json!({
        "type": "array",
        "items": { "type": "integer", "minimum": 0, "maximum": 1_000_000 },
        "not": { "uniqueItems": true },
    });
    let rows = rows(&schema);
    assert!(rows.iter().all(|row| has_a_twin(list(row))));
    let is_long = |row: &&Value| list(row).len() > 2;
    assert!(rows.iter().filter(is_long).count() > 50, "{rows:?}");
}

#[test]
fn of_a_one_of_with_sets_either_branch_is_drawn() {
    let schema = json!({
        "type": "array",
        "items": { "type": "string", "maxLength": 8 },
        "oneOf": [{ "minItems": 1 }, { "uniqueItems": true }],
    });
    let rows = rows(&schema);
    assert!(rows.iter().any(|row| list(row).is_empty()));
    assert!(rows.iter().any(|row| has_a_twin(list(row))));
}

#[test]
fn positions_hold_the_same_value_where_nothing_else_may() {
    let schema = json!({
        "type": "array",
        "prefixItems": [{ "enum": [1, 2, 3] }, { "type": "string" }, { "enum": [3, 4] }],
        "items": false,
        "not": { "uniqueItems": true },
    });
    for row in rows(&schema) {
        assert_eq!(list(&row).len(), 3, "{row}");
        assert_eq!((&row[0], &row[2]), (&json!(3), &json!(3)), "{row}");
    }
}

#[test]
fn positions_that_never_meet_have_no_list_with_a_twin() {
    let schema = json!({
        "type": "array",
        "prefixItems": [{ "type": "integer" }, { "type": "string" }],
        "items": false,
        "not": { "uniqueItems": true },
    });
    let error = Pipeline::builder().schema(&schema).build().err().expect("no list repeats");
    assert!(error.to_string().starts_with("no value at the root"), "{error}");
}

#[test]
fn a_position_that_is_contained_counts() {
    let schema = json!({
        "type": "array",
        "prefixItems": [{ "type": "string" }, { "type": "boolean" }, { "type": "string" }],
        "contains": { "type": "boolean" },
        "maxContains": 1,
    });
    let rows = rows(&schema);
    let booleans = |row: &Value| list(row).iter().filter(|one| one.is_boolean()).count();
    assert!(rows.iter().all(|row| booleans(row) == 1));
}

#[test]
fn a_list_ends_before_what_it_may_not_contain_once_more() {
    let schema = json!({
        "type": "array",
        "prefixItems": [{ "type": "boolean" }, { "type": "string" }, { "type": "boolean" }],
        "contains": { "type": "boolean" },
        "maxContains": 1,
    });
    assert!(rows(&schema).iter().all(|row| (1..=2).contains(&list(row).len())));
}

#[test]
fn what_stands_in_front_in_a_set_leaves_something_for_what_stands_behind() {
    let schema = json!({
        "type": "array",
        "uniqueItems": true,
        "minItems": 3,
        "prefixItems": [{ "enum": [null, 1] }, { "enum": [null, 2] }, { "type": "null" }],
    });
    for row in rows(&schema) {
        assert_eq!(list(&row)[..3], [json!(1), json!(2), Value::Null], "{row}");
    }
}

#[test]
fn a_set_contains_what_stands_in_front_once() {
    let schema = json!({
        "type": "array",
        "uniqueItems": true,
        "prefixItems": [{ "type": "boolean" }, { "type": "null" }],
        "contains": { "type": "null" },
    });
    let nulls = |row: &Value| list(row).iter().filter(|one| one.is_null()).count();
    assert!(rows(&schema).iter().all(|row| list(row).len() >= 2 && nulls(row) == 1));
}

#[test]
fn a_short_list_contains_what_its_other_elements_are_not() {
    let schema = json!({
        "type": "array",
        "items": { "enum": [1, 2] },
        "contains": { "const": 1 },
        "maxContains": 1,
        "maxItems": 3,
    });
    let ones = |row: &Value| list(row).iter().filter(|one| **one == json!(1)).count();
    let rows = rows(&schema);
    assert!(rows.iter().all(|row| ones(row) == 1));
    assert!(rows.iter().any(|row| list(row).len() == 3));
}

#[test]
fn what_comes_twice_is_also_what_must_be_contained() {
    let text = "a text that nobody draws";
    let schema = json!({
        "type": "array",
        "prefixItems": [{ "type": "string" }, { "type": "string" }],
        "contains": { "const": text },
        "items": false,
        "not": { "uniqueItems": true },
    });
    assert!(rows(&schema).iter().all(|row| *row == json!([text, text])));
}

#[test]
fn a_list_ends_before_a_position_all_of_whose_values_are_excluded() {
    let schema = json!({
        "type": "array",
        "prefixItems": [{ "type": "integer" }, { "enum": [[1]], "not": { "const": [1] } }],
    });
    assert!(rows(&schema).iter().all(|row| list(row).len() <= 1));
}
