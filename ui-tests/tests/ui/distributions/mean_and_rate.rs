use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(distribution = exponential(mean = 2.0, rate = 0.5))]
    size: u8,
}

fn main() {}
