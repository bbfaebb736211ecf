use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(regex(pattern = "^[a-z]{3,1}$"))]
    code: String,
}

fn main() {}
