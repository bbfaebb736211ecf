use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(faker = internet::email)]
    mail: String,
}

fn main() {}
