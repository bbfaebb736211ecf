//! What a contract under construction sees of the hints.

use std::collections::{BTreeMap, HashMap};
use std::net::SocketAddr;

use foundry_derive::Foundry;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::parse::building::{Attachments, collect};
use crate::seed::Stream;

fn build<T: JsonSchema>() -> (Value, Attachments) {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let (schema, attachments) = collect(|| generator.into_root_schema_for::<T>());
    (schema.to_value(), attachments)
}

/// The hints at a pointer; `null` where there are none.
fn hints_at<T: JsonSchema>(pointer: &str) -> Value {
    let (schema, _) = build::<T>();
    let place = schema.pointer(pointer).unwrap_or_else(|| panic!("{pointer} in {schema:#}"));
    place.get("x-foundry").cloned().unwrap_or_default()
}

fn draw(stream: &mut Stream) -> u8 {
    u8::try_from(stream.below(9)).unwrap_or(0)
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(crate = crate)]
struct Fields {
    #[foundry(with = draw)]
    by_function: u8,
    #[foundry(with = |stream| stream.below(3), presence = 0.25)]
    by_closure: Option<u64>,
    #[foundry(values = [1, 5_000_000_000])]
    values: u64,
    plain: u8,
}

#[test]
fn options_of_fields_stand_at_their_fields() {
    let (schema, attachments) = build::<Fields>();
    let hints = |field: &str| schema["properties"][field]["x-foundry"].clone();
    assert_eq!(hints("by_function"), json!({ "with": 0 }));
    assert_eq!(hints("by_closure"), json!({ "with": 1, "presence": 0.25 }));
    assert_eq!(hints("values"), json!({ "values": [1, 5_000_000_000_u64] }));
    assert_eq!(hints("plain"), Value::Null);
    assert_eq!(attachments.generators.len(), 2);
}

#[test]
fn nobody_else_sees_them() {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Fields>();
    assert!(!schema.to_value().to_string().contains("foundry"));
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(crate = crate, depth = 4, check = Self::is_right, finish = |order: &mut Self| order.total = 3)]
struct Order {
    total: u64,
}

impl Order {
    fn is_right(&self) -> bool {
        self.total > 1
    }
}

#[test]
fn invariants_stand_at_their_type() {
    let (schema, attachments) = build::<Order>();
    assert_eq!(schema["x-foundry"], json!({ "depth": 4, "check": 0, "finish": 0 }));
    assert_eq!((attachments.checks.len(), attachments.finishes.len()), (1, 1));
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(crate = crate)]
#[serde(rename_all = "kebab-case")]
enum Event {
    #[serde(skip_deserializing)]
    OnlyWritten,
    #[foundry(weight = 3)]
    PageLoad,
    Click(u8),
    #[foundry(skip)]
    #[serde(untagged)]
    Other(String),
}

#[test]
fn variants_are_named_and_counted_as_they_are_read() {
    assert_eq!(
        hints_at::<Event>(""),
        json!({ "variants": [
            { "name": "page-load", "index": 0, "tagging": "external", "weight": 3 },
            { "name": "other", "index": 2, "tagging": "untagged", "skip": true },
        ] })
    );
}

#[derive(PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Foundry)]
#[foundry(crate = crate)]
enum Key {
    One,
    Two,
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(crate = crate)]
struct ByType {
    ports: BTreeMap<u16, Option<HashMap<bool, SocketAddr>>>,
    keyed: Vec<HashMap<Key, String>>,
    texts: BTreeMap<String, u8>,
    pair: (u8, SocketAddr),
    generic: Box<Generic<char>>,
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(crate = crate)]
struct Generic<K: Ord> {
    map: BTreeMap<K, u8>,
}

#[test]
fn types_say_what_their_schemas_do_not() {
    let u16_schema = json!({ "type": "integer", "format": "uint16", "minimum": 0, "maximum": 65535, "title": "uint16" });
    assert_eq!(
        hints_at::<ByType>("/properties/ports"),
        json!({
            "keys": u16_schema,
            "each": {
                "keys": { "type": "boolean", "title": "boolean" },
                "each": { "format": "socket-addr" },
            },
        })
    );
    assert_eq!(
        hints_at::<ByType>("/properties/keyed"),
        json!({ "each": { "keys": { "type": "string", "enum": ["One", "Two"], "title": "Key" } } })
    );
    assert_eq!(hints_at::<ByType>("/properties/texts"), Value::Null);
    assert_eq!(
        hints_at::<ByType>("/properties/pair"),
        json!({ "items": [{}, { "format": "socket-addr" }] })
    );
    let key = hints_at::<ByType>("/$defs/Generic/properties/map")["keys"].clone();
    assert_eq!(key["minLength"], json!(1), "the key of a generic map: {key}");
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(crate = crate)]
#[serde(transparent)]
struct Id(#[foundry(values = [7])] u64);

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(crate = crate, check = |_| true)]
#[serde(transparent)]
struct Wrapped(Order);

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(crate = crate)]
struct Holder {
    id: Id,
    wrapped: Wrapped,
    order: Order,
}

#[test]
fn a_transparent_type_stands_for_itself_while_it_is_built() {
    assert_eq!(hints_at::<Holder>("/$defs/Id"), json!({ "values": [7] }));
    assert_eq!(hints_at::<Holder>("/properties/id"), Value::Null);
    let wrapped = hints_at::<Holder>("/$defs/Wrapped");
    assert!(wrapped["check"].is_u64(), "{wrapped}");
    assert_eq!(wrapped["flattened"][0]["depth"], json!(4), "{wrapped}");
    assert_eq!(hints_at::<Holder>("/$defs/Order")["depth"], json!(4));
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(crate = crate)]
struct Outer {
    #[serde(flatten)]
    order: Order,
    #[serde(flatten)]
    event: Option<Tagged>,
    #[schemars(required)]
    required: Option<Order>,
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(crate = crate)]
#[serde(tag = "kind")]
enum Tagged {
    #[foundry(weight = 2)]
    Order(Order),
    Note {
        text: String,
    },
}

#[test]
fn hints_of_flattened_types_survive_the_merge() {
    let hints = hints_at::<Outer>("");
    let flattened = hints["flattened"].as_array().map(Vec::len);
    assert_eq!(flattened, Some(2), "{hints}");
    assert_eq!(hints["flattened"][0]["depth"], json!(4), "{hints}");
    assert_eq!(hints["flattened"][1]["variants"][0]["weight"], json!(2), "{hints}");
    assert_eq!(hints_at::<Outer>("/properties/required")["depth"], json!(4));
    let (schema, _) = build::<Outer>();
    assert!(!schema.to_string().contains("x-foundry:"), "{schema:#}");
}

#[test]
fn the_tag_beside_another_type_is_told() {
    assert_eq!(hints_at::<Tagged>("/oneOf/0"), json!({ "tag": "kind" }));
    assert_eq!(hints_at::<Tagged>("/oneOf/1"), Value::Null);
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(crate = crate)]
struct Unwritable {
    #[foundry(values = [f64::NAN, 1.0])]
    number: f64,
    #[foundry(values = [HashMap::from([((1, 2), 3)])])]
    map: String,
}

#[test]
fn a_value_that_is_no_json_is_told() {
    let error = hints_at::<Unwritable>("/properties/map")["error"].clone();
    assert_eq!(error, json!("one of `values` is no JSON: key must be a string"));
}
