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
pub struct Order {
    pub id: Uuid,
    #[schemars(regex(pattern = r"^SO-20[0-9]{2}-[0-9A-F]{6}$"))]
    pub number: String,
    pub buyer: User,
    #[schemars(length(min = 1, max = 5))]
    pub lines: Vec<Line>,
    pub payment: Payment,
    pub delivery: Delivery,
    #[schemars(length(max = 200))]
    pub note: Option<String>,
}

/// So many pieces of one product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
pub struct Line {
    pub product: Product,
    pub price: Price,
}

/// What the pieces of a line cost; the sum is filled in, since no draw would hit it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
#[foundry(finish = Price::multiply)]
pub struct Price {
    #[schemars(range(min = 1, max = 20))]
    pub pieces: u32,
    #[schemars(range(min = 1, max = 500_000))]
    pub cents_each: u32,
    #[schemars(range(min = 1, max = 10_000_000))]
    pub cents: u32,
}

/// When an order came, and when it left: never the other way round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
#[foundry(check = Delivery::ships_what_was_ordered)]
pub struct Delivery {
    pub ordered_at: DateTime<Utc>,
    #[foundry(presence = 0.3)]
    pub shipped_at: Option<DateTime<Utc>>,
}

/// Something that can be bought.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
pub struct Product {
    #[schemars(regex(pattern = r"^[A-Z]{3}-[0-9]{4,6}$"))]
    pub sku: String,
    #[schemars(length(min = 1, max = 60))]
    pub title: String,
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
    pub fn total_cents(&self) -> u64 {
        self.lines.iter().map(|line| u64::from(line.price.cents)).sum()
    }
}

impl Price {
    fn multiply(&mut self) {
        self.cents = self.pieces * self.cents_each;
    }
}

impl Delivery {
    fn ships_what_was_ordered(&self) -> bool {
        self.shipped_at.is_none_or(|shipped_at| shipped_at >= self.ordered_at)
    }
}

impl Category {
    /// How many categories there are in this one, itself included.
    pub fn size(&self) -> usize {
        1 + self.children.iter().map(Category::size).sum::<usize>()
    }
}
