//! Overlapping sets of characters → symbols: groups of characters that no pattern tells apart.

use std::collections::{BTreeMap, BTreeSet};

use regex_syntax::hir::{Class, HirKind};

use super::charset::CharSet;
use super::error::{Budget, Limit};
use super::look::Side;
use super::nfa::{CharSets, SetId};

/// The number of a symbol.
pub(super) type Symbol = usize;

/// The symbols of some patterns.
#[derive(Debug)]
pub(super) struct Alphabet {
    symbols: Vec<CharSet>,
    /// What assertions know of a character of each symbol.
    sides: Vec<Side>,
    /// The symbols that each set is made of, in ascending order.
    members: Vec<Vec<Symbol>>,
}

impl Alphabet {
    /// The coarsest symbols that all of `sets` are made of. Where assertions look at their
    /// neighbours (`needed`), symbols also tell word characters and line ends apart.
    pub(super) fn build(sets: &CharSets, needed: Side, budget: &mut Budget) -> Result<Self, Limit> {
        let of_patterns = sets.as_slice();
        let watched: Vec<(Side, CharSet)> =
            watched_sets().into_iter().filter(|(side, _)| side.only(needed) == *side).collect();
        let all: Vec<&CharSet> =
            of_patterns.iter().chain(watched.iter().map(|(_, set)| set)).collect();
        let groups = split(&all, budget)?;
        if groups.len() as u64 > Limit::Symbols.value() {
            return Err(Limit::Symbols);
        }
        let mut alphabet = Self {
            symbols: Vec::with_capacity(groups.len()),
            sides: Vec::with_capacity(groups.len()),
            members: vec![Vec::new(); of_patterns.len()],
        };
        for (signature, ranges) in groups {
            let mut side = Side::PLAIN;
            let symbol = alphabet.symbols.len();
            for set in signature {
                match alphabet.members.get_mut(set) {
                    Some(members) => members.push(symbol),
                    None => side = side.and(watched[set - of_patterns.len()].0),
                }
            }
            alphabet.symbols.push(CharSet::from_ranges(ranges));
            alphabet.sides.push(side);
        }
        Ok(alphabet)
    }

    pub(super) fn len(&self) -> usize {
        self.symbols.len()
    }

    pub(super) fn side(&self, symbol: Symbol) -> Side {
        self.sides[symbol]
    }

    /// What can be known of a character, as far as `needed` asks for it.
    pub(super) fn sides(&self, needed: Side) -> BTreeSet<Side> {
        self.sides.iter().map(|side| side.only(needed)).collect()
    }

    /// The symbols of one set.
    pub(super) fn members(&self, set: SetId) -> &[Symbol] {
        &self.members[set as usize]
    }

    /// The characters of some symbols.
    pub(super) fn chars(&self, symbols: &[Symbol]) -> CharSet {
        CharSet::from_ranges(
            symbols.iter().flat_map(|symbol| self.symbols[*symbol].ranges()).copied(),
        )
    }
}

/// Ranges of characters by the numbers of the sets that they lie in.
type Groups = BTreeMap<Vec<usize>, Vec<(u32, u32)>>;

/// The ranges that lie in the same of `sets`.
fn split(sets: &[&CharSet], budget: &mut Budget) -> Result<Groups, Limit> {
    let mut events: Vec<(u32, usize, bool)> = Vec::new();
    for (number, set) in sets.iter().enumerate() {
        budget.spend(set.ranges().len())?;
        for (start, end) in set.ranges() {
            events.push((*start, number, true));
            events.push((end + 1, number, false));
        }
    }
    events.sort_unstable();
    let mut groups = Groups::new();
    let mut active: Vec<usize> = Vec::new();
    let mut from = 0;
    for (at, number, starts) in events {
        if at > from && !active.is_empty() {
            budget.spend(active.len())?;
            groups.entry(active.clone()).or_default().push((from, at - 1));
        }
        from = at;
        match (active.binary_search(&number), starts) {
            (Err(place), true) => active.insert(place, number),
            (Ok(place), false) => {
                active.remove(place);
            }
            // A set has no ranges that touch or overlap.
            _ => {}
        }
    }
    Ok(groups)
}

/// What assertions may ask of a character. A word character of ASCII is also one of Unicode.
fn watched_sets() -> [(Side, CharSet); 4] {
    let ascii = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];
    let ascii = CharSet::from_ranges(ascii.map(|(start, end)| (start.into(), end.into())));
    [
        (Side::WORD_UNICODE, unicode_word().unwrap_or_else(|| ascii.clone())),
        (Side::WORD_ASCII, ascii),
        (Side::LINE_FEED, CharSet::single('\n')),
        (Side::CARRIAGE_RETURN, CharSet::single('\r')),
    ]
}

fn unicode_word() -> Option<CharSet> {
    match regex_syntax::parse(r"\w").ok()?.into_kind() {
        HirKind::Class(Class::Unicode(class)) => Some(CharSet::from_class(&class)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_sets_are_split_into_symbols() {
        let mut sets = CharSets::default();
        let letters = sets.add(CharSet::from_ranges([(97, 122)]));
        let vowel = sets.add(CharSet::single('e'));
        let all = sets.add(CharSet::all());
        let alphabet =
            Alphabet::build(&sets, Side::PLAIN, &mut Budget::for_pattern()).expect("small");
        assert_eq!(alphabet.len(), 3);
        assert_eq!(alphabet.members(letters).len(), 2);
        assert_eq!(alphabet.members(vowel).len(), 1);
        assert_eq!(alphabet.chars(alphabet.members(letters)).len(), 26);
        assert_eq!(alphabet.chars(alphabet.members(all)), CharSet::all());
    }

    #[test]
    fn assertions_tell_words_apart() {
        let mut sets = CharSets::default();
        let all = sets.add(CharSet::all());
        let needed = Side::WORD_ASCII.and(Side::LINE_FEED);
        let alphabet = Alphabet::build(&sets, needed, &mut Budget::for_pattern()).expect("small");
        assert_eq!(alphabet.len(), 3);
        let sides: Vec<Side> =
            alphabet.members(all).iter().map(|symbol| alphabet.side(*symbol)).collect();
        assert!(sides.contains(&Side::WORD_ASCII) && sides.contains(&Side::LINE_FEED));
    }
}
