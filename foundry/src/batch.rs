//! [`Batch`]: typed rows, the seed that draws them again, and the report.

use std::fmt;
use std::ops::Deref;

use crate::metrics::Metrics;
use crate::seed::Seed;

/// Rows of a type: a slice, an iterator and a report in one.
///
/// # Examples
///
/// ```
/// use foundry::Foundry;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
/// enum Coin {
///     Heads,
///     Tails,
/// }
///
/// let batch = Coin::foundry_batch(42, 10);
/// assert_eq!(batch.len(), 10);
/// assert_eq!(batch.seed().to_string(), "42");
/// let again: Vec<Coin> = Coin::foundry_batch(batch.seed(), 10).into_iter().collect();
/// assert_eq!(batch[..], again[..]);
/// ```
#[derive(Clone)]
pub struct Batch<T> {
    rows: Vec<T>,
    first: u64,
    seed: Seed,
    metrics: Metrics,
}

impl<T> Batch<T> {
    pub(crate) fn new(rows: Vec<T>, first: u64, seed: Seed, metrics: Metrics) -> Self {
        Self { rows, first, seed, metrics }
    }

    /// The seed that draws these rows again.
    pub fn seed(&self) -> &Seed {
        &self.seed
    }

    /// The index of the first row.
    pub fn first_row(&self) -> u64 {
        self.first
    }

    /// What it took.
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// The rows alone.
    pub fn into_vec(self) -> Vec<T> {
        self.rows
    }

    /// The report, over several lines: rows, seed, times, retries and what was drawn.
    pub fn report(&self) -> String {
        let of = format!(" of {}", short_type(std::any::type_name::<T>()));
        self.metrics.report(self.rows.len(), &of, &self.seed)
    }
}

/// The name of a type without the paths: `shop::Page<shop::Order>` is `Page<Order>`.
pub(crate) fn short_type(name: &str) -> String {
    let mut short = String::new();
    let mut start = 0;
    for (at, character) in name.char_indices() {
        if !(character.is_alphanumeric() || character == '_' || character == ':') {
            short.push_str(last_segment(&name[start..at]));
            short.push(character);
            start = at + character.len_utf8();
        }
    }
    short.push_str(last_segment(&name[start..]));
    short
}

fn last_segment(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

impl<T> Deref for Batch<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.rows
    }
}

impl<T> IntoIterator for Batch<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Batch<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter()
    }
}

impl<T: fmt::Debug> fmt::Debug for Batch<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batch")
            .field("seed", &self.seed)
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}

impl<T: PartialEq> PartialEq for Batch<T> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}
