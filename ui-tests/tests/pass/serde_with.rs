//! `serde_with` writes serde attributes that name types; told to, it writes the schema too.
#![allow(dead_code)]

use foundry::Foundry;
use serde::{Deserialize, Serialize};
use serde_with::{DisplayFromStr, DurationSeconds, serde_as, skip_serializing_none};
use std::collections::BTreeMap;
use std::time::Duration;

#[serde_as(schemars = true)]
#[skip_serializing_none]
#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[serde_as(as = "DisplayFromStr")]
    total: u64,
    #[serde_as(as = "Option<DurationSeconds<u64>>")]
    #[foundry(presence = 0.5)]
    age: Option<Duration>,
    #[serde_as(as = "BTreeMap<DisplayFromStr, _>")]
    parts: BTreeMap<u32, String>,
    #[serde(with = "serde_with::As::<DisplayFromStr>")]
    #[schemars(with = "serde_with::Schema::<u32, DisplayFromStr>")]
    by_hand: u32,
}

fn is_foundry<T: foundry::Foundry>() {}

#[test]
fn compiles() {
    is_foundry::<Order>();
}
