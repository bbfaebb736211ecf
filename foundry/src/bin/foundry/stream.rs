//! Rows → text, on several threads, in order, and in memory that does not grow.
//!
//! The rows are cut into chunks of the same size, and thread `t` of `n` draws chunk `t`, `t + n`, and
//! so on. Each thread hands over pieces of text through a channel of its own, which holds only a few;
//! whoever writes takes the chunks in turn. So the text is the same for every number of threads.

use std::ops::Range;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use foundry::{Drawer, Error, Metrics, Pipeline, Seed};

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

/// So many pieces of a thread wait to be written.
const WAITING_PIECES: usize = 4;

/// The stack of a thread that draws: as much as the main thread of most systems has.
const STACK_BYTES: usize = 8 << 20;

/// A part of a chunk.
struct Piece {
    text: Vec<u8>,
    rows: u64,
    end: Option<End>,
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
    std::thread::scope(|scope| {
        let mut workers = Vec::with_capacity(threads);
        let mut pieces = Vec::with_capacity(threads);
        for first in 0..threads {
            let (sender, receiver) = sync_channel(WAITING_PIECES);
            let worker = std::thread::Builder::new()
                .name(format!("foundry-draw-{first}"))
                .stack_size(STACK_BYTES)
                .spawn_scoped(scope, move || {
                    let mine = (first as u64..chunks).step_by(threads);
                    draw_chunks(job, mine, &sender)
                });
            let worker = worker.map_err(|error| no_thread(&error))?;
            workers.push(worker);
            pieces.push(receiver);
        }
        output.write(job.opening()).map_err(Broken::Stop)?;
        let written = write_chunks(chunks, &pieces, output, progress);
        // Threads that still draw find nobody to hand over to, and end.
        drop(pieces);
        let mut metrics = job.pipeline.metrics();
        for worker in workers {
            let counted = worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            metrics.add(&counted);
        }
        written?;
        output.write(job.closing()).map_err(Broken::Stop)?;
        Ok(metrics)
    })
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
    sender: &SyncSender<Piece>,
) -> Metrics {
    let mut drawer = job.pipeline.drawer(job.seed);
    for chunk in chunks {
        let first = job.rows.start + chunk * CHUNK_ROWS;
        let last = first.saturating_add(CHUNK_ROWS).min(job.rows.end);
        let mut piece = Piece { text: Vec::new(), rows: 0, end: None };
        let mut failed = None;
        for index in first..last {
            if let Err(error) = job.write_row(&mut drawer, index, &mut piece.text) {
                failed = Some(error);
                break;
            }
            piece.rows += 1;
            if piece.text.len() >= PIECE_BYTES {
                let full = std::mem::replace(
                    &mut piece,
                    Piece { text: Vec::with_capacity(PIECE_BYTES), rows: 0, end: None },
                );
                if sender.send(full).is_err() {
                    return drawer.metrics();
                }
            }
        }
        let is_over = failed.is_some();
        piece.end = Some(failed.map_or(End::Chunk, End::Failed));
        if sender.send(piece).is_err() || is_over {
            break;
        }
    }
    drawer.metrics()
}

/// Takes the chunks in turn, and writes them.
fn write_chunks(
    chunks: u64,
    pieces: &[Receiver<Piece>],
    output: &mut Output,
    progress: &Progress,
) -> Result<(), Broken> {
    for (_, receiver) in (0..chunks).zip(pieces.iter().cycle()) {
        // A thread ends early only by a panic, which joining it passes on.
        while let Ok(piece) = receiver.recv() {
            output.write(&piece.text).map_err(Broken::Stop)?;
            progress.advance(piece.rows);
            match piece.end {
                None => {}
                Some(End::Chunk) => break,
                Some(End::Failed(error)) => return Err(Broken::Row(error)),
            }
        }
    }
    Ok(())
}

fn no_thread(error: &std::io::Error) -> Broken {
    let told = Failure::of_file("start a thread that draws", error);
    Broken::Stop(told.with_help("ask for fewer `--threads`: the rows are the same").into())
}
