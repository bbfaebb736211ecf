use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    id: u32,
    #[serde(flatten)]
    total: u32,
}

fn main() {}
