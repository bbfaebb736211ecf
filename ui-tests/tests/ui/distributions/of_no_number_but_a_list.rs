use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(distribution = uniform)]
    sizes: Vec<u8>,
}

fn main() {}
