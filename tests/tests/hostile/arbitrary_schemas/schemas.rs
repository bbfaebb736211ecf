//! Small schemas of all keywords, in combinations that nobody thought of.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

const TYPES: [&str; 7] = ["null", "boolean", "integer", "number", "string", "array", "object"];
const NAMES: [&str; 4] = ["a", "b", "c", "ab"];
const PATTERNS: [&str; 8] = ["^a", "b$", "^[a-c]{1,3}$", "a", "^$", "^.{2}$", "[0-9]", "^(?!b)"];
const FORMATS: [&str; 8] =
    ["date", "ipv4", "uuid", "email", "date-time", "uri", "hostname", "unknown"];

/// A whole document: a schema, definitions that it may refer to, and its dialect.
pub(crate) fn document() -> impl Strategy<Value = Value> {
    let dialect = prop_oneof![
        4 => Just(None),
        1 => Just(Some("https://json-schema.org/draft/2019-09/schema")),
        2 => Just(Some("http://json-schema.org/draft-07/schema#")),
        1 => Just(Some("http://json-schema.org/draft-06/schema#")),
        1 => Just(Some("http://json-schema.org/draft-04/schema#")),
    ];
    (schema(), vec(schema(), 2), dialect).prop_map(|(root, definitions, dialect)| {
        let Value::Object(mut root) = root else { return root };
        let refers = |value: &Value| value.to_string().contains("#/$defs");
        if root.values().any(refers) {
            let names = ["x", "y"].into_iter().map(str::to_owned);
            root.insert("$defs".into(), Value::Object(names.zip(definitions).collect()));
        }
        if let Some(dialect) = dialect {
            root.insert("$schema".into(), dialect.into());
        }
        Value::Object(root)
    })
}

fn schema() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        6 => vec(leaf_keyword(), 0..4).prop_map(object),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => select(vec!["#/$defs/x", "#/$defs/y", "#"]).prop_map(|to| json!({ "$ref": to })),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let keyword = prop_oneof![3 => leaf_keyword(), 4 => inner_keyword(inner)];
        vec(keyword, 1..5).prop_map(object)
    })
}

fn object(keywords: Vec<(&'static str, Value)>) -> Value {
    let map: Map<String, Value> =
        keywords.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Value::Object(map)
}

fn count() -> impl Strategy<Value = Value> {
    (0_u64..4).prop_map(Value::from)
}

fn number() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => (-4_i64..8).prop_map(Value::from),
        1 => select(vec![0.5, 1.5, -0.1, 2.0]).prop_map(Value::from),
    ]
}

pub(crate) fn value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number(),
        select(vec!["", "a", "ab", "b", "2020-01-01"]).prop_map(Value::from),
    ];
    scalar.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::Array),
            vec((select(NAMES.to_vec()), inner), 0..3).prop_map(object),
        ]
    })
}

fn leaf_keyword() -> impl Strategy<Value = (&'static str, Value)> {
    let names = || {
        vec(select(NAMES.to_vec()), 0..3).prop_map(|mut names| {
            names.sort_unstable();
            names.dedup();
            json!(names)
        })
    };
    let typed = select(TYPES.to_vec()).prop_map(|name| ("type", json!(name)));
    let types = proptest::sample::subsequence(TYPES.to_vec(), 1..4)
        .prop_map(|names| ("type", json!(names)));
    let numeric = prop_oneof![
        number().prop_map(|n| ("minimum", n)),
        number().prop_map(|n| ("maximum", n)),
        number().prop_map(|n| ("exclusiveMinimum", n)),
        number().prop_map(|n| ("exclusiveMaximum", n)),
        select(vec![json!(1), json!(2), json!(3), json!(0.5), json!(0.1)])
            .prop_map(|n| ("multipleOf", n)),
    ];
    let text = prop_oneof![
        count().prop_map(|n| ("minLength", n)),
        count().prop_map(|n| ("maxLength", n)),
        select(PATTERNS.to_vec()).prop_map(|p| ("pattern", json!(p))),
        select(FORMATS.to_vec()).prop_map(|f| ("format", json!(f))),
    ];
    let counts = select(vec![
        "minItems",
        "maxItems",
        "minProperties",
        "maxProperties",
        "minContains",
        "maxContains",
    ]);
    prop_oneof![
        6 => typed,
        2 => types,
        1 => value().prop_map(|value| ("const", value)),
        2 => vec(value(), 1..4).prop_map(|mut values| {
            values.dedup();
            ("enum", Value::Array(values))
        }),
        3 => numeric,
        3 => text,
        3 => (counts, count()).prop_map(|(key, n)| (key, n)),
        1 => any::<bool>().prop_map(|b| ("uniqueItems", json!(b))),
        2 => names().prop_map(|names| ("required", names)),
        1 => (select(NAMES.to_vec()), names())
            .prop_map(|(name, names)| ("dependentRequired", json!({ name: names }))),
        1 => (select(NAMES.to_vec()), names())
            .prop_map(|(name, names)| ("dependencies", json!({ name: names }))),
        1 => value().prop_map(|value| ("default", value)),
    ]
}

fn inner_keyword(
    inner: impl Strategy<Value = Value> + Clone + 'static,
) -> impl Strategy<Value = (&'static str, Value)> {
    let one = || inner.clone();
    let list = || vec(inner.clone(), 1..4).prop_map(Value::Array);
    let by_name = || vec((select(NAMES.to_vec()), inner.clone()), 1..4).prop_map(object);
    let by_pattern = vec((select(PATTERNS.to_vec()), inner.clone()), 1..3).prop_map(object);
    let single = select(vec![
        "items",
        "additionalItems",
        "contains",
        "additionalProperties",
        "unevaluatedProperties",
        "unevaluatedItems",
        "propertyNames",
        "not",
        "if",
        "then",
        "else",
    ]);
    prop_oneof![
        5 => (single, one()),
        5 => by_name().prop_map(|map| ("properties", map)),
        1 => by_pattern.prop_map(|map| ("patternProperties", map)),
        1 => by_name().prop_map(|map| ("dependentSchemas", map)),
        1 => by_name().prop_map(|map| ("dependencies", map)),
        1 => list().prop_map(|list| ("prefixItems", list)),
        2 => list().prop_map(|list| ("allOf", list)),
        2 => list().prop_map(|list| ("anyOf", list)),
        2 => list().prop_map(|list| ("oneOf", list)),
    ]
}
