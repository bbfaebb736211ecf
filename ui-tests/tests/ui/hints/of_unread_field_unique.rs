use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(unique)]
    #[serde(skip)]
    id: u32,
    total: u32,
}

fn main() {}
