use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(lengths = weighted(values = [], weights = []))]
    lines: Vec<u8>,
}

fn main() {}
