use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Tree {
    Fork(Box<Tree>, Box<Tree>),
    Twig { next: Box<Tree>, leaves: u8 },
}

fn main() {}
