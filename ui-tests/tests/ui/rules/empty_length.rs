use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(length(min = 10, max = 1))]
    name: String,
}

fn main() {}
