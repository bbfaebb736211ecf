use std::collections::BTreeMap;
use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(range(min = 1))]
    stock: BTreeMap<String, u32>,
}

fn main() {}
