use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Status {
    #[foundry(weight = 0)]
    Open,
    #[foundry(weight = 0)]
    Paid,
}

fn main() {}
