use foundry::Foundry;
use serde::{Deserialize, Serialize};

/// Five mistakes, told in the order in which they stand here.
#[derive(Serialize, Deserialize, Foundry)]
#[foundry(depht = 3)]
struct Order {
    #[schemars(range(min = 10, max = 1))]
    age: u8,
    #[foundry(presence = 1.5)]
    note: Option<String>,
    #[schemars(regex(pattern = "^[a-z$"), length(min = 1))]
    code: String,
    next: Box<Order>,
}

fn main() {}
