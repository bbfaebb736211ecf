use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(range(max = 1e39))]
    share: f32,
}

fn main() {}
