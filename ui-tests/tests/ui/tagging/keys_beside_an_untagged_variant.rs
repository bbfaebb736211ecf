use std::collections::HashMap;
use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Event {
    Paid { parts: HashMap<u32, String> },
    #[serde(untagged)]
    Other(String),
}

fn main() {}
