//! [`Progress`]: how far a long run is, and its end before the end.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use crate::error::{Error, Stage};

/// Is told how many rows of a run are drawn, and may end it; for [`Builder::progress`](crate::Builder::progress)
/// and [`Drawer::with_progress`](crate::Drawer::with_progress).
///
/// Clones are one and the same: the rows of all threads that hold one are counted together.
///
/// # Examples
///
/// ```
/// use std::ops::ControlFlow;
///
/// use foundry::{Pipeline, Progress};
/// use serde_json::json;
///
/// let pipeline = Pipeline::builder().schema(&json!({"type": "integer"})).build()?;
/// let progress = Progress::new(|done| {
///     if done < 1000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
/// });
/// let mut drawer = pipeline.drawer(42).with_progress(&progress);
/// let error = (0..).find_map(|row| drawer.draw(row).err()).expect("it ends");
/// assert_eq!(error.to_string(), "cancelled after 1024 rows");
/// assert!(error.is_cancelled());
/// # Ok::<(), foundry::Error>(())
/// ```
#[derive(Clone)]
pub struct Progress(Arc<Inner>);

struct Inner {
    tell: Box<dyn Fn(u64) -> ControlFlow<()> + Send + Sync>,
    /// The rows that were told of.
    done: AtomicU64,
    /// After how many rows the run was cancelled.
    cancelled: OnceLock<u64>,
}

/// So many rows of one thread are told of at once: less often, and a run of slow rows would seem to stand;
/// more often, and quick rows would be slowed down.
const TOLD_ROWS: u64 = 64;

impl Progress {
    /// Calls `tell` after every 64 rows of each thread, on the thread that drew them, with how many rows are
    /// drawn by all of them. Each number is told once; where several threads draw, not always in order.
    ///
    /// [`ControlFlow::Break`] ends the run: all threads stop within the next 64 rows, and the error says
    /// `cancelled after 1024 rows`. No other error has [`Error::is_cancelled`].
    pub fn new(tell: impl Fn(u64) -> ControlFlow<()> + Send + Sync + 'static) -> Self {
        let tell = Box::new(tell);
        Self(Arc::new(Inner { tell, done: AtomicU64::new(0), cancelled: OnceLock::new() }))
    }

    /// How many rows were told of.
    pub fn done(&self) -> u64 {
        self.0.done.load(Ordering::Relaxed)
    }

    fn add(&self, rows: u64) -> Result<(), Error> {
        let done = self.0.done.fetch_add(rows, Ordering::Relaxed) + rows;
        if self.0.cancelled.get().is_none() && (self.0.tell)(done).is_break() {
            // Of two threads that are told to stop, the first one counts.
            let _ = self.0.cancelled.set(done);
        }
        match self.0.cancelled.get() {
            Some(done) => {
                Err(Error::new(Stage::Generate, format!("cancelled after {done} rows")).cancelled())
            }
            None => Ok(()),
        }
    }
}

impl std::fmt::Debug for Progress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Progress").field("done", &self.done()).finish_non_exhaustive()
    }
}

/// The rows of one thread that were not told of yet.
#[derive(Default)]
pub(crate) struct Tally {
    progress: Option<Progress>,
    untold: u64,
}

impl Tally {
    pub(crate) fn of(progress: Option<&Progress>) -> Self {
        Self { progress: progress.cloned(), untold: 0 }
    }

    /// Counts a row that was drawn.
    #[inline]
    pub(crate) fn count(&mut self) -> Result<(), Error> {
        if self.progress.is_none() {
            return Ok(());
        }
        self.untold += 1;
        if self.untold < TOLD_ROWS { Ok(()) } else { self.tell() }
    }

    /// Tells of the rows that are left, at the end of a run.
    pub(crate) fn tell(&mut self) -> Result<(), Error> {
        match &self.progress {
            Some(progress) if self.untold > 0 => progress.add(std::mem::take(&mut self.untold)),
            _ => Ok(()),
        }
    }
}
