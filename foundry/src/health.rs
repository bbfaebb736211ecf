//! Every generator of a registry → whether it keeps its promise: many draws, each held against it.

mod added;
#[cfg(test)]
mod tests;

use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::{Map, Value};

use crate::error::{Error, Stage};
use crate::generators::{Family, Listed, Registry};
use crate::pipeline::Pipeline;

/// How many values [`Registry::check`] draws from each generator.
pub const CHECKED_DRAWS: u64 = 10_000;

/// The windows of lengths in which texts are drawn, beside those of the schema itself.
const WINDOWS: [(u64, Option<u64>); 4] = [(0, Some(8)), (12, Some(16)), (30, None), (1, Some(1))];

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
    /// How many of them its schema rejects. More than none is a fault where the generator
    /// [promises](crate::generators::Guarantee::Always) that there are none, and where all are rejected.
    pub rejected: u64,
    /// What the draws took; times never reach a value.
    pub time: Duration,
    /// What is wrong with it.
    pub fault: Option<String>,
}

impl Health {
    /// Whether every generator keeps its promise.
    pub fn is_good(&self) -> bool {
        self.checked.iter().all(|one| one.fault.is_none())
    }
}

impl Registry {
    /// Draws 10,000 values from each generator, over all that its capability claims, and holds each
    /// against it. A generator that is not built in is [built](crate::generators::Generator::build)
    /// for places like the ones it claims, with the services of this registry; one that claims none
    /// is held to nothing but that it draws.
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

    fn check_one(&self, listed: &Listed, draws: u64) -> Checked {
        let started = Instant::now();
        let mut tally = Tally::default();
        let outcome = match self.added(listed.name()) {
            Some(entry) => added::check(self, entry, draws, &mut tally),
            None => self.check_built_in(listed, draws, &mut tally),
        };
        Checked {
            name: listed.name().to_owned(),
            source: listed.source().to_owned(),
            draws: tally.draws,
            rejected: tally.rejected,
            time: started.elapsed(),
            fault: outcome.err().map(|error| error.to_string()),
        }
    }

    /// The whole way, past the gate, in each window of lengths that has a text.
    fn check_built_in(&self, listed: &Listed, draws: u64, tally: &mut Tally) -> Result<(), Error> {
        let mut schemas = vec![listed.schema()];
        let has_lengths = matches!(listed.family(), Family::Format | Family::Realistic)
            || matches!(listed.name(), "words" | "pattern");
        if has_lengths {
            schemas.extend(WINDOWS.iter().map(|window| within(&listed.schema(), *window)));
        }
        let mut pipelines = Vec::with_capacity(schemas.len());
        for (at, schema) in schemas.iter().enumerate() {
            match Pipeline::builder().schema(schema).registry(self.clone()).build() {
                Ok(pipeline) => pipelines.push(pipeline),
                // There is no text of this format that short, or that long.
                Err(error) if at > 0 && is_about_lengths(&error) => {}
                Err(error) => return Err(error),
            }
        }
        let share = draws.div_ceil(pipelines.len() as u64);
        for pipeline in &pipelines {
            tally.draws += share;
            let rows = pipeline.generate(42, share)?;
            if let Some(wrong) = rows.values().find(|row| !listed.accepts(row)) {
                tally.rejected += 1;
                return Err(broken(listed.name(), &wrong));
            }
        }
        Ok(())
    }
}

#[derive(Default)]
struct Tally {
    draws: u64,
    rejected: u64,
}

fn broken(name: &str, value: &Value) -> Error {
    Error::new(Stage::Generate, format!("`{name}` drew {value}, which breaks its promise"))
}

/// The schema in a window of lengths.
fn within(schema: &Value, (least, most): (u64, Option<u64>)) -> Value {
    let mut map: Map<String, Value> = schema.as_object().cloned().unwrap_or_default();
    map.insert("minLength".to_owned(), least.into());
    if let Some(most) = most {
        map.insert("maxLength".to_owned(), most.into());
    }
    Value::Object(map)
}

/// Whether a window of lengths is to blame.
fn is_about_lengths(error: &Error) -> bool {
    error.is_unsatisfiable() || error.keyword() == Some("faker")
}
