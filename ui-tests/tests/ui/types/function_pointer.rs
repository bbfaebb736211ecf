use foundry::Foundry;

#[derive(Foundry)]
struct Order {
    price: fn(u32) -> u32,
}

fn main() {}
