use foundry::Foundry;
use garde::Validate;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry, Validate)]
struct Order {
    #[garde(suffix("-z"))]
    name: String,
}

fn main() {}
