use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(schema = "mine")]
struct Order {
    note: String,
}

fn main() {}
