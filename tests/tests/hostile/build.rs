//! Schemas by the thousand: what the cases are built from.

use serde_json::{Map, Value, json};

/// `wrap` around `wrap` around … `inner`, `levels` times.
pub(crate) fn nested(levels: usize, inner: Value, wrap: impl Fn(Value) -> Value) -> Value {
    (0..levels).fold(inner, |inner, _| wrap(inner))
}

/// `{ name: value }`, without a copy of the value.
pub(crate) fn under(name: &str, value: Value) -> Value {
    Value::Object(Map::from_iter([(name.to_owned(), value)]))
}

/// An object with `count` members.
pub(crate) fn members(count: usize, member: impl Fn(usize) -> (String, Value)) -> Value {
    Value::Object((0..count).map(member).collect::<Map<_, _>>())
}

/// A list of `count` elements.
pub(crate) fn list(count: usize, element: impl Fn(usize) -> Value) -> Value {
    Value::Array((0..count).map(element).collect())
}

/// A chain of definitions `d0` → `d1` → … → `last`, each holding the next one by `step`.
pub(crate) fn chain(count: usize, last: &Value, step: impl Fn(Value) -> Value) -> Value {
    let definitions = members(count, |at| {
        let next = json!({ "$ref": format!("#/$defs/d{}", at + 1) });
        (format!("d{at}"), if at + 1 == count { last.clone() } else { step(next) })
    });
    json!({ "$ref": "#/$defs/d0", "$defs": definitions })
}
