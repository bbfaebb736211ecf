use foundry::Foundry;
use garde::Validate;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry, Validate)]
struct Order {
    #[garde(prefix("a-"))]
    name: String,
}

fn main() {}
