//! Typed rows, one by one: drawn, judged, and named where they fail.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crate::batch::short_type;
use crate::blueprint::Blueprint;
use crate::builder::{Edit, GateLevel};
use crate::error::{Error, Stage, panic_text};
use crate::foundry::{Foundry, fail};
use crate::generate::{Origin, Pooled};
use crate::instance::Instance;
use crate::metrics::{Metrics, Timer};
use crate::seed::Seed;
use crate::validate::build;

/// Draws typed rows of one seed, with buffers that are reused from row to row.
pub(crate) struct RowDrawer<T> {
    blueprint: Arc<Blueprint>,
    seed: Seed,
    gate: GateLevel,
    edits: Vec<Edit<T>>,
    has_settings: bool,
    scratch: Pooled,
    instance: Instance,
    written: Instance,
    metrics: Metrics,
    timer: Timer,
}

impl<T: Foundry> RowDrawer<T> {
    pub(crate) fn new(
        blueprint: Arc<Blueprint>,
        seed: Seed,
        gate: GateLevel,
        edits: Vec<Edit<T>>,
        has_settings: bool,
    ) -> Self {
        Self {
            scratch: Pooled::counting(&blueprint.plan),
            blueprint,
            seed,
            gate,
            edits,
            has_settings,
            instance: Instance::new(),
            written: Instance::new(),
            metrics: Metrics::default(),
            timer: Timer::default(),
        }
    }

    /// The row `index`, past the gate.
    pub(crate) fn row(&mut self, index: u64) -> Result<T, Error> {
        self.give(index, |row| row)
    }

    /// Hands the row `index` over, past the gate: to where it stays, since a row may be large.
    pub(crate) fn give<R>(&mut self, index: u64, take: impl FnOnce(T) -> R) -> Result<R, Error> {
        self.draw(index, take).map_err(|error| {
            error
                .with_type(std::any::type_name::<T>())
                .with_row(&self.seed, index)
                .with_replay(self.replay(index))
        })
    }

    fn draw<R>(&mut self, index: u64, take: impl FnOnce(T) -> R) -> Result<R, Error> {
        let started = self.timer.start();
        self.scratch.generate(&self.blueprint.plan, &self.seed, index, &mut self.instance)?;
        let drawn = started.read();
        self.metrics.instance_bytes += self.instance.bytes() as u64;
        let edits = &self.edits;
        let edit = |value: &mut T| {
            catch_unwind(AssertUnwindSafe(|| edits.iter().for_each(|edit| edit(value))))
                .map(|()| !edits.is_empty())
                .map_err(|panic| {
                    Error::new(Stage::Generate, "`edit` panicked")
                        .at("")
                        .with_cause(panic_text(panic.as_ref()))
                        .with_help("it must take every row that the contract allows")
                })
        };
        let origin = Origin { plan: &self.blueprint.plan, seed: &self.seed, row: index };
        let taken = match self.gate {
            GateLevel::Full => {
                self.blueprint.gate.admit(&self.instance, origin, &mut self.written, edit, take)?
            }
            GateLevel::Off => build(&self.instance, origin, edit, take)?,
        };
        self.metrics.rows += 1;
        self.timer.stop(started, drawn);
        let buffers = self.instance.scratch_bytes() + self.written.scratch_bytes();
        let bytes = (buffers + self.scratch.bytes()) as u64;
        self.metrics.peak_scratch_bytes = self.metrics.peak_scratch_bytes.max(bytes);
        Ok(taken)
    }

    /// What was counted so far.
    pub(crate) fn metrics(&self) -> Metrics {
        let mut metrics = self.metrics.clone();
        metrics.add_counts(&self.scratch.counts, &self.blueprint.plan);
        metrics.add_times(&self.timer);
        metrics.plan_nodes = self.blueprint.plan.len() as u64;
        metrics
    }

    fn replay(&self, index: u64) -> String {
        let name = short_type(std::any::type_name::<T>());
        let name = if name.contains(['<', '(', '[']) { format!("<{name}>") } else { name };
        let seed = self.seed.to_rust();
        if self.has_settings {
            format!(
                "let row = {name}::foundry_with() /* the same settings */.row({seed}, {index}).unwrap();"
            )
        } else {
            format!("let row = {name}::foundry_row({seed}, {index});")
        }
    }
}

/// All rows of a seed, without end; made by [`Foundry::foundry_iter`].
///
/// # Panics
///
/// `next` panics at a row that cannot be drawn, with the whole story.
pub struct Iter<T> {
    drawer: RowDrawer<T>,
    /// `None` behind the last row that there is, number `u64::MAX`.
    next: Option<u64>,
}

impl<T: Foundry> Iter<T> {
    pub(crate) fn new(drawer: RowDrawer<T>, first: u64) -> Self {
        Self { drawer, next: Some(first) }
    }

    /// What the rows took so far.
    pub fn metrics(&self) -> Metrics {
        self.drawer.metrics()
    }

    /// The next row, or why there is none; after an error the iterator goes on with the row behind.
    ///
    /// # Errors
    ///
    /// When the row cannot be drawn or does not pass the gate, and behind row `u64::MAX`, which is
    /// the last one.
    pub fn try_next(&mut self) -> Result<T, Error> {
        let Some(index) = self.next else {
            return Err(Error::new(
                Stage::Config,
                format!("row {} is the last row of a seed", u64::MAX),
            )
            .with_type(std::any::type_name::<T>())
            .with_help("go on with another seed"));
        };
        self.next = index.checked_add(1);
        self.drawer.row(index)
    }
}

impl<T: Foundry> Iterator for Iter<T> {
    type Item = T;

    #[track_caller]
    fn next(&mut self) -> Option<T> {
        self.next?;
        match self.try_next() {
            Ok(row) => Some(row),
            Err(error) => fail(&error),
        }
    }

    // A row is reached in constant time, so the rows in between are not drawn.
    #[track_caller]
    fn nth(&mut self, skipped: usize) -> Option<T> {
        self.next = self.next?.checked_add(skipped as u64);
        self.next()
    }
}
