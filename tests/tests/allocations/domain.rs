//! Types and documents of many kinds: what rows are mostly made of.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use foundry::Foundry;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// Flat, with the formats that most types have, and with what is drawn by the number of the row.
#[derive(Debug, Serialize, Deserialize, Foundry)]
pub(crate) struct User {
    id: Uuid,
    #[schemars(length(min = 1, max = 40))]
    first_name: String,
    #[schemars(length(min = 1, max = 40))]
    last_name: String,
    #[schemars(email)]
    email: String,
    #[schemars(range(min = 18, max = 99))]
    age: u8,
    role: Role,
    #[schemars(length(max = 5), inner(length(min = 1, max = 20)))]
    tags: Vec<String>,
    created_at: DateTime<Utc>,
    #[foundry(unique)]
    #[schemars(length(min = 8, max = 24))]
    login: String,
    #[foundry(sequence)]
    number: u64,
    #[schemars(length(min = 2, max = 30))]
    nickname: Option<String>,
    is_active: bool,
    #[schemars(range(min = 0.0, max = 100.0))]
    score: f64,
    logins: u32,
    website: url::Url,
}

/// A choice of names.
#[derive(Debug, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Role {
    Customer,
    Staff,
    Admin,
}

/// Nested, with patterns, a list, a tagged enum, and maps with keys of two kinds.
#[derive(Debug, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Order {
    #[schemars(regex(pattern = r"^SO-[0-9]{8}$"))]
    number: String,
    #[schemars(length(min = 1, max = 5))]
    lines: Vec<Line>,
    shipping: Address,
    payment: Payment,
    metadata: BTreeMap<String, String>,
    stock: BTreeMap<u16, i32>,
    labels: BTreeSet<String>,
    #[schemars(length(max = 200))]
    note: Option<String>,
    placed_at: DateTime<Utc>,
}

/// So many pieces of one product.
#[derive(Debug, Serialize, Deserialize, Foundry)]
pub(crate) struct Line {
    #[schemars(regex(pattern = r"^[A-Z]{3}-(?:[a-z]+|[0-9]{2,4})$"))]
    sku: String,
    title: String,
    #[schemars(range(min = 1, max = 20))]
    quantity: u32,
    price: f32,
}

/// Where a parcel goes.
#[derive(Debug, Serialize, Deserialize, Foundry)]
pub(crate) struct Address {
    street: String,
    city: String,
    #[schemars(regex(pattern = r"^[0-9]{5}$"))]
    postcode: String,
    country: String,
    phone: Option<String>,
    company: Option<String>,
}

/// How an order is paid: the `method` says which fields follow.
#[derive(Debug, Serialize, Deserialize, Foundry)]
#[serde(tag = "method", rename_all = "snake_case")]
pub(crate) enum Payment {
    Card {
        #[schemars(regex(pattern = r"^[0-9]{4}$"))]
        last_four: String,
        token: Uuid,
    },
    BankTransfer {
        #[schemars(regex(pattern = r"^DE[0-9]{20}$"))]
        iban: String,
    },
    Invoice {
        due: DateTime<Utc>,
    },
}

/// Holds itself, with enums of the other taggings.
#[derive(Debug, Serialize, Deserialize, Foundry)]
pub(crate) struct Task {
    title: String,
    state: State,
    estimate: Estimate,
    below: Vec<Task>,
    parent: Option<Box<Task>>,
}

/// Tagged from outside.
#[derive(Debug, Serialize, Deserialize, Foundry)]
pub(crate) enum State {
    Open,
    Done { at: DateTime<Utc> },
    Moved(String, u8),
}

/// Not tagged at all.
#[derive(Debug, Serialize, Deserialize, Foundry)]
#[serde(untagged)]
pub(crate) enum Estimate {
    Hours(u16),
    Words(String),
    Range { from: i16, to: i16 },
}

/// What only documents say: branches, objects with bounds on their members, open members with a
/// schema of their own, sets, tuples, and values of every type.
pub(crate) fn document() -> Value {
    json!({
        "type": "object",
        "properties": {
            "key": {"anyOf": [
                {"type": "string", "format": "uri"},
                {"type": "integer", "minimum": 10, "multipleOf": 5},
                {"type": "null"}
            ]},
            "limits": {
                "type": "object",
                "properties": {
                    "low": {"type": "number", "minimum": -1, "maximum": 1},
                    "mid": {"type": "number"},
                    "high": {"type": "string", "format": "date"}
                },
                "minProperties": 1,
                "maxProperties": 2,
                "additionalProperties": false
            },
            "bag": {
                "type": "object",
                "patternProperties": {"^x-[a-z]{1,6}$": {"type": "boolean"}},
                "additionalProperties": {"type": "array", "items": {"type": "integer"}, "maxItems": 4},
                "minProperties": 2
            },
            "many": {
                "type": "object",
                "additionalProperties": {"type": "boolean"},
                "minProperties": 40,
                "maxProperties": 60
            },
            "set": {"type": "array", "items": {"enum": [1, 2, "three", null, [4]]}, "uniqueItems": true},
            "words": {
                "type": "array", "items": {"type": "string"},
                "uniqueItems": true, "minItems": 2, "maxItems": 9
            },
            "long": {
                "type": "array", "items": {"type": "integer"},
                "uniqueItems": true, "minItems": 40, "maxItems": 60
            },
            "pair": {
                "type": "array",
                "prefixItems": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "ipv6"}],
                "items": {"type": "string", "format": "ipv4"},
                "minItems": 2, "maxItems": 4
            },
            "shape": {"oneOf": [
                {"properties": {"kind": {"const": "a"}, "r": {"type": "number"}}, "required": ["kind", "r"]},
                {"properties": {"kind": {"const": "b"}, "w": {"type": "integer"}}, "required": ["kind", "w"]}
            ]},
            "whatever": true,
            "held": {
                "type": "string", "contentMediaType": "application/json", "contentEncoding": "base64"
            }
        },
        "required": ["key", "limits", "bag", "many", "set", "words", "long", "pair", "shape", "whatever", "held"]
    })
}

/// One text of each of these formats. The `regex` is missing, and so are names of hosts: who judges them
/// parses the one, and decodes the labels of the others. For most plain addresses of mail the judge
/// allocates too.
pub(crate) fn formats(are_realistic: bool) -> Value {
    let names = [
        "date-time",
        "date",
        "time",
        "duration",
        "email",
        "idn-email",
        "ipv4",
        "ipv6",
        "uri",
        "uri-reference",
        "iri",
        "iri-reference",
        "uri-template",
        "uuid",
        "json-pointer",
        "relative-json-pointer",
        "byte",
        "password",
        "binary",
    ];
    let names: Vec<&str> =
        names.into_iter().filter(|name| are_realistic || *name != "email").collect();
    let members =
        names.iter().map(|name| ((*name).to_owned(), json!({"type": "string", "format": name})));
    json!({
        "type": "object",
        "properties": serde_json::Map::from_iter(members),
        "required": names
    })
}
