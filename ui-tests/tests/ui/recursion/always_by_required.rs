use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Node {
    #[schemars(required)]
    next: Option<Box<Node>>,
}

fn main() {}
