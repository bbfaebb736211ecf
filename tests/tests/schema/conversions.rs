//! Types that are read or written as others.

use std::collections::BTreeMap;

use schemars::{Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

fn hex_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[0-9a-f]*$" })
}

fn generic_schema<T: schemars::JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<Vec<T>>()
}

mod hex {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(value: &u32, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format!("{value:x}"))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
        let text = String::deserialize(deserializer)?;
        u32::from_str_radix(&text, 16).map_err(serde::de::Error::custom)
    }
}

mod far {
    #[derive(Default)]
    pub(crate) struct Duration {
        pub(crate) secs: i64,
        pub(crate) nanos: i32,
    }

    pub(crate) struct Text<'a>(pub(crate) &'a str);

    pub(crate) enum Level {
        Low,
        High(u8),
    }

    pub(crate) struct Private {
        value: u8,
    }
    impl Private {
        pub(crate) fn new(value: u8) -> Self {
            Self { value }
        }
        pub(crate) fn value(&self) -> u8 {
            self.value
        }
    }
}

twice! { from_and_into: Celsius, Checked, OnlyInto, OnlyFrom, Generic, Documented, ViaEnum;
    #[derive(Serialize, Deserialize, Contract)]
    struct Wire { degrees: f64 }

    #[derive(Clone, Serialize, Deserialize, Contract)]
    #[serde(from = "Wire", into = "f64")]
    struct Celsius(f64);
    impl From<Wire> for Celsius { fn from(wire: Wire) -> Self { Self(wire.degrees) } }
    impl From<Celsius> for f64 { fn from(celsius: Celsius) -> Self { celsius.0 } }

    #[derive(Clone, Serialize, Deserialize, Contract)]
    #[serde(try_from = "String")]
    struct Checked { text: String }
    impl TryFrom<String> for Checked {
        type Error = String;
        fn try_from(text: String) -> Result<Self, String> { Ok(Self { text }) }
    }

    #[derive(Clone, Serialize, Deserialize, Contract)]
    #[serde(into = "String")]
    struct OnlyInto { text: String }
    impl From<OnlyInto> for String { fn from(value: OnlyInto) -> Self { value.text } }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(from = "Vec<u8>")]
    struct OnlyFrom { #[serde(default)] bytes: Vec<u8> }
    impl From<Vec<u8>> for OnlyFrom { fn from(bytes: Vec<u8>) -> Self { Self { bytes } } }

    #[derive(Clone, Serialize, Deserialize, Contract)]
    #[serde(from = "Option<T>", into = "Option<T>")]
    struct Maybe<T: Clone> { value: Option<T> }
    impl<T: Clone> From<Option<T>> for Maybe<T> { fn from(value: Option<T>) -> Self { Self { value } } }
    impl<T: Clone> From<Maybe<T>> for Option<T> { fn from(maybe: Maybe<T>) -> Self { maybe.value } }
    type Generic = Maybe<Wire2>;
    #[derive(Clone, Serialize, Deserialize, Contract)]
    struct Wire2 { degrees: f32 }

    /// A temperature.
    #[derive(Clone, Serialize, Deserialize, Contract)]
    #[serde(from = "Wire", into = "Celsius", deny_unknown_fields)]
    #[schemars(extend("x-unit" = "K"))]
    struct Documented { kelvin: f64 }
    impl From<Wire> for Documented { fn from(wire: Wire) -> Self { Self { kelvin: wire.degrees } } }
    impl From<Documented> for Celsius { fn from(value: Documented) -> Self { Self(value.kelvin) } }

    #[derive(Clone, Serialize, Deserialize, Contract)]
    #[serde(try_from = "u8", into = "u8")]
    enum ViaEnum { One, Two }
    impl TryFrom<u8> for ViaEnum {
        type Error = &'static str;
        fn try_from(number: u8) -> Result<Self, &'static str> { if number == 1 { Ok(Self::One) } else { Ok(Self::Two) } }
    }
    impl From<ViaEnum> for u8 { fn from(_: ViaEnum) -> Self { 1 } }
}

twice! { transparent: Id, Maybe, Named, Wrapped, Generic, Documented, Ruled, WithType, Skipping, Deep;
    #[derive(Serialize, Deserialize, Contract)]
    #[serde(transparent)]
    struct Id(u64);

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(transparent)]
    struct Maybe(Option<Id>);

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(transparent)]
    struct Named { inner: Vec<Id> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Wrapped { maybe: Maybe, named: Named, id: Id, all: BTreeMap<String, Maybe> }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(transparent)]
    struct Clear<T>(T);
    type Generic = Clear<Clear<Wrapped>>;

    /// Has a comment, and so a schema of its own.
    #[derive(Serialize, Deserialize, Contract)]
    #[serde(transparent)]
    struct Documented(Wrapped);

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(transparent)]
    struct Ruled(#[schemars(length(min = 3))] String);

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(transparent)]
    struct WithType(#[schemars(with = "u8")] String);

    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(transparent)]
    #[serde(transparent)]
    struct Skipping { #[serde(skip)] cache: u8, value: Option<String> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Deep { documented: Documented, ruled: Option<Ruled>, skipping: Skipping, #[serde(default)] with: Option<WithType> }
}

twice! { overridden: Fields, ByFunction, Container, ContainerFunction, Variants, TupleFields, GenericFunction;
    #[derive(Serialize, Deserialize, Contract)]
    struct Fields {
        #[serde(with = "hex")] #[schemars(with = "String")] a: u32,
        #[serde(serialize_with = "hex::serialize", deserialize_with = "hex::deserialize")]
        #[schemars(schema_with = "hex_schema")] b: u32,
        #[serde(deserialize_with = "hex::deserialize")] #[schemars(with = "Option<String>", length(min = 1))] c: u32,
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct ByFunction(#[schemars(schema_with = "hex_schema")] String);

    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(with = "Vec<Fields>")]
    struct Container { a: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(schema_with = "hex_schema", inline)]
    struct ContainerFunction { a: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    enum Variants {
        #[schemars(with = "u8")] A(String),
        #[schemars(schema_with = "hex_schema")] B { a: u8 },
        #[serde(with = "hex")] #[schemars(with = "String")] C(u32),
        D(#[schemars(with = "String")] #[serde(with = "hex")] u32, u8),
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct TupleFields(#[schemars(schema_with = "hex_schema")] u8, #[schemars(with = "Container")] u8);

    #[derive(Serialize, Deserialize, Contract)]
    struct Holds<T> { #[schemars(schema_with = "generic_schema::<T>", bound = "T: schemars::JsonSchema")] list: Vec<T>, one: T }
    type GenericFunction = Holds<u8>;
}

twice! { remote: Process, RemoteEnum, Getters, OfBorrowed;
    #[derive(Serialize, Deserialize, Contract)]
    #[serde(remote = "far::Text")]
    struct TextDef<'a>(#[serde(borrow)] &'a str);

    #[derive(Serialize, Deserialize, Contract)]
    struct OfBorrowed { #[schemars(with = "TextDef")] text: String }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(remote = "far::Duration")]
    struct DurationDef { secs: i64, #[serde(default)] nanos: i32 }

    #[derive(Serialize, Deserialize, Contract)]
    struct Process { #[serde(with = "DurationDef")] wall: far::Duration, #[serde(with = "DurationDef")] cpu: far::Duration }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(remote = "far::Level", rename_all = "lowercase")]
    enum LevelDef { Low, High(u8) }

    #[derive(Serialize, Deserialize, Contract)]
    struct RemoteEnum { #[serde(with = "LevelDef")] level: far::Level }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(remote = "far::Private")]
    #[schemars(rename = "Hidden")]
    struct PrivateDef { #[serde(getter = "far::Private::value")] value: u8 }
    impl From<PrivateDef> for far::Private { fn from(def: PrivateDef) -> Self { far::Private::new(def.value) } }

    #[derive(Serialize, Deserialize, Contract)]
    struct Getters { #[serde(with = "PrivateDef")] private: far::Private }
}
