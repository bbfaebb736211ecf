use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Status {
    #[serde(skip)]
    Open,
    #[serde(skip_deserializing)]
    Paid,
}

fn main() {}
