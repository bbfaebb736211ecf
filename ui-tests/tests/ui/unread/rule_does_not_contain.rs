use foundry::Foundry;
use serde::{Deserialize, Serialize};
use validator::Validate;

#[derive(Serialize, Deserialize, Foundry, Validate)]
struct Order {
    #[validate(does_not_contain(pattern = "admin"))]
    name: String,
}

fn main() {}
