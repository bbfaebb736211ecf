//! Instants and times of day with an offset, over all of RFC 3339.

use super::Format;
use super::judge::known;
use super::lengths::Lengths;
use super::time::{
    MOST_MINUTES, YEARS, draw_offset, push_clock, push_date, push_offset, write_date,
};
use crate::generators::digits::draw_digits;
use crate::seed::Stream;

/// One in so many instants lies in a leap second.
const LEAP_SHARE: u64 = 40;

/// One in so many letters is a small one, and one in so many offsets is `-00:00`: none is known.
const RARE_SHARE: u64 = 24;

/// The years at whose ends, or in whose midst, there was a leap second: some, not each.
const LEAP_YEARS: (u64, u64) = (1972, 2016);

/// The last minute of a day.
const LAST_MINUTE: i64 = 24 * 60 - 1;

/// The days that lie on the edge of the calendar: an offset may carry them to its inside only.
const EDGES: [&str; 2] = ["0001-01-01", "9999-12-31"];

pub(super) static WHOLE: &[Format] = &[
    Format {
        name: "date-time",
        about: "instants with an offset from UTC",
        lengths: &[Lengths::exactly(20), Lengths::between(22, 35)],
        typical: |stream| 19 + typical_tail(stream),
        write: write_instant,
        accepts: known!("date-time"),
    },
    Format {
        name: "time",
        about: "times of day with an offset from UTC",
        lengths: &[Lengths::exactly(9), Lengths::between(11, 24)],
        typical: |stream| 8 + typical_tail(stream),
        write: write_time,
        accepts: known!("time"),
    },
];

/// The length of what stands behind the seconds.
fn typical_tail(stream: &mut Stream) -> u64 {
    let offset = if stream.below(10) < 7 { 1 } else { 6 };
    let fraction = match stream.below(12) {
        0..7 => 0,
        7 | 8 => 4,
        9 => 7,
        10 => 10,
        _ => 2 + stream.below(9),
    };
    offset + fraction
}

/// What stands behind the seconds.
struct Tail {
    /// With its point; 0 where there is none.
    fraction: u64,
    /// Minutes; `None` where a letter stands for UTC.
    offset: Option<i64>,
}

/// A tail of `length` characters.
fn draw_tail(stream: &mut Stream, length: u64) -> Tail {
    let is_fraction = |length: u64| length == 0 || (2..=10).contains(&length);
    let with_offset = length.checked_sub(6).filter(|fraction| is_fraction(*fraction));
    let with_letter = length.checked_sub(1).filter(|fraction| is_fraction(*fraction));
    match (with_offset, with_letter) {
        (Some(fraction), None) => Tail { fraction, offset: Some(draw_offset(stream)) },
        (Some(fraction), Some(_)) if stream.chance(0.5) => {
            Tail { fraction, offset: Some(draw_offset(stream)) }
        }
        (_, letter) => Tail { fraction: letter.unwrap_or(0), offset: None },
    }
}

fn write_instant(stream: &mut Stream, length: u64, out: &mut String) {
    let start = out.len();
    let mut tail = draw_tail(stream, length - 19);
    let is_leap = stream.below(LEAP_SHARE) == 0;
    if is_leap {
        // It is inserted at midnight of UTC: to the east the next day has begun.
        let year = LEAP_YEARS.0 + stream.below(LEAP_YEARS.1 - LEAP_YEARS.0 + 1);
        let is_tomorrow = tail.offset.is_some_and(|minutes| minutes > 0);
        match (stream.chance(0.5), is_tomorrow) {
            (true, false) => push_date(year, 6, 30, out),
            (true, true) => push_date(year, 7, 1, out),
            (false, false) => push_date(year, 12, 31, out),
            (false, true) => push_date(year + 1, 1, 1, out),
        }
    } else {
        write_date(stream, YEARS, out);
    }
    if let Some(minutes) = &mut tail.offset {
        match &out[start..] {
            first if first == EDGES[0] => *minutes = -minutes.abs(),
            last if last == EDGES[1] => *minutes = minutes.abs(),
            _ => {}
        }
    }
    push_letter(stream, 'T', out);
    write_rest(stream, is_leap, &tail, out);
}

fn write_time(stream: &mut Stream, length: u64, out: &mut String) {
    let tail = draw_tail(stream, length - 8);
    let is_leap = stream.below(LEAP_SHARE) == 0;
    write_rest(stream, is_leap, &tail, out);
}

/// Appends the time of day, the fraction and the offset.
fn write_rest(stream: &mut Stream, is_leap: bool, tail: &Tail, out: &mut String) {
    if is_leap {
        let minute = LAST_MINUTE + tail.offset.unwrap_or(0);
        let minute = minute.rem_euclid(LAST_MINUTE + 1).unsigned_abs();
        push_clock([minute / 60, minute % 60, 60], out);
    } else {
        push_clock([stream.below(24), stream.below(60), stream.below(60)], out);
    }
    if tail.fraction > 0 {
        out.push('.');
        draw_digits(stream, tail.fraction - 1, out);
    }
    match tail.offset {
        None => push_letter(stream, 'Z', out),
        Some(minutes) => {
            let is_unknown = minutes == 0 && stream.below(RARE_SHARE / 8) == 0;
            push_offset(minutes < 0 || is_unknown, minutes.unsigned_abs().min(MOST_MINUTES), out);
        }
    }
}

/// Appends a letter, now and then as a small one.
fn push_letter(stream: &mut Stream, letter: char, out: &mut String) {
    let is_small = stream.below(RARE_SHARE) == 0;
    out.push(if is_small { letter.to_ascii_lowercase() } else { letter });
}
