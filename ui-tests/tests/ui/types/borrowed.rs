use foundry::Foundry;
use serde::Serialize;

#[derive(Foundry)]
#[derive(Serialize)]
struct Order<'a> {
    name: &'a str,
}

fn main() {}
