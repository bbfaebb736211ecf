use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(lengths = weighted(values = [1, "two"], weights = [1, 1]))]
    lines: Vec<u8>,
}

fn main() {}
