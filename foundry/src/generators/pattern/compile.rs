//! Patterns and a window of lengths → texts, from the first automaton that is small enough.

use regex_syntax::hir::Hir;

use super::Wanted;
use super::alphabet::Alphabet;
use super::check::Check;
use super::error::{Budget, Limit, PatternError};
use super::look::Side;
use super::machine;
use super::nfa::{self, CharSets, Extent, Nfa};
use super::source::Source;
use super::table::Texts;
use super::walk::{Mode, Walk, needed_sides};

/// How far above the shortest length texts may go where the window does.
pub(super) const SPREAD: u64 = 64;

/// How often a text matches from end to end where `^` and `$` do not ask for it: text around the
/// match is what the pattern allows, not what it is about.
const WHOLE_SHARE: f64 = 0.8;

/// The same where the pattern has one of the two: it is about how a text begins or ends.
const WHOLE_SHARE_ANCHORED: f64 = 0.35;

/// All that texts must do, in the form that automata are built from.
#[derive(Debug)]
pub(super) struct Task {
    min_chars: u64,
    max_chars: Option<u64>,
    /// How far above the shortest length texts may go.
    spread: u64,
    required: Vec<Source>,
    /// What texts must match besides, in any part of them.
    conditions: Vec<Hir>,
    /// What texts must not match in any part of them.
    excluded: Vec<Hir>,
    /// The same as patterns, as far as they are the caller's.
    excluded_patterns: Vec<String>,
    checks: Vec<(Check, bool)>,
}

/// The texts of a task.
#[derive(Debug)]
pub(super) struct Solution {
    pub(super) texts: Texts,
    /// Whether these are all there are, each with one way through the automaton.
    pub(super) is_countable: bool,
    /// Whether each of them has one way through the automaton, though there may be more texts.
    pub(super) is_told_apart: bool,
    /// Whether conditions and exclusions were left to checks, because the automaton became too
    /// large.
    forgets: bool,
}

impl Task {
    pub(super) fn read(wanted: &Wanted, spread: u64) -> Result<Self, PatternError> {
        let Wanted { patterns, excluded, min_chars, max_chars } = wanted;
        let mut task = Self {
            min_chars: *min_chars,
            max_chars: *max_chars,
            spread,
            required: Vec::new(),
            conditions: Vec::new(),
            excluded: Vec::new(),
            excluded_patterns: Vec::new(),
            checks: Vec::new(),
        };
        if patterns.is_empty() {
            task.conditions.push(Hir::empty());
        }
        for pattern in patterns {
            let mut source = Source::read(pattern)?;
            for (hir, holds) in std::mem::take(&mut source.conditions) {
                if holds { task.conditions.push(hir) } else { task.excluded.push(hir) }
            }
            task.checks.extend(source.check.take().map(|check| (check, true)));
            task.required.push(source);
        }
        for pattern in excluded {
            let source = Source::read(pattern)?;
            if let Some(check) = source.check {
                task.checks.push((check, false));
            } else {
                task.excluded.push(source.hir);
                task.excluded_patterns.push(pattern.clone());
            }
        }
        Ok(task)
    }

    /// Whether every text that matches in part matches as a whole.
    pub(super) fn is_whole(&self) -> bool {
        self.required.iter().all(|source| source.anchors() == (true, true))
    }

    /// How often a text should match as a whole, where that is not the same.
    pub(super) fn whole_share(&self) -> f64 {
        let share = |source: &Source| match source.anchors() {
            (true, true) => 1.0,
            (false, false) => WHOLE_SHARE,
            _ => WHOLE_SHARE_ANCHORED,
        };
        self.required.iter().map(share).fold(1.0, f64::min)
    }

    /// Whether there may be texts though none was found.
    pub(super) fn is_narrowed(&self) -> bool {
        self.required.iter().any(|source| source.is_narrowed)
    }

    /// The texts that match, or `None` where there are none.
    pub(super) fn solve(
        &self,
        extent: Extent,
        total: &mut Budget,
    ) -> Result<Option<Solution>, Limit> {
        let mut result = Err(Limit::States);
        for forgets in [false, true] {
            if forgets && self.excluded.is_empty() && self.conditions.is_empty() {
                break;
            }
            for mode in [Mode::Sets, Mode::Paths] {
                let mut budget = total.take();
                result = self.attempt(extent, mode, forgets, &mut budget);
                total.give_back(&budget);
                if matches!(result, Ok(_) | Err(Limit::Chars)) {
                    return result;
                }
            }
        }
        result
    }

    /// What must be asked of every text of `solutions`.
    pub(super) fn into_checks(
        mut self,
        solutions: [Option<&Solution>; 2],
    ) -> Result<Vec<(Check, bool)>, PatternError> {
        if solutions.into_iter().flatten().any(|solution| solution.forgets) {
            for pattern in &self.excluded_patterns {
                self.checks.push((Check::compile(pattern)?, false));
            }
        }
        Ok(self.checks)
    }

    fn attempt(
        &self,
        extent: Extent,
        mode: Mode,
        forgets: bool,
        budget: &mut Budget,
    ) -> Result<Option<Solution>, Limit> {
        let max = self.max_chars.unwrap_or(u64::MAX);
        let mut shortest = self.min_chars;
        let required = self.required.iter().map(|source| &source.hir);
        for hir in required.chain(&self.conditions) {
            shortest = shortest.max(nfa::shortest(hir, budget)?);
        }
        if shortest > max {
            return Ok(None);
        }
        if shortest > Limit::Chars.value() {
            return Err(Limit::Chars);
        }
        let mut horizon = (shortest + self.spread).min(Limit::Chars.value()).min(max);
        loop {
            let automata = self.build(extent, forgets, horizon, budget)?;
            let (texts, is_cut) = automata.into_texts(mode, self.min_chars, horizon, budget)?;
            let is_all = horizon == max || (texts.is_finished() && !is_cut);
            if !texts.is_empty() {
                let is_told_apart = mode == Mode::Sets && !forgets;
                let is_countable = is_all && is_told_apart;
                return Ok(Some(Solution { texts, is_countable, is_told_apart, forgets }));
            }
            if is_all {
                return Ok(None);
            }
            if horizon >= Limit::Chars.value() {
                return Err(Limit::Chars);
            }
            // What was found so far is too short, or longer than anybody thought.
            horizon = horizon.saturating_mul(4).min(Limit::Chars.value()).min(max);
        }
    }

    fn build(
        &self,
        extent: Extent,
        forgets: bool,
        horizon: u64,
        budget: &mut Budget,
    ) -> Result<Automata, Limit> {
        let mut sets = CharSets::default();
        let mut build = |hir, extent| nfa::build(hir, extent, horizon, &mut sets, budget);
        let mut automata = Automata::default();
        for source in &self.required {
            automata.required.push(build(&source.hir, extent)?);
        }
        if !forgets || self.required.is_empty() {
            for condition in &self.conditions {
                automata.required.push(build(condition, Extent::Part)?);
            }
        }
        if !forgets {
            for hir in &self.excluded {
                automata.excluded.push(build(hir, Extent::Part)?);
            }
        }
        automata.sets = sets;
        Ok(automata)
    }
}

/// One automaton for each pattern.
#[derive(Default)]
struct Automata {
    required: Vec<Nfa>,
    excluded: Vec<Nfa>,
    sets: CharSets,
}

impl Automata {
    /// The texts that all of them allow, and whether longer ones than `horizon` were left out.
    fn into_texts(
        self,
        mode: Mode,
        min_chars: u64,
        horizon: u64,
        budget: &mut Budget,
    ) -> Result<(Texts, bool), Limit> {
        let all = || self.required.iter().chain(&self.excluded);
        let is_cut = all().any(|nfa| nfa.is_cut);
        let needed = all().map(needed_sides).fold(Side::PLAIN, Side::and);
        let alphabet = Alphabet::build(&self.sets, needed, budget)?;
        let mut required = Vec::new();
        for nfa in self.required {
            required.push(Walk::new(nfa, mode, budget)?);
        }
        let mut excluded = Vec::new();
        for nfa in self.excluded {
            // What must not be needs all ways at once.
            excluded.push(Walk::new(nfa, Mode::Sets, budget)?);
        }
        let machine = machine::explore(required, excluded, &alphabet, horizon, budget)?;
        let is_cut = is_cut || machine.is_cut;
        Ok((Texts::new(machine, min_chars, horizon, budget)?, is_cut))
    }
}
