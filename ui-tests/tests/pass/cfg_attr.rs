//! The derive may stand behind a condition, and its attributes too.
#![allow(dead_code, unexpected_cfgs)]

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[cfg_attr(not(never), derive(foundry::Foundry))]
#[cfg_attr(not(never), foundry(depth = 2))]
struct Order {
    #[cfg_attr(not(never), schemars(range(min = 1)), foundry(values = [1, 2]))]
    #[cfg_attr(never, foundry(banana), schemars(banana))]
    size: u8,
    #[cfg(never)]
    handler: Box<dyn Send>,
}

/// Without the derive its attributes are not there either.
#[derive(Serialize, Deserialize)]
#[cfg_attr(never, derive(foundry::Foundry), foundry(depth = 2))]
struct Plain {
    #[cfg_attr(never, foundry(presence = 0.5))]
    note: Option<String>,
}

fn is_foundry<T: foundry::Foundry>() {}

#[test]
fn compiles() {
    is_foundry::<Order>();
}
