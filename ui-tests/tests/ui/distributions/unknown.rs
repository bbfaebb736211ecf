use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(distribution = norml(mean = 40.0, deviation = 10.0))]
    size: u8,
}

fn main() {}
