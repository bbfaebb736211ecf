//! Registered generator + place → the generator that draws there, made once for each plan.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::pattern::PatternCache;
use super::{GeneratorError, Named, Registry, Slot};
use crate::error::panic_text;

/// Builds generators, and keeps what was costly to build for all places that want the same.
pub(crate) struct Factory<'r> {
    pub(crate) registry: &'r Registry,
    pub(crate) patterns: PatternCache,
    /// By the generator, two of which may have one name, and what the place allows.
    built: BTreeMap<(usize, String), Named>,
    counts: Builds,
}

/// How many generators and patterns a plan needed, and how many of them stood there already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Builds {
    pub(crate) made: u64,
    pub(crate) hits: u64,
}

impl<'r> Factory<'r> {
    pub(crate) fn new(registry: &'r Registry) -> Self {
        Self {
            registry,
            patterns: PatternCache::default(),
            built: BTreeMap::new(),
            counts: Builds::default(),
        }
    }

    /// The generator that `named` builds for `slot`, or `named` itself.
    pub(crate) fn build(
        &mut self,
        named: &Named,
        slot: &Slot<'_>,
    ) -> Result<Named, GeneratorError> {
        let generator = &named.generator;
        // All that a generator may ask of the slot, its place too: `Debug` leaves that out.
        let key = (Arc::as_ptr(generator).addr(), format!("{} {slot:?}", slot.pointer()));
        if let Some(known) = self.built.get(&key) {
            self.counts.hits += 1;
            return Ok(known.clone());
        }
        let built = catch_unwind(AssertUnwindSafe(|| Ok(generator.build(slot)?.map(Named::ask))));
        let built = built.unwrap_or_else(|panic| {
            Err(GeneratorError::new("it panicked").with_cause(panic_text(panic.as_ref())))
        })?;
        let built = built.unwrap_or_else(|| named.clone());
        self.counts.made += 1;
        self.built.insert(key, built.clone());
        Ok(built)
    }

    /// What was built so far, patterns too.
    pub(crate) fn counts(&self) -> Builds {
        let patterns = self.patterns.counts();
        Builds { made: self.counts.made + patterns.made, hits: self.counts.hits + patterns.hits }
    }
}
