//! The derive may stand behind a condition, and its attributes too.
#![allow(dead_code)]

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(foundry::Foundry))]
#[cfg_attr(test, foundry(depth = 2))]
struct Order {
    #[cfg_attr(test, schemars(range(min = 1)), foundry(values = [1, 2]))]
    #[cfg_attr(not(test), foundry(banana), schemars(banana))]
    size: u8,
    #[cfg(not(test))]
    handler: Box<dyn Send>,
}

/// Without the derive its attributes are not there either.
#[derive(Serialize, Deserialize)]
#[cfg_attr(not(test), derive(foundry::Foundry), foundry(depth = 2))]
struct Plain {
    #[cfg_attr(not(test), foundry(presence = 0.5))]
    note: Option<String>,
}

fn is_foundry<T: foundry::Foundry>() {}

#[test]
fn compiles() {
    is_foundry::<Order>();
}
