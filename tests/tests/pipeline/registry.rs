//! Generators of one's own: where they are chosen, what they are given, and what is said of mistakes.

use std::sync::Arc;

use foundry::generators::{
    Capability, Family, Generator, GeneratorError, Guarantee, Registry, Slot, ValueType,
};
use foundry::{Foundry, Instance, Pipeline, Stream};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Writes the same text, wherever its capability sends it.
struct Says {
    name: &'static str,
    capability: Capability,
    text: &'static str,
}

impl Says {
    fn new(name: &'static str, capability: Capability, text: &'static str) -> Self {
        Self { name, capability, text }
    }
}

impl Generator for Says {
    fn name(&self) -> &str {
        self.name
    }

    fn about(&self) -> &str {
        "the same text each time"
    }

    fn capability(&self) -> Capability {
        self.capability.clone()
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text(self.text);
        Ok(())
    }
}

fn rows(schema: &Value, registry: Registry) -> Vec<Value> {
    let pipeline = Pipeline::builder().schema(schema).registry(registry).build();
    let pipeline = pipeline.unwrap_or_else(|error| panic!("{}", error.report()));
    let rows = pipeline.generate(7, 20);
    rows.unwrap_or_else(|error| panic!("{}", error.report())).values().collect()
}

fn refused(schema: &Value, registry: Registry) -> foundry::Error {
    Pipeline::builder().schema(schema).registry(registry).build().err().expect("an error")
}

fn with(generators: impl IntoIterator<Item = Says>) -> Registry {
    generators.into_iter().fold(Registry::default(), |registry, generator| {
        registry.with(generator).unwrap_or_else(|error| panic!("{error}"))
    })
}

#[test]
fn a_format_goes_before_a_field_and_a_field_before_a_type() {
    let registry = with([
        Says::new("a", Capability::texts(), "by type"),
        Says::new("b", Capability::texts().with_fields(["code"]), "by field"),
        Says::new("c", Capability::texts().with_fields(["zip code"]), "by longer field"),
        Says::new("d", Capability::texts().with_format("code"), "by format"),
        Says::new("e", Capability::texts().with_pattern("^by p"), "by pattern"),
    ]);
    let text = json!({"type": "string"});
    let schema = json!({
        "type": "object",
        "properties": {
            "other": text, "code": text, "billingZipCode": text, "barcode": text,
            "zip_code": {"type": "string", "format": "code"},
            "pattern": {"type": "string", "pattern": "^by p"},
            "uuid": {"type": "string", "format": "uuid"}
        },
        "required": ["other", "code", "billingZipCode", "barcode", "zip_code", "pattern", "uuid"]
    });
    for row in rows(&schema, registry) {
        assert_eq!(row["other"], "by type");
        assert_eq!(row["barcode"], "by type");
        assert_eq!(row["code"], "by field");
        assert_eq!(row["billingZipCode"], "by longer field");
        assert_eq!(row["zip_code"], "by format");
        assert_eq!(row["pattern"], "by pattern");
        assert_ne!(row["uuid"], "by type");
    }
}

#[test]
fn the_higher_score_wins_and_the_place_itself_wins_over_all() {
    let field = || Capability::texts().with_fields(["sku"]);
    let registry = with([
        Says::new("low", field().with_score(1), "low"),
        Says::new("high", field().with_score(2), "high"),
        Says::new("unasked", Capability::none(), "asked"),
    ]);
    let schema = json!({
        "type": "object",
        "properties": {
            "sku": {"type": "string"},
            "named_sku": {"type": "string", "x-foundry": {"faker": "unasked"}},
            "skus": {"type": "array", "minItems": 2, "items": {"type": "string"}, "x-foundry": {"faker": "low"}}
        },
        "required": ["sku", "named_sku", "skus"]
    });
    for row in rows(&schema, registry) {
        assert_eq!(row["sku"], "high");
        assert_eq!(row["named_sku"], "asked");
        let skus = row["skus"].as_array().expect("a list");
        assert!(skus.iter().all(|sku| sku == "low"), "{skus:?}");
    }
}

#[test]
fn what_is_not_sure_is_checked_and_what_never_fits_is_left() {
    struct Sometimes;
    impl Generator for Sometimes {
        fn name(&self) -> &'static str {
            "sometimes"
        }
        fn capability(&self) -> Capability {
            Capability::texts().with_fields(["word"])
        }
        fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
            out.text(if stream.chance(0.3) { "a text that is too long" } else { "short" });
            Ok(())
        }
    }
    let registry = Registry::default().with(Sometimes).expect("a new name");
    let schema = json!({
        "type": "object",
        "properties": {
            "word": {"type": "string", "maxLength": 10},
            "long_word": {"type": "string", "minLength": 40}
        },
        "required": ["word", "long_word"]
    });
    for row in rows(&schema, registry) {
        assert_eq!(row["word"], "short");
        assert!(row["long_word"].as_str().is_some_and(|text| text.chars().count() >= 40));
    }
}

#[test]
fn a_name_and_a_claim_belong_to_one() {
    let one = Says::new("shop.sku", Capability::texts().with_fields(["sku"]), "one");
    let registry = Registry::default().with(one).expect("a new name");
    let line = "handed over at tests/tests/pipeline/registry.rs:";
    let again = Says::new("shop.sku", Capability::none(), "two");
    let error = registry.clone().with(again).expect_err("a known name").to_string();
    assert!(error.starts_with("two generators are called `shop.sku`: one is "), "{error}");
    assert_eq!(error.matches(line).count(), 2, "{error}");
    let built_in = Says::new("uuid", Capability::none(), "two");
    let error = registry.clone().with(built_in).expect_err("a built-in name").to_string();
    assert!(error.contains("one is built in, one is handed over at"), "{error}");
    let tie = Says::new("other", Capability::texts().with_fields(["SKU"]), "two");
    let error = registry.clone().with(tie).expect_err("a tie").to_string();
    assert!(error.contains("serve texts for fields like `sku` with the same score 10"), "{error}");
    assert_eq!(error.matches(line).count(), 2, "{error}");
    let higher = Says::new("other", Capability::texts().with_fields(["sku"]).with_score(11), "two");
    assert!(registry.with(higher).is_ok());
}

#[test]
fn an_unknown_name_is_told_with_what_is_alike() {
    let schema = json!({"type": "string", "x-foundry": {"faker": "uiud"}});
    let error = refused(&schema, Registry::default());
    assert_eq!(error.to_string(), "no generator is called `uiud`");
    assert_eq!(error.help().collect::<Vec<_>>(), ["did you mean `uuid`?"]);
    assert_eq!((error.pointer(), error.keyword()), (Some(""), Some("faker")));
}

#[test]
fn a_generator_of_other_values_is_refused() {
    let schema = json!({"type": "integer", "x-foundry": {"faker": "uuid"}});
    let error = refused(&schema, Registry::default()).to_string();
    assert_eq!(error, "the generator `uuid` makes no integers, and this place holds some");
    let schema = json!({"type": "object", "x-foundry": {"faker": "uuid"}});
    let error = refused(&schema, Registry::default()).to_string();
    assert_eq!(error, "the generator `uuid` makes no objects, and this place holds some");
}

#[test]
fn a_built_in_generator_serves_where_it_is_named() {
    let schema = json!({"type": "string", "x-foundry": {"faker": "ipv4"}});
    for row in rows(&schema, Registry::default()) {
        assert!(
            row.as_str().is_some_and(|text| text.parse::<std::net::Ipv4Addr>().is_ok()),
            "{row}"
        );
    }
}

/// What a test hands over.
struct Tenant(&'static str);

struct OfTenant(String);

impl Generator for OfTenant {
    fn name(&self) -> &'static str {
        "tenant.id"
    }

    fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        assert_eq!((slot.value_type(), slot.lengths()), (ValueType::Text, (2, Some(9))));
        let tenant = slot.service::<Tenant>();
        let tenant = tenant.ok_or_else(|| GeneratorError::new("no `Tenant` was handed over"))?;
        assert!(tenant.0 != "panic", "this tenant is out");
        Ok(Some(Arc::new(Self(format!("{}/{}", tenant.0, slot.field().unwrap_or("-"))))))
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text(&self.0);
        Ok(())
    }
}

#[test]
fn what_is_handed_over_reaches_the_generator_when_it_is_built() {
    let schema = json!({
        "type": "object",
        "properties": {"id": {"type": "string", "minLength": 2, "maxLength": 9,
            "x-foundry": {"faker": "tenant.id"}}},
        "required": ["id"]
    });
    let registry = || Registry::default().with(OfTenant(String::new())).expect("a new name");
    let known = registry().with_service(Tenant("acme"));
    assert!(rows(&schema, known).iter().all(|row| row["id"] == "acme/id"));
    let error = refused(&schema, registry());
    assert_eq!(
        error.to_string(),
        "the generator `tenant.id` cannot serve this place: no `Tenant` was handed over"
    );
    assert_eq!(error.pointer(), Some("/properties/id"));
    let error = refused(&schema, registry().with_service(Tenant("panic"))).to_string();
    assert!(error.ends_with("cannot serve this place: it panicked: this tenant is out"), "{error}");
}

struct Plate;

impl Generator for Plate {
    fn name(&self) -> &'static str {
        "tests.plate"
    }

    fn capability(&self) -> Capability {
        Capability::texts().with_fields(["number plate"]).with_lengths(8..=8).always()
    }

    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text(&format!("FY-{:05}", stream.below(100_000)));
        Ok(())
    }
}

foundry::register!(Plate);

#[derive(Serialize, Deserialize, Foundry)]
struct Car {
    number_plate: String,
    #[foundry(faker = "tests.plate")]
    trailer: Option<String>,
    #[foundry(faker = "tests.plate")]
    fleet: Vec<String>,
    owner: String,
}

#[test]
fn what_another_crate_registers_is_chosen_like_the_built_in_ones() {
    for car in &Car::foundry_batch(3, 50) {
        assert!(car.number_plate.starts_with("FY-"), "{}", car.number_plate);
        let others = car.trailer.iter().chain(&car.fleet);
        assert!(others.into_iter().all(|plate| plate.starts_with("FY-")));
        assert!(!car.owner.starts_with("FY-"));
    }
    let registry = Registry::default();
    let listed = registry.find("tests.plate").expect("a registered one");
    assert_eq!((listed.family(), listed.guarantee()), (Family::Added, Guarantee::Always));
    assert!(
        listed
            .source()
            .starts_with("registered by pipeline::registry at tests/tests/pipeline/registry.rs:")
    );
    assert!(Registry::built_in().find("tests.plate").is_err());
}

#[test]
fn one_call_may_bring_its_own() {
    // Of one score, the name with more words comes first.
    let plate = Says::new("fixed", Capability::texts().with_fields(["plate"]), "FY-1");
    let registry = Registry::default().with(plate).expect("a new name");
    let cars = Car::foundry_with().registry(registry).rows(5).batch(1).expect("cars");
    assert!(
        cars.iter().all(|car| car.number_plate.starts_with("FY-") && car.number_plate != "FY-1")
    );
    let plate = Says::new(
        "fixed",
        Capability::texts().with_fields(["number plate"]).with_score(99),
        "FY-1",
    );
    let registry = Registry::default().with(plate).expect("a new name");
    let cars = Car::foundry_with().registry(registry).rows(5).batch(1).expect("cars");
    assert!(cars.iter().all(|car| car.number_plate == "FY-1"));
}

/// Writes where the schema of its place stands.
struct Place(String);

impl Generator for Place {
    fn name(&self) -> &'static str {
        "place"
    }

    fn capability(&self) -> Capability {
        Capability::texts().with_fields(["spot"])
    }

    fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        Ok(Some(Arc::new(Self(slot.pointer().to_owned()))))
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text(&self.0);
        Ok(())
    }
}

#[test]
fn places_that_look_alike_have_generators_of_their_own() {
    let spot =
        json!({"type": "object", "properties": {"spot": {"type": "string"}}, "required": ["spot"]});
    let schema = json!({
        "type": "object",
        "properties": {"a": spot, "b": spot},
        "required": ["a", "b"],
    });
    let registry = Registry::default().with(Place(String::new())).expect("a new name");
    let pipeline = Pipeline::builder().schema(&schema).registry(registry).build().expect("a plan");
    let row = pipeline.generate(1, 1).expect("a row").values().next().expect("a row");
    assert_eq!(row["a"]["spot"], "/properties/a/properties/spot");
    assert_eq!(row["b"]["spot"], "/properties/b/properties/spot");
}

#[test]
fn builds_and_hits_are_counted() {
    let text = json!({"type": "string", "pattern": "^[a-z]{3}[0-9]$"});
    let schema = json!({"type": "object", "properties": {"a": text, "b": text, "c": text}});
    let pipeline = Pipeline::builder().schema(&schema).build().expect("a plan");
    let first = pipeline.generate(1, 5).expect("rows");
    assert_eq!((first.metrics().generator_builds, first.metrics().generator_cache_hits), (1, 2));
    let again = pipeline.generate(1, 5).expect("rows");
    assert_eq!(again.metrics().scratch_pool_hits, 1);
}

#[test]
fn a_promise_does_not_reach_what_no_capability_speaks_of() {
    let sure = Capability::texts().with_fields(["ab"]).with_lengths(8..=8).always();
    let registry = with([Says::new("own.ab", sure, "abcdefgh")]);
    let schema = |rule: &Value| json!({"type": "object", "required": ["ab"], "properties": {"ab": {"type": "string", "not": rule}}});
    for (rule, is_served) in [(json!({"const": "abcdefgh"}), false), (json!({"const": "b"}), true)]
    {
        let rows = rows(&schema(&rule), registry.clone());
        assert!(rows.iter().all(|row| (row["ab"] == "abcdefgh") == is_served), "{rule}");
    }
}

#[test]
fn a_pipeline_says_that_it_built_its_plan() {
    let pipeline = Pipeline::builder().schema(&json!({"type": "string"})).build().expect("a plan");
    let metrics = pipeline.metrics();
    assert_eq!((metrics.plan_cache_hits, metrics.plan_cache_misses), (0, 1));
    assert_eq!((metrics.validator_cache_hits, metrics.validator_cache_misses), (0, 1));
}
