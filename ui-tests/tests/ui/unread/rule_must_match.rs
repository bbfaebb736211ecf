use foundry::Foundry;
use serde::{Deserialize, Serialize};
use validator::Validate;

#[derive(Serialize, Deserialize, Foundry, Validate)]
struct Order {
    password: String,
    #[validate(must_match(other = "password"))]
    again: String,
}

fn main() {}
