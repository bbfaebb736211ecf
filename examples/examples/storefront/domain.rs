//! The domain of a small shop, written as shops write it: serde types, with the rules on them.

#![expect(unreachable_pub, reason = "a domain is written as the library that it is elsewhere")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use foundry::Foundry;
use serde::{Deserialize, Serialize};
use url::Url;
use uuid::Uuid;

/// Somebody who has an account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
pub struct User {
    pub id: Uuid,
    #[validate(email)]
    pub email: String,
    #[schemars(length(min = 2, max = 40))]
    pub name: String,
    pub born_on: Option<NaiveDate>,
    pub joined_at: DateTime<Utc>,
    pub website: Option<Url>,
    pub role: Role,
    /// At most one address of each kind.
    #[serde(default)]
    pub addresses: BTreeMap<AddressKind, Address>,
}

/// What a user may do.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    #[foundry(weight = 8)]
    Customer,
    Staff,
    Admin,
}

/// What an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "lowercase")]
pub enum AddressKind {
    Billing,
    Shipping,
}

/// Where a parcel or a bill goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
pub struct Address {
    #[schemars(length(min = 3, max = 60))]
    pub street: String,
    #[schemars(length(min = 2, max = 40))]
    pub city: String,
    #[schemars(regex(pattern = r"^[0-9]{5}$"))]
    pub postal_code: String,
    #[foundry(values = ["AT", "BE", "DE", "FR", "NL"])]
    #[schemars(regex(pattern = "^[A-Z]{2}$"))]
    pub country: String,
}

/// One purchase.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[foundry(check = Order::ships_after_it_was_placed, finish = Order::fill_total)]
pub struct Order {
    pub id: Uuid,
    #[schemars(regex(pattern = r"^SO-20[0-9]{2}-[0-9A-F]{6}$"))]
    pub number: String,
    pub buyer: User,
    pub placed_at: DateTime<Utc>,
    #[foundry(presence = 0.3)]
    pub shipped_at: Option<DateTime<Utc>>,
    #[schemars(length(min = 1, max = 5))]
    pub lines: Vec<Line>,
    pub payment: Payment,
    #[schemars(range(min = 0, max = 100_000_000))]
    pub total_cents: u64,
    #[schemars(length(max = 200))]
    pub note: Option<String>,
}

/// So many pieces of one product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    pub product: Product,
    #[schemars(range(min = 1, max = 20))]
    pub quantity: u32,
}

/// Something that can be bought.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
pub struct Product {
    #[schemars(regex(pattern = r"^[A-Z]{3}-[0-9]{4,6}$"))]
    pub sku: String,
    #[schemars(length(min = 1, max = 60))]
    pub title: String,
    #[schemars(range(min = 1, max = 500_000))]
    pub price_cents: u32,
    pub picture: Url,
    #[schemars(range(min = 0.0, max = 5.0))]
    pub rating: Option<f32>,
    #[schemars(length(max = 4))]
    pub tags: BTreeSet<Tag>,
    /// Color, material, wattage: whatever the maker says.
    pub attributes: BTreeMap<String, Attribute>,
}

/// What the shop itself says of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "kebab-case")]
pub enum Tag {
    New,
    Sale,
    LastPieces,
    Bestseller,
    FairTrade,
}

/// The value of an attribute is written as it is, without a tag.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(untagged)]
pub enum Attribute {
    Flag(bool),
    Amount(i64),
    Text(#[schemars(length(max = 30))] String),
}

/// How an order is paid: the `method` says which fields follow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(tag = "method", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Payment {
    #[foundry(weight = 3)]
    Card {
        network: Network,
        #[schemars(regex(pattern = "^[0-9]{4}$"))]
        last_four: String,
        #[schemars(regex(pattern = "^(0[1-9]|1[0-2])/2[5-9]$"))]
        expires: String,
    },
    BankTransfer {
        #[schemars(regex(pattern = "^DE[0-9]{20}$"))]
        iban: String,
    },
    Invoice {
        due_on: NaiveDate,
        reminders: Option<u8>,
    },
    GiftCard {
        #[schemars(length(min = 1, max = 3))]
        codes: Vec<Uuid>,
    },
}

/// Who issued a card.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "lowercase")]
pub enum Network {
    Visa,
    Mastercard,
    Amex,
}

/// A part of the catalogue, with its own parts below it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[foundry(depth = 3)]
pub struct Category {
    #[schemars(regex(pattern = "^[a-z]{3,9}(-[a-z]{3,9})?$"))]
    pub slug: String,
    #[schemars(length(min = 3, max = 24))]
    pub title: String,
    #[schemars(length(max = 4))]
    pub children: Vec<Category>,
}

impl Order {
    /// What all lines cost together.
    pub fn sum_of_lines(&self) -> u64 {
        let cents = |line: &Line| u64::from(line.product.price_cents) * u64::from(line.quantity);
        self.lines.iter().map(cents).sum()
    }

    fn fill_total(&mut self) {
        self.total_cents = self.sum_of_lines();
    }

    fn ships_after_it_was_placed(&self) -> bool {
        self.shipped_at.is_none_or(|shipped_at| shipped_at >= self.placed_at)
    }
}
