use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(regex(pattern = r"^[^\s\S]$"))]
    code: String,
}

fn main() {}
