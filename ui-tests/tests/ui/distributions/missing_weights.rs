use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(lengths = weighted(values = [0, 1]))]
    lines: Vec<u8>,
}

fn main() {}
