//! JSON values, and that an instance holds, prints and compares them as `serde_json` does.

use std::io;

use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};

use crate::instance::Instance;

/// Any number that JSON can carry, often one at an edge.
pub(super) fn any_number() -> impl Strategy<Value = Number> {
    let edges =
        [0.0, -0.0, 1.0, -1.0, 1e15, 1e16, 1e21, 1e300, -1e-7, 0.1, 2f64.powi(53), 2f64.powi(63)];
    prop_oneof![
        (0u64..4).prop_map(Number::from),
        (-4i64..4).prop_map(Number::from),
        any::<u64>().prop_map(Number::from),
        any::<i64>().prop_map(Number::from),
        prop::sample::select(edges.to_vec()).prop_filter_map("finite", Number::from_f64),
        any::<f64>().prop_filter_map("finite", Number::from_f64),
        (-4i32..4).prop_filter_map("finite", |number| Number::from_f64(f64::from(number))),
    ]
}

/// Any text, often one that needs escapes or is not ASCII.
pub(super) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[abc]{0,3}",
        "\\PC{0,12}",
        "[\\x00-\\x1f\"\\\\/a\u{7f}é🦀\u{2028}]{0,12}",
        any::<String>()
    ]
}

/// Any JSON value, with names that often meet.
pub(super) fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any_number().prop_map(Value::Number),
        any_text().prop_map(Value::String),
    ];
    leaf.prop_recursive(5, 48, 6, |inner| {
        let members = prop::collection::vec((any_text(), inner.clone()), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Value::Array),
            members.prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

pub(super) fn instance_of(value: &Value) -> Instance {
    let mut instance = Instance::new();
    instance.value(value);
    assert_eq!(instance.fault(), None);
    instance
}

proptest! {
    #[test]
    fn a_value_comes_back_as_it_went_in(value in any_value()) {
        let instance = instance_of(&value);
        prop_assert_eq!(instance.root().to_value(), value);
    }

    #[test]
    fn json_has_the_bytes_of_serde_json(value in any_value()) {
        let instance = instance_of(&value);
        prop_assert_eq!(instance.root().to_json(), value.to_string());
        prop_assert_eq!(
            instance.root().to_json_pretty(),
            serde_json::to_string_pretty(&value).unwrap()
        );
    }
}

#[test]
fn every_control_character_is_escaped_as_serde_json_does() {
    let text: String = ('\0'..='\u{ff}').collect();
    let value = json!([text, {text.clone(): null}]);
    assert_eq!(instance_of(&value).root().to_json(), value.to_string());
}

#[test]
fn json_that_is_longer_than_a_chunk_loses_nothing() {
    for len in (0..40).chain(480..540).chain([1_023, 1_024, 5_000]) {
        let value = json!([1.5, "a".repeat(len), {"é".repeat(len / 2): "\n".repeat(len)}, len]);
        assert_eq!(instance_of(&value).root().to_json(), value.to_string());
    }
}

/// Fails once it has taken so many bytes.
struct Full(usize);

impl io::Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn what_the_writer_fails_with_comes_back() {
    let instance = instance_of(&json!(vec!["some text"; 1_000]));
    for room in [0, 100, 5_000] {
        let compact = instance.root().write_json(Full(room)).unwrap_err();
        assert_eq!(compact.kind(), io::ErrorKind::StorageFull);
        let pretty = instance.root().write_json_pretty(Full(room)).unwrap_err();
        assert_eq!(pretty.kind(), io::ErrorKind::StorageFull);
    }
    assert!(instance.root().write_json(Full(50_000)).is_ok());
}
