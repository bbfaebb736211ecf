//! One layer of settings: what it sets, and where that stands.

use std::fmt;
use std::ops::RangeInclusive;

use foundry::Seed;
use foundry::config::Policy;

use super::text::{self, Wrong};

/// The settings that have a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Seed,
    Presence,
    Lengths,
    Depth,
    Attempts,
    Threads,
}

impl Key {
    pub(super) const ALL: [Self; 6] =
        [Self::Seed, Self::Presence, Self::Lengths, Self::Depth, Self::Attempts, Self::Threads];

    /// The name in `foundry.toml`; in capitals and behind `FOUNDRY_`, that of the variable.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Seed => "seed",
            Self::Presence => "presence",
            Self::Lengths => "lengths",
            Self::Depth => "depth",
            Self::Attempts => "attempts",
            Self::Threads => "threads",
        }
    }
}

/// Where a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    Default,
    /// A file and a line in it.
    File(String, usize),
    Variable(String),
    Call(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(name, line) => write!(f, "{name}:{line}"),
            Self::Variable(name) => f.write_str(name),
            Self::Call(option) => f.write_str(option),
        }
    }
}

/// A value, and who set it.
#[derive(Debug, Clone)]
pub(super) struct Told<T> {
    pub(super) value: T,
    pub(super) origin: Origin,
}

impl<T> Told<T> {
    pub(super) fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }
}

/// A policy for the places of a path.
#[derive(Debug, Clone)]
pub(super) struct ToldPolicy {
    pub(super) path: String,
    pub(super) policy: Policy,
    /// The policy as it was written.
    pub(super) shown: String,
    pub(super) origin: Origin,
}

/// What one layer sets.
#[derive(Debug, Default)]
pub(super) struct Layer {
    pub(super) seed: Option<Told<Seed>>,
    pub(super) presence: Option<Told<f64>>,
    pub(super) lengths: Option<Told<RangeInclusive<u64>>>,
    pub(super) depth: Option<Told<u32>>,
    pub(super) attempts: Option<Told<u32>>,
    pub(super) threads: Option<Told<usize>>,
    /// A later one wins over an earlier one.
    pub(super) policies: Vec<ToldPolicy>,
}

impl Layer {
    /// Sets `key` to what `text` says.
    pub(super) fn set(&mut self, key: Key, text: &str, origin: Origin) -> Result<(), Wrong> {
        match key {
            Key::Seed => self.seed = Some(Told::new(text::read_seed(text)?, origin)),
            Key::Presence => self.presence = Some(Told::new(text::read_presence(text)?, origin)),
            Key::Lengths => self.lengths = Some(Told::new(text::read_lengths(text)?, origin)),
            Key::Depth => self.depth = Some(Told::new(text::read_depth(text)?, origin)),
            Key::Attempts => self.attempts = Some(Told::new(text::read_attempts(text)?, origin)),
            Key::Threads => self.threads = Some(Told::new(text::read_threads(text)?, origin)),
        }
        Ok(())
    }

    /// This layer, and where it says nothing, the one below.
    pub(super) fn over(self, below: Self) -> Self {
        Self {
            seed: self.seed.or(below.seed),
            presence: self.presence.or(below.presence),
            lengths: self.lengths.or(below.lengths),
            depth: self.depth.or(below.depth),
            attempts: self.attempts.or(below.attempts),
            threads: self.threads.or(below.threads),
            policies: below.policies.into_iter().chain(self.policies).collect(),
        }
    }
}
