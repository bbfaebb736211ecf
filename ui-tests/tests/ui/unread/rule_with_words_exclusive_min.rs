use foundry::Foundry;
use serde::{Deserialize, Serialize};
use validator::Validate;

#[derive(Serialize, Deserialize, Foundry, Validate)]
struct Order {
    #[validate(range(exclusive_min = 0.0))]
    price: f64,
}

fn main() {}
