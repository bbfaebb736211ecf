use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[serde(with = "serde_with::As::<serde_with::DisplayFromStr>")]
    total: u64,
}

fn main() {}
