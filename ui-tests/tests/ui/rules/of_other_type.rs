use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(range(min = 18))]
    age: Age,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Age(u8);

fn main() {}
