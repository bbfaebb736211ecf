use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(unique)]
struct Order {
    id: u32,
}

fn main() {}
