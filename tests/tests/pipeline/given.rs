//! Generators that a field holds itself, by `with`: each is built for its place, as those that are
//! registered are.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use foundry::generators::{Generator, GeneratorError, Registry, Slot};
use foundry::{Foundry, Instance, Stage, Stream};
use serde::{Deserialize, Serialize};

/// What a test hands over.
struct Tenant(&'static str);

/// Writes what it is told of its place and of the tenant.
struct Told(String);

fn told() -> Told {
    Told("it was not built".to_owned())
}

impl Generator for Told {
    fn name(&self) -> &'static str {
        "told"
    }

    fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        let tenant = slot.service::<Tenant>();
        let tenant = tenant.ok_or_else(|| GeneratorError::new("no `Tenant` was handed over"))?;
        assert!(tenant.0 != "panic", "this tenant is out");
        Ok(Some(Arc::new(Self(format!("{} {slot:?}", tenant.0)))))
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text(&self.0);
        Ok(())
    }
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Order {
    /// A remark of the customer.
    #[foundry(with = told())]
    #[schemars(length(min = 3, max = 900), title = "Remark")]
    note: String,
    #[foundry(with = told(), presence = 1.0)]
    #[schemars(regex(pattern = "^acme"))]
    code: Option<String>,
}

fn told_tenant(name: &'static str) -> Registry {
    Registry::built_in().with_service(Tenant(name))
}

#[test]
fn a_generator_of_a_field_is_built_with_its_place_and_with_services() {
    let order = Order::foundry_with().registry(told_tenant("acme")).row(42, 0).expect("a row");
    for part in [
        "acme Slot",
        "value_type: Text",
        "field: Some(\"note\")",
        "lengths: (3, Some(900))",
        "title: Some(\"Remark\")",
        "description: Some(\"A remark of the customer.\")",
        "around: Some(\"Order\")",
    ] {
        assert!(order.note.contains(part), "{part} in {}", order.note);
    }
    let code = order.code.expect("always");
    assert!(
        code.contains("field: Some(\"code\")") && code.contains("patterns: [\"^acme\"]"),
        "{code}"
    );
}

#[test]
fn what_a_build_says_or_panics_with_is_an_error_of_the_plan() {
    let error = Order::try_foundry_batch(42, 1).expect_err("no tenant");
    assert_eq!(
        error.to_string(),
        "the generator `told` cannot serve this place: no `Tenant` was handed over"
    );
    assert_eq!((error.stage(), error.pointer()), (Stage::Plan, Some("/properties/note")));
    assert_eq!(error.keyword(), Some("with"));
    let help: Vec<&str> = error.help().collect();
    assert_eq!(help, ["give it what it needs, or name another one: `with`"]);
    let panics = Order::foundry_with().registry(told_tenant("panic")).row(42, 0);
    assert_eq!(
        panics.expect_err("a panic").to_string(),
        "the generator `told` cannot serve this place: it panicked: this tenant is out"
    );
}

/// Notes what it is built for, and goes on as another one.
struct Notes {
    sum: u64,
}

static BUILDS: AtomicU32 = AtomicU32::new(0);

impl Generator for Notes {
    fn name(&self) -> &'static str {
        "notes"
    }

    fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        BUILDS.fetch_add(1, Ordering::Relaxed);
        assert_eq!(slot.bounds(), (1.0, 6.0));
        Ok(Some(Arc::new(Self { sum: 5 })))
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.unsigned(self.sum);
        Ok(())
    }
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Throw {
    #[foundry(with = Notes { sum: 0 })]
    #[schemars(range(min = 1, max = 6))]
    eyes: u8,
    dice: Vec<Die>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Die {
    #[foundry(with = Notes { sum: 0 }, presence = 0.9)]
    #[schemars(range(min = 1, max = 6))]
    eyes: Option<u8>,
}

#[test]
fn a_generator_of_a_field_is_built_once_for_each_plan() {
    let throws = Throw::foundry_batch(42, 50);
    assert!(throws.iter().all(|throw| throw.eyes == 5));
    let dice: Vec<_> = throws.iter().flat_map(|throw| &throw.dice).collect();
    assert!(dice.len() > 20 && dice.iter().all(|die| die.eyes.is_none_or(|eyes| eyes == 5)));
    let _ = Throw::foundry_batch(43, 50);
    assert_eq!(BUILDS.load(Ordering::Relaxed), 2);
    assert_eq!(throws.metrics().generator_builds, 2);
}

/// Writes the value that it is given, once the place is of the type that it expects.
struct Is(&'static str, serde_json::Value);

impl Generator for Is {
    fn name(&self) -> &'static str {
        "is"
    }

    fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        let (least, most) = slot.bounds();
        let seen = match slot.format() {
            Some(format) => format!("{:?} {format}", slot.value_type()),
            None if least.is_finite() => format!("{:?} {least}..={most}", slot.value_type()),
            None => format!("{:?} {:?}", slot.value_type(), slot.lengths()),
        };
        if seen == self.0 { Ok(None) } else { Err(GeneratorError::new(seen)) }
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.value(&self.1);
        Ok(())
    }
}

fn is(place: &'static str, value: impl Into<serde_json::Value>) -> Is {
    Is(place, value.into())
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
enum Color {
    Red,
    Green,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Point {
    x: u8,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Kinds {
    #[foundry(with = is("Integer 0..=255", 7))]
    small: u8,
    #[foundry(with = is("Integer 0..=255", 7), presence = 1.0)]
    some: Option<u8>,
    #[foundry(with = is("Number -1..=1.5", 0.5))]
    #[schemars(range(min = -1.0, max = 1.5))]
    ratio: f64,
    #[foundry(with = is("Boolean (0, None)", true))]
    flag: bool,
    #[foundry(with = is("Text email", "ann@example.com"), presence = 1.0)]
    #[validate(email)]
    email: Option<String>,
    #[foundry(with = is("Array (1, Some(3))", vec![1, 2]))]
    #[schemars(length(min = 1, max = 3))]
    list: Vec<u8>,
    #[foundry(with = is("Object (0, None)", serde_json::json!({"a": 1})))]
    map: BTreeMap<String, u8>,
    #[foundry(with = is("Object (0, None)", serde_json::json!({"x": 1})), presence = 1.0)]
    point: Option<Point>,
    #[foundry(with = is("Text (0, None)", "Green"))]
    color: Color,
    #[foundry(with = is("Text (0, None)", "any"))]
    any: serde_json::Value,
    #[foundry(with = |_: &mut Stream| 3)]
    closure: u8,
}

#[test]
fn a_generator_of_a_field_is_told_of_what_type_its_values_are() {
    let kinds = Kinds::try_foundry_batch(42, 1).map_err(|error| error.report()).expect("a row");
    let kinds = &kinds[0];
    assert_eq!((kinds.small, kinds.some, kinds.flag, kinds.closure), (7, Some(7), true, 3));
    assert_eq!((&kinds.color, kinds.point.as_ref()), (&Color::Green, Some(&Point { x: 1 })));
    assert_eq!((kinds.list.as_slice(), kinds.map.len()), ([1, 2].as_slice(), 1));
    assert_eq!(
        (kinds.email.as_deref(), kinds.any.as_str()),
        (Some("ann@example.com"), Some("any"))
    );
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Beyond {
    #[foundry(with = is("Integer (0, None)", 12))]
    #[schemars(extend("multipleOf" = 1e-300))]
    fine: u64,
}

#[test]
fn what_cannot_be_planned_can_be_given() {
    let row = Beyond::try_foundry_batch(42, 1).map_err(|error| error.report()).expect("a row");
    assert_eq!(row[0].fine, 12);
}
