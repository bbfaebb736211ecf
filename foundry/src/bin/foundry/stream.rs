//! Rows → text, on several threads, in order, and in memory that does not grow.
//!
//! The rows are cut into chunks of the same size, and thread `t` of `n` draws chunk `t`, `t + n`, and
//! so on. Each thread hands over pieces of text through a channel of its own, which holds only a few, and
//! gets their buffers back; whoever writes takes the chunks in turn. So the text is the same for every
//! number of threads.

use std::ops::Range;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};

use foundry::{Drawer, Error, Metrics, Pipeline, Seed};
use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};

use crate::exit::Stop;
use crate::failure::Failure;
use crate::output::Output;
use crate::progress::Progress;

/// How the rows stand in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// One list of all rows
    Json,
    /// One row a line
    Ndjson,
}

/// The rows that are drawn, and how.
pub(crate) struct Job<'p> {
    pub(crate) pipeline: &'p Pipeline,
    pub(crate) seed: &'p Seed,
    pub(crate) rows: Range<u64>,
    pub(crate) format: Format,
    pub(crate) threads: usize,
}

/// Rows of one chunk: enough that threads rarely meet.
const CHUNK_ROWS: u64 = 256;

/// A piece of this size is handed over, also in the middle of a chunk: rows may be large.
const PIECE_BYTES: usize = 64 << 10;

/// A larger buffer is given back to the system: one huge row should not cost its memory for ever.
const MOST_RECYCLED_BYTES: usize = 4 * PIECE_BYTES;

/// So many pieces of a thread wait to be written.
const WAITING_PIECES: usize = 4;

/// The stack of a thread that draws: as much as the main thread of most systems has.
const STACK_BYTES: usize = 8 << 20;

/// A part of a chunk.
struct Piece {
    text: Vec<u8>,
    end: Option<End>,
}

/// What a thread that draws holds of its channels.
struct ToWriter {
    pieces: SyncSender<Piece>,
    /// Buffers that were written, and are empty again.
    emptied: Receiver<Vec<u8>>,
}

/// What the writer holds of them.
struct FromThread {
    pieces: Receiver<Piece>,
    emptied: Sender<Vec<u8>>,
}

/// What comes behind the last piece of a chunk.
enum End {
    Chunk,
    Failed(Error),
}

/// Why a run ended before its end.
pub(crate) enum Broken {
    /// The row that could not be drawn; all rows before it are written.
    Row(Error),
    Stop(Stop),
}

/// Draws the rows of `job` and writes them to `output`.
pub(crate) fn write(
    job: &Job<'_>,
    output: &mut Output,
    progress: &Progress,
) -> Result<Metrics, Broken> {
    let count = job.rows.end.saturating_sub(job.rows.start);
    let chunks = count.div_ceil(CHUNK_ROWS);
    let threads = job.threads.clamp(1, usize::try_from(chunks).unwrap_or(usize::MAX).max(1));
    let pool = start_threads(threads).map_err(|error| no_thread(&error))?;
    let metrics = Mutex::new(job.pipeline.metrics());
    // Each task has a thread of its own, for there are as many: one that waits for the writer is in nobody's
    // way. The pool's scope ends once all of them have, and passes a panic on.
    let written = pool.in_place_scope(|scope| {
        let mut sources = Vec::with_capacity(threads);
        for first in 0..threads {
            let (sender, pieces) = sync_channel(WAITING_PIECES);
            let (emptied, receiver) = channel();
            let writer = ToWriter { pieces: sender, emptied: receiver };
            let metrics = &metrics;
            scope.spawn(move |_| {
                let mine = (first as u64..chunks).step_by(threads);
                let counted = draw_chunks(job, mine, &writer, progress);
                metrics.lock().unwrap_or_else(PoisonError::into_inner).add(&counted);
            });
            sources.push(FromThread { pieces, emptied });
        }
        let written = output.write(job.opening()).map_err(Broken::Stop);
        let written = written.and_then(|()| write_chunks(chunks, &sources, output));
        // Threads that still draw are told to end, and find nobody to hand over to.
        progress.stop();
        written
    });
    written?;
    output.write(job.closing()).map_err(Broken::Stop)?;
    Ok(metrics.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn start_threads(threads: usize) -> Result<ThreadPool, ThreadPoolBuildError> {
    ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(|number| format!("foundry-draw-{number}"))
        .stack_size(STACK_BYTES)
        .build()
}

impl Job<'_> {
    fn opening(&self) -> &'static [u8] {
        match self.format {
            Format::Json if self.rows.is_empty() => b"[",
            Format::Json => b"[\n",
            Format::Ndjson => b"",
        }
    }

    fn closing(&self) -> &'static [u8] {
        match self.format {
            Format::Json if self.rows.is_empty() => b"]\n",
            Format::Json => b"\n]\n",
            Format::Ndjson => b"",
        }
    }

    /// Appends a row and what stands around it.
    fn write_row(&self, drawer: &mut Drawer, index: u64, text: &mut Vec<u8>) -> Result<(), Error> {
        let row = drawer.draw(index)?;
        if self.format == Format::Json && index != self.rows.start {
            text.extend_from_slice(b",\n");
        }
        // Writing to a vector cannot fail.
        let _ = row.root().write_json(&mut *text);
        if self.format == Format::Ndjson {
            text.push(b'\n');
        }
        Ok(())
    }
}

/// Draws the chunks of one thread, and hands them over until nobody takes them.
fn draw_chunks(
    job: &Job<'_>,
    chunks: impl Iterator<Item = u64>,
    writer: &ToWriter,
    progress: &Progress,
) -> Metrics {
    let mut drawer = job.pipeline.drawer(job.seed).with_progress(progress.rows());
    let empty = || Piece { text: writer.emptied.try_recv().unwrap_or_default(), end: None };
    for chunk in chunks {
        let first = job.rows.start + chunk * CHUNK_ROWS;
        let last = first.saturating_add(CHUNK_ROWS).min(job.rows.end);
        let mut piece = empty();
        let mut failed = None;
        for index in first..last {
            if let Err(error) = job.write_row(&mut drawer, index, &mut piece.text) {
                failed = Some(error);
                break;
            }
            if piece.text.len() >= PIECE_BYTES {
                let full = std::mem::replace(&mut piece, empty());
                if writer.pieces.send(full).is_err() {
                    return drawer.metrics();
                }
            }
        }
        let is_over = failed.is_some();
        piece.end = Some(failed.map_or(End::Chunk, End::Failed));
        if writer.pieces.send(piece).is_err() || is_over {
            break;
        }
    }
    drawer.metrics()
}

/// Takes the chunks in turn, and writes them.
fn write_chunks(chunks: u64, sources: &[FromThread], output: &mut Output) -> Result<(), Broken> {
    for (_, source) in (0..chunks).zip(sources.iter().cycle()) {
        // A thread ends early only by a panic, which the scope passes on.
        while let Ok(Piece { mut text, end }) = source.pieces.recv() {
            output.write(&text).map_err(Broken::Stop)?;
            if text.capacity() <= MOST_RECYCLED_BYTES {
                text.clear();
                // Where nobody wants it, the thread has drawn its last row.
                let _ = source.emptied.send(text);
            }
            match end {
                None => {}
                Some(End::Chunk) => break,
                Some(End::Failed(error)) => return Err(Broken::Row(error)),
            }
        }
    }
    Ok(())
}

fn no_thread(error: &ThreadPoolBuildError) -> Broken {
    let told = Failure::new(format!("cannot start a thread that draws: {error}"));
    Broken::Stop(told.with_help("ask for fewer `--threads`: the rows are the same").into())
}
