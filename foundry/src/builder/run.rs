//! The rows of one batch: drawn by the caller, or in chunks by several threads, and joined in order.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::threads::on_threads;
use super::{Builder, too_many};
use crate::blueprint::Blueprint;
use crate::error::{Error, Stage};
use crate::foundry::Foundry;
use crate::metrics::Metrics;
use crate::progress::Tally;
use crate::rows::RowDrawer;
use crate::seed::Seed;

pub(super) type Run<T> = fn(&Job<'_, T>) -> Result<(Vec<T>, Metrics), Error>;

/// The rows of one batch.
pub(super) struct Job<'b, T> {
    pub(super) builder: &'b Builder<T>,
    pub(super) blueprint: Arc<Blueprint>,
    pub(super) seed: &'b Seed,
}

/// So many chunks there are for each thread, where there are rows enough: the last ones are drawn while
/// other threads are still busy.
const CHUNKS_PER_THREAD: usize = 8;

/// No chunk has more rows: a thread that need not go on finds out at the next one.
const CHUNK_ROWS: usize = 256;

/// Draws all rows on the thread of the caller.
pub(super) fn run_here<T: Foundry>(job: &Job<'_, T>) -> Result<(Vec<T>, Metrics), Error> {
    let mut rows = job.room(job.builder.count)?;
    let (mut drawer, mut tally) = (job.drawer(), job.tally());
    job.draw(0, job.builder.count, &mut drawer, &mut tally, &mut rows)?;
    tally.tell().map_err(named::<T>)?;
    Ok((rows, drawer.metrics()))
}

/// Each thread takes the next chunk until there is none. The error of the first row that fails is that of
/// the batch, as it is on one thread: chunks are taken in order, so those in front of it are drawn.
pub(super) fn run_on_threads<T: Foundry + Send>(
    job: &Job<'_, T>,
) -> Result<(Vec<T>, Metrics), Error> {
    let (count, threads) = (job.builder.count, job.builder.threads);
    let mut rows = job.room(count)?;
    let share = count.div_ceil(threads * CHUNKS_PER_THREAD).clamp(1, CHUNK_ROWS);
    let chunks = count.div_ceil(share);
    let order = Order { next: AtomicUsize::new(0), end: AtomicUsize::new(chunks) };
    let parts = Mutex::new(Vec::new());
    let draw = || {
        let part = job.draw_chunks(&order, share);
        parts.lock().unwrap_or_else(PoisonError::into_inner).push(part);
    };
    let started = on_threads(threads.min(chunks), &draw, &|| order.stop(0));
    started.map_err(|error| no_thread::<T>(&error))?;
    let parts = parts.into_inner().unwrap_or_else(PoisonError::into_inner);

    let mut metrics = Metrics::default();
    let (mut drawn, mut failed) = (Vec::with_capacity(chunks), Vec::new());
    for part in parts {
        metrics.add(&part.metrics);
        drawn.extend(part.chunks);
        failed.extend(part.failed);
    }
    if let Some((_, error)) = failed.into_iter().min_by_key(|(chunk, _)| *chunk) {
        return Err(error);
    }
    drawn.sort_unstable_by_key(|(chunk, _)| *chunk);
    for (_, part) in drawn {
        rows.extend(part);
    }
    Ok((rows, metrics))
}

/// Who draws which chunk.
struct Order {
    /// The next chunk.
    next: AtomicUsize,
    /// What is not to be drawn any more: this chunk, and those behind.
    end: AtomicUsize,
}

impl Order {
    fn take(&self) -> Option<usize> {
        let chunk = self.next.fetch_add(1, Ordering::Relaxed);
        (chunk < self.end.load(Ordering::Relaxed)).then_some(chunk)
    }

    fn stop(&self, chunk: usize) {
        self.end.fetch_min(chunk, Ordering::Relaxed);
    }
}

/// What one thread drew.
struct Part<T> {
    chunks: Vec<(usize, Vec<T>)>,
    /// The chunk that could not be drawn, or 0 where the run was cancelled.
    failed: Option<(usize, Error)>,
    metrics: Metrics,
}

impl<T: Foundry> Job<'_, T> {
    fn draw_chunks(&self, order: &Order, share: usize) -> Part<T> {
        let (mut drawer, mut tally) = (self.drawer(), self.tally());
        let mut chunks = Vec::new();
        let mut failed = None;
        while let Some(chunk) = order.take() {
            let start = chunk * share;
            let count = share.min(self.builder.count - start);
            let drawn = self.room(count).and_then(|mut rows| {
                self.draw(start, count, &mut drawer, &mut tally, &mut rows)?;
                Ok(rows)
            });
            match drawn {
                Ok(rows) => chunks.push((chunk, rows)),
                Err(error) => {
                    failed = Some((if error.is_cancelled() { 0 } else { chunk }, error));
                    break;
                }
            }
        }
        if failed.is_none() {
            failed = tally.tell().err().map(|error| (0, named::<T>(error)));
        }
        if let Some((chunk, _)) = failed {
            order.stop(chunk);
        }
        Part { chunks, failed, metrics: drawer.metrics() }
    }

    /// Draws `count` rows of the batch from the `start`-th on.
    fn draw(
        &self,
        start: usize,
        count: usize,
        drawer: &mut RowDrawer<T>,
        tally: &mut Tally,
        rows: &mut Vec<T>,
    ) -> Result<(), Error> {
        let first = self.builder.first.wrapping_add(start as u64);
        let mut drawn = 0;
        while drawn < count {
            let block = drawer.block_rows().min(count - drawn);
            drawer.draw(first.wrapping_add(drawn as u64), block, rows)?;
            for _ in 0..block {
                tally.count().map_err(named::<T>)?;
            }
            drawn += block;
        }
        Ok(())
    }

    fn room(&self, count: usize) -> Result<Vec<T>, Error> {
        let mut rows = Vec::new();
        rows.try_reserve_exact(count).map_err(|_| too_many::<T>(self.builder.count))?;
        Ok(rows)
    }

    fn drawer(&self) -> RowDrawer<T> {
        self.builder.drawer(Arc::clone(&self.blueprint), self.seed.clone())
    }

    fn tally(&self) -> Tally {
        Tally::of(self.builder.progress.as_ref())
    }
}

fn named<T>(error: Error) -> Error {
    error.with_type(std::any::type_name::<T>())
}

fn no_thread<T>(error: &std::io::Error) -> Error {
    Error::new(Stage::Config, "a thread could not be started")
        .with_type(std::any::type_name::<T>())
        .with_cause(error.to_string())
        .with_help("ask for fewer `threads`: the rows are the same")
}
