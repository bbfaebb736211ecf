#![allow(unreachable_patterns)] // serde warns of the same

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Event {
    Paid {
        #[serde(rename = "at")]
        time: u32,
        at: u32,
    },
}

fn main() {}
