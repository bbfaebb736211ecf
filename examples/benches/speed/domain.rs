//! Two types as shops have them: a flat one and a nested one, with the rules on them, and with the
//! fakers that users of `fake` would name on the same fields.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use fake::Dummy;
use fake::faker::address::en::{CityName, StreetName};
use fake::faker::internet::en::{SafeEmail, Username};
use fake::faker::lorem::en::{Sentence, Word};
use fake::faker::name::en::{FirstName, LastName, Name};
use foundry::Foundry;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::fakers::{Code, Metadata, Recent};

/// Somebody who has an account: flat, in twelve places.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry, Dummy)]
pub(crate) struct User {
    id: Uuid,
    #[schemars(length(min = 1, max = 40))]
    #[dummy(faker = "FirstName()")]
    first_name: String,
    #[schemars(length(min = 1, max = 40))]
    #[dummy(faker = "LastName()")]
    last_name: String,
    #[schemars(email)]
    #[dummy(faker = "SafeEmail()")]
    email: String,
    #[schemars(range(min = 18, max = 99))]
    #[dummy(faker = "18..=99")]
    age: u8,
    role: Role,
    #[schemars(length(max = 5), inner(length(min = 1, max = 20)))]
    #[dummy(faker = "(Word(), 0..6)")]
    tags: Vec<String>,
    #[dummy(faker = "Recent")]
    created_at: DateTime<Utc>,
    #[schemars(length(min = 2, max = 30))]
    #[dummy(faker = "Username()")]
    nickname: Option<String>,
    is_active: bool,
    #[schemars(range(min = 0.0, max = 100.0))]
    #[dummy(faker = "0.0..100.0")]
    score: f64,
    logins: u32,
}

/// What a user may do.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Foundry, Dummy)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Role {
    Customer,
    Staff,
    Admin,
}

/// One purchase: nested, with a tagged enum, patterns and a map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry, Dummy)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Order {
    id: Uuid,
    #[schemars(regex(pattern = r"^SO-[0-9]{8}$"))]
    #[dummy(faker = "Code(\"SO-\", b'0'..=b'9', 8)")]
    number: String,
    customer: Customer,
    #[schemars(length(min = 1, max = 5))]
    #[dummy(faker = "(fake::Faker, 1..6)")]
    lines: Vec<Line>,
    shipping: Address,
    payment: Payment,
    #[dummy(faker = "Metadata")]
    metadata: BTreeMap<String, String>,
    #[schemars(length(max = 200))]
    #[dummy(faker = "Sentence(3..10)")]
    note: Option<String>,
    #[dummy(faker = "Recent")]
    placed_at: DateTime<Utc>,
}

/// Who buys.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry, Dummy)]
pub(crate) struct Customer {
    id: Uuid,
    #[schemars(length(min = 1, max = 60))]
    #[dummy(faker = "Name()")]
    name: String,
    #[schemars(email)]
    #[dummy(faker = "SafeEmail()")]
    email: String,
}

/// So many pieces of one product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry, Dummy)]
pub(crate) struct Line {
    #[schemars(regex(pattern = r"^[A-Z]{8}$"))]
    #[dummy(faker = "Code(\"\", b'A'..=b'Z', 8)")]
    sku: String,
    #[schemars(length(min = 1, max = 80))]
    #[dummy(faker = "Sentence(2..4)")]
    title: String,
    #[schemars(range(min = 1, max = 20))]
    #[dummy(faker = "1..=20")]
    quantity: u32,
    #[schemars(range(min = 1, max = 500_000))]
    #[dummy(faker = "1..=500_000")]
    cents: u32,
}

/// Where a parcel goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry, Dummy)]
pub(crate) struct Address {
    #[schemars(length(min = 3, max = 60))]
    #[dummy(faker = "StreetName()")]
    street: String,
    #[schemars(length(min = 2, max = 40))]
    #[dummy(faker = "CityName()")]
    city: String,
    #[schemars(regex(pattern = r"^[0-9]{5}$"))]
    #[dummy(faker = "Code(\"\", b'0'..=b'9', 5)")]
    postcode: String,
    #[schemars(regex(pattern = r"^[A-Z]{2}$"))]
    #[dummy(faker = "Code(\"\", b'A'..=b'Z', 2)")]
    country: String,
}

/// How an order is paid: the `method` says which fields follow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry, Dummy)]
#[serde(tag = "method", rename_all = "snake_case")]
pub(crate) enum Payment {
    Card {
        #[schemars(regex(pattern = r"^[0-9]{4}$"))]
        #[dummy(faker = "Code(\"\", b'0'..=b'9', 4)")]
        last_four: String,
        token: Uuid,
    },
    BankTransfer {
        #[schemars(regex(pattern = r"^DE[0-9]{20}$"))]
        #[dummy(faker = "Code(\"DE\", b'0'..=b'9', 20)")]
        iban: String,
    },
    Invoice {
        #[dummy(faker = "Recent")]
        due: DateTime<Utc>,
    },
}
