use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(contains("reference"), length(max = 6))]
    code: String,
}

fn main() {}
