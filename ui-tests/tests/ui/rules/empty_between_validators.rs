use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(range(min = 5))]
    #[garde(range(max = 3))]
    age: u8,
}

fn main() {}
