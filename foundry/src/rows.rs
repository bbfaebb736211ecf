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
use crate::validate::{Sides, TypedGate, read};

/// Draws typed rows of one seed, with buffers that are reused from row to row.
pub(crate) struct RowDrawer<T> {
    blueprint: Arc<Blueprint>,
    seed: Seed,
    gate: GateLevel,
    edits: Vec<Edit<T>>,
    has_settings: bool,
    scratch: Pooled,
    /// The rows of one block, of which all go through one stage after the other.
    block: Vec<Drawn>,
    written: Instance,
    /// Room for a row that is drawn by itself.
    single: Vec<T>,
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
            block: Vec::new(),
            written: Instance::new(),
            single: Vec::new(),
            metrics: Metrics::default(),
            timer: Timer::default(),
        }
    }

    /// The row `index`, past the gate.
    pub(crate) fn row(&mut self, index: u64) -> Result<T, Error> {
        let mut rows = std::mem::take(&mut self.single);
        let drawn = self.draw(index, 1, &mut rows);
        let row = rows.pop();
        self.single = rows;
        drawn?;
        Ok(row.expect("a row that was drawn is there"))
    }

    /// How many rows are best drawn together.
    pub(crate) fn block_rows(&self) -> usize {
        let is_small = self.block.iter().map(Drawn::bytes).sum::<usize>() <= MAX_BLOCK_BYTES;
        if is_small && !self.block.is_empty() { BLOCK_ROWS } else { 1 }
    }

    /// Puts `count` rows, from `first` on, to the end of `rows`, past the gate.
    pub(crate) fn draw(
        &mut self,
        first: u64,
        count: usize,
        rows: &mut Vec<T>,
    ) -> Result<(), Error> {
        let started = self.timer.start(count);
        if self.block.len() < count {
            self.block.resize_with(count, Drawn::default);
        }
        let start = rows.len();
        let index = |at: usize| first.wrapping_add(at as u64);
        let Self { blueprint, seed, scratch, block, written, edits, .. } = self;
        let origin = |at: usize| Origin { plan: &blueprint.plan, seed, row: index(at) };
        let is_gated = self.gate == GateLevel::Full;
        let mut left = Left { count, failed: None };
        left.each(|at| scratch.generate(&blueprint.plan, seed, index(at), &mut block[at].instance));
        let drawn = started.read();
        if is_gated {
            left.each(|at| block[at].judge(&blueprint.gate, origin(at)));
        }
        left.each(|at| read(&block[at].instance, origin(at), rows));
        if !edits.is_empty() {
            left.each(|at| edit(edits, &mut rows[start + at]));
        }
        if is_gated {
            left.each(|at| {
                let value = (&rows[start + at], !edits.is_empty());
                blueprint.gate.confirm((&block[at].instance, block[at].sides), value, written)
            });
        }
        if let Some((at, error)) = left.failed {
            rows.truncate(start);
            return Err(error
                .with_type(std::any::type_name::<T>())
                .with_row(&self.seed, index(at))
                .with_replay(self.replay(index(at))));
        }
        self.timer.stop(started, drawn);
        self.metrics.rows += count as u64;
        let drawn = self.block.iter().take(count);
        self.metrics.instance_bytes += drawn.map(|row| row.instance.bytes() as u64).sum::<u64>();
        let buffers = self.block.iter().map(Drawn::bytes).sum::<usize>();
        let bytes = (buffers + self.written.scratch_bytes() + self.scratch.bytes()) as u64;
        self.metrics.peak_scratch_bytes = self.metrics.peak_scratch_bytes.max(bytes);
        Ok(())
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

/// So many rows go through each stage together, so that the code of the stage is still at hand for the next one: with
/// less it has to be fetched again, and with more the rows have to.
const BLOCK_ROWS: usize = 8;

/// Rows that are larger together are drawn one by one: fetching code is nothing beside them, and their memory is.
const MAX_BLOCK_BYTES: usize = 256 << 10;

/// One row of a block, between two stages.
struct Drawn {
    instance: Instance,
    sides: Sides,
}

impl Default for Drawn {
    fn default() -> Self {
        Self { instance: Instance::new(), sides: Sides::Read }
    }
}

impl Drawn {
    fn judge(&mut self, gate: &TypedGate, origin: Origin<'_>) -> Result<(), Error> {
        self.sides = gate.judge(self.instance.root(), origin)?;
        Ok(())
    }

    fn bytes(&self) -> usize {
        self.instance.scratch_bytes()
    }
}

/// The rows of a block that did not fail.
struct Left {
    count: usize,
    /// The first one that did.
    failed: Option<(usize, Error)>,
}

impl Left {
    /// Runs one stage, up to the first row that fails: of two rows that fail at different stages, it is the first one
    /// that is told.
    #[inline]
    fn each(&mut self, mut stage: impl FnMut(usize) -> Result<(), Error>) {
        for at in 0..self.count {
            if let Err(error) = stage(at) {
                *self = Self { count: at, failed: Some((at, error)) };
                return;
            }
        }
    }
}

fn edit<T>(edits: &[Edit<T>], value: &mut T) -> Result<(), Error> {
    catch_unwind(AssertUnwindSafe(|| edits.iter().for_each(|edit| edit(value)))).map_err(|panic| {
        Error::new(Stage::Generate, "`edit` panicked")
            .at("")
            .with_cause(panic_text(panic.as_ref()))
            .with_help("it must take every row that the contract allows")
    })
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
