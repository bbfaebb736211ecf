use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind")]
struct Order {
    kind: u32,
}

fn main() {}
