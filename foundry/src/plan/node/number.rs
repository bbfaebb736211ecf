//! Numbers: what is allowed, and the steps in which it is counted.

use crate::generators::realistic::Span;

/// Whole numbers in `min..=max` that are multiples of `step` and of no number in `barred`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Integer {
    pub(crate) min: i128,
    pub(crate) max: i128,
    pub(crate) step: i128,
    pub(crate) barred: Vec<i128>,
    /// Whether the bounds were written by the author, and are worth favouring.
    pub(crate) bounded: bool,
    /// All numbers that are allowed, where these are some that look familiar.
    pub(crate) plain: Option<Box<Integer>>,
    /// The generator whose numbers these are; `None` for plain ones.
    pub(crate) like: Option<&'static Span>,
}

/// So many numbers are looked at to find one that is not barred.
pub(crate) const MAX_BARRED_SCAN: i128 = 4096;

impl Integer {
    /// The first and the last number, in steps.
    pub(crate) fn counts(&self) -> (i128, i128) {
        if self.step == 1 {
            // Divisions of this width are slow.
            return (self.min, self.max);
        }
        let first = self.min.div_euclid(self.step) + i128::from(self.min.rem_euclid(self.step) > 0);
        (first, self.max.div_euclid(self.step))
    }

    /// Every number, in order.
    pub(crate) fn values(&self) -> impl Iterator<Item = i128> {
        let (first, last) = self.counts();
        (first..=last).map(|count| count * self.step).filter(|value| self.admits(*value))
    }

    /// The number nearest to `value`, a multiple of the step, that is not barred; `None` where none of those
    /// that are looked at is there.
    pub(crate) fn nearest(&self, value: i128) -> Option<i128> {
        let is_there = |value: &i128| (self.min..=self.max).contains(value) && self.admits(*value);
        let around = |steps: i128| [value - steps * self.step, value + steps * self.step];
        (1..MAX_BARRED_SCAN).flat_map(around).find(is_there)
    }

    /// Whether `value`, a multiple of the step within the bounds, is not barred.
    pub(crate) fn admits(&self, value: i128) -> bool {
        !self.barred.iter().any(|divisor| value % divisor == 0)
    }
}

/// Finite numbers in `min..=max`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Number {
    pub(crate) min: f64,
    pub(crate) max: f64,
    /// Decimal steps of `multipleOf`, as whole numbers over `10^scale`.
    pub(crate) step: Option<Step>,
    /// The first and the last multiple of the step, in steps, once the plan is settled.
    pub(crate) range: Option<(i128, i128)>,
    /// Whether every value must be exact in an `f32`.
    pub(crate) single: bool,
    pub(crate) bounded: bool,
    /// All numbers that are allowed, where these are some that look familiar.
    pub(crate) plain: Option<Box<Number>>,
    /// The generator whose numbers these are; `None` for plain ones.
    pub(crate) like: Option<&'static Span>,
    /// How many of the node's checks ask for multiples of the step and nothing else.
    pub(crate) step_checks: usize,
}

impl Number {
    /// Counts the multiples of the step, which takes longer than drawing one of them.
    pub(crate) fn count_steps(&mut self) {
        self.range = self.step.map(|step| self.counts(step));
        if let Some(plain) = &mut self.plain {
            plain.count_steps();
        }
    }

    /// The first and the last multiple of `step`, as far as an `f64` counts them; exactly, where all
    /// of them lie beyond that.
    #[expect(clippy::cast_possible_truncation, reason = "clamped to the exact range")]
    pub(crate) fn counts(&self, step: Step) -> (i128, i128) {
        let unit = step.times(1);
        // A bound that is a multiple itself counts, though a division does not quite say so.
        let settle = |bound: f64| {
            let (count, whole) = (bound / unit, (bound / unit).round());
            let is_exact =
                whole.abs() < EXACT && step.times(whole as i128).to_bits() == bound.to_bits();
            if is_exact { whole } else { count }
        };
        let (low, high) = (settle(self.min), settle(self.max));
        if let Some(counts) =
            (low > EXACT || high < -EXACT).then(|| self.far_counts(step)).flatten()
        {
            return counts;
        }
        let bound = |value: f64| value.clamp(-EXACT, EXACT);
        let (first, last) = (bound(low).ceil(), bound(high).floor());
        (i128::from(first as i64), i128::from(last.max(first) as i64))
    }

    /// The same by whole numbers; `None` where the bounds are none, or too large.
    #[expect(clippy::cast_possible_truncation, reason = "smaller than the limit")]
    fn far_counts(&self, step: Step) -> Option<(i128, i128)> {
        let scaled = |bound: f64| {
            let is_whole = bound.fract() == 0.0 && bound.abs() < 1e30;
            let whole = is_whole.then_some(bound as i128)?;
            whole.checked_mul(10_i128.checked_pow(step.scale)?)
        };
        let (min, max) = (scaled(self.min)?, scaled(self.max)?);
        let first = min.div_euclid(step.unit) + i128::from(min.rem_euclid(step.unit) > 0);
        let last = max.div_euclid(step.unit);
        (first <= last).then_some((first, last))
    }
}

/// 2⁵³: beyond it whole numbers are no longer exact in an `f64`.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The powers of ten that are exact in an `f64`.
const EXACT_POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// The multiples `unit * 10^-scale * n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) unit: i128,
    pub(crate) scale: u32,
}

impl Step {
    /// The multiple number `count`, rounded once.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "what is converted is exact"
    )]
    pub(crate) fn times(self, count: i128) -> f64 {
        let small = i64::try_from(count).ok().zip(i64::try_from(self.unit).ok());
        let mantissa = small.and_then(|(count, unit)| count.checked_mul(unit));
        let mantissa = mantissa.filter(|mantissa| mantissa.unsigned_abs() <= EXACT as u64);
        if let (Some(mantissa), Some(power)) = (mantissa, EXACT_POWERS.get(self.scale as usize)) {
            // Both sides are exact, so that the quotient is the nearest number of all (IEEE 754).
            return mantissa as f64 / power;
        }
        let mantissa = count.saturating_mul(self.unit);
        format!("{mantissa}e-{}", self.scale).parse().unwrap_or(0.0)
    }
}
