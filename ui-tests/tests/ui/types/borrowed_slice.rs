use foundry::Foundry;
use serde::Serialize;

#[derive(Foundry)]
#[derive(Serialize)]
struct Order<'a> {
    parts: Option<&'a [u8]>,
}

fn main() {}
