use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(unique, with = draw_id)]
    id: u32,
}

fn draw_id(_: &mut foundry::Stream) -> u32 {
    1
}

fn main() {}
