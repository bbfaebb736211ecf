use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(inner(length(min = 3, max = 2)))]
    tags: Vec<String>,
}

fn main() {}
