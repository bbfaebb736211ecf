use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Status {
    #[serde(skip_deserializing)]
    #[foundry(weight = 3)]
    Open,
    Paid,
}

fn main() {}
