use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(check = is_even)]
struct Order {
    size: u8,
}

fn is_even(size: &u8) -> bool {
    size % 2 == 0
}

fn main() {}
