use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(check = is_even)]
struct Order {
    size: u8,
}

fn is_even(order: &Order, seed: u64) -> bool {
    u64::from(order.size) == seed
}

fn main() {}
