//! What is behind an error: the one that a generator returned is told, and can be asked for.

use std::fs;
use std::sync::Arc;

use foundry::generators::{Generator, GeneratorError, Registry, Slot, fallible};
use foundry::{Error, Foundry, Instance, Pipeline, Stream};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// A file that nobody has.
const NOWHERE: &str = "no/such/file";

/// How reading that file fails.
fn not_found() -> String {
    fs::read(NOWHERE).expect_err("nobody has it").to_string()
}

/// What the dictionary does with its file, and where.
#[derive(Clone, Copy)]
enum Reading {
    Drawn,
    Worded,
    Built,
}

struct Dictionary(Reading);

impl Generator for Dictionary {
    fn name(&self) -> &'static str {
        "dictionary"
    }

    fn build(&self, _: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        if let Reading::Built = self.0 {
            fs::read_to_string(NOWHERE)?;
        }
        Ok(None)
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        let read = fs::read_to_string(NOWHERE);
        let text = match self.0 {
            Reading::Worded => read.map_err(|error| {
                GeneratorError::new("the dictionary cannot be read").with_cause(error)
            })?,
            Reading::Drawn | Reading::Built => read?,
        };
        let words: u64 = text.trim().parse()?;
        out.text(&words.to_string());
        Ok(())
    }
}

fn failing(reading: Reading) -> Error {
    let schema = json!({"type": "string", "x-foundry": {"faker": "dictionary"}});
    let registry = Registry::default().with(Dictionary(reading)).expect("a new name");
    let pipeline = Pipeline::builder().schema(&schema).registry(registry).build();
    pipeline.and_then(|pipeline| pipeline.generate(42, 1)).expect_err("an error")
}

#[test]
fn an_error_of_another_crate_is_the_cause_itself() {
    let error = failing(Reading::Drawn);
    assert_eq!(error.to_string(), format!("the generator `dictionary` failed: {}", not_found()));
    let cause = error.cause().and_then(|cause| cause.downcast_ref::<std::io::Error>());
    assert_eq!(cause.map(std::io::Error::kind), Some(std::io::ErrorKind::NotFound));
}

#[test]
fn what_a_generator_says_stands_before_its_cause() {
    let error = failing(Reading::Worded);
    let told = "the generator `dictionary` failed: the dictionary cannot be read: ";
    assert_eq!(error.to_string(), format!("{told}{}", not_found()));
    assert!(error.report().starts_with(&format!("{told}{}\n", not_found())));
    let source = error.cause().and_then(|cause| cause.source());
    assert!(source.is_some_and(|source| source.is::<std::io::Error>()), "{source:?}");
}

#[test]
fn a_generator_that_is_not_built_leads_to_its_cause_too() {
    let error = failing(Reading::Built);
    let told = "the generator `dictionary` cannot serve this place: ";
    assert_eq!(error.to_string(), format!("{told}{}", not_found()));
    assert!(error.cause().is_some_and(|cause| cause.is::<std::io::Error>()));
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Word {
    #[foundry(with = fallible(|_: &mut Stream| fs::read_to_string(NOWHERE)))]
    text: String,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Panicking {
    #[foundry(with = |_: &mut Stream| -> u8 { panic!("the shelf is empty") })]
    count: u8,
}

#[test]
fn functions_have_causes_as_well() {
    let error = Word::try_foundry_batch(42, 1).expect_err("an error");
    assert!(error.cause().is_some_and(|cause| cause.is::<std::io::Error>()), "{error:?}");
    let error = Panicking::try_foundry_batch(42, 1).expect_err("an error");
    let cause = error.cause().map(ToString::to_string);
    assert_eq!(cause.as_deref(), Some("the shelf is empty"));
}

#[test]
fn a_generator_error_leads_to_its_source_by_itself() {
    let error: GeneratorError = "x".parse::<u8>().expect_err("no number").into();
    assert!(error.is::<std::num::ParseIntError>() && error.source().is_none());
    let error = GeneratorError::new("no number").with_cause(error);
    assert!(error.source().is_some_and(|source| source.is::<std::num::ParseIntError>()));
    let boxed: Box<dyn std::error::Error + Send + Sync> = error.into();
    assert_eq!(boxed.to_string(), "no number");
}
