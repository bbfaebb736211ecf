use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(presence = 0.5)]
struct Order {
    note: Option<String>,
}

fn main() {}
