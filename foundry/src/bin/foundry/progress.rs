//! How far a long run is, on standard error, where a person may be watching.

use std::io::{self, IsTerminal as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar, or nothing at all.
pub(crate) struct Progress(ProgressBar);

/// How often the bar is drawn anew while no row comes.
const REFRESH: Duration = Duration::from_millis(200);

impl Progress {
    /// A bar for `rows` rows; nothing where standard error is no terminal, or where the rows
    /// themselves go to the terminal.
    pub(crate) fn new(rows: u64, is_standard_output: bool) -> Self {
        let is_shared = is_standard_output && io::stdout().is_terminal();
        if is_shared || !io::stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let bar = ProgressBar::new(rows);
        let template = "{bar:30} {human_pos} of {human_len} rows, {per_sec}, {eta} to go";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(REFRESH);
        Self(bar)
    }

    /// Counts rows that were written.
    pub(crate) fn advance(&self, rows: u64) {
        self.0.inc(rows);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
