//! Whole numbers, each with a number.

use super::{ByRow, Refusal};
use crate::plan::node::Integer;

/// Numbers repeat what is excluded after so many steps at most; longer ones are not looked over.
const MAX_EXCLUDED_PERIOD: i128 = 65_536;

/// Small numbers come first: those that people read, and those that every program reads exactly.
pub(super) const FIRST_NUMBERS: [u128; 2] = [1 << 32, 1 << 53];

/// The numbers from `home` upwards, then those below it downwards, in steps.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Integers {
    home: i128,
    above: u128,
    size: u128,
    step: i128,
    /// Which numbers of each period are not excluded; `None` where all of them are there.
    kept: Option<Kept>,
}

#[derive(Debug, Clone, PartialEq)]
struct Kept {
    period: i128,
    offsets: Vec<i128>,
}

impl Integers {
    pub(super) fn of(integer: &Integer, by_row: ByRow) -> Result<Self, Refusal> {
        let (first, last) = integer.counts();
        let first = match by_row {
            ByRow::Sequence if has_no_floor(integer.min) && last >= 0 => first.max(0),
            _ => first,
        };
        let step = integer.step;
        if !integer.barred.is_empty() {
            return Self::without(integer, first, last);
        }
        let home = if by_row == ByRow::Sequence { first } else { 0.clamp(first, last) };
        let span = |from: i128, to: i128| (to - from).unsigned_abs() + 1;
        Ok(Self { home, above: span(home, last), size: span(first, last), step, kept: None })
    }

    /// The numbers of which some are excluded: which ones repeats itself.
    fn without(integer: &Integer, first: i128, last: i128) -> Result<Self, Refusal> {
        let steps: Vec<i128> =
            integer.barred.iter().map(|barred| barred / gcd(*barred, integer.step)).collect();
        let period = steps.iter().try_fold(1_i128, |all, one| {
            let common = all.checked_mul(one / gcd(all, *one))?;
            (common <= MAX_EXCLUDED_PERIOD).then_some(common)
        });
        let period = period.ok_or_else(|| {
            Refusal::new(
                "what `not: { multipleOf }` excludes cannot be counted",
                "exclude fewer numbers, or list `values`",
            )
        })?;
        let is_kept = |offset: &i128| !steps.iter().any(|step| (first + offset) % step == 0);
        let offsets: Vec<i128> = (0..period).filter(is_kept).collect();
        let length = last - first + 1;
        let rest = offsets.iter().filter(|offset| **offset < length % period).count();
        let size = (length / period).unsigned_abs() * offsets.len() as u128 + rest as u128;
        let kept = Some(Kept { period, offsets });
        Ok(Self { home: first, above: size, size, step: integer.step, kept })
    }

    pub(super) fn size(&self) -> u128 {
        self.size
    }

    /// The least and the greatest number; `None` where there is none.
    pub(super) fn range(&self) -> Option<(i128, i128)> {
        let last = self.size.checked_sub(1)?;
        let ends = [0, self.above.saturating_sub(1), last].map(|number| self.nth(number));
        Some((*ends.iter().min()?, *ends.iter().max()?))
    }

    /// The value number `number`, which is below the size.
    pub(crate) fn nth(&self, number: u128) -> i128 {
        let signed = |number: u128| i128::try_from(number).unwrap_or(i128::MAX);
        let count = match &self.kept {
            Some(Kept { period, offsets }) => {
                let length = offsets.len().max(1) as u128;
                let offset = usize::try_from(number % length).ok().and_then(|at| offsets.get(at));
                self.home + signed(number / length) * period + offset.copied().unwrap_or(0)
            }
            None if number < self.above => self.home + signed(number),
            None => self.home - 1 - signed(number - self.above),
        };
        count * self.step
    }
}

/// Whether a least number is that of a type: nobody wrote it down.
fn has_no_floor(min: i128) -> bool {
    [i8::MIN.into(), i16::MIN.into(), i32::MIN.into(), i128::from(i64::MIN)].contains(&min)
}

fn gcd(mut one: i128, mut two: i128) -> i128 {
    while two != 0 {
        (one, two) = (two, one % two);
    }
    one.abs().max(1)
}
