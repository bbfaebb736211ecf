//! Over many small values: what passed the first schema and the rest passes the second.

use super::*;

/// Values of few shapes, down to `depth`.
fn values(depth: usize) -> Vec<Value> {
    let mut all = vec![json!(null), json!(1), json!(7), json!("x"), json!("y")];
    if depth == 0 {
        return all;
    }
    let inner = values(depth - 1);
    all.push(json!([]));
    all.push(json!({}));
    for value in &inner {
        all.push(json!([value]));
        all.push(json!([1, value]));
        for name in ["a", "b", "tag"] {
            all.push(json!({ name: value }));
        }
        all.push(json!({ "a": value, "b": 1 }));
        all.push(json!({ "tag": "x", "a": value }));
        all.push(json!({ "tag": "y", "a": value, "b": null }));
    }
    all
}

fn is_valid(schema: &Value, value: &Value) -> bool {
    jsonschema::validator_for(schema).expect("a schema").is_valid(value)
}

/// The definition that many of the schemas below refer to: more is required where it is written.
fn with_definition(schema: &Value, required: &Value) -> Value {
    let mut schema = schema.clone();
    schema["$defs"] = json!({
        "D": { "type": "object", "properties": { "a": { "type": ["integer", "null"] } },
               "required": required },
        "Same": { "type": "string" },
    });
    schema
}

/// Pairs of schemas: the side that is read, and the one that is written.
fn pairs() -> Vec<(Value, Value)> {
    let d = json!({ "$ref": "#/$defs/D" });
    let tagged = |required: &[&str]| {
        json!({ "oneOf": [
            { "type": "object", "properties": { "tag": { "const": "x" } }, "required": ["tag"] },
            { "type": "object", "properties": { "tag": { "const": "y" } }, "required": required },
        ] })
    };
    let pairs = [
        (d.clone(), d.clone()),
        (json!({ "required": ["a"] }), json!({ "required": ["a", "b"] })),
        (
            json!({ "properties": { "a": d } }),
            json!({ "properties": { "a": d }, "minProperties": 2 }),
        ),
        (json!({ "items": d }), json!({ "items": d })),
        (
            json!({ "prefixItems": [d, true], "items": false }),
            json!({ "prefixItems": [true, d], "items": false }),
        ),
        (json!({ "prefixItems": [d], "items": d }), json!({ "prefixItems": [true], "items": d })),
        (json!({ "additionalProperties": d }), json!({ "additionalProperties": d })),
        (
            json!({ "properties": { "a": {}, "b": {} }, "additionalProperties": d }),
            json!({ "properties": { "a": {} }, "additionalProperties": d }),
        ),
        (
            json!({ "properties": { "a": {}, "b": {} }, "additionalProperties": false }),
            json!({ "properties": { "a": {} }, "additionalProperties": false }),
        ),
        (json!({ "anyOf": [d, { "type": "null" }] }), json!({ "anyOf": [d, { "type": "null" }] })),
        (
            json!({ "anyOf": [d, { "type": "array" }] }),
            json!({ "anyOf": [d, { "type": "array" }] }),
        ),
        (
            json!({ "oneOf": [d, { "required": ["b"] }] }),
            json!({ "oneOf": [d, { "required": ["b"] }] }),
        ),
        (json!({ "not": d }), json!({ "not": d })),
        (
            json!({ "if": d, "then": { "required": ["b"] } }),
            json!({ "if": d, "then": { "required": ["b"] } }),
        ),
        (json!({ "contains": d, "minContains": 0 }), json!({ "contains": d, "minContains": 1 })),
        (tagged(&["tag"]), tagged(&["tag", "b"])),
        (
            json!({ "allOf": [d, { "maxProperties": 2 }] }),
            json!({ "allOf": [d, { "maxProperties": 1 }] }),
        ),
        (json!({ "type": ["object", "null"] }), json!({ "type": "object" })),
    ];
    let both = |(read, written): &(Value, Value)| {
        (with_definition(read, &json!([])), with_definition(written, &json!(["a"])))
    };
    pairs.iter().map(both).collect()
}

#[test]
fn both_schemas_together_are_the_second_one() {
    let values = values(2);
    for (known, wanted) in pairs() {
        let rest = beyond(&known, &wanted).expect("nothing here is opaque");
        let (mut passed, mut refused) = (0, 0);
        for value in values.iter().filter(|value| is_valid(&known, value)) {
            // A no is looked at again with the whole schema; a yes is final.
            if is_valid(&rest, value) {
                assert!(is_valid(&wanted, value), "{known} {wanted} {rest}: {value}");
                passed += 1;
            } else {
                refused += usize::from(is_valid(&wanted, value));
            }
        }
        assert!(passed > 0 && refused == 0, "{known} {wanted} {rest}: {refused} for nothing");
    }
}

#[test]
fn what_implies_another_has_no_value_of_its_own() {
    let values = values(2);
    let (mut implied, mut refused) = (0, 0);
    for (read, written) in pairs() {
        for (known, wanted) in [(&written, &read), (&read, &written)] {
            let is_own = |value: &&Value| is_valid(known, value) && !is_valid(wanted, value);
            let own = values.iter().find(is_own);
            let is_implied = implies(known, wanted);
            assert!(!is_implied || own.is_none(), "{known} {wanted}: {own:?}");
            implied += usize::from(is_implied);
            refused += usize::from(own.is_some());
        }
    }
    assert!(implied >= 6 && refused >= 15, "{implied} {refused}");
}

#[test]
fn only_what_differs_is_left() {
    let schema = |required: &Value| {
        json!({
            "title": "T",
            "type": "object",
            "properties": {
                "a": { "type": "string", "pattern": "^x" },
                "b": { "$ref": "#/$defs/Same" },
                "c": { "type": "array", "items": { "$ref": "#/$defs/D" } },
            },
            "required": required,
        })
    };
    let known = with_definition(&schema(&json!(["a"])), &json!([]));
    let wanted = with_definition(&schema(&json!(["a", "b"])), &json!(["a"]));
    let mut rest = beyond(&known, &wanted).expect("nothing here is opaque");
    rest["$defs"].take();
    assert_eq!(
        rest,
        json!({
            "properties": { "c": { "items": { "$ref": "#/x-foundry-beyond/D" } } },
            "required": ["b"],
            "$defs": null,
            "x-foundry-beyond": { "D": { "required": ["a"] } },
        })
    );
    assert_eq!(beyond(&known, &known), Some(json!(true)));
    assert!(implies(&wanted, &known) && !implies(&known, &wanted));
}

#[test]
fn what_is_not_understood_is_not_taken_apart() {
    for schema in [
        json!({ "unevaluatedProperties": false }),
        json!({ "$ref": "#" }),
        json!({ "$ref": "#/$defs/a~1b" }),
        json!({ "properties": { "a": { "$dynamicRef": "#b" } } }),
    ] {
        assert_eq!(beyond(&schema, &schema), None, "{schema}");
    }
}
