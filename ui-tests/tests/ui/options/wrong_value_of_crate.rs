use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(crate = 3)]
struct Order {
    note: String,
}

fn main() {}
