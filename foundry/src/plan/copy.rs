//! The planning copy: what serde demands and the schema leaves unsaid, written out.
//!
//! The plan works on the copy; the gate always sees the original. Most rewrites narrow what is drawn; [`loosen`] widens, and
//! what is drawn there is judged by the schema as it was written. So none can let a wrong value through.

mod loosen;
mod moved;
mod typed;
mod unevaluated;
mod upright;

use std::borrow::Cow;

use jsonschema::Draft;
use serde_json::{Map, Number, Value, json};

use crate::error::Error;
use crate::parse::Contract;
use crate::parse::building::HINTS_KEY;
use crate::parse::keywords::holds_values;
use moved::Moved;

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

/// The greatest number of a format of Rust, where it fits an `i64`.
pub(crate) fn greatest_of(format: &str) -> Option<i64> {
    integer_bounds(format)?.1
}

/// Whether a format says no more than the bounds of a number of Rust.
pub(crate) fn is_rust_number(format: &str) -> bool {
    matches!(format, "float" | "double") || integer_bounds(format).is_some()
}

/// The copy of the contract's schema that planning works on.
pub(crate) struct PlanningCopy {
    pub(crate) schema: Value,
    /// The schemas that the copy moves: where each stands now, and where its author wrote it.
    moved: Moved,
    /// The schemas that nobody wrote: where each stands, and what it was made of.
    made: Moved,
}

/// Where `unevaluatedItems` stands in the copy, where the canonical form must not see it.
const UNEVALUATED_KEY: &str = "x-foundry-unevaluated";

/// The keyword of a schema of the copy, as its author wrote it.
pub(crate) fn written_keyword<'k>(schema: &Map<String, Value>, keyword: &'k str) -> &'k str {
    let is_widened = schema.contains_key(UNEVALUATED_KEY);
    // `items` that is a list is the author's own.
    let speaks_of_rest = matches!(keyword, "items" | "additionalItems")
        && schema.get(keyword).is_some_and(|elements| !elements.is_array());
    if is_widened && speaks_of_rest { "unevaluatedItems" } else { keyword }
}

/// Copies the contract's schema for planning.
///
/// # Errors
///
/// Where more parts say what `unevaluatedItems` leaves over than can be written out.
pub(crate) fn planning_copy(contract: &Contract) -> Result<PlanningCopy, Error> {
    let mut copy = rewritten_copy(contract);
    if contract.type_name().is_none() {
        loosen::loosen(&mut copy, contract.draft())?;
    }
    Ok(copy)
}

/// The same with alternatives about lists and objects loosened as well, for a contract whose form does not carry them;
/// `None` where there are none.
///
/// # Errors
///
/// As for [`planning_copy`], and where there are too many of them.
pub(crate) fn looser_copy(contract: &Contract) -> Result<Option<PlanningCopy>, Error> {
    if contract.type_name().is_some() {
        return Ok(None);
    }
    let mut copy = rewritten_copy(contract);
    if !loosen::loosen_alternatives(&mut copy)? {
        return Ok(None);
    }
    loosen::loosen(&mut copy, contract.draft())?;
    Ok(Some(copy))
}

fn rewritten_copy(contract: &Contract) -> PlanningCopy {
    let mut schema = contract.schema().clone();
    if matches!(contract.draft(), Draft::Draft4 | Draft::Draft6 | Draft::Draft7) {
        drop_siblings(&mut schema);
    }
    // Only schemars writes the schemas that the narrowing by type knows.
    let is_typed = contract.type_name().is_some();
    rewrite(&mut schema, is_typed);
    PlanningCopy { schema, moved: Moved::default(), made: Moved::default() }
}

impl PlanningCopy {
    /// Where the author wrote what stands at `pointer` of the copy, or what it was made of.
    pub(crate) fn written_at<'p>(&self, pointer: &'p str) -> Cow<'p, str> {
        let moved = self.moved.lead(pointer);
        let made = || self.made.nearest(pointer).map(|(of, _)| of.to_owned());
        moved.or_else(made).map_or(Cow::Borrowed(pointer), Cow::Owned)
    }

    /// Whether nobody wrote what stands at `pointer` of the copy.
    pub(crate) fn is_made(&self, pointer: &str) -> bool {
        self.made.nearest(pointer).is_some()
    }
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
                if !holds_values(key) {
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
                if !holds_values(key) {
                    rewrite(child, typed);
                }
            }
            hint_at_content(map);
            bound_by_format(map);
            clamp_bounds(map);
            drop_endless_lengths(map);
            turn_look_ahead(map);
            if typed {
                typed::narrow(map);
            }
        }
        _ => {}
    }
}

/// The canonical form does not carry JSON in Base64: a hint does, and what is drawn is judged.
fn hint_at_content(map: &mut Map<String, Value>) {
    let says = |key: &str, what: &str| map.get(key).and_then(Value::as_str) == Some(what);
    if says("contentEncoding", "base64") && says("contentMediaType", "application/json") {
        map.remove("contentEncoding");
        map.remove("contentMediaType");
        hint(map, "content");
    }
}

/// Adds a hint of the planner's own.
fn hint(map: &mut Map<String, Value>, name: &str) {
    let hints = map.entry(HINTS_KEY).or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(hints) = hints {
        hints.insert(name.into(), true.into());
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

/// Bounds beyond `i64`, which the canonical form cannot carry: filling reads them here.
pub(crate) const WIDE_MINIMUM: &str = "x-foundry-minimum";
pub(crate) const WIDE_MAXIMUM: &str = "x-foundry-maximum";

/// The canonical form carries whole bounds as `i64`: one outside moves to the last that fits where
/// it bounds what is drawn, and is left away where it does not.
fn clamp_bounds(map: &mut Map<String, Value>) {
    const BOUNDS: [(&str, &str, &str); 4] = [
        ("minimum", "minimum", WIDE_MINIMUM),
        ("exclusiveMinimum", "minimum", WIDE_MINIMUM),
        ("maximum", "maximum", WIDE_MAXIMUM),
        ("exclusiveMaximum", "maximum", WIDE_MAXIMUM),
    ];
    let is_wide = |(key, value): (&String, &Value)| {
        value.as_number().is_some_and(|bound| beyond(bound, key).is_some())
    };
    if !map.iter().any(is_wide) {
        return;
    }
    for (key, inclusive, wide) in BOUNDS {
        let Some(Value::Number(bound)) = map.get(key) else { continue };
        let Some(place) = beyond(bound, key) else { continue };
        let bound = step_inwards(bound, key);
        map.remove(key);
        let binds = (place == Side::Above) == (inclusive == "minimum");
        if binds {
            let last = if place == Side::Above { i64::MAX } else { i64::MIN };
            map.insert(inclusive.into(), last.into());
        }
        map.insert(wide.into(), bound);
    }
}

/// A greatest length beyond `u64` bounds nothing, and the canonical form cannot carry it.
fn drop_endless_lengths(map: &mut Map<String, Value>) {
    let is_endless = |key: &str, value: &Value| {
        let is_bound = matches!(key, "maxLength" | "maxItems" | "maxProperties");
        is_bound && value.as_f64().is_some_and(|most| most >= BEYOND_WHOLE)
    };
    if map.iter().any(|(key, value)| is_endless(key, value)) {
        map.retain(|key, value| !is_endless(key, value));
    }
}

/// Of texts that do not match `^(?!X)` no more is known than that; those that match `^(?:X)` are the same, and can be made.
fn turn_look_ahead(map: &mut Map<String, Value>) {
    let Some(Value::Object(negated)) = map.get_mut("not") else { return };
    let Some(pattern) = negated.get("pattern").and_then(Value::as_str) else { return };
    let inner = pattern.strip_prefix("^(?!").and_then(|rest| rest.strip_suffix(')'));
    let Some(inner) = inner.filter(|inner| negated.len() == 1 && is_one_group(inner)) else {
        return;
    };
    let turned = json!({ "type": "string", "pattern": format!("^(?:{inner})") });
    *negated = Map::from_iter([("not".to_owned(), turned)]);
}

/// Whether each parenthesis of a pattern closes one of its own. Patterns with classes, in which none does, are left alone.
fn is_one_group(pattern: &str) -> bool {
    let (mut depth, mut is_escaped) = (0_i32, false);
    for character in pattern.chars() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '[' => return false,
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0 && !is_escaped
}

/// On which side of `i64` a bound lies.
#[derive(PartialEq)]
enum Side {
    Below,
    Above,
}

/// Where the numbers begin that `bound` leaves, if that is beyond `i64`.
fn beyond(bound: &Number, key: &str) -> Option<Side> {
    if let Some(whole) = bound.as_i64() {
        return match key {
            "exclusiveMinimum" if whole == i64::MAX => Some(Side::Above),
            "exclusiveMaximum" if whole == i64::MIN => Some(Side::Below),
            _ => None,
        };
    }
    #[expect(clippy::cast_precision_loss, reason = "both ends are powers of two")]
    let (least, most) = (i64::MIN as f64, i64::MAX as f64);
    match bound.as_f64() {
        Some(value) if value >= most => Some(Side::Above),
        // One that an `i64` does not hold, and that reads as the least of them, was rounded to it.
        Some(value) if value <= least => Some(Side::Below),
        _ => None,
    }
}

/// The first whole number beyond `u64`.
const BEYOND_WHOLE: f64 = 18_446_744_073_709_551_616.0;

/// An exclusive bound as an inclusive one.
fn step_inwards(bound: &Number, key: &str) -> Value {
    match (key, bound.as_u64(), bound.as_f64()) {
        ("exclusiveMinimum", Some(whole), _) => match whole.checked_add(1) {
            Some(next) => next.into(),
            None => BEYOND_WHOLE.into(),
        },
        ("exclusiveMaximum", Some(whole), _) => (whole - 1).into(),
        // Beyond the greatest number nothing is left, which `null` stands for.
        ("exclusiveMinimum", None, Some(number)) => number.next_up().into(),
        ("exclusiveMaximum", None, Some(number)) => number.next_down().into(),
        _ => bound.clone().into(),
    }
}
