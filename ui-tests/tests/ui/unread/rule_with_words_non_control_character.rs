use foundry::Foundry;
use serde::{Deserialize, Serialize};
use validator::Validate;

#[derive(Serialize, Deserialize, Foundry, Validate)]
struct Order {
    #[validate(non_control_character)]
    name: String,
}

fn main() {}
