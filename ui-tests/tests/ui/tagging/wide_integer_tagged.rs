use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind")]
enum Event {
    Paid { amount: Option<i128> },
    Closed,
}

fn main() {}
