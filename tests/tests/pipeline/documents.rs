//! Documents that no type wrote: what their conditions leave is drawn, and no branch is lost.

use std::collections::HashSet;

use foundry::Pipeline;
use serde_json::{Value, json};

fn rows(schema: &Value, count: u64) -> Vec<Value> {
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
fn a_choice_below_a_name_of_any_character_is_judged() {
    let choice = json!({ "oneOf": [{ "minimum": 1 }, { "maximum": 5 }], "type": "integer" });
    let schema = json!({ "type": "object", "patternProperties": { "^[\\]{}|<>\"`é ]x$": choice }, "minProperties": 1 });
    assert!(rows(&schema, 20).iter().all(|row| row.as_object().is_some_and(|row| !row.is_empty())));
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
fn judged(schema: &Value, count: u64) -> Vec<Value> {
    let rows = rows(schema, count);
    let judge =
        jsonschema::options().should_validate_formats(true).build(schema).expect("a schema");
    for row in &rows {
        assert!(judge.is_valid(row), "{row}");
    }
    rows
}

#[test]
fn a_null_that_two_branches_share_is_not_drawn() {
    let schema = json!({
        "type": "object",
        "properties": { "c": { "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/q" }] } },
        "$defs": { "q": { "properties": { "z": { "type": "integer" } } } },
    });
    let rows = judged(&schema, 200);
    assert!(rows.iter().any(|row| row.pointer("/c/z").is_some()));
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
fn a_position_may_hold_what_must_be_contained() {
    let in_front = json!({
        "type": "array",
        "prefixItems": [{ "type": "integer" }],
        "items": { "type": "string" },
        "contains": { "type": "integer" },
    });
    assert!(
        judged(&in_front, 50).iter().any(|row| row.as_array().is_some_and(|row| row.len() > 1))
    );
    let behind = json!({
        "type": "array",
        "prefixItems": [{ "type": "string" }],
        "contains": { "type": "integer" },
    });
    judged(&behind, 50);
    let closed = json!({
        "type": "array",
        "prefixItems": [{ "type": "integer" }, { "type": "string" }],
        "items": false,
        "minItems": 2,
        "contains": { "const": "x" },
    });
    assert!(judged(&closed, 50).iter().all(|row| row[1] == "x"));
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
fn several_positions_may_hold_what_must_be_contained() {
    let text = json!({ "type": "string" });
    for (behind, min) in [(json!({ "type": "integer" }), 2), (json!({ "type": "string" }), 4)] {
        let schema = json!({
            "type": "array",
            "prefixItems": [{}, text, text],
            "items": behind,
            "contains": { "type": "string", "minLength": 3 },
            "minContains": min,
            "maxItems": 5,
        });
        judged(&schema, 100);
    }
    // One position holds what two keywords ask for, the other what a third one does.
    judged(
        &json!({
            "prefixItems": [{ "type": "integer" }, { "type": "integer" }],
            "items": false,
            "allOf": [
                { "contains": { "minimum": 10 } },
                { "contains": { "maximum": 20 } },
                { "contains": { "minimum": 50 }, "minContains": 2 },
            ],
        }),
        0,
    );
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

/// An object of many members; its form is too large to be taken out of another one.
fn large() -> Value {
    let members: serde_json::Map<String, Value> =
        (0..200).map(|at| (format!("member_{at}"), json!({ "maxLength": at }))).collect();
    json!({ "properties": members })
}

#[test]
fn branches_too_large_to_take_apart_are_taken_apart_type_by_type() {
    // Neither branch says `type`: each takes whatever the other one does, but for a few lists.
    let schema = json!({ "oneOf": [large(), { "items": { "type": "string" } }] });
    let rows = rows(&schema, 100);
    let judge = jsonschema::validator_for(&schema).expect("a schema");
    assert!(rows.iter().all(|row| judge.is_valid(row)));
    assert!(rows.iter().any(Value::is_array));
}

#[test]
fn what_is_never_accepted_names_the_keyword_that_refuses_it() {
    // The form knows nothing of content below a negation, so that values are drawn on trial.
    let schema = json!({ "oneOf": [large(), large()], "type": "object" });
    let pipeline = Pipeline::builder().schema(&schema).build().expect("a plan");
    let error = pipeline.generate(7, 1).expect_err("both branches are one");
    assert_eq!((error.keyword(), error.pointer()), (Some("oneOf"), Some("")), "{error}");
}

#[test]
fn each_branch_is_as_likely_as_the_others_however_many_values_it_has() {
    let share = |schema: &Value, is_there: &dyn Fn(&Value) -> bool| {
        let rows = rows(schema, 4000);
        let count = u32::try_from(rows.iter().filter(|row| is_there(row)).count());
        f64::from(count.expect("a few")) / 4000.0
    };
    for keyword in ["anyOf", "oneOf"] {
        let of_two = json!({ keyword: [{ "type": "boolean" }, { "type": "integer" }] });
        let booleans = share(&of_two, &Value::is_boolean);
        assert!((0.47..0.53).contains(&booleans), "{keyword}: {booleans}");
        let of_three = json!({ keyword: [
            { "enum": ["a", "b", "c", "d", "e"] }, { "const": 1 }, { "type": "array" },
        ] });
        let letters = share(&of_three, &Value::is_string);
        assert!((0.3..0.37).contains(&letters), "{keyword}: {letters}");
        let one = share(&of_three, &|row| *row == 1);
        assert!((0.3..0.37).contains(&one), "{keyword}: {one}");
    }
}

#[test]
fn what_a_part_contains_is_evaluated() {
    for (schema, least) in [
        (
            json!({ "anyOf": [{ "contains": { "type": "integer" } }, { "prefixItems": [{ "type": "null" }] }], "unevaluatedItems": { "type": "string" } }),
            0,
        ),
        (
            json!({ "allOf": [{ "contains": { "type": "integer" } }], "contains": { "const": true }, "unevaluatedItems": false }),
            2,
        ),
        (
            json!({ "if": { "contains": { "type": "integer" } }, "then": { "minItems": 3 }, "unevaluatedItems": { "type": "string" } }),
            0,
        ),
        (
            json!({ "oneOf": [{ "contains": { "const": 1 } }, { "contains": { "const": 2 } }], "unevaluatedItems": { "type": "string" } }),
            1,
        ),
    ] {
        let mut schema = schema;
        schema["type"] = json!("array");
        let within =
            json!({ "type": "object", "properties": { "list": schema }, "required": ["list"] });
        let rows = rows(&within, 200);
        let lists: Vec<&Vec<Value>> =
            rows.iter().filter_map(|row| row["list"].as_array()).collect();
        assert!(lists.iter().all(|list| list.len() >= least), "{schema}");
        assert!(lists.iter().any(|list| list.len() > 2), "{schema}");
        assert!(lists.iter().any(|list| list.iter().any(Value::is_number)), "{schema}");
    }
}

/// Rows of a list within an object, so that no place of it is the root.
fn lists(schema: &Value, count: u64) -> Vec<Vec<Value>> {
    let mut within = json!({ "type": "object", "properties": {}, "required": ["list"] });
    let mut schema = schema.clone();
    for key in ["$schema", "$defs"] {
        if let Some(value) = schema.as_object_mut().and_then(|schema| schema.remove(key)) {
            within[key] = value;
        }
    }
    within["properties"]["list"] = schema;
    let list = |row: &Value| row["list"].as_array().cloned();
    rows(&within, count).iter().filter_map(list).collect()
}

#[test]
fn what_a_reference_contains_is_evaluated() {
    for schema in [
        json!({ "type": "array", "$ref": "#/$defs/one", "unevaluatedItems": { "type": "string" }, "$defs": {
            "one": { "contains": { "type": "integer" } },
        } }),
        // A chain, of which the last one is reached twice.
        json!({ "$ref": "#/$defs/list", "$defs": {
            "list": { "type": "array", "allOf": [{ "$ref": "#/$defs/a" }, { "$ref": "#/$defs/b" }], "unevaluatedItems": { "type": "string" } },
            "a": { "$ref": "#/$defs/b" },
            "b": { "anyOf": [{ "$ref": "#/$defs/c" }, { "minItems": 3 }] },
            "c": { "contains": { "type": "integer" }, "minContains": 2, "maxContains": 3 },
        } }),
        // The elements lead back to the list.
        json!({ "$ref": "#/$defs/tree", "$defs": {
            "tree": { "type": "array", "$ref": "#/$defs/node", "minItems": 1, "unevaluatedItems": { "$ref": "#/$defs/tree" } },
            "node": { "contains": { "type": "integer" }, "maxItems": 3, "minContains": 0 },
        } }),
        // Where a reference leads to what `unevaluatedItems` says.
        json!({ "type": "array", "$ref": "#/$defs/part", "unevaluatedItems": { "$ref": "#/$defs/part/unevaluatedItems" }, "$defs": {
            "part": { "allOf": [{ "contains": { "type": "integer" } }], "unevaluatedItems": { "oneOf": [{ "type": "string" }, { "type": "null" }] } },
        } }),
        json!({ "$schema": "https://json-schema.org/draft/2019-09/schema", "type": "array", "items": [{ "type": "integer" }],
            "allOf": [{ "contains": { "type": "integer" } }], "unevaluatedItems": { "type": ["string", "integer"] } }),
    ] {
        let lists = lists(&schema, 200);
        assert!(lists.iter().any(|list| list.len() > 2), "{schema}");
        assert!(lists.iter().any(|list| list.iter().any(Value::is_i64)), "{schema}");
        assert!(lists.iter().any(|list| !list.iter().all(Value::is_i64)), "{schema}");
    }
}

#[test]
fn each_road_to_a_contains_has_elements_of_its_own() {
    let rows = rows(
        &json!({
            "type": "object",
            "properties": {
                "texts": { "$ref": "#/$defs/one", "unevaluatedItems": { "type": "string" } },
                "flags": { "$ref": "#/$defs/one", "unevaluatedItems": { "type": "boolean" } },
                "all": { "$ref": "#/$defs/one" },
            },
            "required": ["texts", "flags", "all"],
            "$defs": { "one": { "type": "array", "contains": { "type": "integer" } } },
        }),
        200,
    );
    let some = |name: &str, is_met: fn(&Value) -> bool| {
        rows.iter().any(|row| row[name].as_array().is_some_and(|list| list.iter().any(is_met)))
    };
    assert!(some("texts", Value::is_string) && some("flags", Value::is_boolean));
    assert!(!some("texts", Value::is_boolean) && !some("flags", Value::is_string));
    assert!(some("all", Value::is_string) && some("all", Value::is_boolean));
}

#[test]
fn elements_that_a_part_contains_are_told_apart_by_their_own_schemas() {
    // Each element needs a look at what the author wrote: no form says what exactly one of these admits.
    let even_or_third = json!({ "oneOf": [
        { "type": "integer", "multipleOf": 2 }, { "type": "integer", "multipleOf": 3 }, { "type": "integer", "minimum": 100 },
    ] });
    let part = json!({ "contains": even_or_third });
    let lists = lists(
        &json!({ "type": "array", "allOf": [part], "unevaluatedItems": false, "maxItems": 4 }),
        100,
    );
    assert!(lists.iter().any(|list| list.len() > 1));
}

#[test]
fn lists_longer_than_a_contains_admits_hold_other_elements() {
    let primary =
        json!({ "required": ["primary"], "properties": { "primary": { "const": true } } });
    for (schema, contained) in [
        (
            json!({ "type": "array", "items": { "type": "integer", "minimum": 0, "maximum": 1000 }, "minItems": 10,
                "contains": { "minimum": 1 }, "minContains": 1, "maxContains": 3 }),
            [1, 2, 3].as_slice(),
        ),
        (
            json!({ "type": "array", "items": { "type": "string" }, "minItems": 3,
                "contains": { "minLength": 1 }, "minContains": 0, "maxContains": 1 }),
            &[0, 1],
        ),
        (
            json!({ "type": "array", "minItems": 4, "contains": primary, "maxContains": 1,
                "items": { "type": "object", "properties": { "primary": { "type": "boolean" } } } }),
            &[1],
        ),
        (
            json!({ "type": "array", "prefixItems": [{ "const": 1 }, { "enum": [1, 2] }], "items": { "enum": [1, 2, 3] },
                "contains": { "const": 1 }, "minContains": 2, "maxContains": 2, "minItems": 5 }),
            &[2],
        ),
    ] {
        let validator = jsonschema::validator_for(&schema["contains"]).expect("a schema");
        let counts: Vec<usize> = lists(&schema, 100)
            .iter()
            .map(|list| list.iter().filter(|element| validator.is_valid(element)).count())
            .collect();
        for count in contained {
            assert!(counts.contains(count), "{schema}: {count}");
        }
        assert!(counts.iter().all(|count| contained.contains(count)), "{schema}");
    }
}

#[test]
fn a_branch_that_another_one_takes_whole_is_left() {
    let rows = rows(
        &json!({
            "type": "array",
            "contains": { "type": "boolean" },
            "oneOf": [true, { "maxItems": 3 }],
        }),
        50,
    );
    assert!(rows.iter().all(|row| row.as_array().is_some_and(|list| list.len() > 3)));
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
fn a_member_without_room_in_one_branch_is_what_it_is_in_another() {
    let rows = rows(
        &json!({
            "type": "object",
            "properties": { "n": { "type": "object" } },
            "required": ["k", "t"],
            "anyOf": [{ "additionalProperties": {} }, { "maxProperties": 2 }, {}],
        }),
        200,
    );
    let nested = rows.iter().filter_map(|row| row.get("n"));
    assert!(nested.clone().count() > 20 && nested.clone().all(Value::is_object));
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
fn choices_below_a_condition_that_are_too_many_to_write_out_hold() {
    let rows = rows(
        &json!({
            "$schema": "http://json-schema.org/draft-07/schema#",
            "properties": { "tags": true, "c": true, "a": true, "kind": true },
            "additionalProperties": { "anyOf": [{ "type": "integer" }] },
            "if": { "properties": { "c": { "type": "string" } }, "allOf": [{ "maxProperties": 6 }] },
            "then": {
                "properties": { "id": true },
                "required": ["id"],
                "allOf": [
                    {
                        "properties": { "tags": { "type": "boolean" } },
                        "oneOf": [
                            { "required": ["nope"] },
                            { "properties": { "zz": { "type": "boolean" } } },
                        ],
                    },
                    {
                        "properties": { "a": { "maximum": -1.5 }, "kind": { "type": "number" } },
                        "required": ["tags", "c"],
                        "dependencies": { "tags": true },
                        "anyOf": [{}, { "dependencies": { "id": [], "absent": [] } }, true],
                    },
                ],
            },
            "else": { "type": "null" },
        }),
        200,
    );
    let has = |row: &Value, name: &str| row.get(name).is_some();
    assert!(rows.iter().any(Value::is_object), "{rows:?}");
    assert!(rows.iter().all(|row| has(row, "nope") || !has(row, "zz")));
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
fn a_branch_without_other_members_says_nothing_of_those_of_its_siblings() {
    for other in [json!(true), json!({"minProperties": 1})] {
        let document = json!({
            "type": "object",
            "properties": {"tags": {"type": "string"}},
            "additionalProperties": {"type": "integer"},
            "anyOf": [{"properties": {"tags": true}, "additionalProperties": false}, other]
        });
        let rows = judged(&document, 100);
        let has_others = |row: &&Value| row.as_object().unwrap().keys().any(|name| name != "tags");
        let open = rows.iter().filter(has_others).count();
        assert!((15..70).contains(&open), "{open}");
    }
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

#[test]
fn alternatives_about_a_list_or_an_object_are_drawn_wherever_they_stand() {
    let object = json!({"const": {"q": 1}});
    let alternatives = [
        json!([object, {}]),
        json!([object, {"type": ["object", "string"]}]),
        json!([{"enum": ["qq", {"q": 1}, [2]]}, {"enum": [[2], [3]]}, {"type": ["array", "null"]}]),
        json!([object, {"not": {"const": [2]}}]),
        json!([{"if": object, "then": false}]),
        json!([{"if": {"const": [7]}, "then": false}, {"type": "string"}]),
        json!([{"$ref": "#/$defs/one"}, {"properties": {"q": {"oneOf": [{"const": [1]}, true]}}}]),
    ];
    for branches in alternatives {
        for document in [
            json!({"oneOf": branches}),
            json!({"type": "object", "properties": {"a": {"oneOf": branches}}}),
            json!({"type": "array", "items": {"oneOf": branches, "anyOf": [{}, {}]}, "minItems": 1}),
            json!({"type": "object", "properties": {"a": {"$ref": "#/$defs/b/oneOf/0"}}}),
        ] {
            let mut document = document;
            document["$defs"] = json!({"one": object, "b": {"oneOf": branches}});
            let rows = judged(&document, 60);
            let distinct: HashSet<String> = rows.iter().map(Value::to_string).collect();
            assert!(distinct.len() > 1, "{document}");
        }
    }
}

#[test]
fn an_alternative_about_a_list_that_cannot_be_planned_is_told_as_it_was_written() {
    let document = json!({"properties": {"a": {"oneOf": [{"const": [1]}, {"not": {"oneOf": [{"const": [1]}, {}]}}]}}});
    let error = Pipeline::builder().schema(&document).build().map(drop).unwrap_err();
    assert_eq!(error.pointer(), Some("/properties/a/oneOf/1/not"), "{}", error.report());
    assert!(error.report().contains("oneOf"), "{}", error.report());
}

#[test]
fn a_choice_of_very_many_branches_is_drawn_where_nothing_else_is_said() {
    let choice =
        |branch: fn(u32) -> Value| json!({"oneOf": (0..250).map(branch).collect::<Vec<_>>()});
    for choice in [
        choice(|at| json!({"const": at})),
        choice(|at| json!({"enum": [[at], at.to_string()]})),
        choice(
            |at| json!({"type": ["object", "null"], "required": [format!("a{at}")], "minProperties": 1}),
        ),
        choice(|at| json!({"allOf": [{"const": at}]})),
    ] {
        for document in [
            json!({"items": choice}),
            json!({"additionalProperties": choice}),
            json!({"properties": {"x": {"items": choice}}}),
            json!({"anyOf": [{"items": choice}, {"type": "string"}]}),
            json!({"propertyNames": {"pattern": "^[a-z]+$"}, "items": choice}),
        ] {
            judged(&document, 60);
        }
    }
    for choice in [
        choice(|at| json!({"const": at})),
        choice(|at| json!({"type": "string", "minLength": at, "maxLength": at})),
    ] {
        judged(&json!({"type": "array", "prefixItems": [choice]}), 60);
        judged(&json!({"type": "object", "patternProperties": {"^a": choice}}), 60);
    }
}
