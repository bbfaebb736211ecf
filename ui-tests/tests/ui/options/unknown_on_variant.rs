use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Status {
    #[foundry(wieght = 3)]
    Open,
    Paid,
}

fn main() {}
