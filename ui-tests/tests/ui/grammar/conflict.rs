use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(with = "u8", schema_with = "describe")]
    name: String,
}

fn main() {}
