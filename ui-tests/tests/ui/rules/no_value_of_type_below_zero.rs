use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[validate(range(max = -5))]
    age: usize,
}

fn main() {}
