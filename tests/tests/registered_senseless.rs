//! A crate of the program registers a generator whose capability says nothing sensible.

use foundry::generators::{Capability, Generator, GeneratorError, Registry};
use foundry::{Foundry, Instance, Pipeline, Stage, Stream};
use serde::{Deserialize, Serialize};
use serde_json::json;

struct Sku;

impl Generator for Sku {
    fn name(&self) -> &'static str {
        "shop.sku"
    }

    fn capability(&self) -> Capability {
        Capability::texts().with_pattern("^SKU-[0-9{5}$")
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text("SKU-00001");
        Ok(())
    }
}

foundry::register!(Sku);

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Line {
    amount: u8,
}

#[test]
fn every_plan_fails_and_names_the_line() {
    let of_a_type = Line::try_foundry_batch(42, 1).expect_err("an error");
    let of_a_document = Pipeline::builder().schema(&json!({"type": "integer"})).build();
    let of_a_document = of_a_document.err().expect("an error");
    for error in [of_a_type, of_a_document] {
        let told = error.to_string();
        let start = "the pattern `^SKU-[0-9{5}$` of `shop.sku` (registered by registered_senseless at \
                     tests/tests/registered_senseless.rs:25:1) is not a valid regex";
        assert!(told.starts_with(start), "{told}");
        assert_eq!(error.stage(), Stage::Config);
        assert!(error.help().any(|help| help.contains("ECMA-262")), "{error:?}");
    }
}

#[test]
fn the_built_in_generators_alone_are_not_concerned() {
    let lines = Line::foundry_with().registry(Registry::built_in()).rows(3).batch(42);
    assert_eq!(lines.expect("rows").len(), 3);
}
