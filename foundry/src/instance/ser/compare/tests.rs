//! Equal is equal, and every single change is a difference.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::{Value, json};

use super::*;

fn is_written_by(drawn: &Value, value: &impl Serialize, any_order: bool) -> bool {
    let mut instance = Instance::new();
    instance.value(drawn);
    instance.root().is_written_by(value, any_order, &mut Instance::new())
}

#[derive(serde::Serialize)]
enum Shape {
    Unit,
    Newtype(u8),
    Tuple(u8, char),
    Struct { a: Option<i64>, b: f32 },
}

#[derive(serde::Serialize)]
struct Row<'a> {
    id: u64,
    shapes: Vec<Shape>,
    names: BTreeMap<i32, &'a str>,
    at: std::net::Ipv4Addr,
    #[serde(flatten)]
    more: BTreeMap<&'a str, bool>,
    wide: i128,
    nothing: (),
}

fn row() -> Row<'static> {
    Row {
        id: u64::MAX,
        shapes: vec![
            Shape::Unit,
            Shape::Newtype(1),
            Shape::Tuple(2, 'é'),
            Shape::Struct { a: Some(-3), b: 0.5 },
        ],
        names: [(-1, "x"), (2, "y")].into(),
        at: [127, 0, 0, 1].into(),
        more: [("z", true)].into(),
        wide: -5,
        nothing: (),
    }
}

/// Adds `value` with one thing changed, for every thing there is.
fn spoil(value: &Value, spoiled: &mut Vec<Value>, rebuild: &dyn Fn(Value) -> Value) {
    spoiled.push(rebuild(json!("another")));
    match value {
        Value::Array(items) => {
            for at in 0..items.len() {
                let within = |inner| {
                    let mut items = items.clone();
                    items[at] = inner;
                    rebuild(json!(items))
                };
                spoil(&items[at], spoiled, &within);
            }
            spoiled.push(rebuild(json!(items.iter().skip(1).collect::<Vec<_>>())));
            let mut longer = items.clone();
            longer.push(json!(null));
            spoiled.push(rebuild(json!(longer)));
        }
        Value::Object(members) => {
            for (name, inner) in members {
                let within = |inner| {
                    let mut members = members.clone();
                    members.insert(name.clone(), inner);
                    rebuild(json!(members))
                };
                spoil(inner, spoiled, &within);
                let mut renamed = members.clone();
                renamed.remove(name);
                spoiled.push(rebuild(json!(renamed)));
                renamed.insert(format!("{name}2"), inner.clone());
                spoiled.push(rebuild(json!(renamed)));
            }
            let mut more = members.clone();
            more.insert("more".to_owned(), json!(null));
            spoiled.push(rebuild(json!(more)));
        }
        _ => {}
    }
}

#[test]
fn a_value_is_written_by_what_serializes_to_it_and_by_nothing_that_was_changed() {
    let written = serde_json::to_value(row()).expect("json");
    assert!(is_written_by(&written, &row(), false));
    // Every single place counts.
    let mut spoiled = Vec::new();
    spoil(&written, &mut spoiled, &|value| value);
    assert!(spoiled.len() > 50);
    for value in spoiled {
        assert!(!is_written_by(&value, &row(), true), "{value}");
    }
}

#[test]
fn members_stand_in_any_order_and_elements_where_it_is_asked_for() {
    assert!(is_written_by(
        &json!({ "b": 1, "a": 2 }),
        &BTreeMap::from([("a", 2), ("b", 1)]),
        false
    ));
    let set = BTreeSet::from(["a", "b", "c"]);
    assert!(!is_written_by(&json!(["c", "a", "b"]), &set, false));
    assert!(is_written_by(&json!(["c", "a", "b"]), &set, true));
    assert!(is_written_by(&json!(["a", "c", "b"]), &set, true));
    assert!(!is_written_by(&json!(["a", "c", "c"]), &set, true));
    assert!(!is_written_by(&json!(["a", "a", "b", "c"]), &["a", "b", "b", "c"], true));
    let many: HashSet<u32> = (0..64).collect();
    assert!(is_written_by(&json!((0..64).collect::<Vec<u32>>()), &many, true));
    let too_many: BTreeSet<u32> = (0..65).collect();
    assert!(is_written_by(&json!((0..65).collect::<Vec<u32>>()), &too_many, true));
    assert!(!is_written_by(&json!((0..65).rev().collect::<Vec<u32>>()), &too_many, true));
}

#[test]
fn a_member_counts_once() {
    struct Twice;
    impl Serialize for Twice {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(None)?;
            map.serialize_entry("a", &1)?;
            map.serialize_entry("a", &1)?;
            map.end()
        }
    }
    assert!(!is_written_by(&json!({ "a": 1, "b": 1 }), &Twice, false));
    assert!(!is_written_by(&json!({ "b": 1, "a": 1 }), &Twice, false));
}

#[test]
fn numbers_are_compared_by_value_and_json_as_text_is_left_alone() {
    assert!(is_written_by(&json!(1), &1.0, false));
    assert!(is_written_by(&json!(null), &f64::NAN, false));
    assert!(!is_written_by(&json!(1), &u128::MAX, false));
    assert!(is_written_by(&json!([1, 2]), &serde_bytes(&[1, 2]), false));
    assert!(!is_written_by(&json!({ "json": "1" }), &Raw { json: "1" }, false));
}

/// Written as `serde_json::value::RawValue` is.
#[derive(serde::Serialize)]
#[serde(rename = "$serde_json::private::RawValue")]
struct Raw {
    json: &'static str,
}

fn serde_bytes(bytes: &'static [u8]) -> impl Serialize {
    struct Bytes(&'static [u8]);
    impl Serialize for Bytes {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(self.0)
        }
    }
    Bytes(bytes)
}
