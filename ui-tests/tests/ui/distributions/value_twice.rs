use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(distribution = weighted(values = [1, 2, 1.0], weights = [1, 1, 1]))]
    size: u8,
}

fn main() {}
