//! A regular expression → an automaton whose states read one character each.

use std::collections::BTreeMap;

use regex_syntax::hir::{Class, Hir, HirKind, Look, Repetition};

use super::charset::CharSet;
use super::error::{Budget, Limit};

/// The number of a state.
pub(super) type StateId = u32;

/// The number of a set of characters.
pub(super) type SetId = u32;

#[derive(Debug, Clone)]
pub(super) enum State {
    /// Reads one character of a set.
    Read { set: SetId, next: StateId },
    /// Goes on at any of these without reading.
    Split(Vec<StateId>),
    /// Goes on where the assertion holds.
    Look { look: Look, next: StateId },
    /// The end of a match.
    Match,
}

/// Whether a text matches as a whole, or where a part of it does, as JSON Schema has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    Whole,
    Part,
}

/// The automaton of one pattern.
#[derive(Debug)]
pub(super) struct Nfa {
    pub(super) states: Vec<State>,
    pub(super) start: StateId,
    /// From here everything matches.
    pub(super) matched: Option<StateId>,
    /// Whether parts were left out that only texts longer than the horizon could match.
    pub(super) is_cut: bool,
}

/// The sets of characters that automata share, each once.
#[derive(Debug, Default)]
pub(super) struct CharSets {
    sets: Vec<CharSet>,
    index: BTreeMap<CharSet, SetId>,
}

impl CharSets {
    pub(super) fn add(&mut self, set: CharSet) -> SetId {
        if let Some(id) = self.index.get(&set) {
            return *id;
        }
        let id = id(self.sets.len());
        self.index.insert(set.clone(), id);
        self.sets.push(set);
        id
    }

    pub(super) fn as_slice(&self) -> &[CharSet] {
        &self.sets
    }
}

/// The automaton of `hir` for texts of up to `horizon` characters: what a longer one would need is
/// left out, so that `.{0,65535}` is as small as `.*`.
pub(super) fn build(
    hir: &Hir,
    extent: Extent,
    horizon: u64,
    sets: &mut CharSets,
    budget: &mut Budget,
) -> Result<Nfa, Limit> {
    let mut builder = Builder { states: Vec::new(), horizon, is_cut: false, sets, budget };
    let end = builder.push(State::Match)?;
    if extent == Extent::Whole {
        let start = builder.add(hir, end)?;
        let Builder { states, is_cut, .. } = builder;
        return Ok(Nfa { states, start, matched: None, is_cut });
    }
    let any = builder.sets.add(CharSet::all());
    let matched = builder.push(State::Split(Vec::new()))?;
    let after = builder.push(State::Read { set: any, next: matched })?;
    builder.set_split(matched, vec![end, after]);
    let inner = builder.add(hir, matched)?;
    let start = builder.push(State::Split(Vec::new()))?;
    let before = builder.push(State::Read { set: any, next: start })?;
    builder.set_split(start, vec![inner, before]);
    let Builder { states, is_cut, .. } = builder;
    Ok(Nfa { states, start, matched: Some(matched), is_cut })
}

/// The fewest characters that `hir` matches.
pub(super) fn shortest(hir: &Hir, budget: &mut Budget) -> Result<u64, Limit> {
    budget.spend(1)?;
    Ok(match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 0,
        HirKind::Literal(literal) => {
            literal.0.iter().filter(|byte| (**byte & 0xc0) != 0x80).count() as u64
        }
        HirKind::Class(_) => 1,
        HirKind::Repetition(repetition) => {
            u64::from(repetition.min).saturating_mul(shortest(&repetition.sub, budget)?)
        }
        HirKind::Capture(capture) => shortest(&capture.sub, budget)?,
        HirKind::Concat(parts) => parts.iter().try_fold(0, |sum: u64, part| {
            shortest(part, budget).map(|chars| sum.saturating_add(chars))
        })?,
        HirKind::Alternation(branches) => branches.iter().try_fold(u64::MAX, |least, branch| {
            shortest(branch, budget).map(|chars| least.min(chars))
        })?,
    })
}

struct Builder<'a> {
    states: Vec<State>,
    horizon: u64,
    is_cut: bool,
    sets: &'a mut CharSets,
    budget: &'a mut Budget,
}

impl Builder<'_> {
    /// Adds the states of `hir`, from which it goes on at `next`, and gives the first of them.
    fn add(&mut self, hir: &Hir, next: StateId) -> Result<StateId, Limit> {
        self.budget.spend(1)?;
        match hir.kind() {
            HirKind::Empty => Ok(next),
            HirKind::Literal(literal) => {
                let text = String::from_utf8_lossy(&literal.0);
                text.chars().rev().try_fold(next, |next, c| self.read(CharSet::single(c), next))
            }
            HirKind::Class(class) => self.read(read_class(class), next),
            HirKind::Look(look) => self.push(State::Look { look: *look, next }),
            HirKind::Repetition(repetition) => self.repeat(repetition, next),
            HirKind::Capture(capture) => self.add(&capture.sub, next),
            HirKind::Concat(parts) => {
                parts.iter().rev().try_fold(next, |next, part| self.add(part, next))
            }
            HirKind::Alternation(branches) => {
                let first: Result<Vec<_>, _> =
                    branches.iter().map(|branch| self.add(branch, next)).collect();
                self.push(State::Split(first?))
            }
        }
    }

    fn repeat(&mut self, repetition: &Repetition, next: StateId) -> Result<StateId, Limit> {
        let sub = &repetition.sub;
        let each = shortest(sub, self.budget)?;
        // Where the part may be empty, fewer repetitions are more of the empty ones.
        let may_be_empty = each == 0 && sub.properties().look_set().is_empty();
        let min = if may_be_empty { 0 } else { u64::from(repetition.min) };
        if min.saturating_mul(each) > self.horizon {
            self.is_cut = true;
            return self.push(State::Split(Vec::new()));
        }
        let max = repetition
            .max
            .map(u64::from)
            .filter(|max| max.saturating_mul(each.max(1)) < self.horizon);
        if let Some(max) = max {
            let mut first = next;
            for _ in min..max {
                let part = self.add(sub, first)?;
                first = self.push(State::Split(vec![part, next]))?;
            }
            return self.add_times(sub, min, first);
        }
        let again = self.push(State::Split(Vec::new()))?;
        let part = self.add(sub, again)?;
        self.set_split(again, vec![part, next]);
        // `x+` is one `x` with a way back: a copy would double at every nesting.
        if min == 0 { Ok(again) } else { self.add_times(sub, min - 1, part) }
    }

    fn add_times(&mut self, hir: &Hir, times: u64, next: StateId) -> Result<StateId, Limit> {
        (0..times).try_fold(next, |next, _| self.add(hir, next))
    }

    fn read(&mut self, set: CharSet, next: StateId) -> Result<StateId, Limit> {
        if set.is_empty() {
            return self.push(State::Split(Vec::new()));
        }
        let set = self.sets.add(set);
        self.push(State::Read { set, next })
    }

    fn push(&mut self, state: State) -> Result<StateId, Limit> {
        if self.states.len() as u64 >= Limit::NfaStates.value() {
            return Err(Limit::NfaStates);
        }
        self.budget.spend(1)?;
        self.states.push(state);
        Ok(id(self.states.len() - 1))
    }

    fn set_split(&mut self, state: StateId, to: Vec<StateId>) {
        self.states[state as usize] = State::Split(to);
    }
}

fn read_class(class: &Class) -> CharSet {
    match class {
        Class::Unicode(class) => CharSet::from_class(class),
        // `(?-u:…)`: within a pattern for text such a class holds ASCII only.
        Class::Bytes(class) => CharSet::from_ranges(
            class.ranges().iter().map(|range| (range.start().into(), range.end().into())),
        ),
    }
}

/// Numbers of states are below [`Limit::NfaStates`], so they fit.
pub(super) fn id(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
