use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(lengths = normal(40.0, 10.0))]
    note: String,
}

fn main() {}
