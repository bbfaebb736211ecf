//! Bounds that are hard to hold: beyond 64 bits, and multiples that a division misses.

use foundry::{Error, Pipeline};
use serde_json::{Value, json};

fn drawn(schema: &str) -> Result<Vec<Value>, Error> {
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    let rows = Pipeline::builder().schema(&schema).build()?.generate(3, 400)?;
    Ok(rows.values().collect())
}

#[test]
fn an_integer_that_no_64_bits_hold_is_refused_and_never_rounded() {
    for (schema, keyword) in [
        (r#"{"type": "integer", "maximum": -9223372036854775809}"#, "maximum"),
        (
            r#"{"type": "integer", "minimum": -9223372036854775900, "maximum": -9223372036854775810}"#,
            "minimum, maximum",
        ),
        (r#"{"type": "integer", "exclusiveMaximum": -9223372036854775809}"#, "exclusiveMaximum"),
        (r#"{"type": "integer", "exclusiveMaximum": -9223372036854775808}"#, "exclusiveMaximum"),
        (r#"{"type": "integer", "exclusiveMinimum": 18446744073709551615}"#, "exclusiveMinimum"),
        (r#"{"type": "integer", "minimum": 18446744073709551616}"#, "minimum"),
        (
            r#"{"type": "integer", "multipleOf": 18446744073709551616, "minimum": 1, "maximum": 36893488147419103232}"#,
            "multipleOf, minimum, maximum",
        ),
    ] {
        let error = drawn(schema).expect_err(schema);
        assert!(error.to_string().contains("cannot plan an integer beyond"), "{schema}: {error}");
        assert_eq!(error.keyword(), Some(keyword), "{schema}");
        assert!(!error.is_unsatisfiable(), "{schema}");
    }
    for (schema, number) in [
        (r#"{"type": "integer", "maximum": -9223372036854775808}"#, json!(i64::MIN)),
        (r#"{"type": "integer", "exclusiveMinimum": 18446744073709551614}"#, json!(u64::MAX)),
    ] {
        let rows = drawn(schema).unwrap_or_else(|error| panic!("{}", error.report()));
        assert!(rows.iter().all(|row| *row == number), "{schema}");
    }
    // A number may be what the bound was rounded to.
    let least = r#"{"type": "number", "minimum": -9.223372036854775808e18, "maximum": -9.223372036854775808e18}"#;
    let rows = drawn(least).unwrap_or_else(|error| panic!("{}", error.report()));
    assert!(rows.iter().all(|row| row.as_f64() == Some(-9_223_372_036_854_775_808.0)));
}

#[test]
fn bounds_at_the_ends_of_64_bits_leave_what_is_beyond_them() {
    let below = drawn(r#"{"type": "number", "exclusiveMaximum": -9223372036854775808}"#);
    let below = below.unwrap_or_else(|error| panic!("{}", error.report()));
    assert!(below.iter().all(|row| row.as_f64() < Some(-9_223_372_036_854_775_808.0)));
    let above = drawn(r#"{"type": "integer", "exclusiveMinimum": 9223372036854775807}"#);
    let above = above.unwrap_or_else(|error| panic!("{}", error.report()));
    assert!(above.iter().all(|row| row.as_u64() > Some(i64::MAX.unsigned_abs())));
}

#[test]
fn a_step_that_validators_round_is_refused() {
    for ty in ["integer", "number"] {
        let error = drawn(&format!(r#"{{"type": "{ty}", "multipleOf": 9007199254740993}}"#));
        let error = error.expect_err("rounded");
        assert_eq!(
            error.to_string(),
            "cannot plan a `multipleOf` above 9007199254740992 that is no power of two"
        );
        assert_eq!((error.pointer(), error.keyword()), (Some(""), Some("multipleOf")));
    }
    for step in [9_007_199_254_740_991_u64, 1 << 60, 1 << 63] {
        let rows = drawn(&format!(r#"{{"type": "integer", "multipleOf": {step}, "minimum": 1}}"#));
        let rows = rows.unwrap_or_else(|error| panic!("{}", error.report()));
        assert!(rows.iter().all(|row| row.as_u64().is_some_and(|row| row % step == 0)), "{step}");
    }
}

#[test]
fn a_bound_that_is_a_multiple_itself_is_drawn() {
    for (low, high, step) in
        [(0.1, 0.3, 0.1), (0.7, 1.2, 0.1), (1.1, 1.15, 0.01), (-0.3, -0.1, 0.1), (0.01, 0.07, 0.01)]
    {
        let schema = json!({"type": "number", "minimum": low, "maximum": high, "multipleOf": step});
        let rows = drawn(&schema.to_string()).unwrap_or_else(|error| panic!("{}", error.report()));
        for bound in [low, high] {
            assert!(rows.contains(&json!(bound)), "{bound} of {schema}");
        }
    }
}

#[test]
fn a_greatest_length_beyond_64_bits_bounds_nothing() {
    for schema in [
        r#"{"type": "string", "maxLength": 18446744073709551616}"#,
        r#"{"type": "array", "maxItems": 1e20, "items": {"type": "null"}}"#,
        r#"{"type": "object", "maxProperties": 1e30, "additionalProperties": true}"#,
    ] {
        let rows = drawn(schema).unwrap_or_else(|error| panic!("{schema}: {}", error.report()));
        assert_eq!(rows.len(), 400);
    }
}
