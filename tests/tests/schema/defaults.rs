//! Defaults of fields and of whole types, and what is left out when it is written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};

fn is_zero(number: &u8) -> bool {
    *number == 0
}

fn ten() -> u8 {
    10
}

fn as_text<S: Serializer, T: ToString>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.to_string())
}

twice! { of_fields: Plain, ByPath, Conditional, WrittenOtherwise, NotSerializable;
    #[derive(Serialize, Deserialize, Contract)]
    struct Plain { #[serde(default)] a: u8, #[serde(default)] b: Option<String>, #[serde(default)] c: Vec<u8> }

    #[derive(Serialize, Deserialize, Contract)]
    struct ByPath { #[serde(default = "ten")] a: u8, #[schemars(default = "ten")] #[serde(default)] b: u8, #[serde(default)] #[schemars(!default)] c: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    struct Conditional {
        #[serde(default, skip_serializing_if = "is_zero")] a: u8,
        #[serde(default = "ten", skip_serializing_if = "is_zero")] b: u8,
        #[serde(skip_serializing_if = "Option::is_none")] c: Option<u8>,
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")] d: BTreeMap<String, u8>,
        #[serde(default, skip_serializing_if = "Self::is_some")] e: Option<u8>,
        #[serde(default, skip_serializing)] f: u8,
    }
    impl Conditional {
        fn is_some(value: &Option<u8>) -> bool { value.is_some() }
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct WrittenOtherwise {
        #[serde(default, serialize_with = "as_text")] #[schemars(with = "String")] a: u8,
        #[serde(default = "ten", serialize_with = "as_text", skip_serializing_if = "is_zero")] #[schemars(with = "String")] b: u8,
        #[serde(serialize_with = "as_text")] #[schemars(with = "String")] c: u8,
    }

    #[derive(Default, Serialize, Deserialize, Contract)]
    struct Silent { #[serde(skip)] a: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    struct NotSerializable { #[serde(default)] inner: Silent, #[serde(default)] text: Box<str> }
}

twice! { of_types: Settings, Derived, ByFunction, Both, BySchemars, OfRemoteFunction, Generic, OfTuple, Dropping;
    #[derive(Serialize, Deserialize, Contract)]
    #[serde(default)]
    struct Settings { name: String, retries: u8, #[serde(skip)] cache: u8, #[serde(skip_serializing_if = "is_zero")] zero: u8 }
    impl Default for Settings {
        fn default() -> Self { Self { name: "demo".into(), retries: 3, cache: 1, zero: 0 } }
    }

    #[derive(Default, Serialize, Deserialize, Contract)]
    #[serde(default)]
    struct Derived { a: Option<u8>, b: Vec<Settings>, #[serde(default = "ten")] c: u8, r#type: bool }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(default = "settled")]
    struct ByFunction { a: u8, settings: Settings }
    fn settled() -> ByFunction { ByFunction { a: 4, settings: Settings::default() } }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(default, rename_all = "camelCase", deny_unknown_fields)]
    struct Both { first_name: String, #[serde(serialize_with = "as_text")] #[schemars(with = "String")] age: u8 }
    impl Default for Both {
        fn default() -> Self { Self { first_name: "Ann".into(), age: 40 } }
    }

    #[derive(Default, Serialize, Deserialize, Contract)]
    #[schemars(default)]
    struct BySchemars { a: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(default = "Self::settled")]
    struct OfRemoteFunction { a: u8 }
    impl OfRemoteFunction {
        fn settled() -> Self { Self { a: 1 } }
    }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(default)]
    struct Of<T: Default> { value: T, list: Vec<T> }
    impl<T: Default> Default for Of<T> {
        fn default() -> Self { Self { value: T::default(), list: Vec::new() } }
    }
    type Generic = Of<Derived>;

    #[derive(Default, Serialize, Deserialize, Contract)]
    #[serde(default)]
    struct OfTuple(u8, String);

    #[derive(Default, Serialize, Deserialize, Contract)]
    #[serde(default)]
    struct Dropping { #[serde(skip)] a: u8, b: u16, c: char }
}
