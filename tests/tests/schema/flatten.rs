//! `#[serde(flatten)]` of structs, enums, maps and options.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

twice! { flattened: Struct, TwoStructs, Map, Enums, Optional, TwoEnums, Nested, ByType, ByVariant, Generic, Required;
    #[derive(Serialize, Deserialize, Contract)]
    struct Base { id: u64, name: Option<String> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Extra { note: String }

    #[derive(Serialize, Deserialize, Contract)]
    struct Struct { before: u8, #[serde(flatten)] base: Base, after: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    struct TwoStructs { #[serde(flatten)] base: Base, #[serde(flatten)] extra: Extra }

    #[derive(Serialize, Deserialize, Contract)]
    struct Map { a: u8, #[serde(flatten)] rest: HashMap<String, serde_json::Value> }

    #[derive(Serialize, Deserialize, Contract)]
    enum External { Unit, Number(u8), Named { a: u8 } }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(tag = "tag")]
    enum Internal { Unit, Named { b: u8 }, Base(Base) }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(tag = "t", content = "c")]
    enum Adjacent { Unit, Number(u8) }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(untagged)]
    enum Untagged { A { a: u8 }, B { b: u8 } }

    #[derive(Serialize, Deserialize, Contract)]
    struct Enums { x: u8, #[serde(flatten)] external: External }

    #[derive(Serialize, Deserialize, Contract)]
    struct Optional {
        #[serde(flatten)] base: Option<Base>,
        #[serde(flatten)] internal: Option<Internal>,
        #[serde(flatten)] untagged: Option<Untagged>,
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct TwoEnums { #[serde(flatten)] a: Internal, #[serde(flatten)] b: Adjacent, #[serde(flatten)] c: Untagged }

    #[derive(Serialize, Deserialize, Contract)]
    struct Nested { #[serde(flatten)] inner: Struct, #[serde(flatten)] more: TwoEnums, last: bool }

    #[derive(Serialize, Deserialize, Contract)]
    struct ByType { #[serde(flatten)] #[schemars(with = "BTreeMap<String, u8>")] rest: HashMap<String, u8> }

    #[derive(Serialize, Deserialize, Contract)]
    enum ByVariant { A { a: u8, #[serde(flatten)] base: Base }, B(Struct) }

    #[derive(Serialize, Deserialize, Contract)]
    struct Wrapping<T> { a: u8, #[serde(flatten)] inner: T }
    type Generic = Wrapping<Wrapping<Base>>;

    #[derive(Serialize, Deserialize, Contract)]
    struct Required { #[serde(flatten)] #[schemars(required)] base: Option<Base>, #[schemars(!flatten)] #[serde(flatten)] extra: Extra }
}

twice! { transparent_inside: Outer, Tagged;
    #[derive(Serialize, Deserialize, Contract)]
    struct Base { id: u64 }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(transparent)]
    struct Clear(Base);

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(transparent)]
    struct Maybe(Option<Base>);

    #[derive(Serialize, Deserialize, Contract)]
    struct Outer { #[serde(flatten)] clear: Clear, #[serde(flatten)] maybe: Maybe }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(tag = "t")]
    enum Tagged { Clear(Clear), Named { #[serde(flatten)] maybe: Maybe, a: u8 } }
}
