use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(regex(pattern = "^[0-9]+$"))]
    age: u8,
}

fn main() {}
