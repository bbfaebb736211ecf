//! Metrics → the report that a person reads, over several lines.

use std::fmt::Write as _;

use super::Metrics;
use crate::seed::Seed;

impl Metrics {
    /// The report of `rows` rows, made `of` something.
    pub(crate) fn report(&self, rows: usize, of: &str, seed: &Seed) -> String {
        let noun = if rows == 1 { "row" } else { "rows" };
        let mut text = format!("{rows} {noun}{of}, seed {seed}");
        let cached = if self.plan_cache_hits > 0 { " (cached)" } else { "" };
        let Self {
            parse_time,
            plan_time,
            plan_nodes,
            generate_time,
            validate_time,
            retries,
            attempts,
            ..
        } = self;
        let mut lines = vec![
            ("parse", format!("{parse_time:?}{cached}")),
            ("plan", format!("{plan_time:?}{cached}, {plan_nodes} nodes")),
            ("generate", format!("{generate_time:?}")),
            ("validate", format!("{validate_time:?}")),
            ("retries", format!("{retries} of {attempts} checked values")),
        ];
        lines.extend(self.warnings().map(|warning| ("rejected", warning)));
        for (label, counts) in [("formats", &self.formats), ("with", &self.generators)] {
            if !counts.is_empty() {
                let list: Vec<_> =
                    counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
                lines.push((label, list.join(", ")));
            }
        }
        for (label, line) in lines {
            // Writing to a `String` cannot fail.
            let _ = write!(text, "\n  {label:<9} {line}");
        }
        text
    }
}
