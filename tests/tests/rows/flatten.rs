//! `#[serde(flatten)]` of structs, enums, maps and options.

use std::collections::{BTreeMap, HashMap};

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Page {
    offset: u32,
    limit: Option<u16>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct OfStruct {
    query: String,
    #[serde(flatten)]
    page: Page,
    exact: bool,
}

#[derive(Serialize, Deserialize, Foundry)]
struct OfMap {
    id: u8,
    #[serde(flatten)]
    extra: BTreeMap<String, i32>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct OfJson {
    id: u8,
    #[serde(flatten)]
    extra: HashMap<String, serde_json::Value>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct OfStructAndMap {
    #[serde(flatten)]
    page: Page,
    #[serde(flatten)]
    extra: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Method {
    Card { number: String },
    Cash,
    Points(Points),
}

#[derive(Serialize, Deserialize, Foundry)]
struct Points {
    points: u16,
    program: Option<String>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct OfInternal {
    amount: u16,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize, Deserialize, Foundry)]
enum Shape {
    Circle { radius: u8 },
    Square(u8),
}

#[derive(Serialize, Deserialize, Foundry)]
struct OfExternal {
    name: String,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "t", content = "c")]
enum Payload {
    Text(String),
    Number { value: i8 },
    Nothing,
}

#[derive(Serialize, Deserialize, Foundry)]
struct OfAdjacent {
    at: u8,
    #[serde(flatten)]
    payload: Payload,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum Address {
    Street { street: String, number: u8 },
    Box { post_box: u16 },
}

#[derive(Serialize, Deserialize, Foundry)]
struct OfUntagged {
    name: String,
    #[serde(flatten)]
    address: Address,
}

#[derive(Serialize, Deserialize, Foundry)]
struct OfOption {
    id: u8,
    #[serde(flatten)]
    page: Option<Page>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct OfTwoEnums {
    #[serde(flatten)]
    method: Method,
    #[serde(flatten)]
    shape: Shape,
    last: bool,
}

#[derive(Serialize, Deserialize, Foundry)]
struct OfFlattened {
    #[serde(flatten)]
    inner: OfInternal,
    #[serde(flatten)]
    page: Page,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind")]
enum VariantsThatFlatten {
    One {
        a: u8,
        #[serde(flatten)]
        page: Page,
    },
    Two {
        #[serde(flatten)]
        extra: BTreeMap<String, bool>,
    },
}

#[derive(Serialize, Deserialize, Foundry)]
struct Generic<T> {
    id: u8,
    #[serde(flatten)]
    rest: T,
}

checked! {
    of_struct: OfStruct;
    of_map: OfMap;
    of_json: OfJson;
    of_struct_and_map: OfStructAndMap;
    of_internal: OfInternal;
    of_external: OfExternal;
    of_adjacent: OfAdjacent;
    of_untagged: OfUntagged;
    of_option: OfOption;
    of_two_enums: OfTwoEnums;
    of_flattened: OfFlattened;
    variants: VariantsThatFlatten;
    generic_of_struct: Generic<Page>;
    generic_of_enum: Generic<Method>;
    generic_of_map: Generic<BTreeMap<String, u8>>;
}
