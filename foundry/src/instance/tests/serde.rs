//! Types are read and recorded as `serde_json` does it.

use std::collections::BTreeMap;
use std::fmt::Debug;

use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::changed::changed;
use super::types::*;
use super::values::{any_value, instance_of};
use crate::instance::Instance;

macro_rules! check_types {
    ($($name:ident: $type:ty = [$($sample:expr),* $(,)?];)*) => {$(
        mod $name {
            use super::*;

            #[test]
            fn its_own_values_are_read() {
                for sample in [$($sample),*] {
                    agrees_with_serde_json::<$type>(&sample);
                }
            }

            proptest! {
                #[test]
                fn changed_values_are_read_or_refused_alike(value in changed(vec![$($sample),*])) {
                    agrees_with_serde_json::<$type>(&value);
                }

                #[test]
                fn any_values_are_read_or_refused_alike(value in any_value()) {
                    agrees_with_serde_json::<$type>(&value);
                }
            }
        }
    )*};
}

check_types! {
        fields: Fields = [
            json!({"firstName": "Ada", "age": 36, "nick": "é", "weight": 0.1, "unit": null}),
            json!({"firstName": "", "w": 1, "unit": null, "more": [1, {}]}),
            json!(["Ada", 36, "a", 1.5, null]),
        ];
        strict: Strict = [json!({"a": -1, "b": true}), json!({"a": 0})];
        unit: Unit = [json!(null)];
        tuple: Tuple = [json!([1, 2.5, null, -3]), json!([1, 2, null, 3])];
        color: Color = [json!("red"), json!({"green": null})];
        external: External = [
            json!("Unit"),
            json!({"Newtype": "red"}),
            json!({"Empty": []}),
            json!({"Pair": [1, "x"]}),
            json!({"Named": {"a": 1, "b": {"Named": {"a": -1, "b": null}}}}),
            json!({"Named": {"a": 1, "b": "Unit"}}),
        ];
        internal: Internal = [
            json!({"kind": "Unit"}),
            json!({"kind": "Strict", "a": 1, "b": null}),
            json!({"a": 1, "kind": "Named", "list": [{"kind": "Unit"}]}),
            json!(["Unit"]),
        ];
        adjacent: Adjacent = [
            json!({"t": "Unit"}),
            json!({"t": "Unit", "c": null}),
            json!({"c": ["red"], "t": "Newtype"}),
            json!({"t": "Pair", "c": [1, -1]}),
            json!({"t": "Named", "c": {"a": 1.5}}),
        ];
        untagged: Untagged = [
            json!(null), json!(7), json!(-7), json!(1.5), json!([true, false]),
            json!({"a": 1, "b": null}), json!("text"),
        ];
        flat: Flat = [
            json!({"a": 1, "b": 2, "c": "red", "d": [1, 2.0, {"e": null}]}),
            json!({"c": "green", "a": 0}),
        ];
        maps: Maps = [json!({
            "signed": {"-5": 1, "5": 2}, "unsigned": {"0": true, "18446744073709551616": false},
            "bools": {"true": 1, "false": 0}, "chars": {"a": 1, "é": -2}, "colors": {"red": [1]},
            "newtypes": {"-1": [1, 2]},
        })];
        keys: BTreeMap<Option<u8>, u8> = [json!({"1": 1}), json!({"01": 1}), json!({" 1": 1})];
        wide: Wide = [json!({"small": i64::MIN, "large": u64::MAX})];
        bytes: Bytes = [json!("text"), json!([1, 2, 255])];
        of_std: Std = [json!({
            "duration": {"secs": 1, "nanos": 5}, "range": {"start": 1, "end": 2},
            "result": {"Err": "no"}, "address": "::1", "path": "/a", "nonzero": -1,
            "set": ["b", "a"], "bound": {"Included": 3}, "wrapping": 7, "number": 1.5,
        })];
        nested: Option<Option<Vec<Option<()>>>> = [json!([null]), json!(null)];
        chars: BTreeMap<String, (char, f32, f64)> = [json!({"a": ["x", 0.1, 0.1]})];
        value: Value = [json!({"a": [1, -1, 1.5, "x", null, true]})];
        ignored: IgnoredAll = [json!({"a": [1]}), json!(1)];
}

/// `T` reads `value` from an instance as it does from serde_json, and is recorded as it is there.
pub(super) fn agrees_with_serde_json<T>(value: &Value)
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let instance = instance_of(value);
    let (ours, theirs) = (instance.root().read::<T>(), serde_json::from_value::<T>(value.clone()));
    let (ours, theirs) = match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => (ours, theirs),
        (Err(error), Err(_)) => {
            assert!(value.pointer(error.pointer()).is_some(), "{error}: no such place in {value}");
            return;
        }
        (ours, theirs) => panic!("{value}\n ours: {ours:?}\n serde_json: {theirs:?}"),
    };
    assert_eq!(ours, theirs, "{value}");
    records_as_serde_json_does(&ours);
}

pub(super) fn records_as_serde_json_does<T: Serialize>(value: &T) {
    let mut instance = Instance::new();
    match (instance.record(value), serde_json::to_value(value)) {
        (Ok(()), Ok(theirs)) => {
            assert_eq!(instance.to_string(), theirs.to_string());
            assert_eq!(instance.root().to_value(), theirs);
            assert!(instance.root().same_as(instance_of(&theirs).root()));
        }
        (Err(_), Err(_)) => assert!(instance.is_empty()),
        (ours, theirs) => panic!("ours: {ours:?}\n serde_json: {theirs:?}"),
    }
}
