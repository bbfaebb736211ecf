use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(check)]
struct Order {
    note: String,
}

fn main() {}
