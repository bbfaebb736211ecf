use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[validate(email)]
    age: Option<u64>,
}

fn main() {}
