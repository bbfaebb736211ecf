use foundry::Foundry;
use serde::Serialize;

#[derive(Foundry)]
#[derive(Serialize)]
struct Order<'a> {
    count: &'a mut u32,
}

fn main() {}
