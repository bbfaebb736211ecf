use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Node {
    next: (u8, Box<Node>),
}

fn main() {}
