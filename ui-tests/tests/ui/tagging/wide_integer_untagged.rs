use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum Event {
    Paid { amount: u128 },
    Closed,
}

fn main() {}
