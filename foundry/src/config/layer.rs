//! One layer of settings: what it sets, and where that stands.

use std::fmt;
use std::ops::{Range, RangeInclusive};

use serde_json::Value;

use super::Policy;
use super::text::{self, Wrong};
use crate::error::{Error, Stage};
use crate::generators::Locale;
use crate::seed::Seed;

/// The settings that have a name, in a file, in the environment, and on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Key {
    /// Which rows the command line draws. A type is always given its seed by the call.
    Seed,
    /// How often optional members are there.
    Presence,
    /// How often objects of documents have a member that nobody named.
    Extras,
    /// The spread of the lengths of lists, sets and maps.
    Lengths,
    /// How many levels of recursion a value has at most.
    Depth,
    /// How often one value is drawn again.
    Attempts,
    /// How many values a row may need.
    MaxValues,
    /// How many characters the texts of a row may need.
    MaxChars,
    /// How many values a place has on average at most.
    MeanValues,
    /// In whose manner realistic values are.
    Locale,
    /// Whether the names of fields decide how their values look.
    Realism,
    /// How many threads the command line draws on.
    Threads,
}

impl Key {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Seed,
        Self::Presence,
        Self::Extras,
        Self::Lengths,
        Self::Depth,
        Self::Attempts,
        Self::MaxValues,
        Self::MaxChars,
        Self::MeanValues,
        Self::Locale,
        Self::Realism,
        Self::Threads,
    ];

    /// The name in `foundry.toml`; in capitals and behind `FOUNDRY_`, that of the variable.
    pub fn name(self) -> &'static str {
        match self {
            Self::Seed => "seed",
            Self::Presence => "presence",
            Self::Extras => "extras",
            Self::Lengths => "lengths",
            Self::Depth => "depth",
            Self::Attempts => "attempts",
            Self::MaxValues => "max_values",
            Self::MaxChars => "max_chars",
            Self::MeanValues => "mean_values",
            Self::Locale => "locale",
            Self::Realism => "realism",
            Self::Threads => "threads",
        }
    }
}

/// Where a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// A file, and a line in it.
    File(String, usize),
    /// A variable of the environment.
    Variable(String),
    /// The call: an option of the command line.
    Call(String),
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
#[derive(Debug, Clone, PartialEq)]
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
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ToldPolicy {
    pub(super) path: String,
    pub(super) policy: Policy,
    /// The policy as it was written.
    pub(super) shown: String,
    pub(super) origin: Origin,
}

/// What one source sets: a file, the environment, or a call.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layer {
    pub(super) seed: Option<Told<Seed>>,
    pub(super) presence: Option<Told<f64>>,
    pub(super) extras: Option<Told<f64>>,
    pub(super) lengths: Option<Told<RangeInclusive<u64>>>,
    pub(super) depth: Option<Told<u32>>,
    pub(super) attempts: Option<Told<u32>>,
    pub(super) max_values: Option<Told<u64>>,
    pub(super) max_chars: Option<Told<u64>>,
    pub(super) mean_values: Option<Told<u64>>,
    pub(super) locale: Option<Told<Locale>>,
    pub(super) realism: Option<Told<bool>>,
    pub(super) threads: Option<Told<usize>>,
    /// A later one wins over an earlier one.
    pub(super) policies: Vec<ToldPolicy>,
}

impl Layer {
    /// Sets `key` to what `text` says.
    ///
    /// # Errors
    ///
    /// When the text is not what the setting takes.
    pub fn set(&mut self, key: Key, text: &str, origin: Origin) -> Result<(), Wrong> {
        match key {
            Key::Seed => self.seed = Some(Told::new(text::read_seed(text)?, origin)),
            Key::Presence => self.presence = Some(Told::new(text::read_probability(text)?, origin)),
            Key::Extras => self.extras = Some(Told::new(text::read_probability(text)?, origin)),
            Key::Lengths => self.lengths = Some(Told::new(text::read_lengths(text)?, origin)),
            Key::Depth => self.depth = Some(Told::new(text::read_depth(text)?, origin)),
            Key::Attempts => self.attempts = Some(Told::new(text::read_attempts(text)?, origin)),
            Key::MaxValues => self.max_values = Some(Told::new(text::read_values(text)?, origin)),
            Key::MaxChars => self.max_chars = Some(Told::new(text::read_chars(text)?, origin)),
            Key::MeanValues => {
                self.mean_values = Some(Told::new(text::read_values(text)?, origin));
            }
            Key::Locale => self.locale = Some(Told::new(text::read_locale(text)?, origin)),
            Key::Realism => self.realism = Some(Told::new(text::read_realism(text)?, origin)),
            Key::Threads => self.threads = Some(Told::new(text::read_threads(text)?, origin)),
        }
        Ok(())
    }

    /// Sets the value at the places of `path` in every row.
    pub fn set_value(&mut self, path: &str, value: Value, origin: Origin) {
        self.policies.push(ToldPolicy {
            path: path.to_owned(),
            shown: value.to_string(),
            policy: Policy::default().with_values(vec![value]).with_presence(1.0),
            origin,
        });
    }

    /// This layer, and where it says nothing, the one below.
    #[must_use]
    pub fn over(self, below: Self) -> Self {
        Self {
            seed: self.seed.or(below.seed),
            presence: self.presence.or(below.presence),
            extras: self.extras.or(below.extras),
            lengths: self.lengths.or(below.lengths),
            depth: self.depth.or(below.depth),
            attempts: self.attempts.or(below.attempts),
            max_values: self.max_values.or(below.max_values),
            max_chars: self.max_chars.or(below.max_chars),
            mean_values: self.mean_values.or(below.mean_values),
            locale: self.locale.or(below.locale),
            realism: self.realism.or(below.realism),
            threads: self.threads.or(below.threads),
            policies: below.policies.into_iter().chain(self.policies).collect(),
        }
    }
}

/// What is wrong with a layer, and where in its file that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub(super) message: String,
    pub(super) help: Vec<String>,
    pub(super) place: Option<FilePlace>,
}

/// A place in a file of settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePlace {
    /// The name of the file.
    pub file: String,
    /// All of its text.
    pub text: String,
    /// The bytes at fault.
    pub range: Range<usize>,
}

impl FilePlace {
    /// The line, from 1.
    pub fn line(&self) -> usize {
        line_of(&self.text, self.range.start)
    }
}

pub(super) fn line_of(text: &str, offset: usize) -> usize {
    text.get(..offset).unwrap_or(text).matches('\n').count() + 1
}

impl Fault {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: Vec::new(), place: None }
    }

    pub(super) fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// What is wrong, without its place: lower case, no final period.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What would help, each a line of its own.
    pub fn help(&self) -> impl Iterator<Item = &str> {
        self.help.iter().map(String::as_str)
    }

    /// The same as an error of the library; its message begins with the place.
    pub fn to_error(&self) -> Error {
        let error = Error::new(Stage::Config, self.to_string());
        self.help.iter().fold(error, Error::with_help)
    }

    /// Where it stands, if it is in a file.
    pub fn place(&self) -> Option<&FilePlace> {
        self.place.as_ref()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{}:{}: ", place.file, place.line())?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}
