use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[validate(regex(pattern = "^a"))]
    name: String,
}

fn main() {}
