//! Two crates of one program register a generator each, and both call it the same.

use foundry::generators::{Generator, GeneratorError, Registry};
use foundry::{Foundry, Instance, Pipeline, Stream};
use serde::{Deserialize, Serialize};
use serde_json::json;
use shop_generators as _;

struct Sku;

impl Generator for Sku {
    fn name(&self) -> &'static str {
        "shop.sku"
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text("SKU-1");
        Ok(())
    }
}

foundry::register!(Sku);

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Line {
    amount: u8,
}

#[test]
fn every_plan_fails_and_names_both_lines() {
    let of_a_type = Line::try_foundry_batch(42, 1).expect_err("an error");
    let of_a_document = Pipeline::builder().schema(&json!({"type": "integer"})).build();
    let of_a_document = of_a_document.err().expect("an error");
    for error in [of_a_type, of_a_document] {
        let told = error.to_string();
        assert!(told.starts_with("two generators are called `shop.sku`: one is "), "{told}");
        assert!(
            told.contains("registered by shop_generators at tests/shop-generators/src/lib.rs:"),
            "{told}"
        );
        assert!(
            told.contains("registered by registered_twice at tests/tests/registered_twice.rs:22:1"),
            "{told}"
        );
        assert!(error.help().any(|help| help.contains("another name")), "{error:?}");
    }
}

#[test]
fn the_built_in_generators_alone_are_not_concerned() {
    let line = Line::foundry_with().registry(Registry::built_in()).rows(3).batch(42);
    assert_eq!(line.expect("rows").len(), 3);
}
