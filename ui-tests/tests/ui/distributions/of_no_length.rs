use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(lengths = exponential(mean = 3.0))]
    size: u8,
}

fn main() {}
