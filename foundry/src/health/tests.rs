//! Generators that keep their promises, and some that do not.

use std::sync::Arc;

use super::*;
use crate::generators::{Capability, Generator, GeneratorError, Slot, ValueType};
use crate::instance::Instance;
use crate::seed::Stream;

/// Promises four digits, and has five now and then.
struct Pin;

impl Generator for Pin {
    fn name(&self) -> &'static str {
        "pin"
    }

    fn capability(&self) -> Capability {
        Capability::texts().with_pattern("^[0-9]{4}$").always()
    }

    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text(&stream.below(10_050).to_string());
        Ok(())
    }
}

/// Draws nothing until it is built: as many letters as the place allows, or one of its numbers.
#[derive(Clone, Default)]
struct Fitted {
    lengths: (u64, u64),
    bounds: Option<(f64, f64)>,
    capability: Option<Capability>,
}

impl Generator for Fitted {
    fn name(&self) -> &'static str {
        "fitted"
    }

    fn capability(&self) -> Capability {
        self.capability.clone().unwrap_or_else(Capability::none)
    }

    fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        let mut built = self.clone();
        if slot.value_type() == ValueType::Text {
            let (least, most) = slot.lengths();
            built.lengths = (least, most.ok_or_else(|| GeneratorError::new("it has no end"))?);
        } else {
            built.bounds = Some(slot.bounds());
        }
        Ok(Some(Arc::new(built)))
    }

    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        match (self.bounds, self.lengths) {
            (Some((low, high)), _) => out.float(stream.float(low, high).round()),
            (None, (_, 0)) => return Err(GeneratorError::new("nobody built it")),
            (None, (least, most)) => {
                out.text(
                    &"x".repeat(usize::try_from(least + stream.below(most - least + 1)).unwrap()),
                );
            }
        }
        Ok(())
    }
}

/// The words of a tenant.
struct Words(Vec<&'static str>);

/// Draws a word of the tenant; there is none where nobody hands over [`Words`].
struct Word(Vec<&'static str>);

impl Generator for Word {
    fn name(&self) -> &'static str {
        "word"
    }

    fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        let words = slot.service::<Words>();
        let words = words.ok_or_else(|| GeneratorError::new("no `Words` were handed over"))?;
        Ok(Some(Arc::new(Self(words.0.clone()))))
    }

    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        let word = stream.choose(&self.0);
        out.text(word.ok_or_else(|| GeneratorError::new("there is no word"))?);
        Ok(())
    }
}

/// Writes a value too many.
struct Double;

impl Generator for Double {
    fn name(&self) -> &'static str {
        "double"
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text("a");
        out.text("b");
        Ok(())
    }
}

/// What became of `generator`, alone beside the built-in ones.
fn checked(registry: &Registry, name: &str) -> Checked {
    let listed = registry.find(name).unwrap();
    registry.check_one(&listed, 2000)
}

#[test]
fn the_built_in_generators_keep_their_promises() {
    let health = Registry::built_in().check_with(300);
    let faults: Vec<_> = health.checked.iter().filter(|one| one.fault.is_some()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(health.checked.len() > 90 && health.checked.iter().all(|one| one.draws >= 60));
}

#[test]
fn a_broken_promise_is_told_with_the_value() {
    let pin = checked(&Registry::built_in().with(Pin).unwrap(), "pin");
    assert!(pin.rejected > 0 && pin.rejected < pin.draws, "{pin:?}");
    let fault = pin.fault.as_deref().unwrap_or_default();
    assert!(fault.starts_with("`pin` drew \"") && fault.ends_with("breaks its promise"), "{fault}");
}

#[test]
fn a_generator_is_built_for_what_it_claims() {
    let texts = Capability::texts().with_lengths(3..=7).always();
    let numbers = Capability::numbers().with_bounds(-4.0..=4.0).always();
    for capability in [texts, numbers] {
        let fitted = Fitted { capability: Some(capability), ..Fitted::default() };
        let checked = checked(&Registry::built_in().with(fitted).unwrap(), "fitted");
        assert_eq!((checked.fault, checked.rejected, checked.draws), (None, 0, 2000));
    }
    // What it claims has no end, and it wants one.
    let endless = Fitted { capability: Some(Capability::texts()), ..Fitted::default() };
    let endless = checked(&Registry::built_in().with(endless).unwrap(), "fitted");
    assert_eq!(
        (endless.fault.as_deref(), endless.draws),
        (Some("`fitted` cannot be built for texts like those it claims: it has no end"), 0)
    );
    // It claims nothing, and can be built for numbers.
    let silent = checked(&Registry::built_in().with(Fitted::default()).unwrap(), "fitted");
    assert_eq!((silent.fault, silent.draws), (None, 2000));
}

#[test]
fn a_generator_gets_the_services_of_its_registry() {
    let registry = Registry::built_in().with(Word(Vec::new())).unwrap();
    let alone = checked(&registry, "word").fault.unwrap_or_default();
    assert!(alone.ends_with("no `Words` were handed over"), "{alone}");
    let served = checked(&registry.with_service(Words(vec!["ham", "eggs"])), "word");
    assert_eq!((served.fault, served.draws), (None, 2000));
}

#[test]
fn two_values_of_one_draw_are_a_fault() {
    let double = checked(&Registry::built_in().with(Double).unwrap(), "double");
    assert_eq!(
        (double.fault.as_deref(), double.draws),
        (Some("draw 0 of `double` did not write exactly one value"), 1)
    );
}
