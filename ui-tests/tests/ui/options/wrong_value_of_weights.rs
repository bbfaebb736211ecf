use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(values = [1, 2], weights = 9)]
    size: u8,
}

fn main() {}
