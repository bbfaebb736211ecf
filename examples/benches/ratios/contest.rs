//! Two ways to do something → how much longer the one takes than the other.

use std::time::{Duration, Instant};

use cpu_time::ProcessTime;

/// Rounds of a comparison.
const ROUNDS: usize = 61;

/// A side that is shorter than this is repeated within its round: a clock is no better.
const SHORTEST: Duration = Duration::from_micros(800);

/// A comparison ends after this time, however many rounds it had.
const LONGEST: Duration = Duration::from_secs(3);

/// What a ratio is to be.
#[derive(Clone, Copy)]
pub(crate) enum Bar {
    AtMost(f64),
    AtLeast(f64),
    /// It is there to compare with.
    None,
}

/// Runs both sides by turns and prints the median of the ratios of their times: of what the program had of the
/// processors, since others on the machine should not count. A long side is interrupted more often than a short
/// one, so times of the wall would favour the short one.
pub(crate) fn compare(name: &str, bar: Bar, mut one: impl FnMut(), mut other: impl FnMut()) {
    let repeats = (repeats_of(&mut one), repeats_of(&mut other));
    compare_times(name, bar, || time(&mut one, repeats.0), || time(&mut other, repeats.1));
}

/// The same by the time that somebody waits for what a side makes. Taking it apart again does not count.
pub(crate) fn compare_waits<R>(
    name: &str,
    bar: Bar,
    mut one: impl FnMut() -> R,
    mut other: impl FnMut() -> R,
) {
    compare_times(name, bar, || wait(&mut one), || wait(&mut other));
}

/// Prints the median of the ratios of what both sides take.
fn compare_times(
    name: &str,
    bar: Bar,
    mut one: impl FnMut() -> f64,
    mut other: impl FnMut() -> f64,
) {
    let started = Instant::now();
    let mut ratios = Vec::with_capacity(ROUNDS);
    while ratios.len() < ROUNDS && (ratios.len() < 3 || started.elapsed() < LONGEST) {
        // Who goes first takes turns too.
        let (left, right) = if ratios.len().is_multiple_of(2) {
            let left = one();
            (left, other())
        } else {
            let right = other();
            (one(), right)
        };
        ratios.push(left / right);
    }
    ratios.sort_unstable_by(f64::total_cmp);
    let ratio = ratios[ratios.len() / 2];
    let (wanted, is_met) = match bar {
        Bar::AtMost(most) => (format!("≤ {most:.1}"), ratio <= most),
        Bar::AtLeast(least) => (format!("≥ {least:.1}"), ratio >= least),
        Bar::None => (String::new(), true),
    };
    let told = if is_met { "" } else { "  not met" };
    println!("{name:<56}{ratio:>8.2}{wanted:>12}{told}");
}

/// The seconds of one run, of as many.
fn time(run: &mut impl FnMut(), repeats: u32) -> f64 {
    let started = ProcessTime::now();
    (0..repeats).for_each(|_| run());
    started.elapsed().as_secs_f64() / f64::from(repeats)
}

/// The seconds until a run is over.
fn wait<R>(run: &mut impl FnMut() -> R) -> f64 {
    let started = Instant::now();
    let made = run();
    let elapsed = started.elapsed();
    drop(made);
    elapsed.as_secs_f64()
}

/// How often a side is run in a round; it warms up meanwhile.
fn repeats_of(run: &mut impl FnMut()) -> u32 {
    let mut repeats = 1;
    while time(run, repeats) * f64::from(repeats) < SHORTEST.as_secs_f64() {
        repeats *= 2;
    }
    repeats
}
