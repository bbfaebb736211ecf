use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(finish = double)]
    size: u8,
}

fn double(size: &mut u8) {
    *size *= 2;
}

fn main() {}
