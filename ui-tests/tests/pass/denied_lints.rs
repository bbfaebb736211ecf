//! No lint fires in code that nobody wrote.
#![deny(warnings, missing_docs, unused, nonstandard_style)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]
#![deny(unused_qualifications, unreachable_pub, single_use_lifetimes, let_underscore_drop)]
#![forbid(unsafe_code)]

use foundry::Foundry;
use serde::{Deserialize, Serialize};

/// An order.
#[derive(Serialize, Deserialize, Foundry)]
#[foundry(depth = 2, check = |order: &Self| order.size > 0)]
pub(crate) struct Order<T> {
    /// How many.
    #[schemars(range(min = 1))]
    #[foundry(values = [1, 2])]
    size: u8,
    /// A note.
    #[foundry(presence = 0.5)]
    note: Option<String>,
    /// Whatever.
    rest: Vec<T>,
}

/// Where it is.
#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind")]
pub(crate) enum Status {
    /// Here.
    #[foundry(weight = 2)]
    Open {
        /// Since when.
        since: u32,
    },
    /// There.
    #[deprecated]
    Gone,
}

const fn is_foundry<T: Foundry>() {}

#[test]
fn compiles() {
    is_foundry::<Order<u8>>();
    is_foundry::<Status>();
}
