//! What a capability claims → places like those: the whole of the claim, its edges, narrow ones within it, and
//! wide ones around it.

use serde_json::{Map, Value};

use crate::generators::{Capability, Registry, Slot, ValueType};

/// Lengths of places, the greatest one open or not.
type Lengths = (u64, Option<u64>);

/// The windows of lengths of texts where a capability names none.
const TEXT_WINDOWS: [Lengths; 4] = [(0, Some(8)), (12, Some(16)), (30, None), (1, Some(1))];

/// The same of lists, in elements, and of objects, in members.
const WHOLE_WINDOWS: [Lengths; 3] = [(0, Some(2)), (3, Some(3)), (10, None)];

/// The bounds of numbers where a capability names none.
const BOUNDS: [(f64, f64); 4] = [(0.0, 10.0), (-1.0, 1.0), (0.0, 0.0), (1e6, f64::INFINITY)];

const ANY_LENGTH: Lengths = (0, None);
const ANY_NUMBER: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);

/// A place that a generator claims to serve.
pub(super) struct ClaimedPlace<'a> {
    pub(super) slot: Slot<'a>,
    /// Whether it allows all that the capability claims: nothing is left to planning there.
    pub(super) is_whole: bool,
}

/// The places of values of type `ty`, those that allow the whole claim first.
pub(super) fn claimed<'a>(
    capability: &'a Capability,
    ty: ValueType,
    registry: &'a Registry,
) -> Vec<ClaimedPlace<'a>> {
    let mut fields = capability.fields.iter().map(String::as_str).cycle();
    let mut place = |lengths, bounds, is_whole| {
        let mut slot = Slot::new(ty, "", fields.next(), registry.services());
        slot.format.clone_from(&capability.format);
        slot.patterns.extend(capability.pattern.clone());
        (slot.lengths, slot.bounds) = (lengths, bounds);
        ClaimedPlace { slot, is_whole }
    };
    match ty {
        ValueType::Boolean => vec![place(ANY_LENGTH, ANY_NUMBER, true)],
        ValueType::Integer | ValueType::Number => {
            let (whole, narrow) = bounds_of(capability, ty);
            let mut places: Vec<_> =
                whole.into_iter().map(|bounds| place(ANY_LENGTH, bounds, true)).collect();
            places.extend(narrow.into_iter().map(|bounds| place(ANY_LENGTH, bounds, false)));
            places
        }
        ValueType::Text | ValueType::Array | ValueType::Object => {
            let (whole, narrow) = lengths_of(capability, ty);
            let mut places: Vec<_> =
                whole.into_iter().map(|lengths| place(lengths, ANY_NUMBER, true)).collect();
            places.extend(narrow.into_iter().map(|lengths| place(lengths, ANY_NUMBER, false)));
            places
        }
    }
}

fn lengths_of(capability: &Capability, ty: ValueType) -> (Vec<Lengths>, Vec<Lengths>) {
    let Some((least, most)) = capability.lengths else {
        let windows: &[Lengths] =
            if ty == ValueType::Text { &TEXT_WINDOWS } else { &WHOLE_WINDOWS };
        return (vec![ANY_LENGTH], windows.to_vec());
    };
    let middle = least.midpoint(most);
    let one = |length| (length, Some(length));
    let narrow = vec![one(least), one(most), one(middle), (middle, None), (0, Some(middle))];
    (vec![(least, Some(most)), ANY_LENGTH], narrow)
}

#[expect(clippy::type_complexity, reason = "two lists of the same kind")]
fn bounds_of(capability: &Capability, ty: ValueType) -> (Vec<(f64, f64)>, Vec<(f64, f64)>) {
    let Some((least, most)) = capability.bounds else {
        return (vec![ANY_NUMBER], BOUNDS.to_vec());
    };
    let is_integer = ty == ValueType::Integer;
    let (low, high) = if is_integer { (least.ceil(), most.floor()) } else { (least, most) };
    let middle = low.midpoint(high);
    let middle = if is_integer { middle.floor() } else { middle };
    let mut narrow = vec![(low, low), (high, high), (low, middle), (middle, f64::INFINITY)];
    // Of an end that is not there, nothing is narrow.
    narrow.retain(|(low, high)| low.is_finite() || high.is_finite());
    (vec![(least, most), ANY_NUMBER], narrow)
}

/// What a place asks of its values, beyond what the capability promises.
pub(super) fn schema_of(place: &ClaimedPlace<'_>, promised: &Map<String, Value>) -> Value {
    let mut schema = promised.clone();
    let slot = &place.slot;
    let (at_least, at_most) = match slot.value_type() {
        ValueType::Text => ("minLength", "maxLength"),
        ValueType::Array => ("minItems", "maxItems"),
        _ => ("minProperties", "maxProperties"),
    };
    let (least, most) = slot.lengths();
    raise(&mut schema, at_least, least);
    if let Some(most) = most {
        lower(&mut schema, at_most, most);
    }
    let (low, high) = slot.bounds();
    if low.is_finite() {
        schema.insert("minimum".to_owned(), low.into());
    }
    if high.is_finite() {
        schema.insert("maximum".to_owned(), high.into());
    }
    Value::Object(schema)
}

fn raise(schema: &mut Map<String, Value>, key: &str, least: u64) {
    let known = schema.get(key).and_then(Value::as_u64);
    schema.insert(key.to_owned(), known.map_or(least, |known| known.max(least)).into());
}

fn lower(schema: &mut Map<String, Value>, key: &str, most: u64) {
    let known = schema.get(key).and_then(Value::as_u64);
    schema.insert(key.to_owned(), known.map_or(most, |known| known.min(most)).into());
}

/// What a report calls a place.
pub(super) fn told(slot: &Slot<'_>) -> String {
    let what = slot.value_type().plural();
    let unit = match slot.value_type() {
        ValueType::Text => "characters",
        ValueType::Array => "elements",
        ValueType::Object => "members",
        ValueType::Boolean => return what.to_owned(),
        ValueType::Integer | ValueType::Number => {
            return match slot.bounds() {
                (low, high) if low.is_finite() && high.is_finite() => {
                    format!("{what} from {low} to {high}")
                }
                (low, _) if low.is_finite() => format!("{what} from {low}"),
                (_, high) if high.is_finite() => format!("{what} up to {high}"),
                _ => what.to_owned(),
            };
        }
    };
    match slot.lengths() {
        (0, None) => what.to_owned(),
        (least, None) => format!("{what} of {least} {unit} or more"),
        (least, Some(most)) if least == most => format!("{what} of {least} {unit}"),
        (least, Some(most)) => format!("{what} of {least} to {most} {unit}"),
    }
}
