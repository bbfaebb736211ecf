//! Documents that no type wrote: what their conditions leave is drawn, and no branch is lost.

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
    assert!(asked > 40, "{asked}");
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
