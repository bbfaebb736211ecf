use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(depth = 1)]
#[foundry(depth = 2)]
struct Order {
    note: String,
}

fn main() {}
