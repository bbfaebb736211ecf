//! How far a long run is, on standard error, where a person may be watching.

use std::io::{self, IsTerminal as _};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar, or nothing at all; and the end of the drawing, where nobody writes any more.
pub(crate) struct Progress {
    bar: ProgressBar,
    rows: foundry::Progress,
    is_stopped: Arc<AtomicBool>,
}

/// How often the bar is drawn anew while no row comes.
const REFRESH: Duration = Duration::from_millis(200);

impl Progress {
    /// A bar for `rows` rows; nothing where standard error is no terminal, or where the rows
    /// themselves go to the terminal.
    pub(crate) fn new(rows: u64, is_standard_output: bool) -> Self {
        let is_shared = is_standard_output && io::stdout().is_terminal();
        if is_shared || !io::stderr().is_terminal() {
            return Self::of(ProgressBar::hidden());
        }
        let bar = ProgressBar::new(rows);
        let template = "{bar:30} {human_pos} of {human_len} rows, {per_sec}, {eta} to go";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(REFRESH);
        Self::of(bar)
    }

    fn of(bar: ProgressBar) -> Self {
        let is_stopped = Arc::new(AtomicBool::new(false));
        let (shown, is_over) = (bar.clone(), Arc::clone(&is_stopped));
        let rows = foundry::Progress::new(move |done| {
            shown.set_position(done);
            if is_over.load(Ordering::Relaxed) {
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        Self { bar, rows, is_stopped }
    }

    /// What the rows that are drawn are counted by.
    pub(crate) fn rows(&self) -> &foundry::Progress {
        &self.rows
    }

    /// Lets the threads end that still draw.
    pub(crate) fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
