#![allow(unreachable_patterns)] // serde warns of the same

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Status {
    #[serde(alias = "Paid", alias = "paid")]
    Done,
    Paid,
}

fn main() {}
