//! `check` and `finish` that cannot be met, panic, or leave the contract.

use std::time::{Duration, Instant};

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(check = never)]
struct Never {
    value: bool,
}

fn never(_: &Never) -> bool {
    false
}

#[test]
fn a_check_that_is_never_true_ends_fast() {
    let started = Instant::now();
    told!(Never; "");
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[derive(Serialize, Deserialize, Foundry)]
struct Outer {
    inners: Vec<Inner>,
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(check = rarely)]
struct Inner {
    value: u32,
}

fn rarely(inner: &Inner) -> bool {
    inner.value == 4_000_000_001
}

#[test]
fn a_check_deep_inside_names_its_place() {
    let error = Outer::foundry_with().attempts(50).batch(42).err().expect("an error");
    crate::told::assert_told(&error, &[""]);
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(check = shouts)]
struct Shouting {
    value: u8,
}

fn shouts(_: &Shouting) -> bool {
    panic!("what is this?")
}

#[test]
fn a_check_that_panics_is_named() {
    told!(Shouting; "");
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(finish = overflow)]
struct Overflowing {
    #[schemars(range(max = 10))]
    value: u8,
}

fn overflow(row: &mut Overflowing) {
    row.value = 11;
}

#[test]
fn a_finish_that_leaves_the_contract_is_named() {
    told!(Overflowing; "");
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(finish = stumble)]
struct Stumbling {
    value: u8,
}

fn stumble(_: &mut Stumbling) {
    panic!("over my own feet")
}

#[test]
fn a_finish_that_panics_is_named() {
    told!(Stumbling; "");
}

#[derive(Serialize, Deserialize, Foundry)]
struct Edited {
    #[schemars(range(max = 10))]
    value: u8,
}

#[test]
fn an_edit_that_leaves_the_contract_is_named() {
    let error = Edited::foundry_with().edit(|row| row.value = 99).batch(42).err();
    crate::told::assert_told(&error.expect("an error"), &[""]);
}

#[test]
fn an_edit_that_panics_is_named() {
    let error = Edited::foundry_with().edit(|_| panic!("no edits")).batch(42).err();
    crate::told::assert_told(&error.expect("an error"), &[""]);
}

#[derive(Foundry)]
struct Hostile {
    value: u8,
}

impl Serialize for Hostile {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        panic!("not written: {}", self.value)
    }
}

impl<'de> Deserialize<'de> for Hostile {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::de::IgnoredAny::deserialize(deserializer)?;
        Ok(Self { value: 1 })
    }
}

#[test]
fn a_serialize_that_panics_is_named() {
    told!(Hostile; "");
}

#[derive(Serialize, Foundry)]
struct Unreadable {
    value: u8,
}

impl<'de> Deserialize<'de> for Unreadable {
    fn deserialize<D: serde::Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        panic!("not read")
    }
}

#[test]
fn a_deserialize_that_panics_is_named() {
    told!(Unreadable; "");
}
