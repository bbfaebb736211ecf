#![allow(unreachable_patterns)] // serde warns of the same

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
struct Order {
    line_total: u32,
    #[serde(rename = "lineTotal")]
    total: u32,
}

fn main() {}
