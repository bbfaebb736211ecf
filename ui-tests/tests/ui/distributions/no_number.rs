use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(distribution = zipf(exponent = LOUD))]
    size: u8,
}

fn main() {}
