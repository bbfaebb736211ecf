use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Status {
    #[foundry(skip)]
    Open,
    #[foundry(skip)]
    Paid,
}

fn main() {}
