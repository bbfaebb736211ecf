use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[garde(pattern("^yes$"))]
    is_paid: bool,
}

fn main() {}
