//! Generators that promise what they do not keep: the error of the row names the one whose value was
//! refused, and where it was registered.

use foundry::generators::{Capability, Generator, GeneratorError, Registry, from_fn};
use foundry::instance::MAX_TEXT_BYTES;
use foundry::{Error, Foundry, Instance, Pipeline, Seed, Stage, Stream};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A registry with a generator that promises three signs and writes five.
fn liar() -> Registry {
    let capability = Capability::texts().with_fields(["sku"]).with_lengths(0..=3).always();
    let liar = from_fn(|_: &mut Stream| "five!").named("shop.liar").with_capability(capability);
    Registry::built_in().with(liar).expect("a name")
}

fn first_error(schema: &Value, registry: Registry) -> Error {
    let pipeline = Pipeline::builder().schema(schema).registry(registry).build().expect("a plan");
    let rows = pipeline.generate(42, 20).expect_err("an error");
    // Whoever draws the row, the same is said of it.
    let row = rows.row().expect("a row");
    let mut drawer = pipeline.drawer(42);
    let alone = drawer.draw(row).expect_err("an error").report();
    assert_eq!(alone, rows.report());
    let one = pipeline.generate_row(42, row, &mut Instance::new()).expect_err("an error");
    assert_eq!(one.report(), alone);
    assert_eq!(rows.seed(), Some(&Seed::from(42)));
    rows
}

fn help(error: &Error) -> String {
    error.help().collect::<Vec<_>>().join("\n")
}

#[test]
fn a_promise_that_is_broken_is_told_with_the_line_that_registered_it() {
    let sku = json!({"type": "string", "maxLength": 3});
    let line = json!({"type": "object", "properties": {"sku": sku}, "required": ["sku"]});
    let schema = json!({"type": "array", "minItems": 1, "items": {
        "type": "object", "properties": {"note": {"type": "string"}, "line": line},
        "required": ["note", "line"],
    }});
    let error = first_error(&schema, liar());
    assert_eq!(
        error.to_string(),
        "what the generator `shop.liar` drew is outside the contract: \
         \"five!\" is longer than 3 characters"
    );
    assert_eq!((error.stage(), error.pointer()), (Stage::Validate, Some("/0/line/sku")));
    assert_eq!((error.keyword(), error.value()), (Some("maxLength"), Some("\"five!\"")));
    let help = help(&error);
    assert!(
        help.starts_with(
            "let it draw what the place allows; it is handed over at tests/tests/pipeline/liars.rs:"
        ),
        "{help}"
    );
}

#[test]
fn a_value_of_another_type_is_told_with_its_generator() {
    let number = from_fn(|_: &mut Stream| 5).named("shop.number");
    let promising = from_fn(|_: &mut Stream| 5)
        .named("shop.promising")
        .with_capability(Capability::texts().always());
    let registry = Registry::built_in().with(number).and_then(|all| all.with(promising));
    let registry = registry.expect("two names");
    for name in ["shop.number", "shop.promising"] {
        let at = json!({"type": "string", "x-foundry": {"faker": name}});
        let schema = json!({"type": "object", "properties": {"at": at}, "required": ["at"]});
        let error = first_error(&schema, registry.clone());
        assert!(error.to_string().contains(&format!("`{name}` drew")), "{error}");
        assert_eq!((error.pointer(), error.keyword()), (Some("/at"), Some("type")), "{error}");
        let help = help(&error);
        assert!(help.contains("; it is handed over at tests/tests/pipeline/liars.rs:"), "{help}");
    }
}

#[test]
fn a_value_that_may_be_missing_is_told_with_its_generator_too() {
    let number = from_fn(|_: &mut Stream| 5).named("shop.number");
    let registry = Registry::built_in().with(number).expect("a name");
    for hints in [
        json!({"faker": "shop.number"}),
        json!({"faker": "shop.number", "presence": 1.0}),
        json!({"faker": "shop.number", "presence": 0.2}),
    ] {
        let at = json!({"type": ["string", "null"], "x-foundry": hints});
        let schema = json!({"type": "object", "properties": {"at": at}, "required": ["at"]});
        let error = first_error(&schema, registry.clone());
        assert_eq!(
            error.to_string(),
            "the schema at `/properties/at` rejected 1000 of 1000 values that `shop.number` drew for it"
        );
    }
}

#[test]
fn what_is_refused_around_a_value_is_told_with_its_generator() {
    let sku = json!({"type": "string", "maxLength": 3});
    let schema = json!({
        "type": "object",
        "properties": {"line": {
            "type": "object",
            "properties": {"sku": sku, "kind": {"type": "string"}},
            "required": ["sku", "kind"],
            "not": {"properties": {"kind": {"const": "none"}}, "required": ["kind"], "minProperties": 9},
        }},
        "required": ["line"],
    });
    let error = first_error(&schema, liar());
    assert!(format!("{error} {}", help(&error)).contains("`shop.liar` drew"), "{}", error.report());
    assert!(help(&error).contains("; it is handed over at tests/tests/pipeline/"), "{error:?}");
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
#[foundry(finish = |order: &mut Order| order.total = 7)]
struct Order {
    total: u8,
    lines: Vec<Line>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Line {
    #[schemars(length(max = 3))]
    sku: String,
}

#[test]
fn a_value_that_somebody_completes_the_row_around_keeps_its_generator() {
    let error = Order::foundry_with().registry(liar()).rows(20).batch(42).expect_err("an error");
    assert!(
        error.to_string().starts_with("what the generator `shop.liar` drew is outside"),
        "{error}"
    );
    assert!(error.pointer().is_some_and(|at| at.ends_with("/sku")), "{error:?}");
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
#[foundry(finish = |code: &mut Code| code.sku.push_str("four"))]
struct Code {
    #[schemars(length(max = 3))]
    sku: String,
}

#[test]
fn a_value_that_somebody_else_wrote_is_told_without_a_generator() {
    let short = from_fn(|_: &mut Stream| "two")
        .named("shop.short")
        .with_capability(Capability::texts().with_fields(["sku"]).always());
    let registry = Registry::built_in().with(short).expect("a name");
    let error = Code::foundry_with().registry(registry).row(42, 0).expect_err("an error");
    assert!(error.to_string().starts_with("the drawn value is outside the contract"), "{error}");
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String")]
struct Even(String);

impl TryFrom<String> for Even {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.len().is_multiple_of(2) { Ok(Self(text)) } else { Err("an odd length") }
    }
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Tag {
    #[schemars(with = "String")]
    #[foundry(with = |_: &mut Stream| "odd")]
    even: Even,
}

#[test]
fn what_serde_does_not_read_is_told_with_its_generator() {
    let error = Tag::try_foundry_batch(42, 1).expect_err("an error");
    assert_eq!(
        error.to_string(),
        "serde does not read what the generator `even` drew: an odd length"
    );
    assert_eq!(help(&error), "let it draw what the type reads");
}

struct Vast;

impl Generator for Vast {
    fn name(&self) -> &str {
        "shop.vast"
    }

    fn about(&self) -> &str {
        "more than there is room for"
    }

    fn capability(&self) -> Capability {
        Capability::none()
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text(&"a".repeat(MAX_TEXT_BYTES + 1));
        Ok(())
    }
}

#[test]
fn a_value_that_no_instance_holds_is_told_with_the_limit() {
    let registry = Registry::default().with(Vast).expect("a new name");
    let schema = json!({"type": "string", "x-foundry": {"faker": "shop.vast"}});
    let pipeline = Pipeline::builder().schema(&schema).registry(registry).build();
    let error = pipeline.and_then(|pipeline| pipeline.generate(1, 1)).map(|_| ()).unwrap_err();
    let told = error.to_string();
    assert!(told.contains("`shop.vast` wrote more than fits an instance"), "{told}");
    assert!(told.contains("bytes of text"), "{told}");
}
