//! Numbers as days, times and durations, as chrono and jiff read and write them.

use std::fmt::Write as _;

use super::{Layer, Spread, Window, take};
use crate::generators::digits::{fill_decimal, push_ascii};

/// Days from 0001-01-01 on, in the Gregorian calendar: the first of these years.
const DAY_OF_1970: u64 = 719_162;
const DAY_OF_2000: u64 = 730_119;
const DAY_OF_2070: u64 = 755_687;
const DAY_OF_9999: u64 = 3_651_694;
const DAY_OF_10000: u64 = 3_652_059;

const SECONDS_OF_DAY: u64 = 86_400;

/// Digits of a fraction of a second, as types print them; the others serve where no text of these is
/// within the window.
const USUAL_DIGITS: [u64; 4] = [0, 3, 6, 9];

/// Days, times of day, and both together. Mixed ones are from 1970 to 2069 first, whole seconds before
/// finer ones; ascending ones begin with 1970 and go on by a day or a second. Zones and offsets are
/// UTC, so that two texts are two instants.
pub(super) fn moments(format: &str, spread: Spread, window: Window) -> Vec<Layer> {
    let (has_day, tail) = match format {
        "date" => return days(spread, window),
        "time" => (false, "Z"),
        "partial-time" => (false, ""),
        "date-time" => (true, "Z"),
        "partial-date-time" => (true, ""),
        _ => (true, "+00:00[UTC]"),
    };
    let (first, end) = match (format, spread) {
        ("zoned-date-time", _) => (DAY_OF_2000, DAY_OF_2070),
        (_, Spread::Mixed) => (DAY_OF_1970, DAY_OF_2070),
        (_, Spread::Ascending) => (DAY_OF_1970, DAY_OF_9999),
    };
    let seconds = if has_day { end - first } else { 1 } * SECONDS_OF_DAY;
    let bare = if has_day { 19 } else { 8 } + tail.len() as u64;
    let fits = |digits: &u64| {
        let length = bare + if *digits == 0 { 0 } else { digits + 1 };
        window.holds(length, length)
    };
    let mut fractions: Vec<u64> = USUAL_DIGITS.into_iter().filter(fits).collect();
    if fractions.is_empty() {
        fractions.extend((1..=9).find(fits));
    }
    if spread == Spread::Ascending {
        fractions.truncate(1);
    }
    let layer = |digits: u64| {
        // The last digit is not zero: some types leave zeros at the end out.
        let parts = match (digits, spread) {
            (0, _) | (_, Spread::Ascending) => 1,
            _ => 9 * 10_u64.pow(u32::try_from(digits - 1).unwrap_or_default()),
        };
        Layer::new(u128::from(seconds) * u128::from(parts), move |number, _, out| {
            let mut number = number;
            let part = take(&mut number, parts);
            let second = take(&mut number, seconds);
            if has_day {
                write_day(first + second / SECONDS_OF_DAY, out);
                out.push('T');
            }
            write_clock(second % SECONDS_OF_DAY, out);
            if digits > 0 {
                let fraction = part / 9 * 10 + part % 9 + 1;
                let mut slot = [b'0'; 9];
                let slot = &mut slot[..usize::try_from(digits).unwrap_or_default().min(9)];
                fill_decimal(fraction, slot);
                out.push('.');
                push_ascii(slot, out);
            }
            out.push_str(tail);
        })
    };
    fractions.into_iter().map(layer).collect()
}

fn days(spread: Spread, window: Window) -> Vec<Layer> {
    if !window.holds(10, 10) {
        return Vec::new();
    }
    let years: &[(u64, u64)] = match spread {
        Spread::Mixed => {
            &[(DAY_OF_1970, DAY_OF_2070), (DAY_OF_2070, DAY_OF_10000), (0, DAY_OF_1970)]
        }
        Spread::Ascending => &[(DAY_OF_1970, DAY_OF_10000)],
    };
    let layer = |(first, end): &(u64, u64)| {
        let (first, count) = (*first, end - first);
        Layer::new(count.into(), move |mut number, _, out| {
            write_day(first + take(&mut number, count), out);
        })
    };
    years.iter().map(layer).collect()
}

/// Hours, minutes and seconds, none of which is zero, so that each is written in one way: short ones
/// first.
pub(super) fn durations(window: Window) -> Vec<Layer> {
    const HOURS: [(u64, u64, u64); 3] = [(1, 100, 2), (100, 10_000, 4), (10_000, 100_000_000, 8)];
    let fits = |(.., digits): &&(u64, u64, u64)| window.holds(8, 9 + digits);
    let layer = |(first, end, _): &(u64, u64, u64)| {
        let (first, count) = (*first, end - first);
        Layer::new(u128::from(count) * 59 * 59, move |number, _, out| {
            let mut number = number;
            let second = 1 + take(&mut number, 59);
            let minute = 1 + take(&mut number, 59);
            let hour = first + take(&mut number, count);
            // Writing to a `String` cannot fail.
            let _ = write!(out, "PT{hour}H{minute}M{second}S");
        })
    };
    HOURS.iter().filter(fits).map(layer).collect()
}

/// Appends `YYYY-MM-DD` of a day, counted from 0001-01-01.
fn write_day(day: u64, out: &mut String) {
    // Years begin in March here, so that the leap day is the last one: day 0 is 0000-03-01.
    let day = day + 306;
    let (era, day) = (day / 146_097, day % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    // Five months have 153 days: 31, 30, 31, 30, 31.
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (year, month) =
        (era * 400 + year + u64::from(month >= 10), if month < 10 { month + 3 } else { month - 9 });
    let mut date = *b"0000-00-00";
    fill_decimal(year, &mut date[..4]);
    fill_decimal(month, &mut date[5..7]);
    fill_decimal(day, &mut date[8..]);
    push_ascii(&date, out);
}

/// Appends `HH:MM:SS` of a second of the day.
fn write_clock(second: u64, out: &mut String) {
    let mut clock = *b"00:00:00";
    fill_decimal(second / 3600, &mut clock[..2]);
    fill_decimal(second / 60 % 60, &mut clock[3..5]);
    fill_decimal(second % 60, &mut clock[6..]);
    push_ascii(&clock, out);
}
