use std::collections::BTreeMap;
use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    id: u32,
    #[serde(flatten)]
    parts: BTreeMap<bool, String>,
}

fn main() {}
