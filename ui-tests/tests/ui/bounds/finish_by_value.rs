use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(finish = double)]
struct Order {
    size: u8,
}

fn double(order: Order) -> Order {
    Order { size: order.size * 2 }
}

fn main() {}
