//! Dates, times and durations, as chrono and jiff read them.

use chrono::{DateTime, Datelike as _, NaiveDate, Timelike as _};

use super::*;

fn instant(text: &str) -> DateTime<chrono::FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn days_reach_both_ends_of_the_calendar_and_leap_days() {
    let day =
        |text: &str| text.parse::<NaiveDate>().unwrap_or_else(|error| panic!("{text}: {error}"));
    meets(
        find("date").expect("known"),
        &[
            ("near", &|text| (1960..2080).contains(&day(text).year())),
            ("leap day", &|text| (day(text).month(), day(text).day()) == (2, 29)),
            ("year 1", &|text| day(text).year() == 1),
            ("year 9999", &|text| day(text).year() == 9999),
            ("far", &|text| !(1600..2400).contains(&day(text).year())),
        ],
    );
}

#[test]
fn instants_have_all_forms_of_rfc_3339() {
    let in_utc = |text: &str| instant(text).naive_utc();
    let format = whole_of("date-time");
    meets(
        format,
        &[
            ("usual", &matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}([.][0-9]+)?(Z|[+-])")),
            ("leap second", &|text| {
                text[17..19] == *"60" && instant(text).nanosecond() >= 1_000_000_000
            }),
            ("leap second elsewhere", &matches("^.{10}T(?:0|1|2[012]).*:60.*[+-]")),
            ("small t", &matches("^.{10}t")),
            ("small z", &matches("z$")),
            ("unknown offset", &matches("-00:00$")),
            ("west", &|text| instant(text).offset().utc_minus_local() > 13 * 3600),
            ("east", &|text| instant(text).offset().local_minus_utc() > 15 * 3600),
            ("one digit", &matches("[.][0-9](?:[Zz]|[+-])")),
            ("nine digits", &matches("[.][0-9]{9}(?:[Zz]|[+-])")),
            ("year 1", &|text| in_utc(text).year() == 1),
            ("year 9999", &|text| in_utc(text).year() == 9999),
            ("leap day", &matches("^[0-9]{4}-02-29")),
        ],
    );
    for text in draws_of(format) {
        assert!((1..=9999).contains(&in_utc(&text).year()), "{text}");
        if text[17..19] == *"60" {
            let utc = in_utc(&text);
            let day = (utc.month(), utc.day(), utc.hour(), utc.minute());
            assert!([(6, 30, 23, 59), (12, 31, 23, 59)].contains(&day), "{text}");
        }
    }
    meets(
        find("date-time").expect("known"),
        &[
            ("usual", &matches("Z$")),
            ("any offset", &matches("[+-](?:1[5-9]|2[0-3]):[0-9]{2}$")),
            ("two digits", &matches("[.][0-9]{2}(?:Z|[+-])")),
            ("year 1", &matches("^0001")),
            ("year 9999", &matches("^9999")),
        ],
    );
}

#[test]
fn times_have_all_forms_of_rfc_3339() {
    let at_day = |text: &str| instant(&format!("2000-06-15T{text}"));
    meets(
        whole_of("time"),
        &[
            ("usual", &|text| at_day(text).second() < 60 && !text.ends_with('z')),
            ("leap second", &matches("^23:59:60(?:[.][0-9]+)?[Zz]$")),
            ("leap second elsewhere", &matches("^(?:0|1).*:60.*[+-]")),
            ("small z", &matches("z$")),
            ("offset", &matches("[+-][0-9]{2}:[0-9]{2}$")),
        ],
    );
}

#[test]
fn durations_have_all_parts() {
    let format = whole_of("duration");
    meets(
        format,
        &[
            ("usual", &matches("^P(?:T.*|[^T]*|[0-9]+DT.*)$")),
            ("weeks", &matches("^P[0-9]+W$")),
            ("days", &matches("^P[0-9]+D$")),
            ("a date", &matches("^P[0-9]+Y[0-9]+M[0-9]+D$")),
            ("a time", &matches("^PT[0-9]+H[0-9]+M[0-9]+S$")),
            ("seconds", &matches("^PT[0-9]+S$")),
            ("both", &matches("^P[^T]+T.+$")),
            ("all", &matches("^P[0-9]+Y[0-9]+M[0-9]+DT[0-9]+H[0-9]+M[0-9]+S$")),
        ],
    );
    for text in draws_of(format) {
        text.parse::<jiff::Span>().unwrap_or_else(|error| panic!("{text}: {error}"));
    }
}
