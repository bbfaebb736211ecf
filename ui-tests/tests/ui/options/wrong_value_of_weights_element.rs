use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(values = [1, 2], weights = [0.9, 1])]
    size: u8,
}

fn main() {}
