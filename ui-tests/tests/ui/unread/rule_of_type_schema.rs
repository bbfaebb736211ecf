use foundry::Foundry;
use serde::{Deserialize, Serialize};
use validator::Validate;

#[derive(Serialize, Deserialize, Foundry, Validate)]
#[validate(schema(function = "is_ordered"))]
struct Order {
    first: u32,
    last: u32,
}

fn is_ordered(order: &Order) -> Result<(), validator::ValidationError> {
    if order.first <= order.last { Ok(()) } else { Err(validator::ValidationError::new("order")) }
}

fn main() {}
