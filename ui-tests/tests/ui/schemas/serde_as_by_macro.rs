use foundry::Foundry;
use serde::{Deserialize, Serialize};
use serde_with::{DisplayFromStr, serde_as};

#[serde_as]
#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[serde_as(as = "DisplayFromStr")]
    total: u64,
}

fn main() {}
