use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(values = [1, 2], distribution = uniform)]
    size: u8,
}

fn main() {}
