//! Regular expressions, as JSON Schema uses them → texts that match them.
//!
//! Patterns are read by the crates that the validator reads them with, become automata, are followed
//! together over all texts of the wanted length, and leave a graph in which every walk is a match.

mod alphabet;
mod cache;
mod charset;
mod check;
mod compile;
mod count;
mod error;
mod look;
mod look_around;
mod machine;
mod nfa;
mod numbering;
mod palette;
mod source;
mod straight;
mod table;
mod walk;

#[cfg(test)]
mod tests;

use std::sync::{Arc, OnceLock};

pub(crate) use self::cache::{PatternCache, matcher};
use self::check::Check;
use self::compile::{SPREAD, Solution, Task};
pub(crate) use self::count::MOST_TEXTS;
use self::count::{Characters, Counts};
use self::error::Budget;
pub(crate) use self::error::PatternError;
use self::nfa::Extent;
pub(crate) use self::numbering::Numbering;
use self::table::Texts;
use crate::seed::{Path, Seed, Stream};

/// How many texts are drawn on trial where the automaton leaves something open.
const TRIALS: u32 = 2000;

/// So many texts that passed are enough.
const PASSED: usize = 32;

/// How often one text is drawn again. After that it is one of those that passed on trial.
const ATTEMPTS: u32 = 100;

/// What texts are asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Wanted {
    patterns: Vec<String>,
    excluded: Vec<String>,
    min_chars: u64,
    max_chars: Option<u64>,
}

/// The texts that match all of some patterns and none of others, within a window of lengths.
#[derive(Debug)]
pub(crate) struct Pattern {
    wanted: Wanted,
    /// Texts that the patterns match from end to end.
    whole: Option<Texts>,
    /// Texts with a part that they match; not there where that is the same.
    part: Option<Texts>,
    /// How often a text is taken from `whole`, where there are both.
    whole_share: f64,
    /// What must hold beyond what the automata know: a matcher, and what it should say.
    checks: Vec<(Check, bool)>,
    /// Texts that passed the checks beforehand.
    passed: Vec<String>,
    shortest: String,
    /// Whether the texts are all there are, each with one way through the automaton.
    is_countable: bool,
    /// Whether each text of `whole`, and each of `part`, has one way through its automaton.
    is_told_apart: [bool; 2],
    counts: OnceLock<Option<Counts>>,
}

impl Wanted {
    fn new(
        patterns: &[String],
        excluded: &[String],
        min_chars: u64,
        max_chars: Option<u64>,
    ) -> Self {
        let (patterns, excluded) = (patterns.to_vec(), excluded.to_vec());
        Self { patterns, excluded, min_chars, max_chars }
    }

    /// What errors call it.
    fn source(&self) -> String {
        self.patterns.iter().chain(&self.excluded).next().cloned().unwrap_or_default()
    }
}

impl Pattern {
    /// Prepares the texts of `min_chars` to `max_chars` characters that match all of `patterns` and
    /// none of `excluded`.
    ///
    /// # Errors
    ///
    /// When a pattern does not parse, needs more than a limit allows, has a backreference, or when
    /// no such text exists or none is found.
    pub(crate) fn compile(
        patterns: &[String],
        excluded: &[String],
        min_chars: u64,
        max_chars: Option<u64>,
    ) -> Result<Self, PatternError> {
        Self::within(Wanted::new(patterns, excluded, min_chars, max_chars), SPREAD)
    }

    /// The texts of up to `spread` characters more than the shortest one, and of more where there is
    /// none else.
    fn within(wanted: Wanted, spread: u64) -> Result<Self, PatternError> {
        let task = Task::read(&wanted, spread)?;
        let source = wanted.source();
        let none = || {
            if task.is_narrowed() {
                return PatternError::Unsupported {
                    pattern: source.clone(),
                    feature: "look-around",
                };
            }
            let Wanted { patterns, excluded, min_chars, max_chars } = wanted.clone();
            PatternError::Empty { patterns, excluded, min_chars, max_chars }
        };
        let mut steps = Budget::for_pattern();
        let (whole, part) = if task.is_whole() {
            let whole =
                task.solve(Extent::Whole, &mut steps).map_err(|limit| limit.exceeded(&source))?;
            (Some(whole.ok_or_else(none)?), None)
        } else {
            let whole = task.solve(Extent::Whole, &mut steps);
            // Only the parts tell whether there is anything; but the whole will do.
            match (whole, task.solve(Extent::Part, &mut steps)) {
                (Ok(None) | Err(_), Ok(None)) => return Err(none()),
                (Ok(None) | Err(_), Err(limit)) => return Err(limit.exceeded(&source)),
                (whole, part) => (whole.ok().flatten(), part.ok().flatten()),
            }
        };
        let whole_share = task.whole_share();
        let is_countable = match (&whole, &part) {
            (_, Some(part)) => part.is_countable,
            (Some(whole), None) => task.is_whole() && whole.is_countable,
            (None, None) => false,
        };
        let is_told_apart = [&whole, &part]
            .map(|solution: &Option<Solution>| solution.as_ref().is_some_and(|s| s.is_told_apart));
        let checks = task.into_checks([whole.as_ref(), part.as_ref()])?;
        let mut pattern = Self {
            wanted,
            whole: whole.map(|solution| solution.texts),
            part: part.map(|solution| solution.texts),
            whole_share,
            is_countable: is_countable && checks.is_empty(),
            is_told_apart,
            checks,
            passed: Vec::new(),
            shortest: String::new(),
            counts: OnceLock::new(),
        };
        pattern.prepare()?;
        Ok(pattern)
    }

    /// Appends one text.
    pub(crate) fn draw(&self, stream: &mut Stream, out: &mut String) {
        if self.checks.is_empty() {
            self.draw_once(stream, out);
            return;
        }
        let start = out.len();
        for _ in 0..ATTEMPTS {
            self.draw_once(stream, out);
            if self.passes(&out[start..]) {
                return;
            }
            out.truncate(start);
        }
        if let Some(text) = stream.choose(&self.passed) {
            out.push_str(text);
        }
    }

    /// A text of the least length, or of the least that was found where a pattern has look-around.
    pub(crate) fn shortest(&self) -> &str {
        &self.shortest
    }

    /// How many texts there are; `None` where they are not counted: without an end, more than a
    /// `u64` holds, or with look-around.
    pub(crate) fn count(&self) -> Option<u64> {
        let counts = self.counts()?;
        // What overflows stays at the limit.
        u64::try_from(counts.total()).ok()
    }

    /// The text number `number` of [`Self::count`]: each once, short ones first.
    pub(crate) fn nth(&self, number: u64) -> Option<String> {
        let mut text = String::new();
        // Of so few texts none is left to chance.
        let mut stream = Seed::from(0).row(0).stream(Path::ROOT);
        self.counts()?.write(self.all()?, number.into(), &mut stream, &mut text)?;
        Some(text)
    }

    /// Finds the shortest text, and whether the checks let texts pass at all.
    fn prepare(&mut self) -> Result<(), PatternError> {
        if self.checks.is_empty() {
            let shortest = [&self.whole, &self.part].into_iter().flatten().map(Texts::shortest);
            self.shortest = shortest.min_by_key(|text| text.chars().count()).unwrap_or_default();
            return Ok(());
        }
        for row in 0..u64::from(TRIALS) {
            let mut text = String::new();
            self.draw_once(&mut Seed::from(0).row(row).stream(Path::ROOT), &mut text);
            if self.passes(&text) {
                self.passed.push(text);
            }
            if self.passed.len() == PASSED {
                break;
            }
        }
        let Some(shortest) = self.passed.iter().min_by_key(|text| text.chars().count()) else {
            let pattern = self.wanted.source();
            return Err(PatternError::Exhausted { pattern, attempts: TRIALS });
        };
        self.shortest.clone_from(shortest);
        Ok(())
    }

    fn draw_once(&self, stream: &mut Stream, out: &mut String) {
        let texts = match (&self.whole, &self.part) {
            (Some(whole), Some(_)) if stream.chance(self.whole_share) => Some(whole),
            (_, Some(part)) => Some(part),
            (whole, None) => whole.as_ref(),
        };
        if let Some(texts) = texts {
            texts.draw(stream, out);
        }
    }

    /// Texts that are told apart by numbers: as many as there are, up to a limit, the shortest first.
    /// `None` where something is left to checks, or where a text may be spelled in two ways.
    pub(crate) fn numbering(self: &Arc<Self>) -> Option<Numbering> {
        Numbering::new(self)
    }

    fn passes(&self, text: &str) -> bool {
        self.checks.iter().all(|(check, expected)| check.matches(text) == Some(*expected))
    }

    /// The texts that are all there are.
    fn all(&self) -> Option<&Texts> {
        self.part.as_ref().or(self.whole.as_ref())
    }

    fn counts(&self) -> Option<&Counts> {
        let count = || {
            let all = self.all().filter(|_| self.is_countable)?;
            let counts = Counts::new(all, Characters::All)?;
            (counts.longest() == all.length_range().1).then_some(counts)
        };
        self.counts.get_or_init(count).as_ref()
    }
}
