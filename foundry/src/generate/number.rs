//! Numbers: small ones and the bounds themselves come often, the whole range in time.

use crate::instance::Instance;
use crate::plan::node::{Integer, Number, Step};
use crate::plan::spread::Spread;
use crate::seed::Stream;

/// How often one of the author's own bounds is drawn.
const BOUND_SHARE: f64 = 0.06;

/// Ranges up to this many numbers are drawn evenly; wider ones by magnitude.
const EVEN_SPAN: i128 = 1 << 20;

/// How often a number is drawn again where some are barred; after that the nearest one is taken.
const MAX_BARRED_TRIES: usize = 64;

/// A whole number of the plan; `None` where every one that was tried is barred.
pub(super) fn draw_integer(
    plan: &Integer,
    spread: Option<&Spread>,
    stream: &mut Stream,
) -> Option<i128> {
    let is_even = plan.like.is_some();
    if plan.step == 1 && plan.barred.is_empty() && spread.is_none() {
        return Some(draw_steps(plan.min, plan.max, plan.bounded, is_even, stream));
    }
    draw_stepwise(plan, spread, is_even, stream)
}

/// The same where numbers are multiples, barred, or spread.
#[inline(never)]
fn draw_stepwise(
    plan: &Integer,
    spread: Option<&Spread>,
    is_even: bool,
    stream: &mut Stream,
) -> Option<i128> {
    let step = plan.step;
    let (first, last) = plan.counts();
    let mut near = plan.min;
    for _ in 0..MAX_BARRED_TRIES {
        let count = spread.and_then(|spread| spread.count(stream));
        let count = count.unwrap_or_else(|| draw_steps(first, last, plan.bounded, is_even, stream));
        let value = count * step;
        if plan.admits(value) {
            return Some(value);
        }
        near = value;
    }
    plan.nearest(near)
}

/// A number of steps: evenly where the range is narrow or `is_even`.
fn draw_steps(first: i128, last: i128, bounded: bool, is_even: bool, stream: &mut Stream) -> i128 {
    if is_even || last - first < EVEN_SPAN {
        if bounded && stream.chance(BOUND_SHARE) {
            return if stream.chance(0.5) { first } else { last };
        }
        return stream.integer(first, last);
    }
    // Wide: by magnitude around the number of the range that is nearest to zero.
    if stream.chance(BOUND_SHARE) && bounded {
        return if stream.chance(0.5) { first } else { last };
    }
    let home = 0.clamp(first, last);
    let room = (home - first, last - home);
    let goes_up = room.0 == 0 || (room.1 > 0 && stream.chance(0.75));
    let room = if goes_up { room.1 } else { room.0 };
    let bits = 128 - room.unsigned_abs().leading_zeros();
    // Half of the numbers are small enough to be read at a glance.
    let usual = bits.min(14);
    let most = if stream.chance(0.5) { usual } else { bits };
    let magnitude = stream.below(u64::from(most) + 1);
    let high = if magnitude >= 127 { room } else { ((1_i128 << magnitude) - 1).min(room) };
    let distance = stream.integer(0, high);
    if goes_up { home + distance } else { home - distance }
}

/// Writes a number of the plan.
pub(super) fn draw_number(
    plan: &Number,
    spread: Option<&Spread>,
    stream: &mut Stream,
    out: &mut Instance,
) {
    let value = match (plan.step, spread.and_then(|spread| spread.number(stream))) {
        (Some(step), _) => draw_multiple(plan, step, spread, stream),
        (None, Some(value)) => fit(plan, value),
        (None, None) => draw_float(plan, stream),
    };
    out.float(value);
}

/// A number within the bounds, as the type of the field holds it.
fn fit(plan: &Number, value: f64) -> f64 {
    let value = if plan.single { to_single(value) } else { value };
    // Negative zero compares equal to zero and prints as `-0.0`.
    value.clamp(plan.min, plan.max) + 0.0
}

fn draw_float(plan: &Number, stream: &mut Stream) -> f64 {
    if plan.bounded && stream.chance(BOUND_SHARE) {
        return if stream.chance(0.5) { plan.min } else { plan.max };
    }
    // Numbers with few digits are what people write; they are tried first.
    let (low, high) = usual_range(plan, stream);
    let value = stream.float(low, high);
    let value = if stream.chance(0.75) { round_to(value, stream.below(4)) } else { value };
    let value = if plan.single { to_single(value) } else { value };
    if (plan.min..=plan.max).contains(&value) {
        // Negative zero compares equal to zero and prints as `-0.0`.
        return value + 0.0;
    }
    let within = stream.float(plan.min, plan.max);
    let within = if plan.single { to_single(within) } else { within };
    if (plan.min..=plan.max).contains(&within) { within } else { plan.min }
}

/// A part of the range in which values are readable, or the whole of it now and then.
fn usual_range(plan: &Number, stream: &mut Stream) -> (f64, f64) {
    const USUAL: [f64; 4] = [1.0, 100.0, 10_000.0, 1e6];
    let is_wide = plan.max - plan.min > USUAL[3] * 2.0;
    if !is_wide || stream.chance(0.1) {
        return (plan.min, plan.max);
    }
    let reach = USUAL[stream.index(USUAL.len())];
    let home = 0.0_f64.clamp(plan.min, plan.max);
    ((home - reach).max(plan.min), (home + reach).min(plan.max))
}

#[expect(clippy::cast_possible_truncation, reason = "at most four places")]
fn round_to(value: f64, places: u64) -> f64 {
    let scale = 10_f64.powi(places as i32);
    let rounded = (value * scale).round() / scale;
    if rounded.is_finite() { rounded } else { value }
}

#[expect(clippy::cast_possible_truncation, reason = "rounding to f32 is what is asked for")]
fn to_single(value: f64) -> f64 {
    f64::from(value as f32)
}

/// A multiple of a decimal step, exact as far as an `f64` can be.
fn draw_multiple(plan: &Number, step: Step, spread: Option<&Spread>, stream: &mut Stream) -> f64 {
    let (first, last) = plan.range.unwrap_or_else(|| plan.counts(step));
    let is_even = plan.like.is_some();
    let count = spread.and_then(|spread| spread.count(stream));
    let count = count.unwrap_or_else(|| draw_steps(first, last, plan.bounded, is_even, stream));
    if count.checked_mul(step.unit).is_none() { plan.min } else { step.times(count) }
}
