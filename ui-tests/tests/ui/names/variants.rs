#![allow(unreachable_patterns)] // serde warns of the same

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Status {
    #[serde(rename = "Paid")]
    Done,
    Paid,
}

fn main() {}
