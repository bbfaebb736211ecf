//! Every generator of a registry → whether it keeps its promise: many draws, each held against it.

mod added;
mod built_in;
mod contract;
mod places;
#[cfg(test)]
mod tests;

use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::Value;

use crate::error::{Error, Stage};

use crate::generators::{CHOSEN_SHARE, Listed, Registry};

/// How many values [`Registry::check`] draws from each generator.
pub const CHECKED_DRAWS: u64 = 10_000;

/// A generator that [promises](crate::generators::Guarantee) nothing is at fault where a smaller share of its
/// values is valid: planning would draw a hundred times for one row.
pub const MIN_PASSING_SHARE: f64 = 0.01;

/// What became of the generators of a registry; made by [`Registry::check`].
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Health {
    /// Each generator, in the order of the registry.
    pub checked: Vec<Checked>,
}

/// What became of one generator.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Checked {
    /// Its name.
    pub name: String,
    /// Where it comes from.
    pub source: String,
    /// How many values were drawn.
    pub draws: u64,
    /// In how many places it was drawn from: locales, windows of lengths, bounds.
    pub places: u64,
    /// How many of the values were wrong. More than none is a fault where the generator
    /// [promises](crate::generators::Guarantee::Always) that there are none; elsewhere a share of more than
    /// 1 - [`MIN_PASSING_SHARE`] is.
    pub rejected: u64,
    /// What the draws took; times never reach a value.
    pub time: Duration,
    /// What is wrong with it.
    pub fault: Option<String>,
}

impl Checked {
    /// The share of the values that were right, from 0 to 1; of none at all, 0.
    #[expect(clippy::cast_precision_loss, reason = "a share")]
    pub fn passing(&self) -> f64 {
        (self.draws - self.rejected) as f64 / self.draws.max(1) as f64
    }

    /// Whether planning would choose it for a place that names nobody, were the place like those that it
    /// was drawn for: at least [half](CHOSEN_SHARE) of the values were right.
    pub fn is_chosen(&self) -> bool {
        self.passing() >= CHOSEN_SHARE
    }
}

impl Health {
    /// Whether every generator keeps its promise.
    pub fn is_good(&self) -> bool {
        self.checked.iter().all(|one| one.fault.is_none())
    }
}

impl Registry {
    /// Draws 10,000 values from each generator, over all that its capability claims, and holds each
    /// against it. Those that are built in are drawn in every locale and in many windows of lengths and
    /// bounds, past the gate, and their texts are held against the standards that they follow. One that is
    /// not is [built](crate::generators::Generator::build) for places like those that it claims, narrow
    /// and wide ones too, with the services of this registry; one that claims none is held to nothing but
    /// that it draws.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::generators::Registry;
    ///
    /// let health = Registry::default().check_with(20);
    /// assert!(health.is_good(), "{health:#?}");
    /// ```
    pub fn check(&self) -> Health {
        self.check_with(CHECKED_DRAWS)
    }

    /// [`Self::check`] with another number of draws.
    pub fn check_with(&self, draws: u64) -> Health {
        Health { checked: self.iter().map(|listed| self.check_one(&listed, draws)).collect() }
    }

    /// [`Self::check`] of the generator called `name` alone, for a test of the crate that registers it.
    ///
    /// # Errors
    ///
    /// When no generator is called so; the error names those that are alike.
    pub fn check_named(&self, name: &str) -> Result<Checked, Error> {
        Ok(self.check_one(&self.find(name)?, CHECKED_DRAWS))
    }

    fn check_one(&self, listed: &Listed, draws: u64) -> Checked {
        let started = Instant::now();
        let mut tally = Tally::default();
        let outcome = match self.added(listed.name()) {
            Some(entry) => added::check(self, entry, draws, &mut tally),
            None => built_in::check(self, listed, draws, &mut tally),
        };
        Checked {
            name: listed.name().to_owned(),
            source: listed.source().to_owned(),
            draws: tally.draws,
            places: tally.places,
            rejected: tally.rejected,
            time: started.elapsed(),
            fault: outcome.err().map(|error| error.to_string()),
        }
    }
}

#[derive(Default)]
struct Tally {
    draws: u64,
    places: u64,
    rejected: u64,
    /// The first value that breaks a promise, and the first that breaks none but is wrong.
    broken: Option<Value>,
    first: Option<Value>,
}

fn broken(name: &str, value: &Value) -> Error {
    Error::new(Stage::Generate, format!("`{name}` drew {value}, which breaks its promise"))
}
