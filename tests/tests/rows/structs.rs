//! Structs: named, tuple, unit, newtype, generic, remote, transparent, converted; fields that are
//! skipped, defaulted and renamed.

use std::collections::{BTreeMap, HashMap};

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Named {
    first_name: String,
    #[serde(rename = "type")]
    kind: u8,
    r#match: bool,
    #[serde(alias = "years")]
    age_in_years: Option<u16>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Tuple(u8, String, Option<bool>);

#[derive(Serialize, Deserialize, Foundry)]
struct Newtype(i32);

#[derive(Serialize, Deserialize, Foundry)]
struct Unit;

#[derive(Serialize, Deserialize, Foundry)]
struct Empty {}

#[derive(Serialize, Deserialize, Foundry)]
struct EmptyTuple();

#[derive(Serialize, Deserialize, Foundry)]
#[serde(transparent)]
struct Transparent {
    inner: Vec<Newtype>,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(transparent)]
struct TransparentOption(Option<u8>);

#[derive(Serialize, Deserialize, Foundry)]
struct Generic<T, const N: usize = 3> {
    one: T,
    many: Vec<T>,
    named: BTreeMap<String, T>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Bounded<T: Clone, U>
where
    U: std::fmt::Debug,
{
    left: T,
    right: Option<U>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct HoldsGenerics {
    number: Generic<u8>,
    text: Generic<String, 4>,
    nested: Generic<Generic<bool>>,
    bounded: Bounded<u8, Vec<char>>,
    transparent: TransparentOption,
    tuple: Tuple,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(default)]
struct Defaulted {
    host: String,
    port: u16,
    tags: Vec<String>,
    maybe: Option<u8>,
}

impl Default for Defaulted {
    fn default() -> Self {
        Self { host: "localhost".into(), port: 80, tags: vec!["a".into()], maybe: Some(7) }
    }
}

fn eighty() -> u16 {
    80
}

#[derive(Serialize, Deserialize, Foundry)]
struct FieldDefaults {
    #[serde(default)]
    count: u8,
    #[serde(default = "eighty")]
    port: u16,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maybe: Option<String>,
    #[serde(default, skip_serializing_if = "HashMap::is_empty")]
    extra: HashMap<String, u8>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Skipped {
    kept: u8,
    #[serde(skip)]
    #[allow(dead_code)]
    cache: Option<String>,
    #[serde(skip_deserializing)]
    computed: u32,
    #[serde(skip_serializing, default)]
    #[allow(dead_code)]
    secret: Option<u8>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct RenamedByDirection {
    #[serde(rename(serialize = "out", deserialize = "in"))]
    value: u8,
}

#[derive(Clone, Serialize, Deserialize, Foundry)]
#[serde(from = "Celsius", into = "Celsius")]
struct Temperature {
    kelvin: f64,
}

#[derive(Clone, Serialize, Deserialize, Foundry)]
struct Celsius {
    #[schemars(range(min = -200, max = 200))]
    degrees: i16,
}

impl From<Celsius> for Temperature {
    fn from(celsius: Celsius) -> Self {
        Self { kelvin: f64::from(celsius.degrees) + 273.0 }
    }
}

impl From<Temperature> for Celsius {
    #[expect(clippy::cast_possible_truncation, reason = "whole degrees within ±200")]
    fn from(temperature: Temperature) -> Self {
        Self { degrees: (temperature.kelvin - 273.0) as i16 }
    }
}

#[derive(Clone, Serialize, Deserialize, Foundry)]
#[serde(try_from = "Hour", into = "Hour")]
struct Noon {
    hours: u8,
}

#[derive(Clone, Serialize, Deserialize, Foundry)]
struct Hour(#[schemars(range(max = 23))] u8);

impl TryFrom<Hour> for Noon {
    type Error = String;

    fn try_from(hour: Hour) -> Result<Self, String> {
        if hour.0 < 24 { Ok(Self { hours: hour.0 }) } else { Err("a day has 24 hours".into()) }
    }
}

impl From<Noon> for Hour {
    fn from(noon: Noon) -> Self {
        Self(noon.hours)
    }
}

mod elsewhere {
    pub struct Point {
        pub x: i16,
        pub y: i16,
    }
}

#[derive(Serialize, Deserialize, schemars::JsonSchema)]
#[serde(remote = "elsewhere::Point")]
struct PointDef {
    x: i16,
    y: i16,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Remote {
    #[serde(with = "PointDef")]
    point: elsewhere::Point,
}

#[derive(Serialize, Deserialize, Foundry)]
struct SchemaOfAnother {
    #[schemars(with = "u8")]
    wide: u64,
    #[schemars(with = "Option<char>")]
    maybe: Option<String>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Required {
    #[schemars(required)]
    option: Option<u8>,
    #[schemars(inner(range(min = 3, max = 5)), length(min = 1, max = 2))]
    few: Vec<u8>,
    #[schemars(length(min = 3, max = 12))]
    text: String,
    #[schemars(length(equal = 4))]
    exact: String,
    #[schemars(email)]
    email: String,
    #[schemars(url)]
    link: String,
}

/// A description with "quotes".
#[derive(Serialize, Deserialize, Foundry)]
#[deprecated]
#[schemars(title = "Titled", extend("x-own" = [1, 2]), example = 7)]
struct Annotated {
    #[deprecated]
    #[schemars(description = "old", example = 3)]
    old: u8,
    #[serde(default)]
    new: Option<u8>,
}

#[allow(deprecated)]
mod checks {
    use super::*;

    checked! {
        named: Named;
        tuple: Tuple;
        newtype: Newtype;
        unit: Unit, but [(Except::Few, "a unit has one value")];
        empty: Empty, but [(Except::Few, "there is nothing in it")];
        empty_tuple: EmptyTuple, but [(Except::Few, "there is nothing in it")];
        transparent: Transparent;
        transparent_option: TransparentOption;
        generic: Generic<u8>;
        generic_of_generic: Generic<Generic<Option<u8>, 1>, 2>;
        bounded: Bounded<bool, char>;
        generics: HoldsGenerics;
        defaulted: Defaulted;
        field_defaults: FieldDefaults;
        skipped: Skipped;
        renamed: RenamedByDirection, but [(Except::NotReadBack, "the names differ by direction")];
        converted: Temperature;
        tried: Noon, but [(Except::Few, "a day has 24 hours")];
        remote: Remote;
        schema_of_another: SchemaOfAnother;
        required: Required;
        annotated: Annotated;
    }
}
