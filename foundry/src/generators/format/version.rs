//! Versions and requirements on them, as the crate semver reads and writes them.

use super::Format;
use super::judge::matching;
use super::lengths::{LONGEST, Lengths};
use crate::generators::digits::{draw_digit, draw_digits};
use crate::generators::words::write_word;
use crate::seed::Stream;

/// `1.2.3`
const SHORTEST: u64 = 5;

/// A requirement is drawn as one comparator or two, each with numbers of at most 6 digits.
const LONGEST_REQUIREMENT: u64 = 40;

/// What releases before a release are called.
const LABELS: [&str; 4] = ["rc", "pre", "beta", "alpha"];

pub(super) static FORMATS: &[Format] = &[
    Format {
        name: "semver",
        about: "semantic versions",
        lengths: &[Lengths::between(SHORTEST, LONGEST)],
        typical: |stream| [5, 5, 5, 5, 6, 6, 7, 11, 12, 16][stream.index(10)],
        write: write_version,
        // https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string
        accepts: matching!(
            r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$"
        ),
    },
    Format {
        name: "semver-req",
        about: "requirements on semantic versions",
        lengths: &[Lengths::between(1, LONGEST_REQUIREMENT)],
        typical: |stream| [1, 2, 4, 4, 4, 5, 6, 6, 6, 14][stream.index(10)],
        write: write_requirement,
        accepts: matching!(
            r"^(?:\s*[*xX]\s*|\s*(?:[=^~]|[<>]=?)?\s*(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*|[*xX])){0,2}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?\s*(?:,\s*(?:[=^~]|[<>]=?)?\s*(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*|[*xX])){0,2}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?\s*)*)$"
        ),
    },
];

/// Appends a version of exactly `length` characters.
fn write_version(stream: &mut Stream, length: u64, out: &mut String) {
    // Past the usual numbers comes a release still to be, or the name of a build.
    let mut core = SHORTEST + stream.below(4).min(length - SHORTEST);
    if length <= 7 || length - core == 1 {
        core = length;
    }
    write_core(stream, core, out);
    let rest = length - core;
    if rest >= 10 && stream.chance(0.5) {
        let first = 3 + stream.below(rest - 6);
        write_identifiers(stream, '-', first, out);
        write_identifiers(stream, '+', rest - first, out);
    } else if rest > 0 {
        let sign = if stream.chance(0.8) { '-' } else { '+' };
        write_identifiers(stream, sign, rest, out);
    }
}

/// Appends three numbers, `length` characters with the points.
fn write_core(stream: &mut Stream, length: u64, out: &mut String) {
    let mut digits = length - 2;
    for later in (0..3_u64).rev() {
        let low = digits.saturating_sub(later * 6).max(1);
        let high = (digits - later).min(6);
        let taken = if later == 0 { digits } else { low + stream.below(high - low + 1).min(1) };
        digits -= taken;
        write_number(stream, taken, out);
        if later > 0 {
            out.push('.');
        }
    }
}

/// Appends a number without a leading zero.
fn write_number(stream: &mut Stream, digits: u64, out: &mut String) {
    draw_digit(stream, u64::from(digits > 1), out);
    draw_digits(stream, digits - 1, out);
}

/// Appends `sign`, a word, and sometimes a number after a point: `length` characters in all.
fn write_identifiers(stream: &mut Stream, sign: char, length: u64, out: &mut String) {
    out.push(sign);
    let rest = length - 1;
    let numbered = rest >= 4 && stream.chance(0.6);
    let letters = if numbered { rest - 2 } else { rest };
    match LABELS.iter().find(|label| label.len() as u64 == letters) {
        Some(label) if sign == '-' => out.push_str(label),
        _ => write_word(stream, letters, out),
    }
    if numbered {
        out.push('.');
        draw_digit(stream, 0, out);
    }
}

/// Appends `*`, one comparator, or two of them.
fn write_requirement(stream: &mut Stream, length: u64, out: &mut String) {
    match length {
        1 => out.push('*'),
        12.. if length > 18 || stream.chance(0.7) => {
            let first = length / 2 - 1;
            write_comparator(stream, first, &[">=", ">"], out);
            out.push_str(", ");
            write_comparator(stream, length - 2 - first, &["<", "<="], out);
        }
        _ => write_comparator(stream, length, &["^", "^", "^", "~", "=", ">="], out),
    }
}

/// Appends one of `operators` and as much of a version as `length` leaves room for.
fn write_comparator(stream: &mut Stream, length: u64, operators: &[&str], out: &mut String) {
    let operator = operators[stream.index(operators.len())];
    let operator = if length == 2 { &operator[..1] } else { operator };
    out.push_str(operator);
    match length - operator.len() as u64 {
        digits @ 1..=2 => write_number(stream, digits, out),
        part @ 3..=4 => {
            write_number(stream, part - 2, out);
            out.push('.');
            write_number(stream, 1, out);
        }
        core => write_core(stream, core, out),
    }
}
