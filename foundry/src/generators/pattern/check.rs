//! The matcher that the validator uses, for what the automaton leaves open.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::error::PatternError;

/// A match that takes more steps is taken for none: patterns such as `(?=(a+)+$)` take 2ⁿ.
const MOST_STEPS: usize = 20_000;

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Check(fancy_regex::Regex);

impl Check {
    pub(super) fn compile(pattern: &str) -> Result<Self, PatternError> {
        let invalid = |reason: String| PatternError::Syntax { pattern: pattern.to_owned(), reason };
        let translated = jsonschema_regex::to_rust_regex(pattern)
            .map_err(|()| invalid("it is not in the dialect of ECMA-262".to_owned()))?;
        fancy_regex::RegexBuilder::new(&translated)
            .backtrack_limit(MOST_STEPS)
            .build()
            .map(Self)
            .map_err(|error| invalid(error.to_string()))
    }

    /// Whether `text` matches; `None` where the matcher gives up.
    pub(super) fn matches(&self, text: &str) -> Option<bool> {
        // regex-automata 0.4 panics on some patterns (rust-lang/regex, issue 1344).
        catch_unwind(AssertUnwindSafe(|| self.0.is_match(text))).ok()?.ok()
    }
}
