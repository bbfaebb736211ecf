use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[garde(pattern("^(a|b$"))]
    code: String,
}

fn main() {}
