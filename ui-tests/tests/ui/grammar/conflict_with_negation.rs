use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[serde(default)]
    #[schemars(default, !default)]
    name: String,
}

fn main() {}
