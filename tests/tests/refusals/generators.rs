//! Generators, checks and completions that misbehave.

use foundry::generators::{Generator, GeneratorError, fallible};
use foundry::{Error, Foundry, Instance, Stage, Stream};
use serde::{Deserialize, Serialize};

fn refused<T: Foundry>() -> Error {
    let error = T::try_foundry_batch(1, 3).err().expect("a refusal");
    assert_eq!(error.type_name(), Some(std::any::type_name::<T>()));
    assert_eq!(error.seed().map(ToString::to_string).as_deref(), Some("1"));
    assert!(error.row().is_some());
    assert!(error.replay().is_some_and(|line| line.contains("::foundry_row(1, ")), "{error:?}");
    error
}

fn panics(_stream: &mut Stream) -> u8 {
    panic!("no dice")
}

#[derive(Serialize, Deserialize, Foundry)]
struct Panics {
    #[foundry(with = panics)]
    die: u8,
}

#[test]
fn a_generator_that_panics() {
    let error = refused::<Panics>();
    assert!(error.to_string().ends_with("panics` panicked: no dice"), "{error}");
    assert_eq!(error.stage(), Stage::Generate);
    assert_eq!(error.pointer(), Some("/properties/die"));
}

#[derive(Serialize, Deserialize, Foundry)]
struct Fails {
    #[foundry(with = fallible(|_stream: &mut Stream| Err::<u8, _>("the dictionary is empty")))]
    word: u8,
}

#[test]
fn a_generator_that_fails() {
    let error = refused::<Fails>();
    assert!(error.to_string().ends_with("failed: the dictionary is empty"), "{error}");
    assert_eq!(error.stage(), Stage::Generate);
}

#[derive(Serialize, Deserialize, Foundry)]
struct Outside {
    #[schemars(range(max = 6))]
    #[foundry(with = |_stream| 7_u8)]
    die: u8,
}

#[test]
fn a_generator_that_leaves_the_contract() {
    let error = refused::<Outside>();
    assert_eq!(
        error.to_string(),
        "the drawn value is outside the contract: 7 is greater than the maximum of 6"
    );
    assert_eq!(error.stage(), Stage::Validate);
    assert_eq!(error.pointer(), Some("/die"));
    assert_eq!(error.keyword(), Some("maximum"));
    assert_eq!(error.value(), Some("7"));
}

struct Nothing;

impl Generator for Nothing {
    fn name(&self) -> &'static str {
        "nothing"
    }

    fn draw(&self, _: &mut Stream, _: &mut Instance) -> Result<(), GeneratorError> {
        Ok(())
    }
}

struct Twice;

impl Generator for Twice {
    fn name(&self) -> &'static str {
        "twice"
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.unsigned(1);
        out.unsigned(2);
        Ok(())
    }
}

#[derive(Serialize, Deserialize, Foundry)]
struct WritesNothing {
    #[foundry(with = Nothing)]
    value: u8,
}

#[derive(Serialize, Deserialize, Foundry)]
struct WritesTwice {
    #[foundry(with = Twice)]
    value: u8,
}

#[test]
fn a_generator_that_does_not_write_one_value() {
    for (error, name) in
        [(refused::<WritesNothing>(), "nothing"), (refused::<WritesTwice>(), "twice")]
    {
        let text = format!("the generator `{name}` did not write exactly one value");
        assert_eq!(error.to_string(), text);
    }
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
#[foundry(check = never)]
struct Never {
    value: u8,
}

fn never(_: &Never) -> bool {
    false
}

#[test]
fn a_check_that_is_never_true() {
    let error = refused::<Never>();
    assert_eq!(error.to_string(), "`check` rejected all 1000 values drawn for it");
    assert!(error.value().is_some_and(|value| value.starts_with("{\"value\":")));
    assert!(error.help().next().is_some());
    let error = Never::foundry_with().attempts(3).row(1, 0).unwrap_err();
    assert_eq!(error.to_string(), "`check` rejected all 3 values drawn for it");
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(finish = leave)]
struct Leaves {
    #[schemars(range(max = 6))]
    value: u8,
}

fn leave(row: &mut Leaves) {
    row.value = 200;
}

#[test]
fn a_completion_that_leaves_the_contract() {
    let error = refused::<Leaves>();
    assert_eq!(error.stage(), Stage::Validate);
    assert_eq!(error.pointer(), Some("/value"));
    assert_eq!(error.keyword(), Some("maximum"));
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(check = explode)]
struct Explodes {
    value: u8,
}

fn explode(_: &Explodes) -> bool {
    panic!("boom")
}

#[test]
fn a_check_that_panics() {
    let error = refused::<Explodes>();
    assert_eq!(error.to_string(), "`check` could not read the value: it panicked: boom");
}

#[derive(Serialize, Deserialize, Foundry)]
struct Values {
    #[schemars(range(max = 6))]
    #[foundry(values = [1, base() + 7])]
    value: u8,
}

fn base() -> u8 {
    10
}

#[test]
fn a_value_outside_the_contract_is_a_plan_error() {
    let error = Values::try_foundry_batch(1, 1).err().expect("a refusal");
    assert_eq!(error.to_string(), "the value `17` of the hint `values` is outside the contract");
    assert_eq!(error.stage(), Stage::Plan);
    assert_eq!(error.pointer(), Some("/properties/value"));
}
