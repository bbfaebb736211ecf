//! Who comes first at a place that names no generator: the one order of selection, for those that are
//! built in and for all others.

use std::cmp::Reverse;
use std::fmt;

use super::{Entry, Registry, Slot};

/// How exact the statement is by which a generator is chosen, the least exact first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Level {
    pub(crate) by: By,
    pub(crate) tail: Tail,
    /// Whether a format is stated, and not a pattern alone.
    pub(crate) has_format: bool,
}

/// How much of the field's name a generator knows, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Tail {
    /// How many words of the name it covers.
    pub(crate) covered: usize,
    /// Whether the name ends so itself, and not its singular.
    pub(crate) is_as_written: bool,
    /// In how many words the generator writes them: `zipcode`, `zip code`.
    pub(crate) written_in: usize,
}

/// What a generator says of the places that it serves, the least exact first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum By {
    Type,
    /// The built-in texts of a pattern, in the place of which any others may stand that match it: those
    /// of the field, but not just any text.
    Pattern,
    Field,
    /// A format, or this very pattern.
    Exact,
    /// A format and a pattern.
    Both,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.by {
            By::Type => "type",
            By::Field => "field",
            By::Exact if self.has_format => "format",
            By::Exact | By::Pattern => "pattern",
            By::Both => "format and pattern",
        })
    }
}

/// What is built in for a place.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct BuiltIns {
    pub(crate) has_format: bool,
    pub(crate) has_pattern: bool,
    /// Whether the name of the field says what its values look like.
    pub(crate) has_field: bool,
}

/// A generator that may serve a place.
#[derive(Clone, Copy)]
pub(crate) struct Ranked<'r> {
    pub(crate) level: Level,
    score: u32,
    /// `None` for the built-in one.
    pub(crate) added: Option<&'r Entry>,
}

impl<'r> Ranked<'r> {
    /// A generator that is not built in; `None` where it does not serve the place.
    fn of(entry: &'r Entry, slot: &Slot<'_>) -> Option<Self> {
        let level = entry.capability.level(slot)?;
        Some(Self { level, score: entry.capability.score(), added: Some(entry) })
    }

    pub(crate) fn score(&self) -> u32 {
        self.score
    }

    /// What is greater comes first: the statement, then the score, then whoever is not built in; then who knows
    /// more of the field, then a format before a pattern, then the longer pattern. No two generators of a
    /// registry are equal: those that could be make one [claim](super::Capability::claims), and are refused.
    fn key(&self) -> impl Ord {
        let Level { by, tail, has_format } = self.level;
        let pattern = self.added.and_then(|entry| entry.capability.pattern.as_deref());
        let pattern = pattern.map(|pattern| (pattern.len(), Reverse(pattern)));
        (by, self.score, self.added.is_some(), tail, has_format, pattern)
    }
}

/// The generators that may serve `slot` though it names none, the best one first.
pub(crate) fn rank<'r>(
    registry: &'r Registry,
    slot: &Slot<'_>,
    built_ins: BuiltIns,
) -> Vec<Ranked<'r>> {
    let added = registry.entries().iter().filter_map(|entry| Ranked::of(entry, slot));
    let built_in = |by, has_format| {
        let level = Level { by, tail: Tail::default(), has_format };
        Ranked { level, score: 0, added: None }
    };
    let mut ranked: Vec<Ranked<'r>> = added.collect();
    ranked.extend(built_ins.has_format.then(|| built_in(By::Exact, true)));
    ranked.extend(built_ins.has_field.then(|| built_in(By::Field, false)));
    ranked.extend(built_ins.has_pattern.then(|| built_in(By::Pattern, false)));
    ranked.push(built_in(By::Type, false));
    ranked.sort_by(|one, two| two.key().cmp(&one.key()));
    ranked
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::generators::services::Services;
    use crate::generators::{Capability, Generator, GeneratorError, Named, ValueType};
    use crate::instance::Instance;
    use crate::seed::Stream;

    struct Claims(String, Capability);

    impl Generator for Claims {
        fn name(&self) -> &str {
            &self.0
        }

        fn capability(&self) -> Capability {
            self.1.clone()
        }

        fn draw(&self, _: &mut Stream, _: &mut Instance) -> Result<(), GeneratorError> {
            Ok(())
        }
    }

    const FIELDS: [&[&str]; 9] = [
        &[],
        &["code"],
        &["codes"],
        &["zip code"],
        &["zipcode"],
        &["zi pcode"],
        &["my zipcode"],
        &["zip codes", "my zipcodes"],
        &["zip code", "code"],
    ];

    const NAMES: [&str; 7] =
        ["code", "codes", "zip_code", "my_zip_code", "my_zip_codes", "zipcodes", "barcode"];

    /// Texts by any of a few formats, patterns, fields and windows, and numbers.
    fn capabilities() -> Vec<Capability> {
        let mut made =
            vec![Capability::integers(), Capability::numbers(), Capability::none(), both_types()];
        for format in [None, Some("email"), Some("isbn")] {
            for pattern in [None, Some("^a"), Some("b$"), Some("abc")] {
                for fields in FIELDS {
                    for lengths in [None, Some(1..=5)] {
                        let mut one = Capability::texts().with_fields(fields);
                        one = format.map_or(one.clone(), |format| one.with_format(format));
                        one = pattern.map_or(one.clone(), |pattern| one.with_pattern(pattern));
                        made.push(lengths.map_or(one.clone(), |lengths| one.with_lengths(lengths)));
                    }
                }
            }
        }
        made.push(Capability::texts().with_format("email").with_score(3));
        made.push(Capability::texts().with_fields(["code"]).only_by_name());
        made
    }

    fn both_types() -> Capability {
        Capability { types: vec![ValueType::Text, ValueType::Integer], ..Capability::texts() }
    }

    fn entry(capability: &Capability) -> Entry {
        let generator = Arc::new(Claims("one".to_owned(), capability.clone()));
        Entry {
            named: Named::ask(generator),
            about: String::new(),
            capability: capability.clone(),
            source: String::new(),
        }
    }

    fn slots(services: &Services) -> Vec<Slot<'_>> {
        let mut slots = Vec::new();
        for field in NAMES.into_iter().map(Some).chain([None]) {
            for format in [None, Some("email"), Some("isbn")] {
                for patterns in [&[][..], &["^a"], &["^a", "b$"], &["abc", "b$", "^a"]] {
                    let mut slot = Slot::new(ValueType::Text, "", field, services);
                    slot.format = format.map(str::to_owned);
                    slot.patterns = patterns.iter().map(|one| (*one).to_owned()).collect();
                    slots.push(slot);
                }
            }
            slots.push(Slot::new(ValueType::Integer, "", field, services));
        }
        slots
    }

    /// The places of `slots` that two generators both serve, and at how many of them nothing says which comes
    /// first.
    fn ties(one: &Entry, other: &Entry, slots: &[Slot<'_>]) -> (usize, usize) {
        let mut found = (0, 0);
        for slot in slots {
            if let (Some(one), Some(other)) = (Ranked::of(one, slot), Ranked::of(other, slot)) {
                found.0 += 1;
                found.1 += usize::from(one.key() == other.key());
            }
        }
        found
    }

    #[test]
    fn what_may_tie_is_refused_and_what_is_not_refused_has_an_order() {
        let registry = Registry::built_in();
        let slots = slots(registry.services());
        let entries: Vec<Entry> = capabilities().iter().map(entry).collect();
        let (mut refused, mut met) = (0, 0);
        for (at, one) in entries.iter().enumerate() {
            for other in &entries[..at] {
                let (both, ties) = ties(one, other, &slots);
                let (one, other) = (&one.capability, &other.capability);
                if one.shared_claim(other).is_some() {
                    assert!(ties > 0, "{one:?} and {other:?} never tie");
                    refused += 1;
                } else {
                    assert_eq!(ties, 0, "{one:?} and {other:?} tie");
                    met += both;
                }
            }
        }
        assert!(refused > 300 && met > 100_000, "{refused} {met}");
    }

    /// A word or several of very few letters, so that they meet in all ways: split elsewhere, longer, in the
    /// plural.
    fn names() -> impl Strategy<Value = String> {
        prop::collection::vec("[ab]{1,2}s?", 1..4).prop_map(|words| words.join("_"))
    }

    fn any_capability() -> impl Strategy<Value = Capability> {
        let types = prop::sample::subsequence(
            vec![ValueType::Text, ValueType::Integer, ValueType::Number, ValueType::Array],
            1..3,
        );
        let format = prop::option::of(prop::sample::select(vec!["f", "g"]));
        let pattern = prop::option::of(prop::sample::select(vec!["a", "b", "aa", "ab"]));
        let fields = prop::collection::vec(names(), 0..3);
        (types, format, pattern, fields, 0..2_u32).prop_map(
            |(types, format, pattern, fields, score)| {
                let one = Capability { types, ..Capability::texts() };
                let one = one.with_fields(fields).with_score(score);
                Capability {
                    format: format.map(str::to_owned),
                    pattern: pattern.map(str::to_owned),
                    ..one
                }
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

        #[test]
        fn no_place_makes_two_of_one_registry_tie(
            one in any_capability(),
            other in any_capability(),
            name in names(),
            ty in 0..4_usize,
            format in prop::option::of(prop::sample::select(vec!["f", "g"])),
            patterns in prop::sample::subsequence(vec!["a", "b", "aa", "ab"], 0..=4),
        ) {
            let registry = Registry::built_in();
            let types = [ValueType::Text, ValueType::Integer, ValueType::Number, ValueType::Array];
            let mut slot = Slot::new(types[ty], "", Some(&name), registry.services());
            slot.format = format.map(str::to_owned);
            slot.patterns = patterns.into_iter().map(str::to_owned).collect();
            if one.shared_claim(&other).is_none() {
                let (one, other) = (entry(&one), entry(&other));
                prop_assert_eq!(ties(&one, &other, &[slot]).1, 0);
            }
        }
    }
}
