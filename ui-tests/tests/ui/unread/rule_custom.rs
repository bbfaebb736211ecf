use foundry::Foundry;
use serde::{Deserialize, Serialize};
use validator::Validate;

#[derive(Serialize, Deserialize, Foundry, Validate)]
struct Order {
    #[validate(custom(function = "is_even"))]
    count: u32,
}

fn is_even(count: u32) -> Result<(), validator::ValidationError> {
    if count % 2 == 0 { Ok(()) } else { Err(validator::ValidationError::new("odd")) }
}

fn main() {}
