//! What texts look like beyond being valid: they differ, they can be read, and they are repeatable.

use std::collections::BTreeSet;

use super::*;

fn texts(pattern: &str, min: u64, max: Option<u64>) -> Vec<String> {
    draws(&compile(pattern, min, max).expect("small"), 400)
}

fn lengths(texts: &[String]) -> BTreeSet<usize> {
    texts.iter().map(|text| text.chars().count()).collect()
}

#[test]
fn texts_differ_in_content_and_length() {
    for (pattern, least) in [
        ("^[a-z]+$", 350),
        (r"^\d{5}$", 350),
        ("^.*$", 350),
        (r"^[^@\s]+@[^@\s]+\.[^@\s]+$", 380),
        ("^[A-Z]{3}$", 250),
        ("^(get|put|post|delete|options|head|patch|trace)$", 8),
        ("^x-", 200),
        (r"^https?://[^\s/$.?#].[^\s]*$", 380),
    ] {
        let distinct: BTreeSet<String> = texts(pattern, 0, None).into_iter().collect();
        assert!(distinct.len() >= least, "{pattern}: {} distinct", distinct.len());
    }
    assert_eq!(lengths(&texts("^[a-z]{3,10}$", 0, None)), (3..=10).collect());
    assert!(lengths(&texts("^[a-z]+$", 0, None)).len() > 20);
    assert_eq!(lengths(&texts("^[a-z]+$", 0, Some(20))), (1..=20).collect());
}

#[test]
fn open_repetitions_average_a_handful() {
    for pattern in ["^[a-z]+$", "^.*$", r"^\d+$", "^(ab)*$"] {
        let texts = texts(pattern, 0, None);
        let all: usize = texts.iter().map(|text| text.chars().count()).sum();
        let average = all / texts.len();
        assert!((4..16).contains(&average), "{pattern}: {average}");
    }
}

#[test]
fn every_branch_is_taken_however_long_the_rest_is() {
    let texts = texts("^(ftp|http|https)://[a-z.]+$", 0, Some(40));
    for scheme in ["ftp:", "http:", "https:"] {
        let count = texts.iter().filter(|text| text.starts_with(scheme)).count();
        assert!(count > 40, "{scheme} {count}");
    }
    let signs = draws(&compile(r"^-?\d+(\.\d+)?$", 0, None).expect("small"), 400);
    for sign in ['-', '.'] {
        let count = signs.iter().filter(|text| text.contains(sign)).count();
        assert!((40..360).contains(&count), "{sign} {count}");
    }
}

#[test]
fn a_sign_between_two_repetitions_is_anywhere() {
    let texts = texts("^[a-z]+@[a-z]+$", 20, Some(20));
    let places: BTreeSet<Option<usize>> = texts.iter().map(|text| text.find('@')).collect();
    assert!(places.len() >= 17, "{places:?}");
}

#[test]
fn wide_classes_are_readable() {
    for pattern in ["^.+$", "^[^/]+$", r"^[\s\S]+$", r"^\S+$", r"^\w+$", r"^[^a-z]+$", r"\W"] {
        let all: String = texts(pattern, 0, None).concat();
        assert!(!all.contains(char::is_control), "{pattern}");
        let ascii = all.chars().filter(char::is_ascii).count();
        assert!(ascii * 100 >= all.chars().count() * 95, "{pattern}");
    }
    let all: String = texts("^.+$", 0, None).concat();
    assert!(all.contains(|c: char| !c.is_ascii() && c.is_alphabetic()));
    assert!(all.contains(|c: char| c.is_ascii_punctuation()));
}

#[test]
fn unanchored_patterns_mostly_stand_alone() {
    let alone = texts("foo", 0, None).iter().filter(|text| *text == "foo").count();
    assert!((300..380).contains(&alone), "{alone}");
    assert!(texts("foo", 0, None).iter().any(|text| !text.starts_with("foo")));
    let alone = texts("^x-", 0, None).iter().filter(|text| *text == "x-").count();
    assert!((80..220).contains(&alone), "{alone}");
}

#[test]
fn a_pattern_can_be_shared_between_threads() {
    fn assert_shared<T: Send + Sync>() {}
    assert_shared::<Pattern>();
}

#[test]
fn the_same_stream_gives_the_same_text() {
    let (one, two) = (compile(r"^\w+ .*\d$", 0, None), compile(r"^\w+ .*\d$", 0, None));
    assert_eq!(draws(&one.expect("small"), 50), draws(&two.expect("small"), 50));
}

#[test]
fn texts_of_fixed_seeds_stay_as_they_are() {
    let first = |pattern: &str| draws(&compile(pattern, 0, None).expect("small"), 3);
    assert_eq!(first("^[a-z]{8}$"), ["azmbukxs", "dxqerihc", "hsrvgemq"]);
    assert_eq!(first(r"^\+[1-9]\d{7,11}$"), ["+11520099", "+81175582", "+746541034"]);
}

#[test]
fn shortest_texts_are_short_and_readable() {
    for (pattern, min, expected) in [
        ("^[a-z]{3,10}$", 0, "aaa"),
        ("^.*$", 2, "aa"),
        ("foo", 0, "foo"),
        (r"^[\w.-]+@\d+$", 0, "a@0"),
        ("^(long|s)$", 0, "s"),
    ] {
        assert_eq!(compile(pattern, min, None).expect("small").shortest(), expected, "{pattern}");
    }
}

#[test]
fn finite_languages_are_counted_and_numbered() {
    let count = |pattern: &str, max| compile(pattern, 0, max).expect("small").count();
    assert_eq!(count("^[A-Z]{2}$", None), Some(676));
    assert_eq!(count("^(a|b|ab|a)$", None), Some(3));
    assert_eq!(count(r"^\d{18}$", None), Some(1_000_000_000_000_000_000));
    assert_eq!(count("^[a-z]*$", Some(2)), Some(1 + 26 + 26 * 26));
    assert_eq!(count("^.$", None), Some(0x0011_0000 - 0x800 - 1));
    assert_eq!(count(r"^\d{20}$", None), None, "more than a u64 holds");
    assert_eq!(count("^[a-z]*$", None), None, "no end");
    assert_eq!(count("a", None), None, "anything may stand around it");
    assert_eq!(count("^(?!ab)[a-b]{2}$", None), None, "look-around");
    assert_eq!(count("^a{0,9999}$", None), None, "not all of it is looked at");
    let digits = compile(r"^[a-c]?\d$", 0, None).expect("small");
    assert_eq!(digits.count(), Some(40));
    assert_eq!(digits.nth(0).as_deref(), Some("0"));
    assert_eq!(digits.nth(39).as_deref(), Some("c9"));
}
