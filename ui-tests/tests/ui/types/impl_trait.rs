use foundry::Foundry;

#[derive(Foundry)]
struct Order {
    items: impl Iterator<Item = u8>,
}

fn main() {}
