use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(sequence)]
    prices: std::collections::BTreeMap<String, u32>,
}

fn main() {}
