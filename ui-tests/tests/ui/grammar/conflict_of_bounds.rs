use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(length(equal = 3, min = 1))]
    name: String,
}

fn main() {}
