//! What a run took and did.

mod report;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::generators::factory::Builds;
use crate::generators::plain::BuiltIn;
use crate::plan::Plan;
use crate::plan::node::NodeId;

/// What one run took and did; comes with every result, and serializes.
///
/// Times differ from run to run; they never reach a value.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Metrics {
    /// Rows that were asked for and left the gate.
    pub rows: u64,
    /// Time to read the contract; zero where the plan was cached. Of a [`Pipeline`](crate::Pipeline),
    /// what its building took; so for `plan_time`.
    pub parse_time: Duration,
    /// Time to plan, and to compile the validators; zero where both were cached.
    pub plan_time: Duration,
    /// Time to draw instances. Reading a clock would slow down small rows, so the first rows and
    /// every sixteenth one after them are timed, and stand for all.
    pub generate_time: Duration,
    /// Time in the gate: validation, reading and writing back; timed as drawing is.
    pub validate_time: Duration,
    /// Values drawn at places that have a check.
    pub attempts: u64,
    /// Values that a check rejected.
    pub retries: u64,
    /// Plans that were there already.
    pub plan_cache_hits: u64,
    /// Plans that were made for this run.
    pub plan_cache_misses: u64,
    /// Compiled validators of whole contracts that were there already.
    pub validator_cache_hits: u64,
    /// Validators of whole contracts that were compiled for this run.
    pub validator_cache_misses: u64,
    /// Generators and patterns that were built for the plan; zero where it was cached.
    pub generator_builds: u64,
    /// Generators and patterns that stood there already when the plan wanted them again.
    pub generator_cache_hits: u64,
    /// Threads that found their buffers ready.
    pub scratch_pool_hits: u64,
    /// What was checked, by the places of the schema that have a check of their author's, or that are
    /// held against a part of the schema. The place of a whole document, or type, is the empty text.
    pub checked: BTreeMap<String, Checked>,
    /// Nodes of the plan.
    pub plan_nodes: u64,
    /// How often each format was drawn.
    pub formats: BTreeMap<String, u64>,
    /// How often each generator was asked, by its name: those of the user's own, realistic ones such as
    /// `person.first_name` and `number.age`, and the plain ones `anything`, `boolean`, `content`, `integer`,
    /// `number`, `pattern`, `values` and `words`. What has a format is counted there.
    pub generators: BTreeMap<String, u64>,
    /// How many values of each generator were rejected: by a check of the author's, by the schema of their
    /// place, or because they did not fit its lengths and patterns. Generators without any are left
    /// out; what was rejected of whole lists and objects stands in `checked` alone.
    pub generator_rejections: BTreeMap<String, u64>,
    /// How long each generator took over all of its draws, the rejected ones too; formats are named here as
    /// well. Empty unless [`Config::with_timings`](crate::config::Config::with_timings) asks for it.
    pub generator_times: BTreeMap<String, Duration>,
    /// Bytes of all drawn instances: their nodes, names and texts.
    pub instance_bytes: u64,
    /// The largest buffers of any thread, in bytes.
    pub peak_scratch_bytes: u64,
}

/// What became of the values that were drawn for one place.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Checked {
    /// Values that were drawn for it.
    pub attempts: u64,
    /// Values that were rejected.
    pub rejected: u64,
    /// The first value that was rejected, as JSON, cut to a readable length.
    pub first_rejected: Option<String>,
    /// The generator that drew them, where one alone does.
    pub generator: Option<String>,
    /// The row of that value: where threads count apart, the lowest one has the first value.
    #[serde(skip)]
    pub(crate) first_row: u64,
}

/// A check that rejects a greater share of the values is told of: most of the time goes to what nobody
/// sees.
const MOSTLY_REJECTED: f64 = 0.99;

impl Checked {
    /// The share of the values that were rejected, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a share of counts")]
    pub fn rejection_rate(&self) -> f64 {
        if self.attempts == 0 { 0.0 } else { self.rejected as f64 / self.attempts as f64 }
    }

    /// What was rejected at `place`, as a sentence.
    fn told(&self, place: &str) -> String {
        let place = if place.is_empty() { "the root" } else { place };
        let (attempts, rejected) = (self.attempts, self.rejected);
        let rate = self.rejection_rate() * 100.0;
        let of = self.generator.as_ref().map(|name| format!(" of `{name}`")).unwrap_or_default();
        let first = self.first_rejected.as_deref().unwrap_or_default();
        format!(
            "{rejected} of {attempts} values{of} at {place} were rejected ({rate:.1} %), the first of them {first}"
        )
    }

    fn add(&mut self, other: &Self) {
        self.attempts += other.attempts;
        self.rejected += other.rejected;
        if self.generator.is_none() {
            self.generator.clone_from(&other.generator);
        }
        let is_earlier = self.first_rejected.is_none() || other.first_row < self.first_row;
        if is_earlier && other.first_rejected.is_some() {
            self.first_rejected.clone_from(&other.first_rejected);
            self.first_row = other.first_row;
        }
    }
}

/// So many starts are timed, and then every so many-th one.
const TIMED: u64 = 16;

/// Times both stages of some rows.
#[derive(Debug, Default)]
pub(crate) struct Timer {
    starts: u64,
    rows: u64,
    timed: u64,
    generate: Duration,
    validate: Duration,
}

/// The clock of rows that are drawn together, running where they are timed.
#[derive(Clone, Copy)]
pub(crate) struct Clock {
    rows: u64,
    at: Option<Instant>,
}

impl Timer {
    /// Starts with so many rows.
    pub(crate) fn start(&mut self, rows: usize) -> Clock {
        let rows = rows as u64;
        self.starts += 1;
        self.rows += rows;
        let is_timed = self.starts <= TIMED || self.starts.is_multiple_of(TIMED);
        Clock { rows, at: is_timed.then(Instant::now) }
    }

    /// Counts rows that were drawn between `started` and `drawn` and have just left the gate.
    pub(crate) fn stop(&mut self, started: Clock, drawn: Clock) {
        if let (Some(start), Some(middle)) = (started.at, drawn.at) {
            self.timed += started.rows;
            self.generate += middle - start;
            self.validate += middle.elapsed();
        }
    }

    fn whole(&self, part: Duration) -> Duration {
        let share = u128::from(self.rows) * part.as_nanos() / u128::from(self.timed.max(1));
        Duration::from_nanos(u64::try_from(share).unwrap_or(u64::MAX))
    }
}

impl Clock {
    /// The same clock, read now.
    pub(crate) fn read(self) -> Self {
        Self { at: self.at.map(|_| Instant::now()), ..self }
    }
}

/// What the walk counts, without a lookup per draw: names are put to it when somebody reads.
#[derive(Debug, Default, Clone)]
pub(crate) struct Counts {
    pub(crate) attempts: u64,
    pub(crate) retries: u64,
    pub(crate) pool_hits: u64,
    /// Values taken by the number of their row, by format and by generator.
    formats: Vec<(&'static str, u64)>,
    misfits: Vec<(&'static str, u64)>,
    times: BTreeMap<String, Duration>,
    built_in: [u64; BuiltIn::ALL.len()],
    /// How often each node was drawn, by its index; empty where nobody reads it.
    drawn: Vec<u64>,
    /// By the index of the node.
    checked: Vec<Checked>,
}

impl Counts {
    /// Makes room for what is drawn from `plan`: without it nothing of that is counted.
    pub(crate) fn expect(&mut self, plan: &Plan) {
        self.drawn.resize(plan.len(), 0);
    }

    #[inline]
    pub(crate) fn drawn(&mut self, id: NodeId) {
        if let Some(count) = self.drawn.get_mut(id.index()) {
            *count += 1;
        }
    }

    pub(crate) fn format(&mut self, name: &'static str) {
        // The names are constants of this crate: a handful, compared by address first.
        match self.formats.iter_mut().find(|(known, _)| std::ptr::eq(*known, name)) {
            Some((_, count)) => *count += 1,
            None => self.formats.push((name, 1)),
        }
    }

    /// Forgets what was counted, and keeps the memory.
    pub(crate) fn clear(&mut self) {
        let Self {
            attempts,
            retries,
            pool_hits,
            formats,
            misfits,
            times,
            built_in,
            drawn,
            checked,
        } = self;
        (*attempts, *retries, *pool_hits) = (0, 0, 0);
        formats.clear();
        misfits.clear();
        times.clear();
        built_in.fill(0);
        drawn.clear();
        checked.clear();
    }

    /// One value of a node that has a check; `None` where nobody reads it.
    pub(crate) fn checked(&mut self, id: NodeId) -> Option<&mut Checked> {
        let at = id.index();
        if self.checked.len() <= at && at < self.drawn.len() {
            self.checked.resize_with(at + 1, Checked::default);
        }
        self.checked.get_mut(at)
    }

    pub(crate) fn built_in(&mut self, generator: BuiltIn) {
        if let Some(count) = self.built_in.get_mut(generator as usize) {
            *count += 1;
        }
    }

    /// A realistic text that did not fit its place.
    pub(crate) fn misfit(&mut self, name: &'static str) {
        match self.misfits.iter_mut().find(|(known, _)| std::ptr::eq(*known, name)) {
            Some((_, count)) => *count += 1,
            None => self.misfits.push((name, 1)),
        }
    }

    /// What one draw of a generator took, where it is timed.
    pub(crate) fn time(&mut self, name: &str, time: Duration) {
        match self.times.get_mut(name) {
            Some(sum) => *sum += time,
            None => {
                self.times.insert(name.to_owned(), time);
            }
        }
    }
}

impl Metrics {
    /// Adds what another thread of the same run counted: its rows, draws and bytes, and the time of
    /// its drawing and judging. What was planned once is not counted twice.
    pub fn add(&mut self, other: &Self) {
        self.rows += other.rows;
        self.generate_time += other.generate_time;
        self.validate_time += other.validate_time;
        self.attempts += other.attempts;
        self.retries += other.retries;
        self.scratch_pool_hits += other.scratch_pool_hits;
        for (place, checked) in &other.checked {
            self.checked.entry(place.clone()).or_default().add(checked);
        }
        for (name, count) in &other.formats {
            *self.formats.entry(name.clone()).or_default() += count;
        }
        for (name, count) in &other.generators {
            *self.generators.entry(name.clone()).or_default() += count;
        }
        for (name, count) in &other.generator_rejections {
            *self.generator_rejections.entry(name.clone()).or_default() += count;
        }
        for (name, time) in &other.generator_times {
            *self.generator_times.entry(name.clone()).or_default() += *time;
        }
        self.instance_bytes += other.instance_bytes;
        self.peak_scratch_bytes = self.peak_scratch_bytes.max(other.peak_scratch_bytes);
    }

    pub(crate) fn add_builds(&mut self, builds: Builds) {
        self.generator_builds += builds.made;
        self.generator_cache_hits += builds.hits;
    }

    pub(crate) fn add_times(&mut self, timer: &Timer) {
        self.generate_time += timer.whole(timer.generate);
        self.validate_time += timer.whole(timer.validate);
    }

    pub(crate) fn add_counts(&mut self, counts: &Counts, plan: &Plan) {
        self.attempts += counts.attempts;
        self.retries += counts.retries;
        self.scratch_pool_hits += counts.pool_hits;
        let checked = counts.checked.iter().enumerate().filter(|(_, checked)| checked.attempts > 0);
        for (at, checked) in checked {
            let place = plan.pointer_at(at).to_owned();
            let generator = plan.generator_at(at);
            let sum = self.checked.entry(place).or_default();
            sum.add(checked);
            if let Some(name) = generator {
                sum.generator.get_or_insert_with(|| name.to_owned());
            }
            if let Some(name) = generator.filter(|_| checked.rejected > 0) {
                *self.generator_rejections.entry(name.to_owned()).or_default() += checked.rejected;
            }
        }
        for (name, count) in &counts.misfits {
            *self.generator_rejections.entry((*name).to_owned()).or_default() += count;
        }
        for (name, time) in &counts.times {
            *self.generator_times.entry(name.clone()).or_default() += *time;
        }
        for (at, count) in counts.drawn.iter().enumerate().filter(|(_, count)| **count > 0) {
            let (generator, format) = plan.drawn_by(at);
            for (names, name) in [(&mut self.generators, generator), (&mut self.formats, format)] {
                if let Some(name) = name {
                    *names.entry(name.to_owned()).or_default() += count;
                }
            }
        }
        for (name, count) in &counts.formats {
            *self.formats.entry((*name).to_owned()).or_default() += count;
        }
        for (generator, count) in BuiltIn::ALL.iter().zip(counts.built_in) {
            if count > 0 {
                *self.generators.entry(generator.name().to_owned()).or_default() += count;
            }
        }
    }

    /// The places where more than 99 of 100 values are rejected: their rows are right, and slow.
    pub fn mostly_rejected(&self) -> impl Iterator<Item = (&str, &Checked)> {
        let checked = self.checked.iter().map(|(place, checked)| (place.as_str(), checked));
        checked.filter(|(_, checked)| checked.rejection_rate() > MOSTLY_REJECTED)
    }

    /// What a reader should know of the run, a sentence each: of every place where more than 99 of 100
    /// values were rejected, how many of them, who drew them, and the first one. None in an ordinary run.
    pub fn warnings(&self) -> impl Iterator<Item = String> + '_ {
        self.mostly_rejected().map(|(place, checked)| checked.told(place))
    }

    /// How many values were drawn for a row at places that have a check, on average; 0 without rows.
    #[expect(clippy::cast_precision_loss, reason = "an average of counts")]
    pub fn attempts_per_row(&self) -> f64 {
        if self.rows == 0 { 0.0 } else { self.attempts as f64 / self.rows as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_lowest_row_rejected_is_told_whichever_thread_drew_it() {
        let rejected = |row: u64| Checked {
            attempts: 2,
            rejected: 1,
            first_rejected: Some(row.to_string()),
            first_row: row,
            ..Checked::default()
        };
        let none = Checked { attempts: 1, ..Checked::default() };
        let told = |parts: [&Checked; 3]| {
            let mut sum = Checked::default();
            for part in parts {
                sum.add(part);
            }
            (sum.attempts, sum.rejected, sum.first_rejected)
        };
        let (low, high) = (rejected(3), rejected(5));
        for order in [[&low, &high, &none], [&high, &none, &low], [&none, &high, &low]] {
            assert_eq!(told(order), (5, 2, Some("3".to_owned())));
        }
    }

    #[test]
    fn the_rows_that_are_timed_stand_for_all() {
        let mut timer = Timer::default();
        let clocks: Vec<Clock> = (0..160).map(|_| timer.start(1)).collect();
        let is_timed = |row: usize| clocks[row].at.is_some();
        assert!((0..16).all(is_timed) && is_timed(31) && !is_timed(16) && !is_timed(32));
        for clock in clocks {
            timer.stop(clock, clock);
        }
        assert_eq!(timer.timed, 16 + 9);
        assert_eq!(timer.whole(Duration::from_millis(25)), Duration::from_millis(160));
        assert_eq!(Timer::default().whole(Duration::ZERO), Duration::ZERO);
    }
}
