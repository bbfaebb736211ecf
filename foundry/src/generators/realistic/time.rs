//! Dates and times near one decade. They come from the stream, and never from a clock.

use std::ops::RangeInclusive;

use super::Faker;
use super::form::pick;
use crate::generators::digits::{fill_decimal, push_ascii};
use crate::seed::Stream;

/// The years of things that happen.
const YEARS: RangeInclusive<u64> = 2016..=2035;

/// The years in which people were born.
const BIRTH_YEARS: RangeInclusive<u64> = 1940..=2007;

pub(super) static FAKERS: &[Faker] = &[
    Faker {
        name: "time.date",
        about: "days from 2016 to 2035",
        fields: &[
            "date",
            "start date",
            "end date",
            "due date",
            "order date",
            "issue date",
            "release date",
            "expiry date",
            "expiration date",
            "valid from",
            "valid until",
            "valid to",
            "hire date",
            "delivery date",
            "effective date",
            "invoice date",
            "check in date",
            "check out date",
        ],
        format: Some("date"),
        write: |draw, out| {
            let mut text = *b"0000-00-00";
            fill_date(YEARS, draw.own, &mut text);
            push_ascii(&text, out);
        },
    },
    Faker {
        name: "time.birth_date",
        about: "days from 1940 to 2007",
        fields: &["birth date", "date of birth", "birthday", "dob", "born", "born on"],
        format: Some("date"),
        write: |draw, out| {
            let mut text = *b"0000-00-00";
            fill_date(BIRTH_YEARS, draw.own, &mut text);
            push_ascii(&text, out);
        },
    },
    Faker {
        name: "time.date_time",
        about: "instants from 2016 to 2035, in UTC",
        fields: &[
            "created at",
            "updated at",
            "deleted at",
            "modified at",
            "published at",
            "timestamp",
            "date time",
            "created on",
            "updated on",
            "expires at",
            "started at",
            "finished at",
            "occurred at",
            "last login",
            "last seen",
            "sent at",
            "received at",
            "completed at",
            "event time",
            "created",
            "modified",
            "last modified",
            "last updated",
        ],
        format: Some("date-time"),
        write: |draw, out| {
            let mut text = *b"0000-00-00T00:00:00Z";
            fill_date(YEARS, draw.own, &mut text);
            fill_clock(draw.own, &mut text[11..]);
            push_ascii(&text, out);
        },
    },
    Faker {
        name: "time.local_date_time",
        about: "days from 2016 to 2035 and a time of day, without an offset",
        fields: &["local date time"],
        format: Some("partial-date-time"),
        write: |draw, out| {
            let mut text = *b"0000-00-00T00:00:00";
            fill_date(YEARS, draw.own, &mut text);
            fill_clock(draw.own, &mut text[11..]);
            push_ascii(&text, out);
        },
    },
    Faker {
        name: "time.time",
        about: "times of day in UTC",
        fields: &["utc time", "time utc"],
        format: Some("time"),
        write: |draw, out| {
            let mut text = *b"00:00:00Z";
            fill_clock(draw.own, &mut text);
            push_ascii(&text, out);
        },
    },
    Faker {
        name: "time.local_time",
        about: "times of day without an offset",
        fields: &[
            "local time",
            "time of day",
            "opening time",
            "closing time",
            "departure time",
            "arrival time",
            "start time",
            "end time",
        ],
        format: Some("partial-time"),
        write: |draw, out| {
            let mut text = *b"00:00:00";
            fill_clock(draw.own, &mut text);
            push_ascii(&text, out);
        },
    },
    Faker {
        name: "time.time_zone",
        about: "time zones of the country (IANA)",
        fields: &["time zone", "tz", "time zone name", "tz name", "iana time zone"],
        format: None,
        write: |draw, out| out.push_str(pick(draw.locale.tables().time_zones, draw.own)),
    },
    Faker {
        name: "time.month_name",
        about: "months in the language of the locale",
        fields: &["month name"],
        format: None,
        write: |draw, out| out.push_str(pick(draw.locale.tables().months, draw.own)),
    },
    Faker {
        name: "time.weekday",
        about: "days of the week in the language of the locale",
        fields: &["weekday", "day of week", "weekday name", "day name"],
        format: None,
        write: |draw, out| out.push_str(pick(draw.locale.tables().weekdays, draw.own)),
    },
];

/// Writes a day of one of `years` over the digits of `text`: `YYYY-MM-DD`.
fn fill_date(years: RangeInclusive<u64>, stream: &mut Stream, text: &mut [u8]) {
    let year = years.start() + stream.below(years.end() - years.start() + 1);
    let month = 1 + stream.below(12);
    // No year of these spans is the last of a century without a leap day.
    let days = match month {
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let day = 1 + stream.below(days);
    fill_decimal(year, &mut text[..4]);
    fill_decimal(month, &mut text[5..7]);
    fill_decimal(day, &mut text[8..10]);
}

/// Writes a time over the digits of `text`, `HH:MM:SS`, more often by day than by night.
fn fill_clock(stream: &mut Stream, text: &mut [u8]) {
    let hour = if stream.chance(0.75) { 7 + stream.below(13) } else { stream.below(24) };
    let (minute, second) = (stream.below(60), stream.below(60));
    fill_decimal(hour, &mut text[..2]);
    fill_decimal(minute, &mut text[3..5]);
    fill_decimal(second, &mut text[6..8]);
}
