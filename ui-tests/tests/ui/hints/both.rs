use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(with = draw_size, values = [1, 2])]
    size: u8,
}

fn draw_size(_: &mut foundry::Stream) -> u8 {
    1
}

fn main() {}
