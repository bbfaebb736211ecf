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
            let claimed = self.capability.as_ref().and_then(|capability| capability.lengths);
            let (shortest, longest) = claimed.unwrap_or((0, u64::MAX));
            let most = most.map_or(longest, |most| most.min(longest));
            if most == u64::MAX {
                return Err(GeneratorError::new("it has no end"));
            }
            built.lengths = (least.max(shortest), most);
        } else {
            let (low, high) = slot.bounds();
            built.bounds = Some((low.max(-4.0), high.min(4.0)));
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
    // Ten locales and the windows that a text fits; a format as it is, and as types read it.
    let places =
        |name: &str| health.checked.iter().find(|one| one.name == name).map_or(0, |one| one.places);
    assert!(places("internet.email") >= 11, "{}", places("internet.email"));
    assert!(places("uuid") >= 3 && places("integer") == 6 && places("words") == 5);
}

/// Judges the digits of a pin, and panics where there is none.
fn first_digit(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.as_bytes()[3].is_ascii_digit())
}

#[test]
fn a_judge_that_panics_is_a_fault_of_its_generator() {
    struct Judged;
    impl Generator for Judged {
        fn name(&self) -> &'static str {
            "judged"
        }
        fn capability(&self) -> Capability {
            Capability::texts().with_fields(["judged"]).with_judge(first_digit)
        }
        fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
            out.text("123");
            Ok(())
        }
    }
    let registry = Registry::built_in().with(Judged).unwrap();
    let judged = registry.check_named("judged").unwrap();
    let fault = judged.fault.as_deref().unwrap_or_default();
    assert!(
        fault.starts_with("the judge of `judged` panicked at \"123\": index out of "),
        "{fault}"
    );
    // The others are checked all the same.
    let health = registry.check_with(1);
    let faults: Vec<_> = health.checked.iter().filter(|one| one.fault.is_some()).collect();
    assert!(matches!(faults.as_slice(), [one] if one.name == "judged"), "{faults:#?}");
    assert!(health.checked.len() > 90);
}

#[test]
fn bounds_may_have_one_end() {
    for bounds in [0.0..=f64::INFINITY, f64::NEG_INFINITY..=2.5, f64::NEG_INFINITY..=f64::INFINITY]
    {
        for capability in [Capability::numbers(), Capability::integers()] {
            let capability = capability.with_bounds(bounds.clone());
            let fitted = Fitted { capability: Some(capability), ..Fitted::default() };
            let fitted = checked(&Registry::built_in().with(fitted).unwrap(), "fitted");
            assert_eq!(fitted.fault, None, "{bounds:?}: {fitted:?}");
        }
    }
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
        (Some("`fitted` cannot be built for texts, which it claims: it has no end"), 0)
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

/// Draws what it is told to, wherever its capability sends it.
struct Writes {
    capability: Capability,
    draw: fn(&mut Stream, &mut Instance),
    /// The longest text of the place, at least 1.
    room: u64,
}

impl Writes {
    fn new(capability: Capability, draw: fn(&mut Stream, &mut Instance)) -> Self {
        Self { capability, draw, room: 0 }
    }
}

impl Generator for Writes {
    fn name(&self) -> &'static str {
        "writes"
    }

    fn capability(&self) -> Capability {
        self.capability.clone()
    }

    fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        let room = slot.lengths().1.unwrap_or(9);
        Ok(Some(Arc::new(Self { capability: self.capability(), draw: self.draw, room })))
    }

    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        (self.draw)(&mut stream.fork(&self.room.to_string()), out);
        Ok(())
    }
}

fn written(capability: Capability, draw: fn(&mut Stream, &mut Instance)) -> Checked {
    checked(&Registry::built_in().with(Writes::new(capability, draw)).unwrap(), "writes")
}

#[test]
fn what_is_not_promised_has_to_pass_now_and_then() {
    let pins = || Capability::texts().with_pattern("^[0-9]{4}$").with_lengths(4..=4);
    let half = written(pins(), |stream, out| {
        out.text(if stream.chance(0.5) { "1234" } else { "none" });
    });
    assert!(half.fault.is_none() && (0.4..0.6).contains(&half.passing()), "{half:?}");
    let never = written(pins(), |_, out| out.text("none"));
    assert_eq!(
        never.fault.as_deref(),
        Some(
            "0.00 % of what `writes` drew is valid where it claims to serve, such as not \"none\""
        )
    );
    // One of two hundred is too few for anybody to wait for, one of forty is not.
    let seldom = written(pins(), |stream, out| {
        out.text(if stream.chance(0.005) { "1234" } else { "none" });
    });
    assert!(seldom.fault.is_some() && seldom.passing() > 0.0, "{seldom:?}");
    let now_and_then = written(pins(), |stream, out| {
        out.text(if stream.chance(0.025) { "1234" } else { "none" });
    });
    assert!(now_and_then.fault.is_none() && !now_and_then.is_chosen(), "{now_and_then:?}");
}

/// Article numbers of as many digits as the place has room for; where it has room for none, of four.
struct Sku {
    room: u64,
}

impl Generator for Sku {
    fn name(&self) -> &'static str {
        "sku"
    }

    fn capability(&self) -> Capability {
        Capability::texts().with_lengths(4..=6).always()
    }

    fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        Ok(Some(Arc::new(Self { room: slot.lengths().1.unwrap_or(6) })))
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        let digits = if self.room == 4 { 4 } else { usize::try_from(self.room)?.min(6) - 4 };
        out.text(&format!("SKU-{}", "7".repeat(digits)));
        Ok(())
    }
}

#[test]
fn a_promise_that_breaks_at_an_edge_alone_is_found() {
    let edge = checked(&Registry::built_in().with(Sku { room: 6 }).unwrap(), "sku");
    let fault = edge.fault.as_deref();
    assert_eq!(fault, Some("`sku` drew \"SKU-7777\", which breaks its promise"));
    assert!(edge.rejected > 0 && edge.rejected < edge.draws / 4, "{edge:?}");
}

#[test]
fn a_format_that_nobody_knows_is_a_fault() {
    let word: fn(&mut Stream, &mut Instance) = |_, out| out.text("word");
    let slip = written(Capability::texts().with_format("emial").always(), word);
    assert_eq!(
        slip.fault.as_deref(),
        Some(
            "nothing knows the format `emial` that `writes` is for, or can judge it; \
             did you mean `email`?"
        )
    );
    let isbn = || Capability::texts().with_format("isbn-13").always();
    let unknown = written(isbn(), word).fault.unwrap_or_default();
    assert!(unknown.ends_with("say what its texts are: `with_judge`"), "{unknown}");
    let judged = written(isbn().with_judge(|value| value == "word"), word);
    assert_eq!((judged.fault, judged.rejected), (None, 0));
    let judged = written(isbn().with_judge(|value| value == "other"), word);
    assert_eq!(judged.fault.as_deref(), Some("`writes` drew \"word\", which breaks its promise"));
    // A format that only Foundry knows is judged by it.
    let version = written(Capability::texts().with_format("semver").always(), word);
    assert_eq!(version.fault.as_deref(), Some("`writes` drew \"word\", which breaks its promise"));
}

#[test]
fn generators_of_other_values_are_checked_as_well() {
    let list: fn(&mut Stream, &mut Instance) = |stream, out| {
        let array = out.open_array();
        for _ in 0..=stream.below(4) {
            out.boolean(true);
        }
        out.close_array(array);
    };
    let right = written(Capability::arrays().with_lengths(1..=5).always(), list);
    assert_eq!((right.fault, right.rejected), (None, 0));
    assert!(right.places > 5, "{}", right.places);
    for wrong in [Capability::arrays().with_lengths(1..=3), Capability::objects()] {
        let wrong = written(wrong.always(), list);
        assert!(wrong.fault.is_some_and(|fault| fault.ends_with("breaks its promise")));
    }
    let yes: fn(&mut Stream, &mut Instance) = |_, out| out.boolean(true);
    assert_eq!(written(Capability::booleans().always(), yes).fault, None);
    assert!(written(Capability::texts().always(), yes).fault.is_some());
}
