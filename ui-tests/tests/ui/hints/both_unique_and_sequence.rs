use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(unique, sequence)]
    id: u32,
}

fn main() {}
