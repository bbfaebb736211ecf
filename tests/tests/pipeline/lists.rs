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
    // The position is the one, so it is always there, and what stands behind it is something else.
    assert!(rows.iter().all(|row| list(row).len() >= 2 && row[1].is_boolean()));
    assert!(rows.iter().any(|row| list(row).len() > 2));
}

#[test]
fn what_must_come_twice_among_what_is_contained_alone_is_told() {
    let schema = json!({
        "type": "array",
        "contains": { "type": "integer" },
        "minContains": 2,
        "maxItems": 2,
        "not": { "uniqueItems": true },
    });
    let error = Pipeline::builder().schema(&schema).build().err().expect("it is not planned");
    assert!(error.to_string().contains("one of the elements that it contains"), "{error}");
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

#[test]
fn positions_of_a_set_that_use_up_what_is_contained_hold_it() {
    let schema = json!({
        "type": "array",
        "prefixItems": [{ "enum": [1, 2] }, { "enum": [1, 2] }],
        "contains": { "const": 1 },
        "uniqueItems": true,
        "minItems": 4,
        "items": { "enum": [1, 2, 3, 4] },
    });
    let rows = rows(&schema);
    assert!(rows.iter().all(|row| list(row).len() == 4 && !has_a_twin(list(row))));
    assert!(rows.iter().any(|row| row[0] == 1) && rows.iter().any(|row| row[1] == 1));
}

#[test]
fn a_set_with_positions_of_its_own_is_matched_and_not_guessed() {
    // Only one order of the first elements leaves the last one something.
    let pairs = (0..12).map(|at| json!({ "enum": [at, at + 1] }));
    let schema = json!({
        "type": "array",
        "prefixItems": pairs.chain([json!({ "const": 0 })]).collect::<Vec<_>>(),
        "uniqueItems": true,
        "minItems": 13,
    });
    for row in rows(&schema) {
        let inner: Vec<Value> = (1..13).chain([0]).map(Value::from).collect();
        assert_eq!(list(&row)[..13], inner, "{row}");
    }
}

#[test]
fn a_set_of_few_values_holds_the_seldom_ones_it_must_contain() {
    let schema = json!({
        "type": "array",
        "items": { "type": "integer", "minimum": 1, "maximum": 500 },
        "uniqueItems": true,
        "contains": { "enum": [7, 8, 9] },
        "minContains": 3,
        "maxItems": 4,
    });
    let rows = rows(&schema);
    for row in &rows {
        assert!([7, 8, 9].iter().all(|one| list(row).contains(&json!(one))), "{row}");
    }
    assert!(rows.iter().any(|row| list(row).len() == 4));
}

#[test]
fn a_set_holds_no_more_than_it_may_contain() {
    let schema = json!({
        "type": "array",
        "items": { "type": "integer", "minimum": 1, "maximum": 40 },
        "uniqueItems": true,
        "contains": { "minimum": 11 },
        "maxContains": 1,
        "minItems": 10,
    });
    let large = |row: &Value| list(row).iter().filter(|one| one.as_i64() > Some(10)).count();
    assert!(rows(&schema).iter().all(|row| large(row) == 1));
}

#[test]
fn of_many_positions_no_more_than_the_allowed_ones_hold_what_is_contained() {
    let schema = json!({
        "type": "array",
        "prefixItems": vec![json!({ "type": "boolean" }); 16],
        "contains": { "const": true },
        "maxContains": 1,
        "minItems": 16,
    });
    let rows = rows(&schema);
    let at = |row: &Value| list(row).iter().position(|one| *one == json!(true));
    let mut places: Vec<_> = rows.iter().map(|row| at(row).expect("one is contained")).collect();
    assert!(
        rows.iter().all(|row| { list(row).iter().filter(|one| **one == json!(true)).count() == 1 })
    );
    places.sort_unstable();
    places.dedup();
    // Which position it is is drawn.
    assert!(places.len() > 12, "{places:?}");
}

#[test]
fn several_counts_of_the_same_positions_are_met_together() {
    let schema = json!({
        "type": "array",
        "prefixItems": vec![json!({ "enum": [1, 2, 3] }); 12],
        "items": false,
        "minItems": 12,
        "allOf": [
            { "contains": { "const": 1 }, "maxContains": 1 },
            { "contains": { "const": 2 }, "minContains": 2, "maxContains": 3 },
        ],
    });
    let count =
        |row: &Value, value: i64| list(row).iter().filter(|one| **one == json!(value)).count();
    let rows = rows(&schema);
    assert!(rows.iter().all(|row| count(row, 1) == 1 && (2..=3).contains(&count(row, 2))));
}

#[test]
fn a_recursion_that_ends_still_contains_what_it_must_behind_its_positions() {
    let schema = json!({
        "$defs": { "node": {
            "type": "array",
            "prefixItems": [{ "type": "string" }, { "type": "string" }],
            "items": { "anyOf": [{ "$ref": "#/$defs/node" }, { "type": "integer" }] },
            "contains": { "type": "integer" },
            "minContains": 2,
        } },
        "$ref": "#/$defs/node",
    });
    let integers = |row: &Value| list(row).iter().filter(|one| one.is_number()).count();
    let rows = rows(&schema);
    assert!(rows.iter().all(|row| list(row).len() >= 4 && integers(row) >= 2));
    assert!(rows.iter().any(|row| list(row).iter().any(Value::is_array)));
}

#[test]
fn a_set_contains_what_nobody_thought_of_where_what_was_meant_is_too_little() {
    let schema = json!({
        "type": "array",
        "uniqueItems": true,
        "contains": { "maxProperties": 0 },
        "minContains": 2,
    });
    assert!(rows(&schema).iter().all(|row| list(row).len() >= 2));
}

#[test]
fn a_set_of_objects_ends_where_no_other_object_is_left() {
    let schema = |least: u64| {
        json!({
            "type": "array",
            "uniqueItems": true,
            "minItems": least,
            "items": {
                "type": "object",
                "properties": { "a": { "type": "boolean" }, "b": { "enum": [1, 2] } },
                "required": ["a"],
                "additionalProperties": false,
            },
        })
    };
    assert!(rows(&schema(6)).iter().all(|row| list(row).len() == 6 && !has_a_twin(list(row))));
    let error = Pipeline::builder().schema(&schema(7)).build().err().expect("six objects");
    assert!(error.is_unsatisfiable(), "{error}");
}

#[test]
fn an_object_all_of_whose_values_are_excluded_has_none() {
    let schema = json!({
        "type": "object",
        "properties": { "a": { "const": 1 } },
        "required": ["a"],
        "additionalProperties": false,
        "not": { "const": { "a": 1 } },
    });
    let error = Pipeline::builder().schema(&schema).build().err().expect("no object is left");
    assert!(error.is_unsatisfiable(), "{error}");
}

#[test]
fn positions_of_a_set_that_share_too_few_values_have_no_list() {
    let schema = json!({
        "type": "array",
        "prefixItems": vec![json!({ "enum": [1, 2] }); 3],
        "uniqueItems": true,
        "minItems": 3,
    });
    let error = Pipeline::builder().schema(&schema).build().err().expect("two values");
    assert!(error.is_unsatisfiable(), "{error}");
}

#[test]
fn each_of_several_schemas_that_are_contained_has_values_of_its_own() {
    let both = json!([
        { "contains": { "anyOf": [{ "type": "integer", "minimum": 107, "maximum": 117 }, { "type": "null" }] } },
        { "contains": { "const": null } },
    ]);
    let set = json!({ "type": "array", "uniqueItems": true, "minItems": 2, "allOf": both });
    let nulls = |row: &Value| list(row).iter().filter(|one| one.is_null()).count();
    assert!(rows(&set).iter().all(|row| nulls(row) == 1));
    let mut with_position = set;
    with_position["prefixItems"] = json!([{ "type": "null" }]);
    assert!(rows(&with_position).iter().all(|row| row[0].is_null() && nulls(row) == 1));
}

#[test]
fn one_element_of_a_set_serves_for_several_schemas_where_no_other_is_left() {
    let set = json!({
            "type": "array",
            "items": { "type": "string", "pattern": "^[XY]$" },
            "uniqueItems": true,
            "allOf": [
                { "contains": { "pattern": "^X$", "type": "string" } },
                { "contains": { "pattern": "^[A-X]$", "type": "string" } },
            ],
    });
    assert!(rows(&set).iter().all(|row| list(row).contains(&json!("X"))));
    let mut with_position = set;
    with_position["prefixItems"] = json!([{ "type": "integer" }]);
    let rows = rows(&with_position);
    assert!(rows.iter().all(|row| row[0].is_number() && list(row).contains(&json!("X"))));
    assert!(rows.iter().any(|row| list(row).len() == 3));
}

#[test]
fn no_list_is_given_up_for_a_choice_of_positions_that_nobody_made() {
    let one_to_four = |values: Value| json!({ "enum": values });
    for (schema, list) in [
        // The first position could hold either of the two, and the second one only one of them.
        (
            json!({
                "prefixItems": [one_to_four(json!([0, 4])), one_to_four(json!([0, 2, 3, 4]))],
                "items": { "const": 2 },
                "uniqueItems": true,
                "minItems": 2,
                "maxItems": 2,
                "allOf": [
                    { "contains": one_to_four(json!([1, 2, 3, 4])) },
                    { "contains": one_to_four(json!([1, 3])) },
                ],
            }),
            json!([0, 3]),
        ),
        // What comes twice is all that may be contained.
        (
            json!({
                "prefixItems": [one_to_four(json!([0, 2, 3])), { "const": 0 }],
                "items": { "const": 2 },
                "not": { "uniqueItems": true },
                "contains": one_to_four(json!([0, 2])),
                "maxContains": 2,
                "maxItems": 2,
            }),
            json!([0, 0]),
        ),
        // One element is counted twice.
        (
            json!({
                "prefixItems": [{ "const": 3 }],
                "items": one_to_four(json!([0, 3, 4])),
                "uniqueItems": true,
                "maxItems": 3,
                "allOf": [
                    { "contains": one_to_four(json!([2, 4])), "maxContains": 1 },
                    { "contains": one_to_four(json!([0, 1, 4])), "maxContains": 1 },
                ],
            }),
            json!([3, 4]),
        ),
    ] {
        let mut schema = schema;
        schema["type"] = json!("array");
        assert!(rows(&schema).contains(&list), "{schema}");
    }
}

#[test]
fn a_set_that_needs_what_it_may_contain_holds_it() {
    for values in [5, 12] {
        let schema = json!({
            "type": "array",
            "items": { "enum": (0..values).collect::<Vec<_>>() },
            "uniqueItems": true,
            "contains": { "enum": (1..values).collect::<Vec<_>>() },
            "minContains": 0,
            "maxContains": values - 1,
            "minItems": values,
        });
        assert!(rows(&schema).iter().all(|row| list(row).len() == values));
    }
}

#[test]
fn elements_that_two_schemas_count_are_as_many_as_both_allow() {
    let schema = json!({
        "type": "array",
        "items": { "enum": [0, 1, 2, 3] },
        "minItems": 3,
        "allOf": [
            { "contains": { "enum": [1, 3] }, "maxContains": 1 },
            { "contains": { "enum": [0, 2] }, "minContains": 2, "maxContains": 2 },
        ],
    });
    assert!(rows(&schema).iter().all(|row| list(row).len() == 3));
}

#[test]
fn a_list_that_repeats_what_it_contains_is_not_given_up() {
    let schema = json!({
        "type": "array",
        "prefixItems": [{ "enum": [1, 3, 4] }, { "enum": [0, 4] }],
        "items": { "enum": [1, 2] },
        "not": { "uniqueItems": true },
        "maxItems": 3,
        "allOf": [
            { "contains": { "enum": [2, 3, 4] }, "minContains": 0, "maxContains": 1 },
            { "contains": { "enum": [4] }, "minContains": 1 },
            { "contains": { "enum": [1, 2, 4] }, "minContains": 2 },
        ],
    });
    let built = Pipeline::builder().schema(&schema).build();
    assert!(!built.is_err_and(|error| error.is_unsatisfiable()));
}
