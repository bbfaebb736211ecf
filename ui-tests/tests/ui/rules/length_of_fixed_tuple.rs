use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(length(equal = 3))]
    place: (f32, f32),
}

fn main() {}
