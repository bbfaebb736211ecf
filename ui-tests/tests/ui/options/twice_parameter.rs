use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(distribution = zipf(exponent = 1.1, exponent = 1.2))]
    size: u8,
}

fn main() {}
