use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(with = "Vec<")]
    name: String,
}

fn main() {}
