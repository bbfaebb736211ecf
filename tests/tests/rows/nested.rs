//! Everything inside everything: domain types of many parts.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Shop {
    users: Vec<User>,
    orders: BTreeMap<uuid::Uuid, Order>,
    categories: Vec<Category>,
    settings: Settings,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
struct User {
    id: uuid::Uuid,
    #[schemars(length(min = 1, max = 40))]
    display_name: String,
    #[schemars(email)]
    email: String,
    homepage: Option<url::Url>,
    born: chrono::NaiveDate,
    roles: BTreeSet<Role>,
    #[serde(flatten)]
    address: Address,
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "kebab-case")]
enum Role {
    Admin,
    PowerUser,
    Guest,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Address {
    street: String,
    zip: Option<String>,
    country: Option<char>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    placed: chrono::DateTime<chrono::Utc>,
    #[schemars(length(min = 1, max = 5))]
    lines: Vec<Line>,
    payment: Payment,
    status: Result<Delivered, Problem>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Line {
    #[schemars(range(min = 1, max = 999))]
    quantity: u32,
    price: rust_decimal::Decimal,
    options: HashMap<String, Option<serde_json::Value>>,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "method", rename_all = "snake_case")]
enum Payment {
    Card { number: String, expires: (u8, u16) },
    Invoice { due: chrono::NaiveDate },
    Voucher(Voucher),
    Free,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Voucher {
    code: Arc<str>,
    percent: Option<f32>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Delivered {
    at: jiff::Timestamp,
    by: std::net::SocketAddr,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum Problem {
    Code(u16),
    Text(String),
    Chain { cause: Box<Problem>, note: Option<String> },
}

#[derive(Serialize, Deserialize, Foundry)]
struct Category {
    name: String,
    children: Vec<Category>,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(default, deny_unknown_fields)]
struct Settings {
    retries: u8,
    timeout: std::time::Duration,
    limits: BTreeMap<Role, std::ops::Range<u32>>,
    matrix: [[f32; 2]; 2],
    maybe: Option<Option<bool>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            retries: 3,
            timeout: std::time::Duration::from_secs(5),
            limits: BTreeMap::new(),
            matrix: [[0.0; 2]; 2],
            maybe: None,
        }
    }
}

checked! {
    shop: Shop, but [
        (Except::Goal("/$defs/Line/properties/price is number"), "an f64 has not a decimal's digits"),
    ];
    user: User;
    order: Order, but [
        (Except::Goal("/$defs/Line/properties/price is number"), "an f64 has not a decimal's digits"),
    ];
    payment: Payment;
    problem: Problem;
    settings: Settings;
}
