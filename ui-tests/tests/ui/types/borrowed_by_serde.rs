use std::borrow::Cow;
use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
}

fn main() {}
