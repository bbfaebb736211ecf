//! The types of other crates read every draw, and what they write back has the format again.

use std::fmt::Debug;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use validator::ValidateEmail as _;

use super::*;

/// Reads every draw of `name` as a `T`; what `T` writes must have the format, also for the
/// validator where that knows the format, and be the same value again.
fn reads<T: DeserializeOwned + Serialize + PartialEq + Debug>(name: &str) {
    let format = find(name).expect("known");
    let judge =
        KNOWN.contains(&name).then(|| validator(&json!({ "type": "string", "format": name })));
    for text in draws(name) {
        let value: T = serde_json::from_value(json!(text))
            .unwrap_or_else(|error| panic!("{name}: {text:?}: {error}"));
        let written = serde_json::to_value(&value).expect("a text");
        let again = written.as_str().expect("a text");
        assert!(format.accepts(again), "{name}: {text:?} is written back as {again:?}");
        if let Some(judge) = &judge {
            assert!(judge.is_valid(&written), "{name}: {text:?} is written back as {again:?}");
        }
        let value_again: T = serde_json::from_value(written.clone())
            .unwrap_or_else(|error| panic!("{name}: {again:?}: {error}"));
        assert_eq!(value_again, value, "{name}: {text:?}");
    }
}

/// Reads every draw of `name` as a `T`, which must write the very same text.
fn keeps<T: DeserializeOwned + Serialize>(name: &str) {
    for text in draws(name) {
        let value: T = serde_json::from_value(json!(text))
            .unwrap_or_else(|error| panic!("{name}: {text:?}: {error}"));
        assert_eq!(serde_json::to_value(&value).expect("a text"), Value::from(text), "{name}");
    }
}

#[test]
fn chrono_reads_dates_and_times() {
    reads::<chrono::NaiveDate>("date");
    reads::<chrono::NaiveTime>("partial-time");
    reads::<chrono::NaiveDateTime>("partial-date-time");
    reads::<chrono::DateTime<chrono::Utc>>("date-time");
    reads::<chrono::DateTime<chrono::FixedOffset>>("date-time");
    reads::<chrono::DateTime<chrono::Local>>("date-time");
    keeps::<chrono::NaiveDate>("date");
}

#[test]
fn jiff_reads_dates_times_and_durations() {
    reads::<jiff::civil::Date>("date");
    reads::<jiff::civil::Time>("partial-time");
    reads::<jiff::civil::DateTime>("partial-date-time");
    reads::<jiff::Timestamp>("date-time");
    reads::<jiff::SignedDuration>("duration");
    reads::<jiff::Zoned>("zoned-date-time");
    keeps::<jiff::SignedDuration>("duration");
    keeps::<jiff::Span>("duration");
}

#[test]
fn what_jiff_writes_of_other_durations_is_accepted() {
    let accepts = |text: String| find("duration").expect("known").accepts(&text);
    for (seconds, nanoseconds) in [(0, 0), (3605, 0), (-90, 0), (1, 500_000_000), (0, -1)] {
        let duration = jiff::SignedDuration::new(seconds, nanoseconds);
        assert!(accepts(duration.to_string()), "{duration}");
    }
    let span = jiff::Span::new().years(1).weeks(2).days(3).hours(4).milliseconds(5);
    assert!(accepts(span.to_string()), "{span}");
    assert!(accepts(jiff::Span::new().years(1).days(3).negate().to_string()));
}

#[test]
fn what_jiff_writes_of_other_zones_is_accepted() {
    let accepts = |text: String| find("zoned-date-time").expect("known").accepts(&text);
    let moment = jiff::Timestamp::from_second(1_719_000_000).expect("in range");
    for zone in ["America/New_York", "America/Argentina/Buenos_Aires", "Etc/GMT-14", "GB-Eire"] {
        let zoned = moment.in_tz(zone).expect("known");
        assert!(accepts(zoned.to_string()), "{zoned}");
    }
    let fixed = jiff::tz::TimeZone::fixed(jiff::tz::offset(-3));
    assert!(accepts(moment.to_zoned(fixed).to_string()));
}

#[test]
fn std_reads_addresses() {
    keeps::<Ipv4Addr>("ipv4");
    reads::<Ipv6Addr>("ipv6");
    reads::<IpAddr>("ip");
    keeps::<SocketAddrV4>("socket-addr-v4");
    reads::<SocketAddrV6>("socket-addr-v6");
    reads::<SocketAddr>("socket-addr");
}

#[test]
fn other_crates_keep_what_they_read() {
    keeps::<uuid::Uuid>("uuid");
    keeps::<url::Url>("uri");
    keeps::<semver::Version>("semver");
    keeps::<semver::VersionReq>("semver-req");
    keeps::<rust_decimal::Decimal>("decimal");
    keeps::<bigdecimal::BigDecimal>("decimal");
}

#[test]
fn emails_please_garde_and_validator() {
    for text in draws("email") {
        assert!(text.validate_email(), "validator: {text}");
        if let Err(error) = garde::rules::email::parse_email(&text) {
            panic!("garde: {text}: {error}");
        }
    }
}

#[test]
fn international_hosts_have_a_form_on_the_wire() {
    use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
    let on_the_wire = |host: &str| {
        Uts46::new()
            .to_ascii(host.as_bytes(), AsciiDenyList::STD3, Hyphens::Check, DnsLength::Verify)
            .map(std::borrow::Cow::into_owned)
    };
    let plain = validator(&json!({ "format": "hostname" }));
    let long = (0..200).map(|row| draw("idn-hostname", row, 200, Some(253)));
    for text in draws("idn-hostname").into_iter().chain(long) {
        let ascii = on_the_wire(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert!(plain.is_valid(&json!(ascii)), "{text}: {ascii}");
    }
}
