use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(lengths = exponential)]
    lines: Vec<u8>,
}

fn main() {}
