use std::collections::HashMap;
use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum Event {
    Paid { parts: Vec<HashMap<u32, String>> },
    Closed,
}

fn main() {}
