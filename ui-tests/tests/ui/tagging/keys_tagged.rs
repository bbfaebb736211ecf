use std::collections::BTreeMap;
use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind")]
enum Event {
    Paid(BTreeMap<i64, String>),
    Closed,
}

fn main() {}
