use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(presence = 1.5)]
    note: Option<String>,
}

fn main() {}
