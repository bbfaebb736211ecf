use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Status {
    #[foundry(weight = -1)]
    Open,
    Paid,
}

fn main() {}
