//! Patterns that were prepared before: one document writes the same pattern in many places.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Pattern, PatternError, Wanted};
use crate::generators::factory::Builds;

/// What came of each preparation, a failure too.
#[derive(Debug, Default)]
pub(crate) struct PatternCache {
    known: BTreeMap<Wanted, Result<Arc<Pattern>, PatternError>>,
    /// What texts are held against, by pattern.
    matchers: BTreeMap<String, Option<regex::Regex>>,
    counts: Builds,
}

/// A pattern of JSON Schema as a regex of Rust; `None` where it is none, or looks around.
pub(crate) fn matcher(pattern: &str) -> Option<regex::Regex> {
    let translated = jsonschema_regex::to_rust_regex(pattern).ok()?;
    regex::Regex::new(&translated).ok()
}

impl PatternCache {
    /// [`Pattern::compile`], once for the same arguments.
    pub(crate) fn compile(
        &mut self,
        patterns: &[String],
        excluded: &[String],
        min_chars: u64,
        max_chars: Option<u64>,
    ) -> Result<Arc<Pattern>, PatternError> {
        let wanted = Wanted::new(patterns, excluded, min_chars, max_chars);
        if let Some(known) = self.known.get(&wanted) {
            self.counts.hits += 1;
            return known.clone();
        }
        self.counts.made += 1;
        let made = Pattern::compile(patterns, excluded, min_chars, max_chars).map(Arc::new);
        self.known.insert(wanted, made.clone());
        made
    }

    /// [`matcher`], once for the same pattern.
    pub(crate) fn matcher(&mut self, pattern: &str) -> Option<regex::Regex> {
        if let Some(known) = self.matchers.get(pattern) {
            self.counts.hits += 1;
            return known.clone();
        }
        self.counts.made += 1;
        let made = matcher(pattern);
        self.matchers.insert(pattern.to_owned(), made.clone());
        made
    }

    pub(crate) fn counts(&self) -> Builds {
        self.counts
    }
}
