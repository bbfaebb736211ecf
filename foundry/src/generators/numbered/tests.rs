//! Every format by number: valid, within its window, in order, and never twice.

use std::collections::HashSet;

use super::*;
use crate::generators::format;
use crate::seed::{Path, Seed};

const WINDOWS: [(u64, Option<u64>); 12] = [
    (0, None),
    (0, Some(60)),
    (0, Some(24)),
    (0, Some(12)),
    (0, Some(6)),
    (0, Some(3)),
    (9, Some(9)),
    (12, Some(13)),
    (20, Some(20)),
    (22, Some(28)),
    (40, None),
    (100, Some(120)),
];

fn total(numbered: &Numbered) -> u128 {
    numbered.counts().sum()
}

fn write(numbered: &Numbered, number: u128) -> String {
    let mut text = String::new();
    let row = u64::try_from(number % 1009).unwrap();
    numbered.write(number, &mut Seed::from(3).row(row).stream(Path::ROOT), &mut text);
    text
}

/// Some of the numbers below `total`: the first, the last, and many between them.
fn some(total: u128) -> Vec<u128> {
    let step = (total / 40).max(1) | 1;
    let spread = (0..40).map(|at| at * step).filter(|number| *number < total);
    let mut numbers: Vec<u128> = (0..total.min(60)).chain(spread).collect();
    numbers.extend((1..=total.min(20)).map(|back| total - back));
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

fn check(name: &str, numbered: &Numbered, window: Window, accepts: impl Fn(&str) -> bool) {
    let mut seen = HashSet::new();
    for number in some(total(numbered)) {
        let text = write(numbered, number);
        let chars = text.chars().count() as u64;
        assert!(
            chars >= window.min && window.max.is_none_or(|max| chars <= max),
            "{name} {window:?}: {text:?} of {number}"
        );
        assert!(accepts(&text), "{name} {window:?}: {text:?} of {number}");
        assert!(seen.insert(text.clone()), "{name} {window:?}: {text:?} twice, at {number}");
    }
}

#[test]
fn every_format_keeps_its_window_and_gives_no_text_twice() {
    for format in format::all() {
        for (min, max) in WINDOWS {
            let window = Window { min, max };
            for spread in [Spread::Mixed, Spread::Ascending] {
                if let Some(numbered) = Numbered::of_format(format.name(), spread, window) {
                    check(format.name(), &numbered, window, |text| format.accepts(text));
                }
            }
        }
    }
}

#[test]
fn words_keep_their_window_and_give_no_text_twice() {
    for (min, max) in WINDOWS {
        let window = Window { min, max };
        for spread in [Spread::Mixed, Spread::Ascending] {
            for is_ascii in [false, true] {
                let numbered = Numbered::of_words(is_ascii, spread, window).unwrap();
                check("words", &numbered, window, |text| {
                    text.trim() == text && (!is_ascii || text.is_ascii())
                });
            }
        }
    }
}

#[test]
fn every_format_carries_a_number() {
    let none: Vec<&str> = format::all()
        .map(format::Format::name)
        .filter(|name| {
            let window = Window { min: 0, max: None };
            Numbered::of_format(name, Spread::Mixed, window).is_none()
        })
        .collect();
    assert!(none.is_empty(), "{none:?}");
}

#[test]
fn small_domains_are_met_as_a_whole() {
    let window = Window { min: 0, max: Some(2) };
    let words = Numbered::of_words(true, Spread::Mixed, window).unwrap();
    assert_eq!(total(&words), 36 + 36 * 36);
    let all: HashSet<String> = (0..total(&words)).map(|number| write(&words, number)).collect();
    assert_eq!(all.len(), 36 + 36 * 36);
    let window = Window { min: 0, max: None };
    let days = Numbered::of_format("date", Spread::Mixed, window).unwrap();
    assert_eq!(total(&days), 3_652_059);
    let century: HashSet<String> = (0..36_525).map(|number| write(&days, number)).collect();
    assert_eq!(century.len(), 36_525);
    let has = |day: &str| century.contains(day);
    assert!(has("1970-01-01") && has("2000-02-29") && has("2069-12-31") && !has("2070-01-01"));
    let last: Vec<String> = (1..=3).map(|back| write(&days, total(&days) - back)).collect();
    assert_eq!(last, ["1969-12-31", "1969-12-30", "1969-12-29"]);
    assert_eq!(write(&days, total(&days) - 719_162), "0001-01-01");
}

#[test]
fn ascending_texts_ascend() {
    let constant = |numbered: &Numbered, number| {
        let mut text = String::new();
        numbered.write(number, &mut Seed::from(3).row(0).stream(Path::ROOT), &mut text);
        text
    };
    let names = format::all().map(format::Format::name);
    for name in names.filter(|name| !name.starts_with("ip") && !name.starts_with("socket")) {
        let window = Window { min: 0, max: None };
        let numbered = Numbered::of_format(name, Spread::Ascending, window).unwrap();
        let texts: Vec<String> = (0..2000).map(|number| constant(&numbered, number)).collect();
        let is_counted = ["decimal", "duration", "semver", "semver-req", "byte"].contains(&name);
        assert!(is_counted || texts.is_sorted(), "{name}: {:?}", &texts[..3]);
    }
    let words = Numbered::of_words(true, Spread::Ascending, Window { min: 0, max: None }).unwrap();
    let texts: Vec<String> = [0, 7, 999_999, 1_000_000].map(|at| constant(&words, at)).into();
    let ends = ["000000", "000007", "999999", "1000000"];
    for (text, end) in texts.iter().zip(ends) {
        assert!(text.ends_with(&format!(" {end}")), "{texts:?}");
    }
}

#[test]
fn first_and_last_texts_are_these() {
    let at = |name: &str, number| {
        let window = Window { min: 0, max: None };
        let numbered = Numbered::of_format(name, Spread::Ascending, window).unwrap();
        let number = if number == u128::MAX { total(&numbered) - 1 } else { number };
        write(&numbered, number)
    };
    for (name, first, last) in [
        ("uuid", "00000000-0000-4000-8000-000000000000", "ffffffff-ffff-4fff-bfff-ffffffffffff"),
        ("date", "1970-01-01", "9999-12-31"),
        ("time", "00:00:00Z", "23:59:59Z"),
        ("date-time", "1970-01-01T00:00:00Z", "9998-12-31T23:59:59Z"),
        ("zoned-date-time", "2000-01-01T00:00:00+00:00[UTC]", "2069-12-31T23:59:59+00:00[UTC]"),
        ("duration", "PT1H1M1S", "PT99999999H59M59S"),
        ("ipv4", "0.0.0.0", "255.255.255.255"),
        ("decimal", "0", "99999999999999999999"),
        ("semver", "0.0.0", "999999999999999.99.99"),
    ] {
        assert_eq!((at(name, 0).as_str(), at(name, u128::MAX).as_str()), (first, last), "{name}");
    }
}
