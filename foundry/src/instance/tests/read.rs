//! Reading: places of errors, borrowed texts, pointers and equality.

use std::borrow::Cow;
use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::types::{Adjacent, Color, External, Fields, Internal, Maps, Strict, Untagged};
use super::values::{any_value, instance_of};
use crate::instance::{Instance, Kind, NodeRef};

fn error_of<T: DeserializeOwned>(value: &Value) -> (String, String) {
    let instance = instance_of(value);
    let Err(error) = instance.root().read::<T>() else { panic!("{value} is read") };
    let theirs = serde_json::from_value::<T>(value.clone()).err().unwrap();
    assert_eq!(error.message(), theirs.to_string(), "{value}");
    (error.pointer().to_owned(), error.message().to_owned())
}

#[test]
fn an_error_has_the_text_of_serde_json_and_names_its_place() {
    let fields = json!([{"firstName": "", "age": 300, "weight": 1, "unit": null}]);
    assert_eq!(error_of::<Vec<Fields>>(&fields).0, "/0/age");
    assert_eq!(error_of::<Vec<Fields>>(&json!([{"firstName": ""}])).0, "/0");
    assert_eq!(error_of::<Strict>(&json!({"a": 1, "c/d": 2})).0, "/c~1d");
    assert_eq!(error_of::<(u8, u8)>(&json!([1, 2, 3])).0, "");
    assert_eq!(error_of::<(u8, u8)>(&json!([1, "2"])).0, "/1");
    assert_eq!(error_of::<External>(&json!({"Pair": [1, 2]})).0, "/Pair/1");
    assert_eq!(error_of::<External>(&json!({"Pair": 2})).0, "/Pair");
    assert_eq!(
        error_of::<External>(&json!({"Named": {"a": 1, "b": {"Newtype": "blue"}}})).0,
        "/Named/b/Newtype"
    );
    assert_eq!(error_of::<External>(&json!({"Other": 1})).0, "/Other");
    assert_eq!(error_of::<External>(&json!({"Unit": 1})).0, "/Unit");
    assert_eq!(error_of::<External>(&json!("Pair")).0, "");
    assert_eq!(error_of::<External>(&json!({})).0, "");
    assert_eq!(error_of::<External>(&json!({"Unit": null, "Pair": null})).0, "");
    assert_eq!(error_of::<Color>(&json!(1)).0, "");
    assert_eq!(error_of::<Adjacent>(&json!({"t": "Newtype", "c": ["red", 1]})).0, "/c/1");
    assert_eq!(error_of::<Vec<Internal>>(&json!([{"kind": "Named"}])).0, "/0");
    assert_eq!(error_of::<Vec<Untagged>>(&json!([1, {"a": []}])).0, "/1");
    assert_eq!(error_of::<BTreeMap<String, char>>(&json!({"x": "ab"})).0, "/x");
    assert_eq!(error_of::<u8>(&json!({"a": 1})).0, "");
    assert_eq!(error_of::<u8>(&json!(-1.5)).0, "");
    assert_eq!(error_of::<Vec<u8>>(&json!("text")).0, "");
}

#[test]
fn a_key_that_is_refused_is_named() {
    for key in ["x", "", " 1", "1 ", "01", "+1", "1.", "1e", "300", "-1", "1x"] {
        let instance = instance_of(&json!({ key: null }));
        let error = instance.root().read::<BTreeMap<u8, Option<u8>>>().unwrap_err();
        assert_eq!(error.pointer(), format!("/{key}"));
        assert!(!error.message().contains(" at line "), "{error}");
        assert!(serde_json::from_value::<BTreeMap<u8, Option<u8>>>(json!({ key: null })).is_err());
    }
    let maps = json!({"signed": {}, "unsigned": {}, "bools": {"yes": 1}});
    assert_eq!(instance_of(&maps).root().read::<Maps>().unwrap_err().pointer(), "/bools/yes");
}

#[derive(Debug, PartialEq, Deserialize)]
struct Borrowed<'a> {
    text: &'a str,
    #[serde(borrow)]
    cow: Cow<'a, str>,
    bytes: &'a [u8],
}

#[test]
fn texts_are_borrowed_where_the_type_wants_it() {
    let row = instance_of(&json!({"text": "é", "cow": "c", "bytes": "b"}));
    let borrowed: Borrowed<'_> = row.root().read().unwrap();
    assert_eq!(borrowed, Borrowed { text: "é", cow: Cow::Borrowed("c"), bytes: b"b" });
    assert!(matches!(borrowed.cow, Cow::Borrowed(_)));
    let keys: BTreeMap<&str, &str> = row.root().read().unwrap();
    assert_eq!(keys["text"], "é");
}

#[derive(Debug, PartialEq)]
struct Raw(String);

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ReadRaw;
        impl<'de> serde::de::Visitor<'de> for ReadRaw {
            type Value = Raw;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("any valid JSON value")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
                let entry: Option<(String, String)> = map.next_entry()?;
                Ok(Raw(entry.map(|(_, json)| json).unwrap_or_default()))
            }
        }
        deserializer.deserialize_newtype_struct("$serde_json::private::RawValue", ReadRaw)
    }
}

#[test]
fn the_raw_value_of_serde_json_gets_the_json() {
    let row = instance_of(&json!([{"a": [1, 2.0]}]));
    assert_eq!(row.root().read::<Vec<Raw>>().unwrap(), [Raw(r#"{"a":[1,2.0]}"#.to_owned())]);
}

#[test]
fn each_value_answers_to_its_kind_alone() {
    let row = instance_of(&json!([null, true, 1, -1, 1.5, "é", [1], {"a": 1}]));
    let kinds: Vec<Kind> = row.root().elements().map(NodeRef::kind).collect();
    let expected = [
        Kind::Null,
        Kind::Boolean,
        Kind::Unsigned,
        Kind::Signed,
        Kind::Float,
        Kind::Text,
        Kind::Array,
        Kind::Object,
    ];
    assert_eq!(kinds, expected);
    for value in row.root().elements() {
        let kind = value.kind();
        assert_eq!(value.is_null(), kind == Kind::Null);
        assert_eq!(value.as_bool().is_some(), kind == Kind::Boolean);
        assert_eq!(value.as_u64().is_some(), kind == Kind::Unsigned);
        assert_eq!(value.as_i64().is_some(), matches!(kind, Kind::Unsigned | Kind::Signed));
        assert_eq!(
            value.as_f64().is_some(),
            matches!(kind, Kind::Unsigned | Kind::Signed | Kind::Float)
        );
        assert_eq!(value.as_str().is_some(), kind == Kind::Text);
        assert_eq!(value.is_empty(), !matches!(kind, Kind::Array | Kind::Object));
        assert_eq!(value.elements().count(), usize::from(kind == Kind::Array));
        assert_eq!(value.members().count(), usize::from(kind == Kind::Object));
    }
    assert_eq!(instance_of(&json!(u64::MAX)).root().as_i64(), None);
}

#[test]
fn a_signed_integer_that_is_not_negative_is_unsigned() {
    let mut row = Instance::new();
    row.signed(5);
    assert_eq!(row.root().as_u64(), Some(5));
}

/// The same JSON value with members reversed and whole numbers spelled as floats.
fn respelled(value: &Value) -> Value {
    match value {
        Value::Array(elements) => elements.iter().map(respelled).collect(),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .rev()
                .map(|(name, value)| (name.clone(), respelled(value)))
                .collect::<Map<_, _>>(),
        ),
        Value::Number(number) => match number.as_i64() {
            Some(whole) if whole.unsigned_abs() < 1 << 53 => json!(number.as_f64()),
            _ => value.clone(),
        },
        _ => value.clone(),
    }
}

fn large_object(count: u32) -> Value {
    Value::Object((0..count).map(|number| (format!("{number}"), json!([number]))).collect())
}

#[test]
fn large_objects_are_compared_in_any_order() {
    let value = large_object(100);
    let (left, right) = (instance_of(&value), instance_of(&respelled(&value)));
    assert!(left.root().same_as(right.root()));
    let mut other = respelled(&value);
    other["50"] = json!([51]);
    assert!(!left.root().same_as(instance_of(&other).root()));
    assert!(!left.root().same_as(instance_of(&large_object(99)).root()));
}

#[test]
fn numbers_are_compared_by_their_exact_value() {
    let same =
        |left: Value, right: Value| instance_of(&left).root().same_as(instance_of(&right).root());
    assert!(same(json!(u64::MAX - 2047), json!(18_446_744_073_709_549_568.0)));
    assert!(!same(json!(u64::MAX), json!(18_446_744_073_709_551_616.0)));
    assert!(!same(json!((1u64 << 53) + 1), json!(9_007_199_254_740_992.0)));
    assert!(same(json!(i64::MIN), json!(-9_223_372_036_854_775_808.0)));
    assert!(!same(json!(i64::MIN + 1), json!(-9_223_372_036_854_775_808.0)));
    assert!(same(json!(0), json!(-0.0)));
    assert!(!same(json!(1), json!(true)));
    assert!(!same(json!(1), json!("1")));
}

proptest! {
    #[test]
    fn a_value_is_the_same_however_it_is_spelled(value in any_value()) {
        let (left, right) = (instance_of(&value), instance_of(&respelled(&value)));
        prop_assert!(left.root().same_as(right.root()));
        prop_assert!(right.root().same_as(left.root()));
    }

    #[test]
    fn pointers_lead_where_those_of_serde_json_lead(
        value in any_value(),
        steps in prop::collection::vec(prop_oneof!["[abc]{0,2}", "[0-3]", "~[01]|01|-|~"], 0..4),
    ) {
        let instance = instance_of(&value);
        let pointer = steps.iter().fold(String::new(), |pointer, step| pointer + "/" + step);
        let ours = instance.root().pointer(&pointer).map(NodeRef::to_value);
        prop_assert_eq!(ours.as_ref(), value.pointer(&pointer));
        prop_assert!(instance.root().pointer("no slash").is_none());
    }
}
