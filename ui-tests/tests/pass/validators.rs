//! Rules that reach the schema, and rules that a `check` keeps.
#![allow(dead_code)]

use foundry::Foundry;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize, Foundry, garde::Validate)]
struct Read {
    #[garde(length(chars, min = 1, max = 64))]
    name: String,
    #[garde(range(min = 1, max = 10))]
    size: Option<u8>,
    #[garde(length(min = 1), inner(range(max = 9)))]
    levels: Vec<u8>,
    #[garde(skip)]
    rest: BTreeMap<String, u8>,
    #[garde(ascii)]
    #[schemars(regex(pattern = "^[ -~]*$"))]
    code: String,
    #[garde(prefix("a"))]
    #[foundry(values = ["a1", "a2"])]
    key: String,
}

#[derive(Serialize, Deserialize, Foundry, garde::Validate)]
#[foundry(check = |value: &Self| garde::Validate::validate(value).is_ok())]
struct Kept {
    #[garde(ascii, prefix("a"), length(bytes, max = 9))]
    name: String,
    #[garde(custom(is_even))]
    count: u32,
    #[garde(length(min = 1))]
    stock: BTreeMap<String, u8>,
    #[garde(if(cond = self.count > 1, length(min = 1)))]
    note: String,
}

fn is_even(count: &u32, (): &()) -> garde::Result {
    if count.is_multiple_of(2) { Ok(()) } else { Err(garde::Error::new("odd")) }
}

#[derive(Serialize, Deserialize, Foundry, validator::Validate)]
#[foundry(check = |value: &Self| validator::Validate::validate(value).is_ok())]
struct Account {
    #[validate(length(min = 8, message = "too short"))]
    password: String,
    #[validate(must_match(other = "password"))]
    again: String,
    #[validate(range(min = 0.0, exclusive_max = 1.0))]
    share: f64,
    #[validate(email(message = "no"))]
    mail: String,
}

fn is_foundry<T: foundry::Foundry>() {}

#[test]
fn compiles() {
    is_foundry::<Read>();
    is_foundry::<Kept>();
    is_foundry::<Account>();
}
