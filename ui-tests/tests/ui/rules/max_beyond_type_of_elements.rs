use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(inner(range(max = 1000)))]
    levels: Vec<Option<u8>>,
}

fn main() {}
