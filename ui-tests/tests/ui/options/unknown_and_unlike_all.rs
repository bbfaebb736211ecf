use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(banana = 0.5)]
    note: Option<String>,
}

fn main() {}
