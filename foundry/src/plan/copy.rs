//! The planning copy: what serde demands and the schema leaves unsaid, written out.
//!
//! The plan works on the copy; the gate always sees the original. Every rewrite only narrows what
//! is drawn, so none can let a wrong value through.

use jsonschema::Draft;
use serde_json::{Map, Value, json};

use crate::generators::format;
use crate::parse::Contract;
use crate::parse::building::HINTS_KEY;

/// schemars' pattern for what a decimal reads (its digits are unbounded, a decimal's are not).
const DECIMAL_READS: &str = r"^-?\d+(\.\d+)?([eE]\d+)?$";

/// schemars' patterns for the keys of a map with integer keys.
const UNSIGNED_KEYS: &str = r"^\d+$";
const SIGNED_KEYS: &str = r"^-?\d+$";

/// Keys that every integer type reads: from 1, since the key may be a `NonZero`, to 127.
const KEYS_OF_EVERY_INTEGER: &str = "^([1-9]|[1-9][0-9]|1[01][0-9]|12[0-7])$";

/// The bounds that a number format of schemars or OpenAPI stands for, where they fit an `i64`.
/// Those beyond it (`uint64`, `int128`, `uint128`) keep the side that fits.
fn integer_bounds(format: &str) -> Option<(Option<i64>, Option<i64>)> {
    Some(match format {
        "int8" => (Some(i8::MIN.into()), Some(i8::MAX.into())),
        "int16" => (Some(i16::MIN.into()), Some(i16::MAX.into())),
        "int32" => (Some(i32::MIN.into()), Some(i32::MAX.into())),
        "int64" | "int" => (Some(i64::MIN), Some(i64::MAX)),
        "uint8" => (Some(0), Some(u8::MAX.into())),
        "uint16" => (Some(0), Some(u16::MAX.into())),
        "uint32" => (Some(0), Some(u32::MAX.into())),
        "uint64" | "uint" | "uint128" => (Some(0), None),
        "int128" => (None, None),
        _ => return None,
    })
}

/// The copy of the contract's schema that planning works on.
pub(crate) fn planning_copy(contract: &Contract) -> Value {
    let mut copy = contract.schema().clone();
    if matches!(contract.draft(), Draft::Draft4 | Draft::Draft6 | Draft::Draft7) {
        drop_siblings(&mut copy);
    }
    // Only schemars writes the schemas that the narrowing by type knows.
    rewrite(&mut copy, contract.type_name().is_some());
    copy
}

/// Up to draft 7 nothing counts beside a `$ref`, except what never counts: hints.
fn drop_siblings(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(drop_siblings),
        Value::Object(map) => {
            if map.get("$ref").is_some_and(Value::is_string) {
                map.retain(|key, _| {
                    matches!(key.as_str(), "$ref" | HINTS_KEY | "definitions" | "$defs" | "$schema")
                });
            }
            for (key, child) in map.iter_mut() {
                if !matches!(key.as_str(), "const" | "enum" | "default" | "examples" | HINTS_KEY) {
                    drop_siblings(child);
                }
            }
        }
        _ => {}
    }
}

fn rewrite(schema: &mut Value, typed: bool) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(|item| rewrite(item, typed)),
        Value::Object(map) => {
            for (key, child) in map.iter_mut() {
                match key.as_str() {
                    // These hold values and hints, not schemas.
                    "const" | "enum" | "default" | "examples" | HINTS_KEY => {}
                    _ => rewrite(child, typed),
                }
            }
            bound_by_format(map);
            clamp_bounds(map);
            if typed {
                narrow_decimal(map);
                narrow_integer_keys(map);
                narrow_seconds(map);
                name_format(map);
            }
        }
        _ => {}
    }
}

fn bound_by_format(map: &mut Map<String, Value>) {
    let Some((min, max)) = map.get("format").and_then(Value::as_str).and_then(integer_bounds)
    else {
        return;
    };
    if let Some(min) = min {
        raise(map, "minimum", min);
    }
    if let Some(max) = max {
        lower(map, "maximum", max);
    }
}

fn raise(map: &mut Map<String, Value>, key: &str, bound: i64) {
    let is_tighter = map.get(key).and_then(as_integer).is_some_and(|old| old >= bound.into());
    if !is_tighter && map.get(key).is_none_or(Value::is_number) {
        map.insert(key.into(), bound.into());
    }
}

fn lower(map: &mut Map<String, Value>, key: &str, bound: i64) {
    let is_tighter = map.get(key).and_then(as_integer).is_some_and(|old| old <= bound.into());
    if !is_tighter && map.get(key).is_none_or(Value::is_number) {
        map.insert(key.into(), bound.into());
    }
}

/// A bound as a whole number, rounded inwards by the caller's comparison.
#[expect(clippy::cast_possible_truncation, reason = "only compared against 64-bit bounds")]
fn as_integer(value: &Value) -> Option<i128> {
    value
        .as_i64()
        .map(i128::from)
        .or_else(|| value.as_u64().map(i128::from))
        .or_else(|| value.as_f64().map(|number| number as i128))
}

/// The canonical form carries integer bounds as `i64`; a bound outside says nothing there, and is
/// left away on the side where it does not bind.
fn clamp_bounds(map: &mut Map<String, Value>) {
    if map.get("type") != Some(&json!("integer")) {
        return;
    }
    for (key, is_upper) in [
        ("minimum", false),
        ("exclusiveMinimum", false),
        ("maximum", true),
        ("exclusiveMaximum", true),
    ] {
        let Some(bound) = map.get(key).filter(|bound| bound.as_i64().is_none()) else { continue };
        let Some(bound) = as_integer(bound) else { continue };
        if is_upper && bound > i64::MAX.into() || !is_upper && bound < i64::MIN.into() {
            map.remove(key);
        }
    }
}

fn narrow_decimal(map: &mut Map<String, Value>) {
    let is_decimal = map.get("pattern").and_then(Value::as_str) == Some(DECIMAL_READS)
        && map.get("type") == Some(&json!(["string", "number"]));
    if is_decimal {
        // A number would pass through an f64 and come back with other digits.
        map.insert("type".into(), "string".into());
        map.remove("pattern");
        map.insert("format".into(), "decimal".into());
    }
}

fn narrow_integer_keys(map: &mut Map<String, Value>) {
    let Some(Value::Object(patterns)) = map.get_mut("patternProperties") else { return };
    for pattern in [UNSIGNED_KEYS, SIGNED_KEYS] {
        if let Some(value) = patterns.remove(pattern) {
            patterns.insert(KEYS_OF_EVERY_INTEGER.into(), value);
        }
    }
}

/// `Duration` and `SystemTime` refuse what their fields admit: a second holds 10⁹ nanoseconds, and
/// the sum must fit.
fn narrow_seconds(map: &mut Map<String, Value>) {
    let Some(Value::Object(properties)) = map.get_mut("properties") else { return };
    for (seconds, nanos) in [("secs", "nanos"), ("secs_since_epoch", "nanos_since_epoch")] {
        let is_format = |name: &str, format: &str| {
            properties.get(name).and_then(|schema| schema.get("format")) == Some(&json!(format))
        };
        if properties.len() == 2 && is_format(seconds, "uint64") && is_format(nanos, "uint32") {
            properties[seconds]["maximum"] = json!(i64::from(u32::MAX) * 4);
            properties[nanos]["maximum"] = json!(999_999_999);
        }
    }
}

/// A format that a type's author asks for by hint, since schemars writes a bare string.
fn name_format(map: &mut Map<String, Value>) {
    let hinted = map.get(HINTS_KEY).and_then(|hints| hints.get("format")).and_then(Value::as_str);
    if let Some(name) = hinted.filter(|name| format::find(name).is_some()) {
        let name = name.to_owned();
        let nullable = map.get("type").is_some_and(Value::is_array);
        if map.get("type") == Some(&json!("string")) || nullable {
            map.insert("format".into(), name.into());
        }
    }
}
