//! Values that are nearly right: samples with a few places changed.

use proptest::prelude::*;
use serde_json::{Map, Value};

use super::values::{any_text, any_value};

/// One of `samples` with up to three places changed.
pub(super) fn changed(samples: Vec<Value>) -> impl Strategy<Value = Value> {
    let change = (any::<prop::sample::Index>(), 0..4u8, any_text(), any_value());
    let changes = prop::collection::vec(change, 0..3);
    (prop::sample::select(samples), changes).prop_map(|(mut value, changes)| {
        for (place, how, name, other) in changes {
            let mut pointers = vec![String::new()];
            list_pointers(&value, "", &mut pointers);
            let place = place.get(&pointers);
            match (how, value.pointer_mut(place)) {
                (0, Some(Value::Object(members))) => {
                    members.insert(name, other);
                }
                (0, Some(Value::Array(elements))) => elements.push(other),
                (1, Some(Value::Object(members))) => remove_last(members),
                (1, Some(Value::Array(elements))) => {
                    elements.pop();
                }
                (_, Some(place)) => *place = other,
                _ => {}
            }
        }
        value
    })
}

fn remove_last(members: &mut Map<String, Value>) {
    if let Some(name) = members.keys().next_back().cloned() {
        members.remove(&name);
    }
}

fn list_pointers(value: &Value, here: &str, pointers: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Array(elements) => {
            elements.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect()
        }
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.replace('~', "~0").replace('/', "~1"), value))
            .collect(),
        _ => Vec::new(),
    };
    for (step, child) in children {
        let there = format!("{here}/{step}");
        list_pointers(child, &there, pointers);
        pointers.push(there);
    }
}
