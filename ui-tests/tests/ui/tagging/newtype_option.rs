use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind")]
enum Event {
    Paid(Option<Payment>),
    Closed,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Payment {
    amount: u32,
}

fn main() {}
