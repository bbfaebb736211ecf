use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(distribution = uniform)]
    #[serde(skip)]
    size: u8,
}

fn main() {}
