use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(distribution = exponential(rate = 0))]
    size: f64,
}

fn main() {}
