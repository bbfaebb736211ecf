//! The crate may have another name, or hide in another one.
#![allow(dead_code)]

extern crate foundry as f;

mod prelude {
    pub mod testing {
        pub use ::foundry as inner;
    }
}

/// Not the crate.
mod foundry {}

#[derive(serde::Serialize, serde::Deserialize, f::Foundry)]
#[foundry(crate = f, check = |order: &Self| order.size > 0)]
struct Order {
    #[foundry(values = [1, 2])]
    size: u8,
}

#[derive(serde::Serialize, serde::Deserialize, f::Foundry)]
#[foundry(crate = crate::renamed_crate::prelude::testing::inner)]
enum Status {
    #[foundry(weight = 2)]
    Open,
    Paid(#[foundry(presence = 0.1)] Option<u8>),
}

fn is_foundry<T: f::Foundry>() {}

#[test]
fn compiles() {
    is_foundry::<Order>();
    is_foundry::<Status>();
}
