use std::collections::BTreeMap;
use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    id: u32,
    #[serde(flatten)]
    amounts: BTreeMap<String, u128>,
}

fn main() {}
