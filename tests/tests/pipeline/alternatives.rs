//! Alternatives of documents: each branch is drawn, none is lost, and none lets a wrong value through.

use std::collections::HashSet;

use foundry::Pipeline;
use foundry::config::Config;
use serde_json::{Value, json};

use crate::documents::{judged, rows};

#[test]
fn a_choice_below_a_name_of_any_character_is_judged() {
    let choice = json!({ "oneOf": [{ "minimum": 1 }, { "maximum": 5 }], "type": "integer" });
    let schema = json!({ "type": "object", "patternProperties": { "^[\\]{}|<>\"`é ]x$": choice }, "minProperties": 1 });
    assert!(rows(&schema, 20).iter().all(|row| row.as_object().is_some_and(|row| !row.is_empty())));
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
    // Neither branch can be taken out of the other one, so that values are drawn on trial.
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

#[test]
fn constants_of_many_branches_say_nothing_in_a_draft_that_has_none() {
    let choice =
        |branch: fn(u32) -> Value| json!({"anyOf": (0..20).map(branch).collect::<Vec<_>>()});
    let numbers_or_texts =
        [choice(|at| json!({"const": at})), choice(|at| json!({"const": at.to_string()}))];
    let schema =
        json!({"$schema": "http://json-schema.org/draft-04/schema#", "allOf": numbers_or_texts});
    judged(&schema, 60);
}

/// The rows of a schema, of which none was drawn in vain.
fn at_once(schema: &Value, presence: f64) -> Vec<Value> {
    let config = Config::default().with_presence(presence);
    let pipeline = Pipeline::builder().schema(schema).config(config).build();
    let pipeline = pipeline.unwrap_or_else(|error| panic!("{}", error.report()));
    let rows = pipeline.generate(7, 400);
    let rows = rows.unwrap_or_else(|error| panic!("{}", error.report()));
    assert_eq!(rows.metrics().retries, 0, "{schema}");
    rows.values().collect()
}

/// An object of the members `a` to `f`, beside what is said of them.
fn letters(said: &Value) -> Value {
    let mut schema = json!({ "type": "object", "properties": {} });
    for name in ["a", "b", "c", "d", "e", "f"] {
        schema["properties"][name] = json!({ "type": "string" });
    }
    schema.as_object_mut().unwrap().extend(said.as_object().unwrap().clone());
    schema
}

fn names_of(rows: &[Value]) -> HashSet<String> {
    let names = |row: &Value| row.as_object().unwrap().keys().map(String::as_str).collect();
    rows.iter().map(names).collect()
}

#[test]
fn one_of_several_names_is_there_at_once() {
    let asked: Vec<Value> =
        ["a", "b", "c", "d", "e"].map(|name| json!({ "required": [name] })).into();
    let schema = letters(&json!({ "oneOf": asked, "additionalProperties": false }));
    for presence in [0.1, 0.5, 0.95] {
        let names = names_of(&at_once(&schema, presence));
        assert!(names.iter().all(|names| names.trim_end_matches('f').len() == 1), "{names:?}");
        assert_eq!(names.iter().filter(|names| names.len() == 1).count(), 5, "{names:?}");
    }
    // What a branch repeats of a member makes no difference, and neither does what it is called.
    let repeated = json!([
        { "required": ["a"], "type": "object", "properties": { "a": { "type": "string", "title": "A" } } },
        { "required": ["b"], "description": "b", "properties": { "b": { "type": "string" }, "f": true } },
        { "anyOf": [{ "required": ["c"] }, { "required": ["d", "e"] }] },
    ]);
    let rows = at_once(&letters(&json!({ "oneOf": repeated, "additionalProperties": false })), 0.9);
    let names = names_of(&rows);
    assert!(
        ["af", "bdf", "cef", "def"].iter().all(|names_of_row| names.contains(*names_of_row)),
        "{names:?}"
    );
}

#[test]
fn of_names_that_must_not_be_there_together_each_may_be_there() {
    let branches = json!([{ "required": ["a", "b"] }, { "required": ["c", "d"] }, { "required": ["a", "e", "f"] }]);
    let rows = at_once(&letters(&json!({ "oneOf": branches, "additionalProperties": false })), 0.9);
    let names = names_of(&rows);
    for wanted in ["abce", "abdf", "acef", "acd", "bcdef"] {
        assert!(names.contains(wanted), "{wanted}: {names:?}");
    }
}

#[test]
fn a_branch_that_asks_for_more_than_names_is_left_alone_in_the_end() {
    let branch =
        |name: &str| json!({ "required": [name], "properties": { name: { "minLength": 3 } } });
    let branches = ["a", "b", "c", "d", "e", "f"].map(branch);
    let schema = letters(&json!({ "oneOf": branches, "additionalProperties": false }));
    let config = Config::default().with_presence(0.99);
    let pipeline = Pipeline::builder().schema(&schema).config(config).build().expect("a plan");
    let rows = pipeline.generate(7, 200).expect("rows");
    assert!(rows.metrics().retries < 200 * 12, "{}", rows.metrics().retries);
    assert!(judged(&schema, 200).iter().any(|row| row.as_object().unwrap().len() > 1));
}

#[test]
fn what_is_never_alone_is_not_drawn() {
    for draft in
        ["http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-07/schema#"]
    {
        let branches =
            json!([{ "required": ["a"] }, { "required": ["a", "b"] }, { "required": ["c"] }]);
        let rows = at_once(&letters(&json!({ "$schema": draft, "oneOf": branches })), 0.5);
        assert!(rows.iter().all(|row| row.get("a").is_none() != row.get("c").is_none()));
    }
    let branches = json!([{ "required": ["a"] }, { "required": ["b"] }]);
    let both = letters(&json!({ "required": ["a", "b"], "oneOf": branches }));
    let error = Pipeline::builder().schema(&both).build().map(drop).unwrap_err();
    assert!(error.is_unsatisfiable(), "{}", error.report());
}

#[test]
fn values_that_are_no_objects_stay_where_a_name_is_asked_for() {
    let branches = json!([{ "type": "object", "required": ["a"] }, { "type": "string" }, { "type": "object", "required": ["b"] }]);
    let mut schema = letters(&json!({ "oneOf": branches }));
    schema.as_object_mut().unwrap().remove("type");
    let rows = at_once(&schema, 0.9);
    assert!(rows.iter().any(Value::is_string) && rows.iter().any(|row| row.get("b").is_some()));
}

#[test]
fn many_dependencies_of_the_first_draft_are_planned() {
    let names: Vec<String> = (0..14).map(|at| format!("n{at}")).collect();
    let next = |at: usize| json!({ "required": [names[(at + 1) % 14]], "properties": { "n0": { "maxLength": at } } });
    let dependencies: serde_json::Map<_, _> =
        (0..14).map(|at| (names[at].clone(), next(at))).collect();
    let members: serde_json::Map<_, _> =
        names.iter().map(|name| (name.clone(), json!({ "type": "string" }))).collect();
    judged(
        &json!({
            "$schema": "http://json-schema.org/draft-04/schema#",
            "type": "object",
            "properties": members,
            "dependencies": dependencies,
        }),
        40,
    );
}

#[test]
fn branches_that_are_called_the_same_have_their_turns() {
    let asked = |value: Value| json!({ "type": "object", "required": ["kind"], "properties": { "kind": value } });
    let [text, list, flag] =
        ["string", "array", "boolean"].map(|name| asked(json!({ "type": name })));
    let rows = judged(&json!({ "anyOf": [text, list, flag] }), 600);
    for is in [Value::is_string, Value::is_array, Value::is_boolean] {
        let count = rows.iter().filter(|row| is(&row["kind"])).count();
        assert!((140..=260).contains(&count), "{count} of 600");
    }
    let tagged = |tag: &str, value: Value| json!({ "type": "object", "required": ["v", "w"], "properties": { "v": { "const": tag }, "w": value } });
    let branches =
        [tagged("1", json!({ "type": "integer" })), tagged("1", json!({ "type": "null" }))];
    let rows = judged(&json!({ "oneOf": branches }), 200);
    assert!((60..=140).contains(&rows.iter().filter(|row| row["w"].is_null()).count()));
}

#[test]
fn a_choice_that_is_a_branch_of_another_takes_each_of_its_branches() {
    let inner = json!({ "anyOf": [{ "type": "string" }, { "type": "array", "maxItems": 0 }, { "type": "boolean" }] });
    let schema = json!({
        "anyOf": [{ "type": "integer" }, { "$ref": "#/$defs/inner" }, { "type": "number", "maximum": -0.5 }],
        "$defs": { "inner": inner },
    });
    let rows = judged(&schema, 900);
    let share = |is: fn(&Value) -> bool| rows.iter().filter(|row| is(row)).count();
    for count in [share(Value::is_string), share(Value::is_array), share(Value::is_boolean)] {
        assert!((60..=140).contains(&count), "{count} of 900");
    }
    assert!((240..=360).contains(&share(Value::is_i64)) && share(Value::is_f64) > 240);
}
