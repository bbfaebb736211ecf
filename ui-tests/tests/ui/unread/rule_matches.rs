use foundry::Foundry;
use garde::Validate;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry, Validate)]
struct Order {
    #[garde(skip)]
    password: String,
    #[garde(matches(password))]
    again: String,
}

fn main() {}
