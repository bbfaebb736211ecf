use std::borrow::Cow;
use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Name<'a> {
    #[serde(borrow)]
    Text(Cow<'a, str>),
}

fn main() {}
