use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(regex(pattern = "^[A-Z]{2,3}$"), length(min = 4))]
    code: String,
}

fn main() {}
