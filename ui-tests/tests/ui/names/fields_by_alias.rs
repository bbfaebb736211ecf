#![allow(unreachable_patterns)] // serde warns of the same

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[serde(alias = "id")]
    number: u32,
    id: u32,
}

fn main() {}
