use foundry::Foundry;

#[derive(Foundry)]
struct Order {
    handler: Box<dyn Send>,
}

fn main() {}
