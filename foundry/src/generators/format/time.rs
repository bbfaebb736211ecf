//! Dates and times, within what chrono and jiff both read and write.
//!
//! Sources: RFC 3339 for what stands in a schema, RFC 9557 where a time zone has a name.

use std::ops::RangeInclusive;

use super::judge::{known, matching};
use super::lengths::Lengths;
use super::{Format, find};
use crate::generators::digits::{draw_digit, draw_digits, fill_decimal, push_ascii};
use crate::seed::Stream;

/// The years of a calendar date: what fits four digits, without year 0, which not every calendar
/// has.
pub(super) const YEARS: RangeInclusive<u64> = 1..=9999;

/// The months at both ends of the calendar, and those that stand in for them in an instant, which have as many
/// days: no offset carries it beyond what `jiff::Timestamp` holds and four digits can write.
const EDGES: [(&str, &str); 2] = [("0001-01", "0001-03"), ("9999-12", "9999-10")];

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
            write_inner_date(stream, out);
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
];

/// Appends `YYYY-MM-DD` with one of `years`: mostly from 1970 to 2070, sometimes any of them, the first
/// and the last one too. Leap days come more often than they do.
pub(super) fn write_date(stream: &mut Stream, years: RangeInclusive<u64>, out: &mut String) {
    let (first, last) = match stream.below(80) {
        0 => (*years.start(), *years.start()),
        1 => (*years.end(), *years.end()),
        2..4 => (1, 9999),
        4..8 => (1600, 2400),
        _ => (1970, 2070),
    };
    let year = draw(stream, first.max(*years.start()), last.min(*years.end()));
    let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    if leap && stream.below(32) == 0 {
        return push_date(year, 2, 29, out);
    }
    let month = draw(stream, 1, 12);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    push_date(year, month, draw(stream, 1, days), out);
}

/// Appends a date of an instant.
fn write_inner_date(stream: &mut Stream, out: &mut String) {
    let start = out.len();
    write_date(stream, YEARS, out);
    if let Some((edge, inner)) = EDGES.iter().find(|(edge, _)| out[start..].starts_with(edge)) {
        out.replace_range(start..start + edge.len(), inner);
    }
}

/// Appends a date that is one.
pub(super) fn push_date(year: u64, month: u64, day: u64, out: &mut String) {
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
    push_clock([stream.below(24), stream.below(60), stream.below(60)], out);
    if tail > 0 {
        out.push('.');
        // Some types leave out zeros at the end.
        draw_digits(stream, tail - 2, out);
        draw_digit(stream, 1, out);
    }
}

/// Appends `HH:MM:SS`.
pub(super) fn push_clock([hour, minute, second]: [u64; 3], out: &mut String) {
    let mut clock = *b"00:00:00";
    fill_decimal(hour, &mut clock[..2]);
    fill_decimal(minute, &mut clock[3..5]);
    fill_decimal(second, &mut clock[6..]);
    push_ascii(&clock, out);
}

/// The length of a fraction as types print it: none, or a multiple of three digits; now and then any
/// of 1 to 9 digits.
pub(super) fn typical_fraction(stream: &mut Stream) -> u64 {
    match stream.below(32) {
        0..16 => 0,
        16..23 => 4,
        23..27 => 7,
        27..30 => 10,
        _ => 2 + stream.below(9),
    }
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

/// Appends an offset, mostly as it is in use, else any that RFC 3339 has; never `-00:00`, which means
/// that none is known.
pub(super) fn write_offset(stream: &mut Stream, out: &mut String) {
    let minutes = draw_offset(stream);
    push_offset(minutes < 0, minutes.unsigned_abs(), out);
}

/// The minutes of an offset.
pub(super) fn draw_offset(stream: &mut Stream) -> i64 {
    if stream.below(12) == 0 {
        return draw(stream, 0, 2 * MOST_MINUTES).cast_signed() - MOST_MINUTES.cast_signed();
    }
    let hours = draw(stream, 0, 26).cast_signed() - 12;
    let minutes = match stream.below(8) {
        0 if hours.abs() < 12 => 30,
        1 if hours.abs() < 12 => 45,
        _ => 0,
    };
    60 * hours + if hours < 0 { -minutes } else { minutes }
}

/// RFC 3339: offsets go to 23:59, to both sides.
pub(super) const MOST_MINUTES: u64 = 23 * 60 + 59;

/// Appends `+HH:MM` or `-HH:MM`.
pub(super) fn push_offset(is_west: bool, minutes: u64, out: &mut String) {
    let mut offset = *b"+00:00";
    if is_west {
        offset[0] = b'-';
    }
    fill_decimal(minutes / 60, &mut offset[1..3]);
    fill_decimal(minutes % 60, &mut offset[4..]);
    push_ascii(&offset, out);
}
