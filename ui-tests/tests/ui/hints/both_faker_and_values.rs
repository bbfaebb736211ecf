use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(faker = "internet.email", values = ["a@example.com"])]
    mail: String,
}

fn main() {}
