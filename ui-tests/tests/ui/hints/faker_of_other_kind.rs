use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(faker = "internet.email")]
    paid: bool,
}

fn main() {}
