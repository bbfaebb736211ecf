use foundry::Foundry;
use garde::Validate;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry, Validate)]
#[garde(custom(is_ordered))]
struct Order {
    #[garde(skip)]
    first: u32,
    #[garde(skip)]
    last: u32,
}

fn is_ordered(order: &Order, (): &()) -> garde::Result {
    if order.first <= order.last { Ok(()) } else { Err(garde::Error::new("order")) }
}

fn main() {}
