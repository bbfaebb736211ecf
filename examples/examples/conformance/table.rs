//! Trials → the table.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::corpus::Case;
use crate::trial::{Outcome, Trial};

/// What became of the cases of one group.
pub(crate) struct Table {
    name: String,
    counts: BTreeMap<&'static str, usize>,
    reasons: BTreeMap<String, usize>,
    plan_times: Vec<Duration>,
    rows: usize,
    trivial: usize,
    repeated: usize,
}

impl Table {
    pub(crate) fn new(name: String) -> Self {
        Self {
            name,
            counts: BTreeMap::new(),
            reasons: BTreeMap::new(),
            plan_times: Vec::new(),
            rows: 0,
            trivial: 0,
            repeated: 0,
        }
    }

    pub(crate) fn add(&mut self, case: &Case, trial: &Trial) {
        *self.counts.entry(verdict(case, &trial.outcome)).or_default() += 1;
        self.plan_times.extend(trial.plan_time);
        match &trial.outcome {
            Outcome::Valid(rows) => {
                self.rows += rows.all;
                self.trivial += rows.trivial;
                self.repeated += rows.repeated;
            }
            Outcome::Unsupported(reason) => {
                *self.reasons.entry(sort_of(reason)).or_default() += 1;
            }
            _ => {}
        }
    }

    /// Whether nothing happened that must not happen.
    pub(crate) fn is_good(&self) -> bool {
        ["unsatisfiable, wrongly", "invalid output", "timeout", "panic"]
            .iter()
            .all(|name| !self.counts.contains_key(name))
    }

    #[expect(clippy::cast_precision_loss, reason = "shares in percent")]
    pub(crate) fn print(&mut self) {
        self.plan_times.sort();
        let time = |share: usize| {
            let at = (self.plan_times.len() * share / 100).min(self.plan_times.len().max(1) - 1);
            self.plan_times.get(at).copied().unwrap_or_default()
        };
        let percent = |part: usize| part as f64 * 100.0 / self.rows.max(1) as f64;
        println!("{}: {} schemas", self.name, self.counts.values().sum::<usize>());
        for (name, count) in &self.counts {
            println!("  {count:>5}  {name}");
        }
        for (reason, count) in &self.reasons {
            println!("           {count:>4}  {reason}");
        }
        println!("  plan time: median {:?}, p95 {:?}", time(50), time(95));
        println!(
            "  rows: {}, {:.2} % trivial, {:.2} % repeated\n",
            self.rows,
            percent(self.trivial),
            percent(self.repeated)
        );
    }
}

/// A reason without what it quotes, and without its place.
fn sort_of(reason: &str) -> String {
    let told: Vec<&str> = reason.split('`').step_by(2).collect();
    told.join("…").split(" at /").next().unwrap_or_default().to_owned()
}

fn verdict(case: &Case, outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Valid(_) => "valid",
        Outcome::NeedsDocument => "needs another document",
        Outcome::Unsatisfiable(_) if case.valid.is_empty() => "unsatisfiable",
        Outcome::Unsatisfiable(_) => "unsatisfiable, wrongly",
        Outcome::Unsupported(_) => "unsupported",
        Outcome::Invalid(_) => "invalid output",
        Outcome::Timeout => "timeout",
        Outcome::Panic(_) => "panic",
    }
}

/// One line for a case that gave no rows.
pub(crate) fn print_details(case: &Case, trial: &Trial) {
    let what = match &trial.outcome {
        Outcome::Valid(_) => return,
        Outcome::NeedsDocument | Outcome::Timeout => "",
        Outcome::Unsatisfiable(what)
        | Outcome::Unsupported(what)
        | Outcome::Invalid(what)
        | Outcome::Panic(what) => what,
    };
    let what: String = what.chars().take(300).collect();
    println!("{}: {}: {what}", verdict(case, &trial.outcome), case.name);
}
