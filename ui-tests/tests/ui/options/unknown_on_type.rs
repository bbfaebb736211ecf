use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(chekc = Self::is_paid)]
struct Order {
    note: String,
}

fn main() {}
