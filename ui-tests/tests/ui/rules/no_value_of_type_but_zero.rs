use std::num::NonZeroU8;
use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(range(max = 0))]
    count: NonZeroU8,
}

fn main() {}
