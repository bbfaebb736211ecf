//! The validator's view: its own conformance check, and the same verdicts as on `serde_json`.

use std::sync::LazyLock;

use jsonschema::json::{Array, Json, JsonNumber, Node, SerdeJson, cmp, conformance, unique};
use jsonschema::{Draft, Validator};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::changed::changed;
use super::values::{any_number, any_value, instance_of};
use crate::instance::{Instance, InstanceJson};

/// One schema, compiled for both representations.
struct Both {
    schema: Value,
    ours: Validator<InstanceJson>,
    theirs: Validator<SerdeJson>,
}

static ALL: LazyLock<Vec<Both>> = LazyLock::new(|| {
    let drafts = [Draft::Draft202012, Draft::Draft7, Draft::Draft4];
    let compile = |schema: &Value, draft| Both {
        schema: schema.clone(),
        ours: build::<InstanceJson>(schema, draft),
        theirs: build::<SerdeJson>(schema, draft),
    };
    drafts
        .into_iter()
        .flat_map(|draft| schemas(draft).into_iter().map(move |schema| compile(&schema, draft)))
        .collect()
});

fn build<F: Json>(schema: &Value, draft: Draft) -> Validator<F> {
    jsonschema::options_for::<F>()
        .with_draft(draft)
        .should_validate_formats(true)
        .build(schema)
        .unwrap()
}

/// Schemas of `draft`; each keyword that reads an instance stands in one of them.
fn schemas(draft: Draft) -> Vec<Value> {
    let mut schemas = vec![
        json!({"type": "integer"}),
        json!({"type": ["number", "null"]}),
        json!({"type": "string", "minLength": 2, "maxLength": 5}),
        json!({"type": ["boolean", "array"]}),
        json!({"minimum": 0, "maximum": 3.5}),
        json!({"minimum": i64::MIN, "maximum": u64::MAX}),
        json!({"multipleOf": 2}),
        json!({"multipleOf": 0.1}),
        json!({"pattern": "^[a-c]+$"}),
        json!({"enum": [1, 1.5, "a", null, [1, {"a": 2}], {"a": [1.0], "b": "c"}, 1e300, -1]}),
        json!({"items": {"type": "number"}, "minItems": 1, "maxItems": 4}),
        json!({"uniqueItems": true}),
        json!({"properties": {"a": {"type": "integer"}, "b": {"uniqueItems": true}}}),
        json!({"patternProperties": {"^a": {"type": "string"}, "b": {"minimum": 1}}}),
        json!({"properties": {"a": {}}, "additionalProperties": {"type": "boolean"}}),
        json!({"properties": {"a": {}, "b": {}}, "additionalProperties": false}),
        json!({"required": ["a"], "minProperties": 1, "maxProperties": 3}),
        json!({"required": ["a", "b", "c"]}),
        json!({"anyOf": [{"type": "string"}, {"required": ["b"]}]}),
        json!({"allOf": [{"properties": {"a": {"type": "array"}}}, {"required": ["a"]}]}),
        json!({"oneOf": [{"type": "integer"}, {"minimum": 2}, {"type": "string"}]}),
        json!({"not": {"type": ["object", "string"]}}),
        json!({"format": "ipv4"}),
        json!({"properties": {"next": {"$ref": "#"}, "list": {"items": {"$ref": "#"}}},
               "additionalProperties": {"type": ["integer", "null"]}}),
    ];
    if draft != Draft::Draft4 {
        schemas.extend([
            json!({"const": {"a": [1, "b"]}}),
            json!({"const": 2}),
            json!({"exclusiveMinimum": -1, "exclusiveMaximum": 2}),
            json!({"propertyNames": {"maxLength": 2, "pattern": "^[a-c]*$"}}),
            json!({"contains": {"type": "integer"}}),
            json!({"if": {"type": "object"}, "then": {"required": ["a"]}, "else": {"type": "number"}}),
        ]);
    }
    if draft == Draft::Draft202012 {
        schemas.extend([
            json!({"prefixItems": [{"type": "integer"}, {"type": "string"}], "items": false}),
            json!({"contains": {"minimum": 1}, "minContains": 2, "maxContains": 3}),
            json!({"dependentRequired": {"a": ["b"]}, "dependentSchemas": {"b": {"maxProperties": 2}}}),
            json!({"properties": {"a": {}}, "anyOf": [{"properties": {"b": {}}, "required": ["b"]}, {}],
                   "unevaluatedProperties": false}),
            json!({"prefixItems": [{}], "contains": {"type": "string"}, "unevaluatedItems": false}),
            json!({"$ref": "#/$defs/tree", "$defs": {"tree": {
                "type": ["object", "null"], "additionalProperties": {"$ref": "#/$defs/tree"}}}}),
        ]);
    }
    schemas
}

fn samples() -> Vec<Value> {
    vec![
        json!({"a": 1, "b": [1, 2, 1.0], "c": "abc"}),
        json!({"a": "x", "next": {"list": [{"a": 1}, null], "b": null}}),
        json!({"a": {"b": {"a": null}}, "b": null}),
        json!({"a": [1, "b"]}),
        json!([1, "two", {"a": [1]}, {"a": [1.0]}, null]),
        json!([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, -0.0]),
        json!("127.0.0.1"),
        json!("aébc"),
        json!(2.0),
    ]
}

/// Our verdict and our errors are those of serde_json's own representation.
fn has_the_same_verdicts(value: &Value) {
    let instance = instance_of(value);
    for Both { schema, ours, theirs } in ALL.iter() {
        let valid = ours.is_valid(instance.root());
        assert_eq!(valid, theirs.is_valid(value), "{schema}\n{value}");
        let tell = |error: jsonschema::ValidationError<'_>| {
            (error.instance_path().to_string(), error.to_string())
        };
        let ours: Vec<_> = ours.iter_errors(instance.root()).map(tell).collect();
        let theirs: Vec<_> = theirs.iter_errors(value).map(tell).collect();
        assert_eq!(ours, theirs, "{schema}\n{value}");
        assert_eq!(valid, ours.is_empty(), "{schema}\n{value}");
    }
}

#[test]
fn the_representation_conforms() {
    let instance = instance_of(&conformance::document());
    conformance::assert_conformance::<InstanceJson>(&instance.root());
}

#[test]
fn samples_have_the_same_verdicts() {
    for value in samples() {
        has_the_same_verdicts(&value);
    }
}

proptest! {
    #[test]
    fn any_values_have_the_same_verdicts(value in any_value()) {
        has_the_same_verdicts(&value);
    }

    #[test]
    fn changed_values_have_the_same_verdicts(value in changed(samples())) {
        has_the_same_verdicts(&value);
    }

    #[test]
    fn numbers_have_the_same_verdicts(number in any_number()) {
        has_the_same_verdicts(&Value::Number(number));
    }

    #[test]
    fn numbers_read_as_those_of_serde_json(number in any_number()) {
        let instance = instance_of(&Value::Number(number.clone()));
        let ours = Node::as_number(&instance.root()).unwrap();
        prop_assert_eq!(ours.as_u64(), JsonNumber::as_u64(&number));
        prop_assert_eq!(ours.as_i64(), JsonNumber::as_i64(&number));
        prop_assert_eq!(ours.as_f64(), JsonNumber::as_f64(&number));
        prop_assert_eq!(ours.as_str(), JsonNumber::as_str(&number));
        prop_assert_eq!(ours.to_number(), JsonNumber::to_number(&number));
        prop_assert_eq!(ours.is_integer(), JsonNumber::is_integer(&number));
        prop_assert_eq!(ours.is_written_as_integer(), JsonNumber::is_written_as_integer(&number));
    }

    #[test]
    fn equality_is_that_of_the_validator(left in any_value(), right in any_value()) {
        let values = [&left, &right];
        for (ours, theirs) in values.into_iter().flat_map(|a| values.map(|b| (a, b))) {
            let expected = cmp::equal(ours, theirs);
            let (ours, other) = (instance_of(ours), instance_of(theirs));
            prop_assert_eq!(ours.root().same_as(other.root()), expected);
            prop_assert_eq!(
                Node::equals_value(&ours.root(), theirs), expected
            );
        }
    }

    #[test]
    fn uniqueness_is_that_of_the_validator(
        elements in prop::collection::vec(
            prop_oneof![any_number().prop_map(Value::Number), changed(samples())], 0..40,
        ),
    ) {
        let instance = instance_of(&Value::Array(elements.clone()));
        prop_assert_eq!(
            Array::is_unique(&instance.root()),
            unique::is_unique(&elements)
        );
    }
}

#[test]
fn the_buffer_of_string_nodes_is_reused() {
    let mut buffer = Instance::new();
    for text in ["a", "longer", "", "é"] {
        InstanceJson::with_string_node(&mut buffer, text, |node| {
            assert_eq!(node.as_str(), Some(text));
        });
    }
}
