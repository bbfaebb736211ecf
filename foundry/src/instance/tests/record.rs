//! Recording what no derive writes: odd maps, repeated names, errors and how they leave no trace.

use std::collections::BTreeMap;
use std::fmt;

use serde::ser::{Error, SerializeMap, SerializeSeq};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::json;

use super::serde::records_as_serde_json_does;
use super::types::{Color, Newtype};
use super::values::instance_of;
use crate::instance::{Instance, InstanceJson, MAX_DEPTH};

/// Serializes as a map of these entries, in order, names repeated or not.
struct Entries<K, V>(Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for Entries<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

#[test]
fn keys_of_every_kind_become_text() {
    records_as_serde_json_does(&Entries(vec![(1.5f32, 1), (0.1, 2), (1e30, 3)]));
    records_as_serde_json_does(&Entries(vec![(1.0f64, 1), (-0.0, 2), (1e-7, 3)]));
    records_as_serde_json_does(&Entries(vec![(i128::MIN, 1), (i128::MAX, 2)]));
    records_as_serde_json_does(&Entries(vec![(u128::MAX, 1)]));
    records_as_serde_json_does(&Entries(vec![(i8::MIN, 1), (0, 2)]));
    records_as_serde_json_does(&Entries(vec![(true, 1), (false, 2)]));
    records_as_serde_json_does(&Entries(vec![('é', 1), ('"', 2)]));
    records_as_serde_json_does(&Entries(vec![(Color::Red, 1), (Color::Green, 2)]));
    records_as_serde_json_does(&Entries(vec![(Newtype(-1), 1)]));
    records_as_serde_json_does(&Entries(vec![(std::net::Ipv4Addr::LOCALHOST, 1)]));
}

#[test]
fn keys_that_are_no_text_are_refused() {
    records_as_serde_json_does(&Entries(vec![((), 1)]));
    records_as_serde_json_does(&Entries(vec![(Some(1), 1)]));
    records_as_serde_json_does(&Entries(vec![(None::<u8>, 1)]));
    records_as_serde_json_does(&Entries(vec![([1, 2], 1)]));
    records_as_serde_json_does(&Entries(vec![(vec![1, 2], 1)]));
    records_as_serde_json_does(&Entries(vec![(json!({}), 1)]));
    records_as_serde_json_does(&Entries(vec![(Ok::<u8, u8>(1), 1)]));
    records_as_serde_json_does(&Entries(vec![(f64::NAN, 1)]));
    records_as_serde_json_does(&Entries(vec![(f32::INFINITY, 1)]));
    let error = Instance::new().record(&[Entries(vec![((), 1)])]);
    assert_eq!(
        error.unwrap_err().to_string(),
        "a key of a map must be text, and this one is a unit at `/0`"
    );
}

#[test]
fn of_repeated_names_the_last_value_stays_at_the_first_place() {
    let entries = Entries(vec![
        ("a", json!([1])),
        ("b", json!(2)),
        ("a", json!({"x": "y"})),
        ("c", json!(4)),
    ]);
    records_as_serde_json_does(&entries);
    records_as_serde_json_does(&[&entries, &entries]);
    for count in [10, 64, 65, 66, 200] {
        let names = (0..count).map(|number| (format!("{}", number * 7 % count), json!(number)));
        let repeated =
            [(format!("{}", count / 2), json!(["again"])), ("0".to_owned(), json!(null))];
        records_as_serde_json_does(&Entries(names.chain(repeated).collect()));
    }
}

#[derive(Serialize)]
struct Twice {
    a: u8,
    #[serde(flatten)]
    rest: BTreeMap<String, u8>,
    b: u8,
}

#[test]
fn a_flattened_map_may_repeat_a_field() {
    let rest = [("a".to_owned(), 2), ("b".to_owned(), 3), ("z".to_owned(), 4)].into();
    records_as_serde_json_does(&Twice { a: 1, rest, b: 5 });
}

struct KeyWithoutValue;

impl Serialize for KeyWithoutValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_key("dropped")?;
        map.serialize_key("a")?;
        map.serialize_value(&1)?;
        map.serialize_key("dropped at the end")?;
        map.end()
    }
}

#[test]
fn a_key_without_a_value_is_dropped() {
    records_as_serde_json_does(&KeyWithoutValue);
}

struct ValueWithoutKey;

impl Serialize for ValueWithoutKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_value(&1)?;
        map.end()
    }
}

#[test]
fn a_value_without_a_key_is_an_error() {
    let error = Instance::new().record(&ValueWithoutKey).unwrap_err();
    assert_eq!(error.to_string(), "a map wrote a value before its key");
}

struct UnknownLength;

impl Serialize for UnknownLength {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(None)?;
        (0..3).try_for_each(|number| seq.serialize_element(&number))?;
        seq.end()
    }
}

#[test]
fn an_array_of_unknown_length_is_recorded() {
    records_as_serde_json_does(&UnknownLength);
}

struct Refused;

impl Serialize for Refused {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("refused\nfor two lines"))
    }
}

struct NoDisplay;

impl fmt::Display for NoDisplay {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }
}

impl Serialize for NoDisplay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[derive(Serialize)]
enum Holder<T> {
    Newtype(T),
    Pair(u8, T),
    Named { a: u8, inner: T },
}

#[test]
fn an_error_names_its_place_and_leaves_no_trace() {
    let at = |value: &dyn Fn(&mut Instance) -> Result<(), crate::instance::InstanceError>| {
        let mut row = instance_of(&json!("before"));
        let error = value(&mut row).unwrap_err();
        assert_eq!(row.to_string(), "\"before\"");
        assert_eq!(row.fault(), None);
        (error.pointer().to_owned(), error.message().to_owned())
    };
    let refused = |pointer: &str| (pointer.to_owned(), "refused for two lines".to_owned());
    assert_eq!(at(&|row| row.record(&Refused)), refused(""));
    assert_eq!(at(&|row| row.record(&(1, Refused))), refused("/1"));
    assert_eq!(at(&|row| row.record(&[Holder::Newtype(Refused)])), refused("/0/Newtype"));
    assert_eq!(at(&|row| row.record(&Holder::Pair(1, Refused))), refused("/Pair/1"));
    assert_eq!(
        at(&|row| row.record(&Holder::Named { a: 1, inner: Refused })),
        refused("/Named/inner")
    );
    let map = Entries(vec![("a/b~", Refused)]);
    assert_eq!(at(&|row| row.record(&Some(&map))), refused("/a~1b~0"));
    let display = at(&|row| row.record(&[NoDisplay]));
    assert_eq!(display.1, "a `Display` that is serialized as text failed");
    let key = at(&|row| row.record(&Entries(vec![(NoDisplay, 1)])));
    assert_eq!(key.1, "a `Display` that is serialized as key failed");
}

#[derive(Serialize, Deserialize)]
struct Link {
    next: Option<Box<Link>>,
}

#[test]
fn a_value_that_nests_too_deep_is_an_error_and_not_a_crash() {
    let link = (0..20_000).fold(None, |next, _| Some(Box::new(Link { next })));
    let error = Instance::new().record(&link).unwrap_err();
    assert_eq!(error.message(), "the value nests deeper than 127 levels");
    assert_eq!(error.pointer(), "/next".repeat(MAX_DEPTH as usize));
    // Taken apart one by one: dropping it at once would recurse.
    let mut rest = link;
    while let Some(mut link) = rest {
        rest = link.next.take();
    }
}

#[test]
fn a_value_as_deep_as_may_be_passes_every_face() {
    let link = (0..MAX_DEPTH).fold(None, |next, _| Some(Box::new(Link { next })));
    records_as_serde_json_does(&link);
    let mut row = Instance::new();
    row.record(&link).unwrap();
    let read: Option<Box<Link>> = row.root().read().unwrap();
    records_as_serde_json_does(&read);
    let schema = json!({"type": ["object", "null"], "properties": {"next": {"$ref": "#"}}});
    let validator = jsonschema::options_for::<InstanceJson>().build(&schema).unwrap();
    assert!(validator.is_valid(row.root()));
    let mut copy = Instance::new();
    copy.copy(row.root());
    assert!(copy.root().same_as(row.root()));
    assert_eq!(copy.to_string(), serde_json::to_string(&link).unwrap());
}

#[test]
fn integers_out_of_range_and_floats_that_are_none_are_as_in_serde_json() {
    records_as_serde_json_does(&(i128::from(i64::MIN), u128::from(u64::MAX)));
    records_as_serde_json_does(&(i128::from(i64::MIN) - 1));
    records_as_serde_json_does(&(u128::from(u64::MAX) + 1));
    records_as_serde_json_does(&u128::MAX);
    records_as_serde_json_does(&[f64::NAN, f64::INFINITY, -0.0, 1e300]);
    records_as_serde_json_does(&[f32::NAN, f32::MIN_POSITIVE, 0.1, f32::MAX]);
}

#[derive(Serialize)]
#[serde(rename = "$serde_json::private::RawValue")]
struct Raw {
    #[serde(rename = "$serde_json::private::RawValue")]
    json: &'static str,
}

#[test]
fn the_raw_value_of_serde_json_is_the_json_it_holds() {
    let mut row = Instance::new();
    row.record(&[Raw { json: r#" {"a": [1, 2.0]} "# }]).unwrap();
    assert_eq!(row.to_string(), r#"[{"a":[1,2.0]}]"#);
    assert!(row.record(&Raw { json: "{" }).is_err());
}
