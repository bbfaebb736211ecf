use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Node {
    value: u8,
    next: Box<Node>,
}

fn main() {}
