use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(length(min = 5))]
    parts: [u8; 4],
}

fn main() {}
