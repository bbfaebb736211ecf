//! Dates, times and durations, within what chrono and jiff both read and write.
//!
//! Sources: RFC 3339 for what stands in a schema, RFC 9557 where a time zone has a name.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use super::judge::{known, matching};
use super::lengths::Lengths;
use super::{Format, find};
use crate::generators::digits::{draw_digit, draw_digits, fill_decimal, push_ascii};
use crate::seed::Stream;

/// The years of a calendar date: what fits four digits, without year 0, which not every calendar
/// has.
const YEARS: RangeInclusive<u64> = 1..=9999;

/// The years of an instant: one year less at both ends, so that no offset carries it beyond what
/// `jiff::Timestamp` holds and four digits can write.
const INSTANT_YEARS: RangeInclusive<u64> = 2..=9998;

pub(super) static FORMATS: &[Format] = &[
    Format {
        name: "date",
        about: "days of the calendar",
        lengths: &[Lengths::exactly(10)],
        typical: |_| 10,
        write: |stream, _, out| write_date(stream, YEARS, out),
        accepts: known!("date"),
    },
    Format {
        name: "time",
        about: "times of day with an offset from UTC",
        lengths: &[Lengths::exactly(9), Lengths::between(11, 24)],
        typical: |stream| 8 + typical_zoned_tail(stream),
        write: |stream, length, out| write_zoned_time(stream, length, out),
        accepts: known!("time"),
    },
    Format {
        name: "date-time",
        about: "instants with an offset from UTC",
        lengths: &[Lengths::exactly(20), Lengths::between(22, 35)],
        typical: |stream| 19 + typical_zoned_tail(stream),
        write: |stream, length, out| {
            write_date(stream, INSTANT_YEARS, out);
            out.push('T');
            write_zoned_time(stream, length - 11, out);
        },
        accepts: known!("date-time"),
    },
    Format {
        name: "partial-time",
        about: "times of day without an offset",
        lengths: &[Lengths::exactly(8), Lengths::between(10, 18)],
        typical: |stream| 8 + typical_fraction(stream),
        write: |stream, length, out| write_clock(stream, length - 8, out),
        accepts: matching!(r"^([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]{1,9})?$"),
    },
    Format {
        name: "partial-date-time",
        about: "days and times without an offset",
        lengths: &[Lengths::exactly(19), Lengths::between(21, 29)],
        typical: |stream| 19 + typical_fraction(stream),
        write: |stream, length, out| {
            write_date(stream, YEARS, out);
            out.push('T');
            write_clock(stream, length - 19, out);
        },
        accepts: is_partial_date_time,
    },
    Format {
        name: "duration",
        about: "lengths of time, as ISO 8601 writes them",
        lengths: &[Lengths::between(4, 17)],
        typical: |stream| [4, 4, 5, 5, 5, 6, 6, 7, 7, 8, 9, 10][stream.index(12)],
        write: write_duration,
        accepts: is_duration,
    },
];

/// Appends `YYYY-MM-DD` with one of `years`: mostly from 1970 to 2070, sometimes any of them.
pub(super) fn write_date(stream: &mut Stream, years: RangeInclusive<u64>, out: &mut String) {
    let (first, last) = match stream.below(20) {
        0 => (1, 9999),
        1 => (1600, 2400),
        _ => (1970, 2070),
    };
    let year = draw(stream, first.max(*years.start()), last.min(*years.end()));
    let month = draw(stream, 1, 12);
    let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let day = draw(stream, 1, days);
    let mut date = *b"0000-00-00";
    fill_decimal(year, &mut date[..4]);
    fill_decimal(month, &mut date[5..7]);
    fill_decimal(day, &mut date[8..]);
    push_ascii(&date, out);
}

/// A number in `low..=high`, none of which is negative.
fn draw(stream: &mut Stream, low: u64, high: u64) -> u64 {
    low + stream.below(high.saturating_sub(low) + 1)
}

/// Appends `HH:MM:SS`, then a fraction of `tail` characters, its point included. Second 60 is never
/// drawn: jiff reads it as 59.
pub(super) fn write_clock(stream: &mut Stream, tail: u64, out: &mut String) {
    let (hour, minute, second) = (stream.below(24), stream.below(60), stream.below(60));
    let mut clock = *b"00:00:00";
    fill_decimal(hour, &mut clock[..2]);
    fill_decimal(minute, &mut clock[3..5]);
    fill_decimal(second, &mut clock[6..]);
    push_ascii(&clock, out);
    if tail > 0 {
        out.push('.');
        // Some types leave out zeros at the end.
        draw_digits(stream, tail - 2, out);
        draw_digit(stream, 1, out);
    }
}

/// The length of a fraction as types print it: none, or a multiple of three digits.
pub(super) fn typical_fraction(stream: &mut Stream) -> u64 {
    [0, 0, 0, 0, 4, 4, 7, 10][stream.index(8)]
}

/// Whether `text` is a date and a time without a zone.
pub(super) fn is_partial_date_time(text: &str) -> bool {
    let (Some(date), Some(time)) = (find("date"), find("partial-time")) else {
        return false;
    };
    let Some((before, after)) = text.split_once(['T', 't']) else {
        return false;
    };
    date.accepts(before) && time.accepts(after)
}

fn typical_zoned_tail(stream: &mut Stream) -> u64 {
    // Many types keep the instant and forget the offset.
    let offset = if stream.chance(0.94) { 1 } else { 6 };
    offset + typical_fraction(stream)
}

/// Appends a time with its offset, `length` characters in all.
fn write_zoned_time(stream: &mut Stream, length: u64, out: &mut String) {
    let tail = length - 8;
    // A fraction takes its point and 1 to 9 digits, of which types print three, six or nine.
    let has_fraction = |length: u64| length == 0 || (2..=10).contains(&length);
    let is_usual = |length: u64| [0, 4, 7, 10].contains(&length);
    let is_utc = match tail.checked_sub(6) {
        Some(fraction) if is_usual(fraction) => false,
        Some(fraction) if has_fraction(fraction) && has_fraction(tail - 1) => {
            is_usual(tail - 1) || stream.chance(0.5)
        }
        _ => has_fraction(tail - 1),
    };
    write_clock(stream, tail - if is_utc { 1 } else { 6 }, out);
    if is_utc {
        out.push('Z');
    } else {
        write_offset(stream, out);
    }
}

/// Appends an offset as it is in use, never `-00:00`, which means that none is known.
pub(super) fn write_offset(stream: &mut Stream, out: &mut String) {
    let hours = stream.integer(-12, 14);
    let minutes = match stream.below(8) {
        0 if hours.abs() < 12 => 30,
        1 if hours.abs() < 12 => 45,
        _ => 0,
    };
    let sign = if hours < 0 { '-' } else { '+' };
    let _ = write!(out, "{sign}{:02}:{minutes:02}", hours.abs());
}

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
