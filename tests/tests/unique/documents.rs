//! The same hints in documents, and every kind of schema that has a domain.

use std::collections::HashSet;

use foundry::Pipeline;
use serde_json::{Value, json};

fn pipeline(schema: &Value) -> Pipeline {
    Pipeline::builder().schema(schema).build().unwrap_or_else(|error| panic!("{schema}: {error}"))
}

/// The schema with the hint beside its keywords, as the member of an object.
fn with_hint(schema: &Value, hint: &str) -> Value {
    let mut schema = schema.clone();
    schema["x-foundry"] = json!({hint: true});
    json!({"type": "object", "properties": {"value": schema}, "required": ["value"]})
}

#[test]
fn every_domain_gives_no_value_twice() {
    let formats = [
        "date",
        "time",
        "date-time",
        "duration",
        "email",
        "idn-email",
        "hostname",
        "idn-hostname",
        "ipv4",
        "ipv6",
        "uri",
        "uri-reference",
        "iri",
        "iri-reference",
        "uri-template",
        "uuid",
        "json-pointer",
        "relative-json-pointer",
        "regex",
        "password",
        "binary",
        "byte",
    ];
    let mut schemas: Vec<(Value, u64)> = formats
        .into_iter()
        .map(|format| (json!({"type": "string", "format": format}), 5000))
        .collect();
    schemas.extend([
        (json!({"type": "integer"}), 20_000),
        (json!({"type": "integer", "minimum": -50, "maximum": 49}), 100),
        (json!({"type": "integer", "multipleOf": 7, "minimum": 1, "maximum": 700}), 100),
        (json!({"type": "number"}), 20_000),
        (json!({"type": "number", "minimum": 0, "maximum": 1, "multipleOf": 0.001}), 1001),
        (json!({"type": "number", "exclusiveMinimum": 5, "exclusiveMaximum": 5.000_000_000_000_01}), 10),
        (json!({"enum": [1, "1", 1.5, [1], {"a": 1}, true]}), 6),
        (json!({"type": "boolean"}), 2),
        (json!({"type": ["string", "integer"]}), 5000),
        (json!({"anyOf": [{"type": "string", "maxLength": 5}, {"type": "integer"}]}), 5000),
        (json!({"oneOf": [{"const": "a"}, {"const": "b"}, {"const": 3}]}), 3),
        (json!({"type": "string", "minLength": 2, "maxLength": 2}), 1296),
        (json!({"type": "string", "pattern": "^[ab]{1,3}$"}), 14),
        (json!({"type": "string", "pattern": "^[^0-9]{2,}$", "minLength": 5, "maxLength": 9}), 5000),
        (json!({"type": "string", "pattern": "^[a-z]+$", "examples": ["abc"], "default": "abc"}), 5000),
        (json!({"const": "only"}), 1),
    ]);
    for (schema, count) in schemas {
        let schema = with_hint(&schema, "unique");
        let rows = pipeline(&schema)
            .generate("documents", count)
            .unwrap_or_else(|error| panic!("{schema}: {error}"));
        let values: HashSet<String> = rows.values().map(|row| row["value"].to_string()).collect();
        assert_eq!(values.len() as u64, count, "{schema}");
    }
}

#[test]
fn sequences_are_in_order() {
    let first = |schema: &Value| -> Vec<Value> {
        let rows = pipeline(&with_hint(schema, "sequence")).generate(8, 3).unwrap();
        rows.values().map(|row| row["value"].clone()).collect()
    };
    for (schema, wanted) in [
        (json!({"type": "integer"}), json!([0, 1, 2])),
        (json!({"type": "integer", "minimum": 1}), json!([1, 2, 3])),
        (json!({"type": "integer", "minimum": -3, "multipleOf": 2}), json!([-2, 0, 2])),
        (json!({"type": "integer", "minimum": 1, "not": {"multipleOf": 2}}), json!([1, 3, 5])),
        (json!({"type": "number", "minimum": 0, "multipleOf": 0.01}), json!([0.0, 0.01, 0.02])),
        (json!({"enum": ["c", "a", "b"]}), json!(["c", "a", "b"])),
        (
            json!({"oneOf": [{"const": "z"}, {"const": "y"}, {"const": "x"}]}),
            json!(["z", "y", "x"]),
        ),
        (json!({"type": "string", "pattern": "^[a-c]+$"}), json!(["a", "b", "c"])),
        (
            json!({"type": "string", "format": "date"}),
            json!(["1970-01-01", "1970-01-02", "1970-01-03"]),
        ),
        (json!({"type": "string", "format": "ipv4"}), json!(["0.0.0.0", "0.0.0.1", "0.0.0.2"])),
        (json!({"type": "boolean"}), Value::Null),
    ] {
        if wanted.is_null() {
            assert!(pipeline(&with_hint(&schema, "sequence")).generate(8, 3).is_err());
        } else {
            assert_eq!(Value::from(first(&schema)), wanted, "{schema}");
        }
    }
}

#[test]
fn a_member_that_is_missing_or_null_is_not_counted() {
    let pipeline = pipeline(&json!({
        "type": "object",
        "properties": {
            "a": {"type": ["integer", "null"], "minimum": 1, "maximum": 500, "x-foundry": {"unique": true}},
            "b": {"enum": [null, 1, 2], "x-foundry": {"unique": false}}
        }
    }));
    let rows = pipeline.generate(3, 500).unwrap();
    let values: Vec<Value> = rows.values().filter_map(|row| row.get("a").cloned()).collect();
    let there: Vec<String> =
        values.iter().filter(|value| !value.is_null()).map(Value::to_string).collect();
    assert!(there.len() < values.len() && values.len() < 500 && there.len() > 150);
    assert_eq!(there.iter().collect::<HashSet<_>>().len(), there.len());
}

#[test]
fn the_plan_tells_how_many_values_there_are() {
    let pipeline = pipeline(&json!({
        "type": "object",
        "properties": {
            "code": {"type": "string", "pattern": "^[A-Z][0-9]$", "x-foundry": {"unique": true}},
            "id": {"type": ["integer", "null"], "minimum": 1, "maximum": 9, "x-foundry": {"sequence": true}}
        },
        "required": ["code", "id"]
    }));
    assert_eq!(
        pipeline.plan().explain(),
        "object\n  code: text (pattern), unique among 260 values\n  id: nullable\n    \
         or null: integer 1..=9, sequence among 9 values\n"
    );
}
