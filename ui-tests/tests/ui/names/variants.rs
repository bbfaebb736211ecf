use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Status {
    #[serde(rename = "Paid")]
    Done,
    Paid,
}

fn main() {}
