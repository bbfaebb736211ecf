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
    told!(
        Never;
        "`check` rejected 1000 of 1000 values drawn for it",
        "  type     pipeline::hooks::Never",
        "  seed     42",
        "  row      0",
        "  stage    generate",
        "  pointer  (root)",
        "  keyword  check",
        "  value    {\"value\":false}",
        "  help     make more of the values fit: narrow the schema, or set the fields in `finish`; or allow more `attempts`",
        "  replay   let row = Never::foundry_row(42, 0);",
    );
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
    let error = Outer::foundry_with().attempts(50).batch(7).err().expect("an error");
    crate::told::assert_told(
        &error,
        &[
            "`check` rejected 50 of 50 values drawn for it",
            "  type     pipeline::hooks::Outer",
            "  seed     7",
            "  row      0",
            "  stage    generate",
            "  pointer  /inners/0",
            "  keyword  check",
            "  value    {\"value\":0}",
            "  help     that was the first of them, and the last one was `{\"value\":12913}`",
            "  help     make more of the values fit: narrow the schema, or set the fields in `finish`; or allow more `attempts`",
            "  replay   let row = Outer::foundry_with() /* the same settings */.row(7, 0).unwrap();",
        ],
    );
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
    told!(
        Shouting;
        "`check` panicked: what is this?",
        "  type     pipeline::hooks::Shouting",
        "  seed     42",
        "  row      0",
        "  stage    generate",
        "  pointer  (root)",
        "  keyword  check",
        "  value    {\"value\":100}",
        "  help     it must take every value that the contract allows",
        "  replay   let row = Shouting::foundry_row(42, 0);",
    );
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
    told!(
        Overflowing;
        "the drawn value is outside the contract: 11 is greater than the maximum of 10",
        "  type     pipeline::hooks::Overflowing",
        "  seed     42",
        "  row      0",
        "  stage    validate",
        "  pointer  /value",
        "  keyword  maximum",
        "  value    11",
        "  help     a `with` generator, `values` or `finish` gave it: keep it within the contract",
        "  replay   let row = Overflowing::foundry_row(42, 0);",
    );
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
    told!(
        Stumbling;
        "`finish` panicked: over my own feet",
        "  type     pipeline::hooks::Stumbling",
        "  seed     42",
        "  row      0",
        "  stage    generate",
        "  pointer  (root)",
        "  keyword  finish",
        "  help     it must take every value that the contract allows",
        "  replay   let row = Stumbling::foundry_row(42, 0);",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct Edited {
    #[schemars(range(max = 10))]
    value: u8,
}

#[test]
fn an_edit_that_leaves_the_contract_is_named() {
    let error = Edited::foundry_with().edit(|row| row.value = 99).batch(42).err();
    crate::told::assert_told(
        &error.expect("an error"),
        &[
            "the edited value is outside the contract: 99 is greater than the maximum of 10",
            "  type     pipeline::hooks::Edited",
            "  seed     42",
            "  row      0",
            "  stage    validate",
            "  pointer  /value",
            "  keyword  maximum",
            "  value    99",
            "  help     keep what `edit` changes within the contract",
            "  replay   let row = Edited::foundry_with() /* the same settings */.row(42, 0).unwrap();",
        ],
    );
}

#[test]
fn an_edit_that_panics_is_named() {
    let error = Edited::foundry_with().edit(|_| panic!("no edits")).batch(42).err();
    crate::told::assert_told(
        &error.expect("an error"),
        &[
            "`edit` panicked: no edits",
            "  type     pipeline::hooks::Edited",
            "  seed     42",
            "  row      0",
            "  stage    generate",
            "  pointer  (root)",
            "  help     it must take every row that the contract allows",
            "  replay   let row = Edited::foundry_with() /* the same settings */.row(42, 0).unwrap();",
        ],
    );
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
    told!(
        Hostile;
        "serde panicked while it wrote the value back: not written: 1",
        "  type     pipeline::hooks::Hostile",
        "  seed     42",
        "  row      0",
        "  stage    validate",
        "  pointer  (root)",
        "  value    {\"value\":100}",
        "  help     let `Serialize` return an error, or write every value of the type",
        "  replay   let row = Hostile::foundry_row(42, 0);",
    );
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
    told!(
        Unreadable;
        "serde panicked while it read the value: not read",
        "  type     pipeline::hooks::Unreadable",
        "  seed     42",
        "  row      0",
        "  stage    validate",
        "  pointer  (root)",
        "  value    {\"value\":100}",
        "  help     let `Deserialize` return an error, and say in the schema what it takes",
        "  replay   let row = Unreadable::foundry_row(42, 0);",
    );
}
