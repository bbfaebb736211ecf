//! Who comes first at a place that names no generator: the one order of selection, for those that are
//! built in and for all others.

use std::fmt;

use super::{Entry, Registry, Slot};

/// How exact the statement is by which a generator is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Level {
    pub(crate) by: By,
    /// How many words of the field's name the generator knows.
    pub(crate) words: usize,
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

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Type => "type",
            Self::Pattern => "pattern",
            Self::Field => "field",
            Self::Exact => "format or pattern",
            Self::Both => "format and pattern",
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

impl Ranked<'_> {
    /// Whether nothing says which of the two comes first.
    pub(crate) fn ties_with(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    pub(crate) fn score(&self) -> u32 {
        self.score
    }

    /// What is greater comes first: the statement, then the score, then whoever is not built in; then
    /// more words.
    fn key(&self) -> (By, u32, bool, usize) {
        (self.level.by, self.score, self.added.is_some(), self.level.words)
    }
}

/// The generators that may serve `slot` though it names none, the best one first.
pub(crate) fn rank<'r>(
    registry: &'r Registry,
    slot: &Slot<'_>,
    built_ins: BuiltIns,
) -> Vec<Ranked<'r>> {
    let added = registry.entries().iter().filter_map(|entry| {
        let level = entry.capability.level(slot)?;
        Some(Ranked { level, score: entry.capability.score(), added: Some(entry) })
    });
    let built_in = |by| Ranked { level: Level { by, words: 0 }, score: 0, added: None };
    let mut ranked: Vec<Ranked<'r>> = added.collect();
    ranked.extend(built_ins.has_format.then(|| built_in(By::Exact)));
    ranked.extend(built_ins.has_field.then(|| built_in(By::Field)));
    ranked.extend(built_ins.has_pattern.then(|| built_in(By::Pattern)));
    ranked.push(built_in(By::Type));
    // What ties is refused where both would serve; the names make that error the same each time.
    let name = |one: &Ranked<'r>| one.added.map(|entry| entry.generator.name());
    ranked.sort_by(|one, two| two.key().cmp(&one.key()).then_with(|| name(one).cmp(&name(two))));
    ranked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generators::{Capability, Generator, GeneratorError, ValueType};
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

    /// Texts by any of two formats, patterns and fields, in any of two windows.
    fn capabilities() -> Vec<Capability> {
        let mut made = vec![Capability::integers(), Capability::numbers()];
        for format in [None, Some("email"), Some("isbn")] {
            for pattern in [None, Some("^a"), Some("b$")] {
                for fields in [&[][..], &["code"], &["zip code"], &["zip code", "code"]] {
                    for lengths in [None, Some(1..=5), Some(7..=9)] {
                        let mut one = Capability::texts().with_fields(fields);
                        one = format.map_or(one.clone(), |format| one.with_format(format));
                        one = pattern.map_or(one.clone(), |pattern| one.with_pattern(pattern));
                        made.push(lengths.map_or(one.clone(), |lengths| one.with_lengths(lengths)));
                    }
                }
            }
        }
        made
    }

    #[test]
    fn what_is_registered_beside_each_other_ties_only_where_a_place_says_two_things() {
        let registry = Registry::built_in();
        let services = registry.services();
        let mut slots = Vec::new();
        for field in [None, Some("code"), Some("zip_code"), Some("my_zip_code"), Some("barcode")] {
            for format in [None, Some("email")] {
                for patterns in [&[][..], &["^a"], &["^a", "b$"]] {
                    let mut slot = Slot::new(ValueType::Text, "", field, services);
                    slot.format = format.map(str::to_owned);
                    slot.patterns = patterns.iter().map(|one| (*one).to_owned()).collect();
                    slots.push(slot);
                }
            }
            slots.push(Slot::new(ValueType::Integer, "", field, services));
        }
        let (mut refused, mut met) = (0, 0);
        let capabilities = capabilities();
        for (at, one) in capabilities.iter().enumerate() {
            for other in &capabilities[..at] {
                let registry = Registry::built_in().with(Claims("one".to_owned(), one.clone()));
                let both = registry.unwrap().with(Claims("other".to_owned(), other.clone()));
                let Ok(both) = both else {
                    refused += 1;
                    continue;
                };
                for slot in &slots {
                    let ranked = rank(&both, slot, BuiltIns::default());
                    if let [first, second, _] = ranked.as_slice()
                        && first.ties_with(second)
                    {
                        met += 1;
                        let said = usize::from(slot.format.is_some()) + slot.patterns.len();
                        assert!(said > 1, "{one:?} and {other:?} tie at {slot:?}");
                    }
                }
            }
        }
        assert!(refused > 100 && met > 100, "{refused} {met}");
    }
}
