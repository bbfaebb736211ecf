use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[serde(skip)]
    #[foundry(values = [1, 2])]
    size: u8,
}

fn main() {}
