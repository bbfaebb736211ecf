//! How large a row may be.

use crate::instance::{MAX_NODES, MAX_TEXT_BYTES};

/// How large rows may be, for planning: what needs more is refused before its memory is taken, and what
/// would mostly be larger is drawn with fewer optional parts.
///
/// None of them changes what is valid. Beyond them stand the limits of an
/// [`Instance`](crate::Instance), which a row meets while it is written.
///
/// # Examples
///
/// ```
/// use foundry::Pipeline;
/// use foundry::config::{Config, Limits};
/// use serde_json::json;
///
/// let schema = json!({"type": "array", "items": {"type": "integer"}, "minItems": 500});
/// let config = Config::default().with_limits(Limits::default().with_values(100));
/// let error = Pipeline::builder().schema(&schema).config(config).build().err().expect("too large");
/// assert_eq!(
///     error.to_string(),
///     "the smallest value at the root has 501 values, above the limit of 100"
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    values: u64,
    chars: u64,
    mean: u64,
}

/// A row that needs more values than this takes the memory and the time of all the others.
const DEFAULT_VALUES: u64 = 1 << 20;

/// The same for the characters of a row's texts.
const DEFAULT_CHARS: u64 = 10_000_000;

/// Without a limit on the mean, a tree of optional members doubles at every level.
const DEFAULT_MEAN: u64 = 10_000;

impl Default for Limits {
    fn default() -> Self {
        Self { values: DEFAULT_VALUES, chars: DEFAULT_CHARS, mean: DEFAULT_MEAN }
    }
}

impl Limits {
    /// The most that [`values`](Self::values) and [`mean`](Self::mean) may be.
    pub const MOST_VALUES: u64 = MAX_NODES as u64;

    /// The most that [`chars`](Self::chars) may be.
    pub const MOST_CHARS: u64 = MAX_TEXT_BYTES as u64;

    /// How many values a row may need at least: a contract that needs more is refused, and so is a
    /// branch or an optional member that does. Defaults to 1,048,576; at least 1, and at most
    /// [`MOST_VALUES`](Self::MOST_VALUES).
    #[must_use]
    pub fn with_values(mut self, values: u64) -> Self {
        self.values = values.clamp(1, Self::MOST_VALUES);
        self
    }

    /// How many characters the texts of a row may need at least, all of them together. Defaults to
    /// 10,000,000; at least 1, and at most [`MOST_CHARS`](Self::MOST_CHARS).
    #[must_use]
    pub fn with_chars(mut self, chars: u64) -> Self {
        self.chars = chars.clamp(1, Self::MOST_CHARS);
        self
    }

    /// How many values a place has on average at most, as far as the contract allows: optional members
    /// and large branches come more seldom, and lists are shorter, where it would be more. Defaults to
    /// 10,000; at least 1, and at most [`MOST_VALUES`](Self::MOST_VALUES).
    #[must_use]
    pub fn with_mean(mut self, values: u64) -> Self {
        self.mean = values.clamp(1, Self::MOST_VALUES);
        self
    }

    /// How many values a row may need at least.
    pub fn values(&self) -> u64 {
        self.values
    }

    /// How many characters the texts of a row may need at least.
    pub fn chars(&self) -> u64 {
        self.chars
    }

    /// How many values a place has on average at most.
    pub fn mean(&self) -> u64 {
        self.mean
    }
}
