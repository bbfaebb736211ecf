//! Rows of a [`Pipeline`], one by one, drawn into one instance that is used again and again.

use crate::error::Error;
use crate::generate::Pooled;
use crate::instance::Instance;
use crate::metrics::{Metrics, Timer};
use crate::pipeline::Pipeline;
use crate::progress::{Progress, Tally};
use crate::seed::Seed;

/// Draws rows of one seed, each past the gate, and keeps none: memory does not grow with their
/// number.
///
/// Made by [`Pipeline::drawer`]. Rows are asked for by their index, in any order. For several
/// threads, give each a drawer of its own: a row is the same whoever draws it.
///
/// # Examples
///
/// ```
/// use foundry::Pipeline;
/// use serde_json::json;
///
/// let pipeline = Pipeline::builder().schema(&json!({"type": "integer", "minimum": 0})).build()?;
/// let mut drawer = pipeline.drawer(42);
/// let mut sum = 0.0;
/// for row in 0..1000 {
///     sum += drawer.draw(row)?.root().as_f64().unwrap_or_default();
/// }
/// assert!(sum > 0.0);
/// assert_eq!(drawer.metrics().rows, 1000);
/// # Ok::<(), foundry::Error>(())
/// ```
///
/// On two threads, with the metrics of both:
///
/// ```
/// # use foundry::{Error, Pipeline};
/// # use serde_json::json;
/// # let pipeline = Pipeline::builder().schema(&json!({"type": "integer", "minimum": 0})).build()?;
/// let mut metrics = pipeline.metrics();
/// let counted = std::thread::scope(|scope| {
///     let threads = [0..500, 500..1000].map(|rows| {
///         let mut drawer = pipeline.drawer(42);
///         scope.spawn(move || {
///             for row in rows {
///                 drawer.draw(row)?;
///             }
///             Ok::<_, Error>(drawer.metrics())
///         })
///     });
///     threads.map(|thread| thread.join().expect("no panic"))
/// });
/// for part in counted {
///     metrics.add(&part?);
/// }
/// assert_eq!(metrics.rows, 1000);
/// # Ok::<(), Error>(())
/// ```
pub struct Drawer {
    pipeline: Pipeline,
    seed: Seed,
    row: Instance,
    scratch: Pooled,
    timer: Timer,
    metrics: Metrics,
    tally: Tally,
}

impl Drawer {
    pub(crate) fn new(pipeline: Pipeline, seed: Seed) -> Self {
        Self {
            scratch: Pooled::counting(pipeline.plan()),
            pipeline,
            seed,
            row: Instance::new(),
            timer: Timer::default(),
            metrics: Metrics::default(),
            tally: Tally::default(),
        }
    }

    /// Counts the rows of this drawer for `progress`, together with those of all others that have it.
    /// Defaults to none.
    #[must_use]
    pub fn with_progress(mut self, progress: &Progress) -> Self {
        self.tally = Tally::of(Some(progress));
        self
    }

    /// Draws the row `index`; the next call writes over it.
    ///
    /// # Errors
    ///
    /// When the row cannot be drawn or does not pass the gate; the drawer can go on with other rows. And
    /// when the run is [cancelled](Progress::new).
    pub fn draw(&mut self, index: u64) -> Result<&Instance, Error> {
        let started = self.timer.start(1);
        self.scratch.generate(self.pipeline.plan(), &self.seed, index, &mut self.row)?;
        let drawn = started.read();
        self.pipeline.admit(&self.row, &self.seed, index)?;
        self.timer.stop(started, drawn);
        self.metrics.rows += 1;
        self.metrics.instance_bytes += self.row.bytes() as u64;
        let bytes = (self.row.scratch_bytes() + self.scratch.bytes()) as u64;
        self.metrics.peak_scratch_bytes = self.metrics.peak_scratch_bytes.max(bytes);
        self.tally.count()?;
        Ok(&self.row)
    }

    /// The seed of the rows.
    pub fn seed(&self) -> &Seed {
        &self.seed
    }

    /// What the rows of this drawer took so far, without the planning, which
    /// [`Pipeline::metrics`] knows: join them by [`Metrics::add`].
    pub fn metrics(&self) -> Metrics {
        let mut metrics = self.metrics.clone();
        metrics.add_counts(&self.scratch.counts, self.pipeline.plan());
        metrics.add_times(&self.timer);
        metrics
    }
}
