//! Numbers with a fraction, each with a number: grids whose numbers JSON carries exactly.

use super::{ByRow, Refusal};
use crate::plan::node::{Number, Step};

/// So many decimal digits an `f64` gives back as they were.
const EXACT_DIGITS: i32 = 15;
const MOST_MANTISSA: i128 = 1_000_000_000_000_000;

/// Whole numbers up to here are exact in an `f32`.
const MOST_SINGLE: i128 = 1 << 24;

/// Beyond this numbers are taken only where the range has no others.
const USUAL: f64 = 1e9;

/// A grid of fewer numbers is left for every number there is between the bounds.
const LEAST_GRID: u128 = 1 << 16;

/// A sequence takes the largest steps that leave it so many numbers.
const LONG_SEQUENCE: f64 = 1e6;

/// Numbers at even distances, or all that there are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Grid {
    first: i128,
    size: u128,
    form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Form {
    /// Multiples of `unit` × 10^`exponent`.
    Decimal { unit: i128, exponent: i32 },
    /// Multiples of 2^-`shift`.
    Binary { shift: i32 },
    /// Every `f64`, in order; number 0 is zero.
    Double,
    /// Every `f32`, in order.
    Single,
}

impl Grid {
    pub(super) fn of(number: &Number, by_row: ByRow) -> Result<Self, Refusal> {
        let narrow = || {
            Refusal::new(
                "its multiples are not exact in an `f32`",
                "take an `f64`, or a `multipleOf` that is whole",
            )
        };
        let limit = if number.single { f64::from(f32::MAX) } else { f64::MAX };
        let has_floor = number.min > -limit;
        let from = match by_row {
            ByRow::Sequence if !has_floor && number.max >= 0.0 => 0.0,
            _ => number.min,
        };
        let grid = match (number.step, by_row) {
            (Some(Step { unit, scale }), _) => {
                if number.single && scale > 0 {
                    return Err(narrow());
                }
                let exponent = -i32::try_from(scale).unwrap_or(i32::MAX);
                let most = if number.single { MOST_SINGLE } else { MOST_MANTISSA } / unit;
                Form::Decimal { unit, exponent }.between(from, number.max, most)
            }
            (None, ByRow::Sequence) if number.single => {
                let is_long =
                    |shift: &i32| (number.max - from) * 2_f64.powi(*shift) >= LONG_SEQUENCE;
                let shift = (0..20).find(is_long).unwrap_or(20);
                Form::Binary { shift }.between(from, number.max, MOST_SINGLE)
            }
            (None, ByRow::Sequence) => {
                let is_long =
                    |places: &i32| (number.max - from) * 10_f64.powi(*places) >= LONG_SEQUENCE;
                let places = (0..EXACT_DIGITS).find(is_long).unwrap_or(EXACT_DIGITS);
                Form::Decimal { unit: 1, exponent: -places }.between(
                    from,
                    number.max,
                    MOST_MANTISSA,
                )
            }
            (None, ByRow::Unique) if number.single => {
                Form::Single.between(from, number.max, i128::MAX)
            }
            (None, ByRow::Unique) => {
                let (low, high) = (from.max(-USUAL), number.max.min(USUAL));
                let (low, high) = if low < high { (low, high) } else { (from, number.max) };
                let whole_digits = low.abs().max(high.abs()).log10().floor() + 1.0;
                #[expect(clippy::cast_possible_truncation, reason = "at most 309")]
                let exponent = whole_digits.max(-300.0) as i32 - EXACT_DIGITS;
                Form::Decimal { unit: 1, exponent }.between(low, high, MOST_MANTISSA)
            }
        };
        if grid.size >= LEAST_GRID || number.step.is_some() || number.single {
            return grid.or_refused();
        }
        let all = Form::Double.between(from, number.max, i128::MAX);
        if all.size > grid.size { all } else { grid }.or_refused()
    }

    fn or_refused(self) -> Result<Self, Refusal> {
        if self.size > 0 {
            return Ok(self);
        }
        Err(Refusal::new(
            "no number there is exact in 15 digits",
            "widen the range, or list `values`",
        ))
    }

    pub(super) fn size(&self) -> u128 {
        self.size
    }

    /// The value number `number`, which is below the size.
    pub(crate) fn nth(&self, number: u128) -> f64 {
        self.form.at(self.first + i128::try_from(number).unwrap_or(i128::MAX))
    }
}

impl Form {
    /// The part of the grid from `low` to `high`, no further than `most` from zero.
    fn between(self, low: f64, high: f64, most: i128) -> Grid {
        let mut first = self.place(low).clamp(-most, most);
        let mut last = self.place(high).clamp(-most, most);
        // A bound may lie between two numbers of the grid, or beside one by a rounding.
        while first <= last && self.at(first) < low {
            first += 1;
        }
        while first <= last && self.at(last) > high {
            last -= 1;
        }
        let size = (last - first + 1).max(0).unsigned_abs();
        Grid { first, size, form: self }
    }

    /// The number of the grid at `place`.
    fn at(self, place: i128) -> f64 {
        let signed = |number: f64| if place < 0 { -number } else { number };
        match self {
            // Rounded once, and never minus zero.
            Self::Decimal { unit, exponent } => {
                format!("{}e{exponent}", place.saturating_mul(unit)).parse().unwrap_or(0.0)
            }
            #[expect(clippy::cast_precision_loss, reason = "the place has at most 24 bits")]
            Self::Binary { shift } => place as f64 * 2_f64.powi(-shift),
            Self::Double => {
                let bits = u64::try_from(place.unsigned_abs()).unwrap_or_default();
                signed(f64::from_bits(bits))
            }
            Self::Single => {
                let bits = u32::try_from(place.unsigned_abs()).unwrap_or_default();
                signed(f64::from(f32::from_bits(bits)))
            }
        }
    }

    /// The place of the number that is nearest to `value`, or of one beside it towards the inside.
    #[expect(clippy::cast_possible_truncation, reason = "saturates, and is clamped after")]
    fn place(self, value: f64) -> i128 {
        let signed = |bits: i128| if value < 0.0 { -bits } else { bits };
        match self {
            Self::Decimal { unit, exponent } => {
                let unit: f64 = format!("{unit}e{exponent}").parse().unwrap_or(1.0);
                (value / unit).round() as i128
            }
            Self::Binary { shift } => (value * 2_f64.powi(shift)).round() as i128,
            Self::Double => signed(value.abs().to_bits().into()),
            Self::Single => signed((value.abs() as f32).to_bits().into()),
        }
    }
}
