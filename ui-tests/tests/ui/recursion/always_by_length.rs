use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Node {
    #[schemars(length(min = 1))]
    children: Vec<Node>,
}

fn main() {}
