//! Instants with a named time zone (RFC 9557), as `jiff::Zoned` reads and writes them.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use super::lengths::Lengths;
use super::time::{typical_fraction, write_clock, write_date, write_offset};
use super::{Format, find};
use crate::seed::Stream;

/// Zones whose offset has been one and the same since 2000, so that the text is right without a
/// database of zones and stays right with the next one.
const ZONES: [(&str, &str); 14] = [
    ("UTC", "+00:00"),
    ("Etc/GMT+5", "-05:00"),
    ("Asia/Tokyo", "+09:00"),
    ("Asia/Dubai", "+04:00"),
    ("Asia/Kolkata", "+05:30"),
    ("Africa/Lagos", "+01:00"),
    ("Africa/Nairobi", "+03:00"),
    ("America/Bogota", "-05:00"),
    ("Asia/Kathmandu", "+05:45"),
    ("Asia/Singapore", "+08:00"),
    ("America/Phoenix", "-07:00"),
    ("Indian/Maldives", "+05:00"),
    ("Pacific/Honolulu", "-10:00"),
    ("Africa/Johannesburg", "+02:00"),
];

/// The years in which that holds.
const YEARS: RangeInclusive<u64> = 2000..=2069;

/// Date, `T`, time, offset and the two brackets: all but the fraction and the name of the zone.
const FRAME: u64 = 27;

pub(super) static FORMATS: &[Format] = &[Format {
    name: "zoned-date-time",
    about: "instants with a named time zone",
    lengths: &[Lengths::exactly(30), Lengths::between(32, 56)],
    typical: |stream| {
        let zone = match stream.below(10) {
            0..4 => 3,
            4..6 => 6,
            _ => ZONES[stream.index(ZONES.len())].0.len() as u64,
        };
        FRAME + zone + typical_fraction(stream)
    },
    write: write_zoned,
    accepts: is_zoned,
}];

fn write_zoned(stream: &mut Stream, length: u64, out: &mut String) {
    let rest = length - FRAME;
    // A fraction takes its point and 1 to 9 digits.
    let fits = |name: u64| {
        rest.checked_sub(name).is_some_and(|tail| tail == 0 || (2..=10).contains(&tail))
    };
    let mut zones: Vec<_> =
        ZONES.iter().filter(|(name, _)| fits(name.len() as u64)).copied().collect();
    let mut offset = String::new();
    if fits(6) {
        write_offset(stream, &mut offset);
        zones.push((&offset, &offset));
    }
    let Some((name, offset)) = stream.choose(&zones) else {
        return;
    };
    write_date(stream, YEARS, out);
    out.push('T');
    write_clock(stream, rest - name.len() as u64, out);
    // Writing to a `String` cannot fail.
    let _ = write!(out, "{offset}[{name}]");
}

/// Whether `text` is a date and a time, an offset, and a zone in brackets. Whether there is a zone
/// of that name, and whether it has that offset then, is not looked at.
fn is_zoned(text: &str) -> bool {
    let Some((moment, zone)) = text.split_once('[') else {
        return false;
    };
    let is_name = |name: &str| {
        let bytes = name.as_bytes();
        !name.is_empty()
            && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || b"/_+-:.".contains(byte))
    };
    if !zone.strip_suffix(']').is_some_and(|name| is_name(name.strip_prefix('!').unwrap_or(name))) {
        return false;
    }
    find("date-time").is_some_and(|format| format.accepts(moment))
}
