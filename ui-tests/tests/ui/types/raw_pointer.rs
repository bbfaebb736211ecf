use foundry::Foundry;

#[derive(Foundry)]
struct Order {
    next: *const u32,
}

fn main() {}
