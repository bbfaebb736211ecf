//! Documents that no type wrote: what their conditions leave is drawn, and their names and members are found.

use foundry::Pipeline;
use serde_json::{Value, json};

pub(crate) fn rows(schema: &Value, count: u64) -> Vec<Value> {
    let pipeline = Pipeline::builder().schema(schema).build();
    let pipeline = pipeline.unwrap_or_else(|error| panic!("{}", error.report()));
    let rows = pipeline.generate(7, count);
    rows.unwrap_or_else(|error| panic!("{}", error.report())).values().collect()
}

#[test]
fn both_sides_of_a_condition_are_drawn() {
    let rows = rows(
        &json!({
            "type": "object",
            "properties": {
                "k": { "enum": ["a", "b"] },
                "v": { "type": ["string", "integer"] },
            },
            "required": ["k", "v"],
            "if": { "properties": { "k": { "const": "a" } }, "required": ["k"] },
            "then": { "properties": { "v": { "type": "string" } } },
            "else": { "properties": { "v": { "type": "integer" } } },
        }),
        100,
    );
    let of = |kind: &str| rows.iter().filter(|row| row["k"] == kind).count();
    assert!(of("a") > 20 && of("b") > 20, "{} {}", of("a"), of("b"));
    assert!(rows.iter().all(|row| row["v"].is_string() == (row["k"] == "a")));
}

#[test]
fn a_condition_that_asks_for_an_undeclared_member_is_met() {
    let rows = rows(
        &json!({
            "type": "object",
            "properties": { "k": { "enum": ["a", "b"] } },
            "required": ["k"],
            "if": { "properties": { "k": { "const": "a" } } },
            "then": { "required": ["v"] },
        }),
        200,
    );
    let asked = rows.iter().filter(|row| row["k"] == "a").count();
    assert!(asked > 25, "{asked}");
    assert!(rows.iter().all(|row| row["k"] == "b" || row.get("v").is_some()));
}

#[test]
fn names_that_only_a_pattern_allows_are_found() {
    let schema = json!({
        "type": "object",
        "patternProperties": { "^x-[a-z]+$": { "type": "integer" } },
        "additionalProperties": false,
        "minProperties": 2,
    });
    for row in rows(&schema, 50) {
        let members = row.as_object().expect("an object");
        assert!(members.len() >= 2 && members.keys().all(|name| name.starts_with("x-")), "{row}");
    }
}

#[test]
fn a_name_that_matches_two_patterns_meets_both() {
    let schema = json!({
        "type": "object",
        "patternProperties": { "a*": { "type": "integer" }, "^aaa*$": { "maximum": 20 }, "^z[0-9]": { "minimum": 5 } },
        "additionalProperties": false,
        "minProperties": 2,
    });
    let rows = rows(&schema, 100);
    let names: Vec<&String> =
        rows.iter().flat_map(|row| row.as_object().expect("an object").keys()).collect();
    assert!(names.iter().any(|name| name.starts_with("aa")), "{names:?}");
    assert!(names.iter().any(|name| name.starts_with('z')), "{names:?}");
}

#[test]
fn whole_numbers_are_multiples_of_a_decimal() {
    let rows = rows(&json!({ "type": "integer", "multipleOf": 0.123_456_789 }), 50);
    assert!(rows.iter().all(|row| row.as_i64().is_some_and(|n| n % 123_456_789 == 0)), "{rows:?}");
}

#[test]
fn where_no_list_is_valid_something_else_is_drawn() {
    let rows = rows(&json!({ "contains": false }), 50);
    assert!(rows.iter().all(|row| !row.is_array()), "{rows:?}");
}

#[test]
fn content_is_drawn_where_its_draft_asserts_it() {
    let schema = |content: &Value| {
        let mut schema =
            json!({ "$schema": "http://json-schema.org/draft-07/schema#", "type": "string" });
        schema
            .as_object_mut()
            .expect("an object")
            .extend(content.as_object().expect("one too").clone());
        schema
    };
    let json = rows(&schema(&json!({ "contentMediaType": "application/json" })), 50);
    for row in &json {
        let text = row.as_str().expect("a text");
        assert!(serde_json::from_str::<Value>(text).is_ok(), "{text}");
    }
    let encoded = schema(&json!({ "contentEncoding": "base64", "minLength": 8 }));
    assert!(
        rows(&encoded, 50).iter().all(|row| row.as_str().is_some_and(|text| text.len() % 4 == 0))
    );
    let both = json!({ "contentEncoding": "base64", "contentMediaType": "application/json" });
    assert_eq!(rows(&schema(&both), 50).len(), 50);
    let mut untyped = schema(&both);
    untyped.as_object_mut().expect("an object").remove("type");
    assert!(rows(&untyped, 50).iter().all(Value::is_string));
    // Content is asked of texts alone: a number beside it stays valid.
    let mut number = schema(&json!({ "type": "integer" }));
    number["allOf"] = json!([both]);
    assert!(rows(&number, 20).iter().all(Value::is_number));
}

/// Rows that the validator itself accepts.
pub(crate) fn judged(schema: &Value, count: u64) -> Vec<Value> {
    let rows = rows(schema, count);
    let judge =
        jsonschema::options().should_validate_formats(true).build(schema).expect("a schema");
    for row in &rows {
        assert!(judge.is_valid(row), "{row}");
    }
    rows
}

#[test]
fn names_of_a_pattern_keep_to_the_names_that_are_allowed() {
    let schema = json!({
        "type": "object",
        "propertyNames": { "not": { "const": "a" } },
        "patternProperties": { "^[ab]": { "type": "integer", "minimum": 1 } },
    });
    assert!(judged(&schema, 100).iter().any(|row| row.get("b").is_some()));
}

#[test]
fn names_that_are_listed_are_members() {
    let schema = json!({
        "type": "object",
        "propertyNames": { "enum": ["a", "b", "c"] },
        "minProperties": 1,
        "additionalProperties": { "type": "number" },
    });
    let rows = judged(&schema, 100);
    for name in ["a", "b", "c"] {
        assert!(rows.iter().any(|row| row[name].is_number()), "{name}");
    }
}

#[test]
fn excluded_lists_and_objects_do_not_come() {
    let list = json!({
        "type": "array",
        "items": { "enum": [1, 2] },
        "minItems": 2,
        "maxItems": 2,
        "not": { "const": [1, 2] },
    });
    assert!(judged(&list, 100).contains(&json!([2, 1])));
    let object = json!({
        "type": "object",
        "properties": { "a": { "enum": [1, 2] } },
        "required": ["a"],
        "not": { "enum": [{ "a": 1 }, 7] },
    });
    // Beside a member that nobody named, 1 is not the object that is excluded.
    let rows = judged(&object, 50);
    let is_alone = |row: &&Value| row.as_object().is_some_and(|members| members.len() == 1);
    assert!(rows.iter().filter(is_alone).count() > 30);
    assert!(rows.iter().filter(is_alone).all(|row| row["a"] == 2));
}

#[test]
fn a_part_of_another_draft_keeps_its_words() {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": ["o"],
        "properties": { "o": { "$ref": "http://o.example/o" } },
        "$defs": { "o": {
            "$id": "http://o.example/o",
            "$schema": "http://json-schema.org/draft-07/schema#",
            "type": "array",
            "minItems": 2,
            "items": [{ "const": 1 }],
            "additionalItems": { "const": 2 },
        } },
    });
    assert!(judged(&schema, 20).iter().all(|row| row["o"][0] == 1 && row["o"][1] == 2));
}

#[test]
fn an_object_of_which_nothing_is_said_is_not_empty() {
    let rows = judged(&json!({ "type": "object" }), 100);
    assert!(
        rows.iter().filter(|row| row.as_object().is_some_and(|row| !row.is_empty())).count() > 80
    );
}

#[test]
fn a_member_that_needs_an_undeclared_one_comes_with_it() {
    let schema = json!({
        "type": "object",
        "properties": { "a": { "const": 1 } },
        "dependentRequired": { "a": ["b"] },
    });
    assert!(judged(&schema, 100).iter().any(|row| row["a"] == 1 && row.get("b").is_some()));
}

#[test]
fn bounds_between_two_numbers_are_kept() {
    let bounds = [
        json!({ "minimum": 9_007_199_254_740_993_u64, "maximum": 9_007_199_254_740_994_u64 }),
        json!({ "minimum": -18_014_398_509_481_983_i64, "maximum": -18_014_398_509_481_900_i64 }),
        json!({ "exclusiveMinimum": 18_014_398_509_481_995_u64, "exclusiveMaximum": 18_014_398_509_481_997_u64 }),
        json!({ "minimum": 18_014_398_509_481_995_u64, "exclusiveMaximum": 18_014_398_509_481_997_u64, "multipleOf": 0.5 }),
    ];
    for mut schema in bounds {
        judged(&schema, 50);
        schema["type"] = json!("number");
        judged(&schema, 50);
    }
}

#[test]
fn a_free_name_ends_what_a_pattern_leads_back_to() {
    let schema = json!({
        "type": "object",
        "minProperties": 1,
        "patternProperties": { "^a": false, "^b": { "$ref": "#" } },
    });
    judged(&schema, 100);
}

#[test]
fn what_looks_like_a_reference_in_a_value_is_none() {
    let schema = json!({ "const": { "not": { "$ref": "#/const/not" } } });
    assert_eq!(judged(&schema, 1)[0], schema["const"]);
}

#[test]
fn what_must_not_be_closed_has_another_member() {
    let closed = json!({ "properties": { "a": {}, "b": {} }, "additionalProperties": false });
    let schema = json!({ "type": "object", "required": ["a"], "not": closed });
    judged(&schema, 100);
    let texts = json!({ "properties": { "a": { "type": "string" } }, "additionalProperties": false, "required": ["a"] });
    let schema = json!({ "type": "object", "properties": { "a": { "type": "string" } }, "minProperties": 1, "not": texts });
    judged(&schema, 100);
}

#[test]
fn what_another_part_leaves_unevaluated_holds_for_members_with_a_choice() {
    let rows = rows(
        &json!({
            "type": "object",
            "properties": { "a": true },
            "required": ["a"],
            "allOf": [
                { "unevaluatedProperties": { "maxLength": 5 } },
                { "additionalProperties": { "anyOf": [{ "type": "string", "minLength": 2 }] } },
            ],
        }),
        100,
    );
    let length = |row: &Value| row["a"].as_str().map_or(0, |text| text.chars().count());
    assert!(rows.iter().all(|row| (2..=5).contains(&length(row))));
}

#[test]
fn where_patterns_leave_few_names_the_named_members_are_there() {
    let rows = rows(
        &json!({
            "type": "object",
            "properties": { "x": true, "y": true, "z": true },
            "patternProperties": { "^a$": true, "^b$": true },
            "additionalProperties": false,
            "minProperties": 4,
        }),
        200,
    );
    assert!(rows.iter().any(|row| row.get("z").is_none()));
    assert!(rows.iter().all(|row| row.as_object().is_some_and(|members| members.len() >= 4)));
    // Each of the five is left out now and then, and no other name comes.
    for name in ["a", "b", "x", "y", "z"] {
        let there = rows.iter().filter(|row| row.get(name).is_some()).count();
        assert!((100..200).contains(&there), "{name} {there}");
    }
}

#[test]
fn a_negated_look_ahead_is_what_a_text_starts_with() {
    for schema in [
        json!({ "not": { "pattern": "^(?!zz)" } }),
        json!({ "type": "string", "maxLength": 9, "not": { "pattern": "^(?!z(z|y))" } }),
    ] {
        let rows = judged(&schema, 50);
        assert!(rows.iter().all(|row| row.as_str().is_some_and(|text| text.starts_with('z'))));
        assert!(rows.iter().any(|row| row != &rows[0]), "{rows:?}");
    }
}

#[test]
fn a_condition_about_a_list_or_an_object_has_both_sides() {
    let rows = rows(
        &json!({
            "type": ["array", "integer"],
            "items": { "type": "integer" },
            "if": { "enum": [[1, 2], [3]] },
            "then": { "minItems": 2 },
            "else": { "type": "integer", "if": { "const": {} }, "then": false },
        }),
        200,
    );
    let pairs = rows.iter().filter(|row| **row == json!([1, 2])).count();
    assert!(pairs > 20 && rows.iter().filter(|row| row.is_i64() || row.is_u64()).count() > 20);
}

#[test]
fn a_constant_that_looks_like_a_reference_stays_as_it_is() {
    let rows = rows(
        &json!({
            "type": "object",
            "properties": {
                "k": { "enum": [[], ["a"]] },
                "doc": { "const": { "$ref": "#/then" } },
            },
            "required": ["k", "doc"],
            "if": { "properties": { "k": { "const": [] } } },
            "then": { "required": ["z"] },
        }),
        50,
    );
    assert!(rows.iter().all(|row| row["doc"] == json!({ "$ref": "#/then" })));
}

#[test]
fn names_of_a_small_pattern_are_all_found() {
    let schema = |least: u64| {
        json!({
            "type": "object",
            "patternProperties": { "^[a-c]$": { "type": "integer" }, "^[c-e]$": { "minimum": 3 } },
            "additionalProperties": false,
            "minProperties": least,
        })
    };
    for row in judged(&schema(5), 50) {
        assert_eq!(row.as_object().map(serde_json::Map::len), Some(5), "{row}");
        assert!(row["c"].as_i64() >= Some(3) || row["c"].is_u64(), "{row}");
    }
    let error = Pipeline::builder().schema(&schema(6)).build().err().expect("five names");
    assert!(error.is_unsatisfiable(), "{error}");
}

#[test]
fn a_name_that_a_pattern_spells_is_an_optional_member() {
    let schema = json!({
        "type": "object",
        "properties": { "b": { "type": "integer" } },
        "patternProperties": { "^a$": { "type": "boolean" } },
        "additionalProperties": false,
        "allOf": [{ "patternProperties": { "^a$": { "const": true } } }],
    });
    let rows = judged(&schema, 200);
    let count = |name: &str| rows.iter().filter(|row| row.get(name).is_some()).count();
    assert!((60..190).contains(&count("a")) && (60..190).contains(&count("b")), "{}", count("a"));
}

#[test]
fn a_list_that_is_excluded_on_one_side_of_a_condition_does_not_come() {
    let document = json!({
        "items": {"enum": [7, 8]},
        "maxItems": 1,
        "type": ["array", "null"],
        "if": {"type": "array"},
        "then": {"not": {"const": [7]}}
    });
    let rows = judged(&document, 200);
    let count = |value: &Value| rows.iter().filter(|row| *row == value).count();
    assert_eq!(count(&json!([7])), 0);
    assert!(count(&json!([8])) > 20 && count(&json!(null)) > 20);
}
