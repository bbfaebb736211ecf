use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(depth = 1.5)]
struct Order {
    note: String,
}

fn main() {}
