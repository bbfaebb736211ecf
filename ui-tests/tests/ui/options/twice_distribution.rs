use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(distribution = uniform, distribution = zipf(exponent = 1.1))]
    size: u8,
}

fn main() {}
