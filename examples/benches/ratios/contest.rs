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
}

/// The time that is compared.
#[derive(Clone, Copy)]
pub(crate) enum Clock {
    /// What the program had of the processors: others on the machine do not count. A long side is interrupted
    /// more often than a short one, so times of the wall would favour the short one there.
    Processor,
    /// What somebody waits for.
    Wall,
}

/// Runs both sides by turns and prints the median of the ratios of their times.
pub(crate) fn compare(name: &str, bar: Bar, one: impl FnMut(), other: impl FnMut()) {
    compare_by(Clock::Processor, name, bar, one, other);
}

/// The same, by another clock.
pub(crate) fn compare_by(
    clock: Clock,
    name: &str,
    bar: Bar,
    mut one: impl FnMut(),
    mut other: impl FnMut(),
) {
    let time = |run: &mut dyn FnMut(), repeats: u32| time(clock, run, repeats);
    let repeats = (repeats_of(&mut one), repeats_of(&mut other));
    let started = Instant::now();
    let mut ratios = Vec::with_capacity(ROUNDS);
    while ratios.len() < ROUNDS && (ratios.len() < 3 || started.elapsed() < LONGEST) {
        // Who goes first takes turns too.
        let (left, right) = if ratios.len().is_multiple_of(2) {
            let left = time(&mut one, repeats.0);
            (left, time(&mut other, repeats.1))
        } else {
            let right = time(&mut other, repeats.1);
            (time(&mut one, repeats.0), right)
        };
        ratios.push(left / right);
    }
    ratios.sort_unstable_by(f64::total_cmp);
    let ratio = ratios[ratios.len() / 2];
    let (sign, wanted, is_met) = match bar {
        Bar::AtMost(most) => ("≤", most, ratio <= most),
        Bar::AtLeast(least) => ("≥", least, ratio >= least),
    };
    let told = if is_met { "" } else { "  not met" };
    println!("{name:<56}{ratio:>8.2}{:>12}{told}", format!("{sign} {wanted:.1}"));
}

/// The seconds of one run, of as many.
fn time(clock: Clock, run: &mut dyn FnMut(), repeats: u32) -> f64 {
    let (wall, processor) = (Instant::now(), ProcessTime::now());
    (0..repeats).for_each(|_| run());
    let elapsed = match clock {
        Clock::Processor => processor.elapsed(),
        Clock::Wall => wall.elapsed(),
    };
    elapsed.as_secs_f64() / f64::from(repeats)
}

/// How often a side is run in a round; it warms up meanwhile.
fn repeats_of(run: &mut impl FnMut()) -> u32 {
    let mut repeats = 1;
    while time(Clock::Processor, run, repeats) * f64::from(repeats) < SHORTEST.as_secs_f64() {
        repeats *= 2;
    }
    repeats
}
