use foundry::Foundry;

#[derive(Foundry)]
struct Order {
    steps: Option<Vec<Box<dyn Fn(u8) -> u8 + Send>>>,
}

fn main() {}
