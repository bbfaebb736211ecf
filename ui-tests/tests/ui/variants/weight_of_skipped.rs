use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Status {
    #[foundry(weight = 3, skip)]
    Open,
    Paid,
}

fn main() {}
