//! Bytes → a JSON Schema: keywords that meet in ways that nobody thought of, with small bounds.

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value, json};

const TYPES: &[&str] = &["null", "boolean", "integer", "number", "string", "array", "object"];
const NAMES: &[&str] = &["a", "b", "c", "ab", "", "$ref"];
const PATTERNS: &[&str] =
    &["^a", "b$", "^[a-c]{1,3}$", "a", "^$", "^.{2}$", "[0-9]", "^(?!b)", "(a+)+$", "\\p{L}"];
const FORMATS: &[&str] =
    &["date", "time", "ipv4", "ipv6", "uuid", "email", "date-time", "uri", "hostname", "regex", "unknown"];
const REFERENCES: &[&str] = &["#", "#/$defs/x", "#/$defs/y", "#/properties/a", "#/nowhere"];
const DIALECTS: &[&str] = &[
    "https://json-schema.org/draft/2020-12/schema",
    "https://json-schema.org/draft/2019-09/schema",
    "http://json-schema.org/draft-07/schema#",
    "http://json-schema.org/draft-06/schema#",
    "http://json-schema.org/draft-04/schema#",
];

/// Levels of schemas in schemas.
const DEPTH: u32 = 5;

/// A whole document: a schema, definitions that it may refer to, and its dialect.
pub fn document(bytes: &mut Unstructured<'_>) -> Result<Value> {
    let mut root = schema(bytes, DEPTH)?;
    if let Value::Object(map) = &mut root {
        map.insert("$defs".into(), json!({ "x": schema(bytes, 3)?, "y": schema(bytes, 3)? }));
        if bytes.ratio(1, 3)? {
            map.insert("$schema".into(), json!(bytes.choose(DIALECTS)?));
        }
    }
    Ok(root)
}

fn schema(bytes: &mut Unstructured<'_>, depth: u32) -> Result<Value> {
    if bytes.ratio(1, 12)? {
        return Ok(Value::Bool(bytes.arbitrary()?));
    }
    let mut map = Map::new();
    for _ in 0..bytes.int_in_range(0..=4)? {
        let (key, value) = if depth > 0 && bytes.arbitrary()? {
            inner_keyword(bytes, depth - 1)?
        } else {
            leaf_keyword(bytes)?
        };
        map.insert(key.to_owned(), value);
    }
    Ok(Value::Object(map))
}

fn leaf_keyword(bytes: &mut Unstructured<'_>) -> Result<(&'static str, Value)> {
    Ok(match bytes.int_in_range(0..=13)? {
        0..=2 => ("type", json!(bytes.choose(TYPES)?)),
        3 => {
            let first = bytes.int_in_range(0..=TYPES.len() - 2)?;
            ("type", json!(&TYPES[first..first + 2]))
        }
        4 => ("const", value(bytes, 2)?),
        5 => ("enum", list(bytes, |bytes| value(bytes, 2))?),
        6 | 7 => {
            let keys = &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
            (*bytes.choose(keys)?, number(bytes)?)
        }
        8 => ("pattern", json!(bytes.choose(PATTERNS)?)),
        9 => ("format", json!(bytes.choose(FORMATS)?)),
        10 => {
            let keys = &[
                "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties",
                "minContains", "maxContains",
            ];
            (*bytes.choose(keys)?, json!(bytes.int_in_range(0..=5_u64)?))
        }
        11 => ("uniqueItems", json!(bytes.arbitrary::<bool>()?)),
        12 => ("required", list(bytes, |bytes| Ok(json!(bytes.choose(NAMES)?)))?),
        _ => ("$ref", json!(bytes.choose(REFERENCES)?)),
    })
}

fn inner_keyword(bytes: &mut Unstructured<'_>, depth: u32) -> Result<(&'static str, Value)> {
    const SINGLE: &[&str] = &[
        "items", "additionalItems", "contains", "additionalProperties", "unevaluatedProperties",
        "unevaluatedItems", "propertyNames", "not", "if", "then", "else",
    ];
    const BY_NAME: &[&str] = &["properties", "properties", "dependentSchemas", "dependencies"];
    const LISTS: &[&str] = &["prefixItems", "allOf", "anyOf", "oneOf"];
    Ok(match bytes.int_in_range(0..=3)? {
        0 => (*bytes.choose(SINGLE)?, schema(bytes, depth)?),
        1 => {
            let keyword = *bytes.choose(BY_NAME)?;
            (keyword, members(bytes, NAMES, |bytes| schema(bytes, depth))?)
        }
        2 => ("patternProperties", members(bytes, PATTERNS, |bytes| schema(bytes, depth))?),
        _ => (*bytes.choose(LISTS)?, list(bytes, |bytes| schema(bytes, depth))?),
    })
}

fn number(bytes: &mut Unstructured<'_>) -> Result<Value> {
    if bytes.ratio(1, 8)? {
        let odd = [json!(0.1), json!(0.5), json!(1e300), json!(1e-300), json!(u64::MAX), json!(i64::MIN)];
        return Ok(bytes.choose(&odd)?.clone());
    }
    Ok(json!(bytes.int_in_range(-5..=9_i64)?))
}

fn value(bytes: &mut Unstructured<'_>, depth: u32) -> Result<Value> {
    Ok(match bytes.int_in_range(0..=if depth > 0 { 5 } else { 3 })? {
        0 => Value::Null,
        1 => Value::Bool(bytes.arbitrary()?),
        2 => number(bytes)?,
        3 => json!(bytes.choose(&["", "a", "ab", "b", "1", "2020-01-01"])?),
        4 => list(bytes, |bytes| value(bytes, depth - 1))?,
        _ => members(bytes, NAMES, |bytes| value(bytes, depth - 1))?,
    })
}

fn list<'b>(
    bytes: &mut Unstructured<'b>,
    mut element: impl FnMut(&mut Unstructured<'b>) -> Result<Value>,
) -> Result<Value> {
    let count = bytes.int_in_range(1..=3)?;
    (0..count).map(|_| element(bytes)).collect()
}

fn members<'b>(
    bytes: &mut Unstructured<'b>,
    names: &[&str],
    mut member: impl FnMut(&mut Unstructured<'b>) -> Result<Value>,
) -> Result<Value> {
    let mut map = Map::new();
    for _ in 0..bytes.int_in_range(1..=3)? {
        let name = (*bytes.choose(names)?).to_owned();
        map.insert(name, member(bytes)?);
    }
    Ok(Value::Object(map))
}
