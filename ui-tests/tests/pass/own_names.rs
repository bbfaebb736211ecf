//! A program's own types may have the names of the standard library's.
#![allow(dead_code)]

use foundry::Foundry;
use serde::{Deserialize, Serialize};

struct Option;
struct Result;
struct Some;
struct None;
struct Ok;
struct Err;
struct String;
struct Vec;
struct Box;
struct Cow;
trait Default {}
trait Fn {}
trait Clone {}
trait Into {}
mod std {}
mod core {}
mod alloc {}
mod schemars {}
mod serde_json {}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(depth = 3, check = |order: &Self| order.size > 0, finish = Order::complete)]
struct Order {
    #[foundry(presence = 0.5)]
    note: ::std::option::Option<::std::string::String>,
    #[schemars(range(min = 1))]
    #[foundry(values = [1, 2])]
    size: u8,
    #[foundry(with = |stream: &mut foundry::Stream| stream.integer(1, 6) as u8)]
    eyes: u8,
    lines: ::std::vec::Vec<Line>,
}

impl Order {
    fn complete(&mut self) {
        self.size += 1;
    }
}

#[derive(Serialize, Deserialize, Foundry)]
enum Line {
    #[foundry(weight = 3)]
    Item { name: ::std::string::String },
    #[foundry(skip)]
    Gift(::std::boxed::Box<u8>),
}

fn is_foundry<T: Foundry>() {}

#[test]
fn compiles() {
    is_foundry::<Order>();
    is_foundry::<Line>();
}
