//! Generators of one's own that fail, panic, or give what the contract does not allow.

use foundry::generators::{Generator, GeneratorError, fallible};
use foundry::{Foundry, Instance, Stream};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    lines: Vec<Line>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Line {
    #[foundry(with = explode)]
    quantity: u8,
}

fn explode(_: &mut Stream) -> u8 {
    panic!("the warehouse is empty")
}

#[test]
fn a_generator_that_panics_is_named() {
    told!(
        Order;
        "the generator `pipeline::with::explode` panicked: the warehouse is empty",
        "  type     pipeline::with::Order",
        "  seed     42",
        "  row      1",
        "  stage    generate",
        "  pointer  /lines/0/quantity",
        "  keyword  with",
        "  help     return an error instead, or draw a value for every stream",
        "  replay   let row = Order::foundry_row(42, 1);",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct Failing {
    #[foundry(with = fallible(|_: &mut Stream| Err::<u8, _>("the dictionary is empty")))]
    word: u8,
}

#[test]
fn a_generator_that_fails_is_named() {
    told!(
        Failing;
        "the generator `word` failed: the dictionary is empty",
        "  type     pipeline::with::Failing",
        "  seed     42",
        "  row      0",
        "  stage    generate",
        "  pointer  /word",
        "  keyword  with",
        "  help     let it draw a value for every stream: any of them may come",
        "  replay   let row = Failing::foundry_row(42, 0);",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct Outside {
    id: u8,
    #[foundry(with = |_: &mut Stream| 300_u16)]
    #[schemars(range(max = 12))]
    month: u8,
}

#[test]
fn a_generator_outside_the_contract_is_named() {
    told!(
        Outside;
        "what the generator `month` drew is outside the contract: 300 is greater than the maximum of 12",
        "  type     pipeline::with::Outside",
        "  seed     42",
        "  row      0",
        "  stage    validate",
        "  pointer  /month",
        "  keyword  maximum",
        "  value    300",
        "  help     let it draw what the place allows",
        "  replay   let row = Outside::foundry_row(42, 0);",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct WrongType {
    #[foundry(with = |_: &mut Stream| "twelve")]
    month: u8,
}

#[test]
fn a_generator_of_another_type_is_named() {
    told!(
        WrongType;
        "what the generator `month` drew is outside the contract: \"twelve\" is not of type \"integer\"",
        "  type     pipeline::with::WrongType",
        "  seed     42",
        "  row      0",
        "  stage    validate",
        "  pointer  /month",
        "  keyword  type",
        "  value    \"twelve\"",
        "  help     let it draw what the place allows",
        "  replay   let row = WrongType::foundry_row(42, 0);",
    );
}

struct Silent;

impl Generator for Silent {
    fn name(&self) -> &str {
        "silent"
    }

    fn draw(&self, _: &mut Stream, _: &mut Instance) -> Result<(), GeneratorError> {
        Ok(())
    }
}

struct Double;

impl Generator for Double {
    fn name(&self) -> &str {
        "double"
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.signed(1);
        out.signed(2);
        Ok(())
    }
}

struct Unclosed;

impl Generator for Unclosed {
    fn name(&self) -> &str {
        "unclosed"
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        let _ = out.open_array();
        Ok(())
    }
}

struct Clearing;

impl Generator for Clearing {
    fn name(&self) -> &str {
        "clearing"
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.clear();
        out.signed(1);
        Ok(())
    }
}

macro_rules! drawn_by {
    ($($holder:ident: $generator:ident),+) => {$(
        #[derive(Serialize, Deserialize, Foundry)]
        struct $holder {
            before: u8,
            #[foundry(with = $generator)]
            value: u8,
            after: u8,
        }
    )+};
}

drawn_by!(BySilent: Silent, ByDouble: Double, ByUnclosed: Unclosed, ByClearing: Clearing);

#[test]
fn a_generator_that_writes_nothing_is_named() {
    told!(
        BySilent;
        "the generator `silent` did not write exactly one value",
        "  type     pipeline::with::BySilent",
        "  seed     42",
        "  row      0",
        "  stage    generate",
        "  pointer  /value",
        "  keyword  with",
        "  help     write one value to `out`, and close the lists and objects you open",
        "  replay   let row = BySilent::foundry_row(42, 0);",
    );
}

#[test]
fn a_generator_that_writes_two_values_is_named() {
    told!(
        ByDouble;
        "the generator `double` did not write exactly one value",
        "  type     pipeline::with::ByDouble",
        "  seed     42",
        "  row      0",
        "  stage    generate",
        "  pointer  /value",
        "  keyword  with",
        "  help     write one value to `out`, and close the lists and objects you open",
        "  replay   let row = ByDouble::foundry_row(42, 0);",
    );
}

#[test]
fn a_generator_that_leaves_a_list_open_is_named() {
    told!(
        ByUnclosed;
        "the generator `unclosed` did not write exactly one value",
        "  type     pipeline::with::ByUnclosed",
        "  seed     42",
        "  row      0",
        "  stage    generate",
        "  pointer  /value",
        "  keyword  with",
        "  help     write one value to `out`, and close the lists and objects you open",
        "  replay   let row = ByUnclosed::foundry_row(42, 0);",
    );
}

#[test]
fn a_generator_that_clears_the_row_is_named() {
    told!(
        ByClearing;
        "the generator `clearing` did not write exactly one value",
        "  type     pipeline::with::ByClearing",
        "  seed     42",
        "  row      0",
        "  stage    generate",
        "  pointer  /value",
        "  keyword  with",
        "  help     write one value to `out`, and close the lists and objects you open",
        "  replay   let row = ByClearing::foundry_row(42, 0);",
    );
}

const DAY: u16 = 300;

#[derive(Serialize, Deserialize, Foundry)]
struct BadValue {
    #[foundry(values = [1, DAY])]
    day: u8,
}

#[test]
fn a_value_of_the_hint_outside_the_contract_is_named() {
    told!(
        BadValue;
        "the value `300` is not one that the contract allows here",
        "  type     pipeline::with::BadValue",
        "  stage    plan",
        "  pointer  /properties/day",
        "  keyword  values",
        "  value    300",
        "  help     take it out of `values` or `set`, or widen the contract",
    );
}

struct NoJson;

impl Serialize for NoJson {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("not today"))
    }
}

#[derive(Serialize, Deserialize, Foundry)]
struct Unwritable {
    #[foundry(with = |_: &mut Stream| NoJson)]
    value: u8,
}

#[test]
fn a_generator_whose_value_is_no_json_is_named() {
    told!(
        Unwritable;
        "the generator `value` failed: not today",
        "  type     pipeline::with::Unwritable",
        "  seed     42",
        "  row      0",
        "  stage    generate",
        "  pointer  /value",
        "  keyword  with",
        "  help     let it draw a value for every stream: any of them may come",
        "  replay   let row = Unwritable::foundry_row(42, 0);",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct NotANumber {
    #[foundry(with = |_: &mut Stream| f64::NAN)]
    value: f64,
}

#[test]
fn a_generator_of_what_is_no_number_is_named() {
    told!(
        NotANumber;
        "what the generator `value` drew is outside the contract: null is not of type \"number\"",
        "  type     pipeline::with::NotANumber",
        "  seed     42",
        "  row      0",
        "  stage    validate",
        "  pointer  /value",
        "  keyword  type",
        "  value    null",
        "  help     let it draw what the place allows",
        "  replay   let row = NotANumber::foundry_row(42, 0);",
    );
}
