use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Status {
    #[foundry(skip = true)]
    Open,
    Paid,
}

fn main() {}
