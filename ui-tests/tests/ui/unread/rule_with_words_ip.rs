use foundry::Foundry;
use serde::{Deserialize, Serialize};
use validator::Validate;

#[derive(Serialize, Deserialize, Foundry, Validate)]
struct Order {
    #[validate(ip(v4 = true))]
    host: String,
}

fn main() {}
