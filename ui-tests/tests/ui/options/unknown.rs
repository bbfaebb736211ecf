use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(presense = 0.5)]
    note: Option<String>,
}

fn main() {}
