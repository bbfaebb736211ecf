//! Durations (ISO 8601): as types read them, and in all forms of RFC 3339.

use std::fmt::Write as _;

use super::Format;
use super::judge::{known, matching};
use super::lengths::{Lengths, split};
use crate::generators::digits::{draw_digit, draw_digits};
use crate::seed::Stream;

pub(super) static FORMATS: &[Format] = &[Format {
    name: "duration",
    about: "lengths of time, as ISO 8601 writes them",
    lengths: &[Lengths::between(4, 17)],
    typical: |stream| [4, 4, 5, 5, 5, 6, 6, 7, 7, 8, 9, 10][stream.index(12)],
    write: write_duration,
    accepts: is_duration,
}];

pub(super) static WHOLE: &[Format] = &[Format {
    name: "duration",
    about: "lengths of time: years to seconds, or weeks",
    lengths: &[Lengths::between(3, 32)],
    typical: |stream| {
        [3, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 7, 7, 8, 8, 9, 10, 12, 15, 20][stream.index(20)]
    },
    write: write_any_duration,
    accepts: known!("duration"),
}];

/// Appends a duration of hours, minutes and seconds: days and longer are not the same length
/// everywhere, and `jiff::SignedDuration` refuses them. It is balanced, and it never leaves out the
/// minutes between hours and seconds, which RFC 3339 forbids.
fn write_duration(stream: &mut Stream, length: u64, out: &mut String) {
    let mut shapes = Vec::new();
    for (hours, minutes, seconds) in
        (0..=8).flat_map(|h| (0..=2).flat_map(move |m| (0..=2).map(move |s| (h, m, s))))
    {
        let parts = [hours, minutes, seconds];
        let written: u64 = parts.iter().map(|digits| digits + u64::from(*digits > 0)).sum();
        if written == length - 2 && !(hours > 0 && minutes == 0 && seconds > 0) {
            shapes.push(parts);
        }
    }
    // Months of hours are no example; they serve only where nothing else is as long.
    if shapes.iter().any(|[hours, ..]| *hours <= 2) {
        shapes.retain(|[hours, ..]| *hours <= 2);
    }
    let Some([hours, minutes, seconds]) = stream.choose(&shapes) else {
        return;
    };
    out.push_str("PT");
    for (digits, unit, highest) in [(hours, 'H', 9), (minutes, 'M', 5), (seconds, 'S', 5)] {
        if *digits == 0 {
            continue;
        }
        let first = if *digits == 1 { 9 } else { highest };
        let _ = write!(out, "{}", 1 + stream.below(first));
        draw_digits(stream, digits - 1, out);
        out.push(unit);
    }
}

/// Whether `text` is a duration of ISO 8601 as jiff writes it: with a sign, a fraction of the
/// smallest unit, and units left out, all of which RFC 3339 does not have.
fn is_duration(text: &str) -> bool {
    let accepts = matching!(
        r"^-?P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]{1,9})?S)?)?$"
    );
    accepts(text) && text.ends_with(|last: char| last.is_ascii_alphabetic() && !"PT".contains(last))
}

/// The parts before the `T`, and behind it, that RFC 3339 lets stand together.
const DATES: [&str; 7] = ["", "Y", "M", "D", "YM", "MD", "YMD"];
const TIMES: [&str; 7] = ["", "H", "M", "S", "HM", "MS", "HMS"];

/// All of them together, and weeks, which stand alone.
const FORMS: usize = 7 * 7 + 1;

/// A step through all forms that leaves neighbours apart: it shares no divisor with their number.
const STRIDE: usize = 17;

/// Appends a duration of any form that is as long, mostly of a date or of a time alone, or of days and a
/// time; with one or two digits in each part, and with up to four where it has to be longer.
fn write_any_duration(stream: &mut Stream, length: u64, out: &mut String) {
    let turn = stream.index(FORMS);
    let is_usual = stream.below(8) > 0;
    for (only_usual, most) in [(is_usual, 2), (false, 2), (false, 4)] {
        for step in 0..FORMS {
            let form = (turn + step * STRIDE) % FORMS;
            let (date, time) = match DATES.get(form / 7) {
                Some(date) => (*date, TIMES[form % 7]),
                None => ("W", ""),
            };
            if only_usual && !(date.is_empty() || time.is_empty() || date == "D") {
                continue;
            }
            let parts = (date.len() + time.len()) as u64;
            let frame = 1 + parts + u64::from(!time.is_empty());
            let fits = |digits: &u64| parts > 0 && (parts..=most * parts).contains(digits);
            let Some(digits) = length.checked_sub(frame).filter(fits) else { continue };
            out.push('P');
            let digits = write_parts(stream, date, time.len() as u64, digits, most, out);
            if !time.is_empty() {
                out.push('T');
                write_parts(stream, time, 0, digits, most, out);
            }
            return;
        }
    }
}

/// Appends a number for each of `units`, which have `digits` digits together with the `later` ones; tells
/// how many are left for those.
fn write_parts(
    stream: &mut Stream,
    units: &str,
    later: u64,
    digits: u64,
    most: u64,
    out: &mut String,
) -> u64 {
    let mut digits = digits;
    let mut behind = units.len() as u64 + later;
    for unit in units.chars() {
        behind -= 1;
        let taken = split(stream, digits, behind, most);
        digits -= taken;
        draw_digit(stream, 1, out);
        draw_digits(stream, taken - 1, out);
        out.push(unit);
    }
    digits
}
