use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(range(min = 0, max = 1))]
    is_paid: bool,
}

fn main() {}
