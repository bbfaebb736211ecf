//! Generators whose names or capabilities say nothing sensible, or panic: each is refused, and named.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use foundry::generators::{Capability, Generator, GeneratorError, Registry, Slot, from_fn};
use foundry::{Error, Foundry, Instance, Pipeline, Stage, Stream};
use serde::{Deserialize, Serialize};
use serde_json::json;

#[track_caller]
fn refused(name: &'static str, capability: Capability) -> Error {
    let generator = from_fn(|_| "drawn").named(name).with_capability(capability);
    let error = Registry::built_in().with(generator).expect_err("an error");
    let told = error.to_string();
    assert_eq!(error.stage(), Stage::Config, "{told}");
    assert!(told.contains("handed over at tests/tests/pipeline/refused_generators.rs:"), "{told}");
    assert_eq!(error.help().count(), 1, "{told}");
    error
}

/// What is told, with the line of the source left out.
#[track_caller]
fn told(capability: Capability) -> (String, String) {
    let error = refused("shop.sku", capability);
    let told = error.to_string();
    let (before, after) = told.split_once(" (handed over at ").expect("a source");
    let (_, after) = after.split_once(')').expect("its end");
    (format!("{before}{after}"), error.help().collect())
}

#[test]
fn a_name_is_printed() {
    for (name, text) in [
        ("", "has no name: it is called \"\""),
        ("  ", "has no name: it is called \"  \""),
        ("shop\nsku", "is called \"shop\\nsku\", a name with a control character"),
        ("shop\u{85}sku", "is called \"shop\\u{85}sku\", a name with a control character"),
    ] {
        let error = refused(name, Capability::none());
        assert!(error.to_string().ends_with(text), "{error}");
        assert!(error.help().all(|help| help.contains("`shop.sku`")), "{error}");
    }
    assert!(Registry::built_in().with(from_fn(|_| 1).named("größe.größer als")).is_ok());
}

#[test]
#[expect(clippy::reversed_empty_ranges, reason = "the mistake that is told")]
fn a_range_holds_something() {
    let (text, help) = told(Capability::texts().with_lengths(5..=2));
    assert_eq!(text, "the lengths of `shop.sku` are empty: their start 5 is above their end 2");
    assert_eq!(help, "write the shorter one first: `with_lengths(2..=5)`");
    let (text, help) = told(Capability::numbers().with_bounds(1.5..=-1.0));
    assert_eq!(text, "the bounds of `shop.sku` are empty: their start 1.5 is above their end -1");
    assert_eq!(help, "write the smaller one first: `with_bounds(-1.0..=1.5)`");
    for bounds in [f64::NAN..=1.0, 0.0..=f64::NAN, f64::NAN..=f64::NAN] {
        let (text, _) = told(Capability::numbers().with_bounds(bounds));
        assert!(text.ends_with("and NaN is no number"), "{text}");
    }
    let (text, _) = told(Capability::numbers().with_bounds(f64::INFINITY..=f64::INFINITY));
    assert_eq!(text, "the bounds of `shop.sku` are empty: no number is from inf to inf");
    let (text, _) = told(Capability::integers().with_bounds(0.2..=0.8));
    assert_eq!(text, "the bounds of `shop.sku` are empty: no whole number is from 0.2 to 0.8");
    for fine in [
        Capability::texts().with_lengths(0..=0),
        Capability::numbers().with_bounds(0.2..=0.8),
        Capability::integers().with_bounds(f64::NEG_INFINITY..=0.5),
    ] {
        assert!(Registry::built_in().with(from_fn(|_| 1).with_capability(fine)).is_ok());
    }
}

#[test]
fn a_pattern_is_a_regex() {
    let (text, help) = told(Capability::texts().with_pattern("("));
    assert_eq!(text, "the pattern `(` of `shop.sku` is not a valid regex: unclosed group");
    assert!(help.contains("ECMA-262"), "{help}");
    let (text, _) = told(Capability::texts().with_pattern("a".repeat(65_537)));
    assert_eq!(text, "the pattern of `shop.sku` has 65537 bytes, more than the limit of 65536");
    // What only ECMA-262 reads is a regex too.
    let ahead = Capability::texts().with_pattern(r"^(?=.*\d)[a-z\d]+$");
    assert!(Registry::built_in().with(from_fn(|_| 1).with_capability(ahead)).is_ok());
}

#[test]
fn a_field_has_a_word() {
    for field in ["--", "", " _ "] {
        let (text, help) = told(Capability::texts().with_fields(["sku", field]));
        assert_eq!(
            text,
            "one of the fields of `shop.sku` has neither a letter nor a digit in its name"
        );
        assert!(help.contains(r#"`with_fields(["zip code"])`"#), "{help}");
    }
    let foreign = Capability::texts().with_fields(["品番", "größe"]);
    assert!(Registry::built_in().with(from_fn(|_| 1).with_capability(foreign)).is_ok());
}

/// Panics where it is asked for one of the two.
struct Panics {
    at_name: bool,
}

impl Generator for Panics {
    fn name(&self) -> &'static str {
        assert!(!self.at_name, "the name is not known yet");
        "shop.panics"
    }

    fn capability(&self) -> Capability {
        panic!("the table is empty")
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.integer(1);
        Ok(())
    }
}

#[test]
fn a_panic_before_anything_is_drawn_is_an_error() {
    for (at_name, cause) in [(true, "the name is not known yet"), (false, "the table is empty")] {
        let error = Registry::built_in().with(Panics { at_name }).expect_err("an error");
        let told = error.to_string();
        let start = "the generator handed over at tests/tests/pipeline/refused_generators.rs:";
        assert!(told.starts_with(start), "{told}");
        assert!(told.ends_with(&format!(" panicked: {cause}")), "{told}");
        assert_eq!(error.stage(), Stage::Config);
        assert!(error.help().any(|help| help.contains("without a panic")), "{error:?}");
    }
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Line {
    note: String,
    #[foundry(with = Panics { at_name: true })]
    amount: u8,
}

#[test]
fn a_generator_of_a_field_that_has_no_name_is_an_error_of_the_plan() {
    // The second time no less than the first: nothing is left half made.
    for _ in 0..2 {
        let error = Line::try_foundry_batch(42, 1).expect_err("an error");
        assert_eq!(
            error.to_string(),
            "the generator of `with` panicked when it was asked for its name: the name is not known yet"
        );
        assert_eq!(error.stage(), Stage::Plan);
        assert_eq!((error.pointer(), error.keyword()), (Some("/properties/amount"), Some("with")));
    }
}

/// Has a name until it is built.
struct Fades {
    is_built: bool,
}

impl Generator for Fades {
    fn name(&self) -> &'static str {
        assert!(!self.is_built, "the name is lost");
        "shop.fades"
    }

    fn build(&self, _: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        Ok(Some(Arc::new(Self { is_built: true })))
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text("drawn");
        Ok(())
    }
}

#[test]
fn a_generator_that_has_no_name_once_it_is_built_is_an_error_of_the_plan() {
    let registry = Registry::built_in().with(Fades { is_built: false }).expect("a name");
    let schema =
        json!({"properties": {"at": {"type": "string", "x-foundry": {"faker": "shop.fades"}}}});
    let error = Pipeline::builder().schema(&schema).registry(registry).build().err();
    let error = error.expect("an error");
    assert_eq!(
        error.to_string(),
        "the generator `shop.fades` cannot serve this place: it panicked: the name is lost"
    );
    assert_eq!(error.pointer(), Some("/properties/at"));
}

/// Answers each question about itself once, and draws what no place allows.
#[derive(Default)]
struct Tired {
    was_asked: [AtomicBool; 3],
}

impl Tired {
    fn answer(&self, question: usize) {
        let was_asked = self.was_asked[question].swap(true, Ordering::Relaxed);
        assert!(!was_asked, "question {question} was answered");
    }
}

impl Generator for Tired {
    fn name(&self) -> &'static str {
        self.answer(0);
        "shop.tired"
    }

    fn about(&self) -> &'static str {
        self.answer(1);
        "answers once"
    }

    fn capability(&self) -> Capability {
        self.answer(2);
        Capability::texts().with_fields(["tired"])
    }

    fn draw(&self, _: &mut Stream, _: &mut Instance) -> Result<(), GeneratorError> {
        Err(GeneratorError::new("it is late"))
    }
}

#[test]
fn a_generator_is_asked_once_what_it_says_of_itself() {
    let registry = Registry::built_in().with(Tired::default()).expect("a name");
    let listed = registry.find("shop.tired").expect("it is there");
    assert_eq!((listed.name(), listed.about()), ("shop.tired", "answers once"));
    assert_eq!(listed.schema()["x-foundry"]["faker"], "shop.tired");
    assert!(format!("{registry:?} {listed:?}").contains("shop.tired"));
    let error = registry.clone().with(from_fn(|_| "drawn").named("shop.tired")).expect_err("a tie");
    assert!(error.to_string().starts_with("two generators are called `shop.tired`"), "{error}");
    let health = registry.check_named("shop.tired").expect("it is there");
    assert!(health.fault.is_some_and(|fault| fault.contains("`shop.tired` failed: it is late")));

    let schema = json!({
        "properties": {"at": {"type": "string", "x-foundry": {"faker": "shop.tired"}}},
        "required": ["at"], "type": "object",
    });
    let pipeline = Pipeline::builder().schema(&schema).registry(registry).build().expect("a plan");
    let error = pipeline.generate(42, 1).expect_err("an error");
    assert_eq!(error.to_string(), "the generator `shop.tired` failed: it is late");
}

/// A generator of a field that says its name once.
fn named_once() -> impl Generator {
    struct Once(AtomicBool);
    impl Generator for Once {
        fn name(&self) -> &'static str {
            assert!(!self.0.swap(true, Ordering::Relaxed), "the name was told");
            "once"
        }

        fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
            out.text("drawn");
            Ok(())
        }
    }
    Once(AtomicBool::new(false))
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Note {
    #[foundry(with = named_once())]
    text: String,
}

#[test]
fn the_generator_of_a_field_is_asked_once_for_its_name() {
    let notes = Note::try_foundry_batch(42, 3).expect("rows");
    assert_eq!(notes[2].text, "drawn");
    assert_eq!(notes.metrics().generators.get("once"), Some(&3));
    assert!(Note::foundry_plan().expect("a plan").explain().contains("with once"));
}
