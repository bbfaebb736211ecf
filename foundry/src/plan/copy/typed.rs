//! What the schemas that schemars writes for known types leave unsaid.

use serde_json::{Map, Value, json};

use crate::generators::format;
use crate::parse::building::HINTS_KEY;

/// schemars' patterns for texts of which a type reads only a part, and the format that draws what
/// it reads: the digits of a pattern are unbounded, those of a decimal or a version are not.
const PATTERNS: [(&str, &str); 2] = [
    (r"^-?\d+(\.\d+)?([eE]\d+)?$", "decimal"),
    (
        r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$",
        "semver",
    ),
];

/// schemars' patterns for the keys of a map with integer keys.
const UNSIGNED_KEYS: &str = r"^\d+$";
const SIGNED_KEYS: &str = r"^-?\d+$";

/// Keys that every integer type reads: from 1, since the key may be a `NonZero`, to 127.
const KEYS_OF_EVERY_INTEGER: &str = "^([1-9]|[1-9][0-9]|1[01][0-9]|12[0-7])$";

/// Seconds that every type of a duration or time reads: some 544 years.
const MOST_SECONDS: i64 = u32::MAX as i64 * 4;

/// Narrows one schema to what its type reads.
pub(super) fn narrow(map: &mut Map<String, Value>) {
    narrow_pattern(map);
    narrow_integer_keys(map);
    narrow_seconds(map);
    narrow_delta(map);
    skip_foreign_system(map);
    name_format(map);
}

fn narrow_pattern(map: &mut Map<String, Value>) {
    let written = map.get("pattern").and_then(Value::as_str);
    let known = PATTERNS.iter().find(|(pattern, _)| written == Some(*pattern));
    let Some((_, format)) = known else { return };
    // A decimal read from a number would pass through an f64 and come back with other digits.
    if let Some(Value::Array(types)) = map.get_mut("type") {
        types.retain(|name| name != "number");
    }
    map.remove("pattern");
    map.insert("format".into(), (*format).into());
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
            properties[seconds]["maximum"] = json!(MOST_SECONDS);
            properties[nanos]["maximum"] = json!(999_999_999);
        }
    }
}

/// `chrono::TimeDelta` is a pair of seconds and nanoseconds, and counts in milliseconds.
fn narrow_delta(map: &mut Map<String, Value>) {
    let Some(Value::Array(pair)) = map.get_mut("prefixItems") else { return };
    let [seconds, nanos] = pair.as_mut_slice() else { return };
    let is_delta = seconds.get("format") == Some(&json!("int64"))
        && nanos.get("exclusiveMaximum") == Some(&json!(1_000_000_000))
        && nanos.get("minimum") == Some(&json!(0));
    if is_delta {
        seconds["minimum"] = json!(-MOST_SECONDS);
        seconds["maximum"] = json!(MOST_SECONDS);
    }
}

/// `OsString` is written in the way of its system, and read on that system alone.
fn skip_foreign_system(map: &mut Map<String, Value>) {
    let foreign = if cfg!(windows) { "Unix" } else { "Windows" };
    let Some(Value::Array(branches)) = map.get_mut("oneOf") else { return };
    let requires = |branch: &Value, name: &str| branch.get("required") == Some(&json!([name]));
    let [unix, windows] = branches.as_mut_slice() else { return };
    if requires(unix, "Unix") && requires(windows, "Windows") {
        let branch = if requires(unix, foreign) { unix } else { windows };
        branch[HINTS_KEY] = json!({"skip": true});
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
