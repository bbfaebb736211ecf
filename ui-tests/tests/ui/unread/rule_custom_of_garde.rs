use foundry::Foundry;
use garde::Validate;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry, Validate)]
struct Order {
    #[garde(custom(is_even))]
    count: u32,
}

fn is_even(count: &u32, (): &()) -> garde::Result {
    if count % 2 == 0 { Ok(()) } else { Err(garde::Error::new("odd")) }
}

fn main() {}
