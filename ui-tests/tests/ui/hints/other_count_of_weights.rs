use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(values = [1, 2, 3], weights = [9, 1])]
    size: u8,
}

fn main() {}
