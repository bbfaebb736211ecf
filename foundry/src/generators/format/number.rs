//! Decimal numbers as text, for types that are exact where floats are not.

use super::Format;
use super::judge::matching;
use super::lengths::Lengths;
use crate::generators::digits::{draw_digit, draw_digits};
use crate::seed::Stream;

/// What every type for exact numbers holds.
const MOST_DIGITS: u64 = 20;

pub(super) static FORMATS: &[Format] = &[Format {
    name: "decimal",
    about: "exact decimal numbers as text",
    lengths: &[Lengths::between(1, MOST_DIGITS + 2)],
    typical: |stream| [1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 8, 12][stream.index(12)],
    write: write_decimal,
    accepts: matching!(r"^-?[0-9]+(\.[0-9]+)?$"),
}];

/// Appends a number without leading zeros and not minus zero, so that types write it back as it
/// is. After `0.` comes no zero: some types write small numbers with an exponent.
fn write_decimal(stream: &mut Stream, length: u64, out: &mut String) {
    let beyond = length.saturating_sub(MOST_DIGITS);
    let negative = beyond == 2 || (length >= 2 && stream.chance(0.2));
    let unsigned = length - u64::from(negative);
    let pointed = unsigned > MOST_DIGITS || (unsigned >= 3 && stream.chance(0.7));
    let digits = unsigned - u64::from(pointed);
    // Two digits after the point are the usual price.
    let fraction = match (pointed, digits >= 3 && stream.chance(0.6)) {
        (false, _) => 0,
        (true, true) => 2,
        (true, false) => 1 + stream.below(digits - 1),
    };
    let whole = digits - fraction;
    if negative {
        out.push('-');
    }
    let start = out.len();
    let may_be_zero = whole == 1 && (fraction > 0 || !negative);
    draw_digit(stream, u64::from(!may_be_zero), out);
    draw_digits(stream, whole - 1, out);
    if fraction > 0 {
        let is_zero = out[start..] == *"0";
        out.push('.');
        draw_digit(stream, u64::from(is_zero), out);
        draw_digits(stream, fraction - 1, out);
    }
}
