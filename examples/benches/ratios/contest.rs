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
    let rounds = rounds(|| time(&mut one, repeats.0), || time(&mut other, repeats.1));
    let mut ratios: Vec<f64> = rounds.iter().map(|(one, other)| one / other).collect();
    ratios.sort_unstable_by(f64::total_cmp);
    tell(name, bar, ratios[ratios.len() / 2]);
}

/// Runs both sides by turns and prints the ratio of the least times that somebody waited for what they make: whoever else
/// is on the machine takes processors away from two threads more often than from one, and gives none. Taking it apart
/// again does not count.
pub(crate) fn compare_waits<R>(
    name: &str,
    bar: Bar,
    mut one: impl FnMut() -> R,
    mut other: impl FnMut() -> R,
) {
    let rounds = rounds(|| wait(&mut one), || wait(&mut other));
    let least = |times: &mut dyn Iterator<Item = f64>| times.fold(f64::INFINITY, f64::min);
    let one = least(&mut rounds.iter().map(|(one, _)| *one));
    tell(name, bar, one / least(&mut rounds.iter().map(|(_, other)| *other)));
}

/// What both sides take in each round.
fn rounds(mut one: impl FnMut() -> f64, mut other: impl FnMut() -> f64) -> Vec<(f64, f64)> {
    let started = Instant::now();
    let mut rounds = Vec::with_capacity(ROUNDS);
    while rounds.len() < ROUNDS && (rounds.len() < 3 || started.elapsed() < LONGEST) {
        // Who goes first takes turns too.
        rounds.push(if rounds.len().is_multiple_of(2) {
            let left = one();
            (left, other())
        } else {
            let right = other();
            (one(), right)
        });
    }
    rounds
}

/// Prints a ratio beside its bar.
fn tell(name: &str, bar: Bar, ratio: f64) {
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
