//! [`Builder`]: what one call may set.

use std::ops::{ControlFlow, Range, RangeInclusive};
use std::sync::Arc;

use serde_json::Value;

use crate::batch::Batch;
use crate::blueprint::Blueprint;
use crate::config::{self, Config, Limits, Policy};
use crate::error::{Error, Stage};
use crate::foundry::Foundry;
use crate::generators::{Locale, Registry};
use crate::progress::Progress;
use crate::rows::{Iter, RowDrawer};
use crate::seed::Seed;

mod run;
#[cfg(test)]
mod tests;
mod threads;

use run::{Job, Run, run_here, run_on_threads};

/// A change to each row before the gate sees it.
pub(crate) type Edit<T> = Arc<dyn Fn(&mut T) + Send + Sync>;

/// More threads than this are not started for one batch.
const MAX_THREADS: usize = 256;

/// How much the gate checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum GateLevel {
    /// All four verdicts, on every row.
    #[default]
    Full,
    /// None but that serde reads the row. For measuring what the gate costs: a row may then be
    /// outside its contract where a generator of one's own wrote it.
    Off,
}

/// Sets up one call; made by [`Foundry::foundry_with`].
///
/// # Examples
///
/// ```
/// use foundry::Foundry;
/// use serde::{Deserialize, Serialize};
/// use serde_json::json;
///
/// #[derive(Serialize, Deserialize, Foundry)]
/// struct Order {
///     status: Status,
///     notes: Vec<String>,
/// }
///
/// #[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
/// enum Status {
///     Open,
///     Paid,
/// }
///
/// let orders = Order::foundry_with()
///     .rows(10)
///     .set("/status", json!("Paid"))
///     .lengths(1..=2)
///     .batch(42)?;
/// assert!(orders.iter().all(|order| order.status == Status::Paid && !order.notes.is_empty()));
/// # Ok::<(), foundry::Error>(())
/// ```
#[must_use = "nothing is drawn until `batch`, `row` or `iter` is called"]
pub struct Builder<T> {
    first: u64,
    count: usize,
    registry: Registry,
    config: Config,
    /// What is wrong with the settings of the process.
    unread: Option<Error>,
    wrong: Option<Error>,
    edits: Vec<Edit<T>>,
    gate: GateLevel,
    threads: usize,
    progress: Option<Progress>,
    run: Run<T>,
}

impl<T: Foundry> Builder<T> {
    pub(crate) fn new() -> Self {
        let (config, unread) = match config::of_process() {
            Ok(config) => (config.clone(), None),
            Err(error) => (Config::default(), Some(error)),
        };
        Self {
            first: 0,
            count: 1,
            registry: Registry::default(),
            config,
            unread,
            wrong: None,
            edits: Vec::new(),
            gate: GateLevel::Full,
            threads: 1,
            progress: None,
            run: run_here,
        }
    }

    /// Draws rows 0 to `count`. Defaults to 1 row.
    pub fn rows(mut self, count: usize) -> Self {
        self.first = 0;
        self.count = count;
        self
    }

    /// Draws these rows: a slice of the batch that starts at row 0.
    pub fn range(mut self, rows: Range<u64>) -> Self {
        self.first = rows.start;
        self.count = usize::try_from(rows.end.saturating_sub(rows.start)).unwrap_or(usize::MAX);
        self
    }

    /// Sets the value at `pointer` (a JSON pointer; `*` stands for one segment, `**` for any
    /// number of them) in every row. A value outside the contract is an error.
    pub fn set(self, pointer: &str, value: impl Into<Value>) -> Self {
        let policy = Policy::default().with_values(vec![value.into()]).with_presence(1.0);
        self.policy(pointer, policy)
    }

    /// Changes every row before the gate judges it. A change that leaves the contract is an error.
    pub fn edit(mut self, edit: impl Fn(&mut T) + Send + Sync + 'static) -> Self {
        self.edits.push(Arc::new(edit));
        self
    }

    /// Makes the values at `path` as `policy` says.
    pub fn policy(mut self, path: &str, policy: Policy) -> Self {
        match self.config.clone().with_policy(path, policy) {
            Ok(config) => self.config = config,
            Err(error) => self.wrong = self.wrong.or(Some(error)),
        }
        self
    }

    /// How often every optional member is there, from 0 to 1, but those of which the type or a policy
    /// says something else: `presence(1.0)` makes every other `Option` a `Some`. Defaults to 0.5.
    pub fn presence(mut self, probability: f64) -> Self {
        self.config = self.config.with_presence(probability);
        self
    }

    /// The lengths of all lists, sets and maps, within what the contract allows.
    pub fn lengths(mut self, lengths: RangeInclusive<u64>) -> Self {
        self.config = self.config.with_lengths(lengths);
        self
    }

    /// How many levels of recursion a value has at most. Defaults to 4.
    pub fn depth(mut self, depth: u32) -> Self {
        self.config = self.config.with_depth(depth);
        self
    }

    /// How often a value is drawn again until its check accepts it. Defaults to 1000.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.config = self.config.with_attempts(attempts);
        self
    }

    /// How large rows may be. Defaults to [`Limits::default`].
    pub fn limits(mut self, limits: Limits) -> Self {
        self.config = self.config.with_limits(limits);
        self
    }

    /// Whether the names of fields decide how their values look. Defaults to `true`:
    /// [`Config::with_realism`].
    pub fn realism(mut self, realism: bool) -> Self {
        self.config = self.config.with_realism(realism);
        self
    }

    /// Whether the metrics tell how long each generator took. Defaults to `false`:
    /// [`Config::with_timings`].
    pub fn timings(mut self, timings: bool) -> Self {
        self.config = self.config.with_timings(timings);
        self
    }

    /// In whose manner realistic values are, such as `de_DE`. Defaults to `en_US`. A name that is not
    /// known is an error of the call.
    pub fn locale(mut self, name: &str) -> Self {
        match name.parse::<Locale>() {
            Ok(locale) => self.config = self.config.with_locale(locale),
            Err(unknown) => {
                let error = Error::new(Stage::Config, unknown.to_string());
                self.wrong = self.wrong.or(Some(error));
            }
        }
        self
    }

    /// The whole configuration at once, in place of what was set before, also by `foundry.toml` and the
    /// environment: `config(Config::default())` makes rows that depend on neither.
    pub fn config(mut self, config: Config) -> Self {
        self.config = config;
        self.unread = None;
        self
    }

    /// The generators that planning chooses from. Defaults to [`Registry::default`]: the built-in
    /// ones, and those that other crates register. A type is planned once for a registry and its clones:
    /// keep one rather than to make it anew for each call.
    pub fn registry(mut self, registry: Registry) -> Self {
        self.registry = registry;
        self
    }

    /// How much the gate checks. Defaults to [`GateLevel::Full`].
    pub fn gate(mut self, level: GateLevel) -> Self {
        self.gate = level;
        self
    }

    /// Draws the batch on this many threads, at most 256 and one for each row; the rows are the same.
    /// Defaults to the caller's own, which is one of them. With the feature `rayon` the others are those of
    /// rayon's pool, and no more than it has: [`guide::features`](crate::guide::features).
    pub fn threads(mut self, threads: usize) -> Self
    where
        T: Send,
    {
        self.threads = threads.clamp(1, MAX_THREADS);
        self.run = run_on_threads;
        self
    }

    /// Calls `tell` now and then while [`batch`](Self::batch) draws, with how many rows are drawn so far, and
    /// once more at the end of each thread; `Break` ends the run with an error. [`Progress::new`] says when
    /// and where it is called. Defaults to none.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::ops::ControlFlow;
    ///
    /// use foundry::Foundry;
    /// use serde::{Deserialize, Serialize};
    ///
    /// #[derive(Debug, Serialize, Deserialize, Foundry)]
    /// struct Point {
    ///     x: i32,
    /// }
    ///
    /// let is_enough = |done| if done < 100 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
    /// assert_eq!(Point::foundry_with().rows(90).progress(is_enough).batch(42)?.len(), 90);
    /// let error = Point::foundry_with().rows(1_000_000).progress(is_enough).batch(42).unwrap_err();
    /// assert_eq!(error.to_string(), "cancelled after 128 rows");
    /// # Ok::<(), foundry::Error>(())
    /// ```
    pub fn progress(
        mut self,
        tell: impl Fn(u64) -> ControlFlow<()> + Send + Sync + 'static,
    ) -> Self {
        self.progress = Some(Progress::new(tell));
        self
    }

    /// Draws the rows.
    ///
    /// # Errors
    ///
    /// The error of the first row that fails, or that [`progress`](Self::progress) has cancelled the run: no
    /// part of the batch is returned then.
    pub fn batch(self, seed: impl Into<Seed>) -> Result<Batch<T>, Error> {
        let seed = seed.into();
        // No list is longer, also where its elements take no room.
        if isize::try_from(self.count).is_err() {
            return Err(too_many::<T>(self.count));
        }
        let (blueprint, was_cached) = self.blueprint()?;
        let rows = self.first..self.first.saturating_add(self.count as u64);
        let checked = blueprint.plan.check_rows(rows);
        checked.map_err(|error| error.with_type(std::any::type_name::<T>()))?;
        let job = Job { builder: &self, blueprint: Arc::clone(&blueprint), seed: &seed };
        let (rows, mut metrics) = (self.run)(&job)?;
        if was_cached {
            metrics.plan_cache_hits = 1;
            metrics.validator_cache_hits = blueprint.gate.validators();
        } else {
            metrics.plan_cache_misses = 1;
            metrics.validator_cache_misses = blueprint.gate.validators();
            metrics.parse_time = blueprint.parse_time;
            metrics.plan_time = blueprint.plan_time;
            metrics.add_builds(blueprint.plan.builds());
        }
        metrics.plan_nodes = blueprint.plan.len() as u64;
        Ok(Batch::new(rows, self.first, seed, metrics))
    }

    /// Draws the one row `index`.
    ///
    /// # Errors
    ///
    /// When the row cannot be drawn or does not pass the gate.
    pub fn row(self, seed: impl Into<Seed>, index: u64) -> Result<T, Error> {
        let (blueprint, _) = self.blueprint()?;
        self.drawer(blueprint, seed.into()).row(index)
    }

    /// All rows from the first on, without end.
    ///
    /// # Errors
    ///
    /// When the contract cannot be planned.
    #[expect(clippy::iter_not_returning_iterator, reason = "planning may fail, drawing goes on")]
    pub fn iter(self, seed: impl Into<Seed>) -> Result<Iter<T>, Error> {
        let (blueprint, _) = self.blueprint()?;
        Ok(Iter::new(self.drawer(blueprint, seed.into()), self.first))
    }

    pub(crate) fn blueprint(&self) -> Result<(Arc<Blueprint>, bool), Error> {
        if let Some(wrong) = self.unread.as_ref().or(self.wrong.as_ref()) {
            return Err(wrong.copy().with_type(std::any::type_name::<T>()));
        }
        Blueprint::of::<T>(&self.registry, &self.config)
    }

    fn drawer(&self, blueprint: Arc<Blueprint>, seed: Seed) -> RowDrawer<T> {
        let is_usual = config::of_process().is_ok_and(|config| self.config == *config)
            && self.registry.is_same(&Registry::default());
        let has_settings = !is_usual || !self.edits.is_empty() || self.gate != GateLevel::Full;
        RowDrawer::new(blueprint, seed, self.gate, self.edits.clone(), has_settings)
    }
}

fn too_many<T>(count: usize) -> Error {
    Error::new(Stage::Config, format!("{count} rows do not fit in memory"))
        .with_type(std::any::type_name::<T>())
        .with_help("draw them one by one with `foundry_iter`, or in slices with `range`")
}
