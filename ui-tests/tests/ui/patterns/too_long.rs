use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(regex(pattern = "^[A-Z]{3}-[0-9]{4}$"), length(max = 6))]
    code: String,
}

fn main() {}
