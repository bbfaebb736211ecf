use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, schemars::JsonSchema)]
struct Order {
    size: u8,
}

fn main() {
    let _ = Order::foundry_batch(42, 10);
    let _ = rows::<Order>();
}

fn rows<T: Foundry>() -> Vec<T> {
    T::foundry_batch(42, 10).into_vec()
}
