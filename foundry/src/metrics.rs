//! What a run took and did.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;

/// What one run took and did; comes with every result, and serializes.
///
/// Times differ from run to run; they never reach a value.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Metrics {
    /// Rows that were asked for and left the gate.
    pub rows: u64,
    /// Time to read the contract and to plan it; zero where both were cached.
    pub plan_time: Duration,
    /// Time to draw instances.
    pub generate_time: Duration,
    /// Time in the gate: validation, reading and writing back.
    pub validate_time: Duration,
    /// Values drawn at places that have a check.
    pub attempts: u64,
    /// Values that a check rejected.
    pub retries: u64,
    /// Whether the plan and its validators were there already.
    pub plan_cache_hits: u64,
    /// Plans and validators that were built for this run.
    pub plan_cache_misses: u64,
    /// Nodes of the plan.
    pub plan_nodes: u64,
    /// How often each format was drawn.
    pub formats: BTreeMap<String, u64>,
    /// How often each generator of the user's own was asked.
    pub generators: BTreeMap<String, u64>,
    /// The largest buffers of any thread, in bytes.
    pub peak_scratch_bytes: u64,
}

/// What the walk counts, without a map lookup per draw for what is common.
#[derive(Debug, Default, Clone)]
pub(crate) struct Counts {
    pub(crate) attempts: u64,
    pub(crate) retries: u64,
    formats: Vec<(&'static str, u64)>,
    generators: BTreeMap<String, u64>,
}

impl Counts {
    pub(crate) fn format(&mut self, name: &'static str) {
        // The names are constants of this crate: a handful, compared by address first.
        match self.formats.iter_mut().find(|(known, _)| std::ptr::eq(*known, name)) {
            Some((_, count)) => *count += 1,
            None => self.formats.push((name, 1)),
        }
    }

    pub(crate) fn generator(&mut self, name: &str) {
        match self.generators.get_mut(name) {
            Some(count) => *count += 1,
            None => {
                self.generators.insert(name.to_owned(), 1);
            }
        }
    }
}

impl Metrics {
    /// Adds what another thread counted.
    pub(crate) fn add(&mut self, other: &Self) {
        self.rows += other.rows;
        self.generate_time += other.generate_time;
        self.validate_time += other.validate_time;
        self.attempts += other.attempts;
        self.retries += other.retries;
        for (name, count) in &other.formats {
            *self.formats.entry(name.clone()).or_default() += count;
        }
        for (name, count) in &other.generators {
            *self.generators.entry(name.clone()).or_default() += count;
        }
        self.peak_scratch_bytes = self.peak_scratch_bytes.max(other.peak_scratch_bytes);
    }

    pub(crate) fn add_counts(&mut self, counts: &Counts) {
        self.attempts += counts.attempts;
        self.retries += counts.retries;
        for (name, count) in &counts.formats {
            *self.formats.entry((*name).to_owned()).or_default() += count;
        }
        for (name, count) in &counts.generators {
            *self.generators.entry(name.clone()).or_default() += count;
        }
    }
}
