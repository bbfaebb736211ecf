use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(regex(pattern = "^[a-z]+$"))]
    status: Option<Status>,
}

#[derive(Serialize, Deserialize, Foundry)]
enum Status {
    Open,
    Paid,
}

fn main() {}
