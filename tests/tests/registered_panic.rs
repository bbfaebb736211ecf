//! A crate of the program registers a generator that cannot be made.

use foundry::generators::{Generator, GeneratorError, Registry};
use foundry::{Foundry, Instance, Stream};
use serde::{Deserialize, Serialize};

struct Words(Vec<String>);

impl Words {
    fn read(text: &str) -> Self {
        assert!(!text.is_empty(), "the dictionary is empty");
        Self(text.lines().map(str::to_owned).collect())
    }
}

impl Generator for Words {
    fn name(&self) -> &'static str {
        "shop.word"
    }

    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text(&self.0[stream.index(self.0.len())]);
        Ok(())
    }
}

foundry::register!(Words::read(""));

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Line {
    amount: u8,
}

#[test]
fn every_plan_fails_and_names_the_line() {
    // The second time no less than the first: nothing is left half made.
    for _ in 0..2 {
        let told = Line::try_foundry_batch(42, 1).expect_err("an error").to_string();
        assert!(
            told.starts_with("the generator registered by registered_panic at tests/tests/registered_panic.rs:27:1"),
            "{told}"
        );
        assert!(told.contains("panicked: the dictionary is empty"), "{told}");
    }
}

#[test]
fn the_built_in_generators_alone_are_not_concerned() {
    let lines = Line::foundry_with().registry(Registry::built_in()).rows(3).batch(42);
    assert_eq!(lines.expect("rows").len(), 3);
}
