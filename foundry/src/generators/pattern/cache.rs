//! Patterns that were prepared before: one document writes the same pattern in many places.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Pattern, PatternError};

/// Patterns, excluded patterns, and the window of lengths.
type Wanted = (Vec<String>, Vec<String>, u64, Option<u64>);

/// What came of each preparation, a failure too.
#[derive(Debug, Default)]
pub(crate) struct PatternCache(BTreeMap<Wanted, Result<Arc<Pattern>, PatternError>>);

impl PatternCache {
    /// [`Pattern::compile`], once for the same arguments.
    pub(crate) fn compile(
        &mut self,
        patterns: &[String],
        excluded: &[String],
        min_chars: u64,
        max_chars: Option<u64>,
    ) -> Result<Arc<Pattern>, PatternError> {
        let wanted = (patterns.to_vec(), excluded.to_vec(), min_chars, max_chars);
        let known = self.0.entry(wanted).or_insert_with(|| {
            Pattern::compile(patterns, excluded, min_chars, max_chars).map(Arc::new)
        });
        known.clone()
    }
}
