//! Patterns that cost others their time or memory. Steps are counted, so that what ends here ends
//! everywhere; the limits themselves bound time and memory.

use super::*;
use crate::generators::pattern::TRIALS;
use crate::generators::pattern::error::Limit;

fn limit_of(pattern: &str, min: u64, max: Option<u64>) -> Limit {
    match compile(pattern, min, max) {
        Err(PatternError::TooLarge { limit, .. }) => limit,
        other => panic!("{pattern} {min} {max:?}: {other:?}"),
    }
}

#[test]
fn patterns_that_hang_backtracking_matchers_are_drawn_from() {
    for pattern in [
        "(a+)+$",
        "^(a+)+$",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        "(x+x+)+y",
        r"^(\w+\s?)*$",
        "^(.*)(.*)(.*)(.*)(.*)(.*)(.*)$",
        ".*.*.*.*.*.*=.*;.*x.*y.*z",
        "^(a?){30}a{30}$",
        "((((((((((a*)*)*)*)*)*)*)*)*)*)*",
        "((((((((((a+)+)+)+)+)+)+)+)+)+)+",
        r"(\b){100000}",
        "^(a|aa|aaa|aaaa)*b$",
        "^(?=(a+)+$)a{30}b?$",
        "^(?!(a+)+$).*$",
    ] {
        assert_valid(&[pattern], &[], 0, None);
    }
}

#[test]
fn patterns_with_a_million_sets_of_states_are_drawn_from() {
    for pattern in ["(a|b)*a(a|b){20}", "^(a|b)*a(a|b){20}$", "^(a|b)*a(a|b){200}$"] {
        assert_valid(&[pattern], &[], 0, None);
    }
    let words: Vec<String> = (0..3000).map(|number| format!("word{number}x")).collect();
    assert_valid(&[&format!("^({})$", words.join("|"))], &[], 0, None);
    let classes: Vec<String> = ('\u{100}'..'\u{1c8}').map(|last| format!("[a-{last}]?")).collect();
    assert_valid(&[&classes.concat()], &[], 0, None);
}

#[test]
fn bounds_beyond_what_is_drawn_cost_nothing() {
    for (pattern, min, max) in [
        (".{0,65535}", 0, None),
        ("^[a-z]{1,1000}$", 0, None),
        ("^[a-z]{1,1000}$", 900, Some(1000)),
        ("^([a-z]{1,50}){1,50}$", 0, None),
        ("^([a-z]{1,50} ){1,50}$", 500, Some(600)),
        ("^[a-z]+$", 0, Some(1_000_000)),
        ("^[a-z]+$", 5_000, None),
        ("^[0-9a-f]{4096}$", 0, None),
    ] {
        let compiled = compile(pattern, min, max).expect("small");
        for text in draws(&compiled, 20) {
            let chars = text.chars().count() as u64;
            assert!(chars >= min && max.is_none_or(|max| chars <= max), "{pattern}: {chars}");
        }
    }
}

#[test]
fn patterns_that_are_too_large_name_the_limit() {
    assert_eq!(limit_of("a{1000}{1000}", 0, None), Limit::Chars);
    assert_eq!(limit_of("^(a{1000}){1000}$", 0, None), Limit::Chars);
    assert_eq!(limit_of("^.{65535}$", 0, None), Limit::Chars);
    assert_eq!(limit_of("^[a-z]+$", 1_000_000, None), Limit::Chars);
    assert_eq!(limit_of("^(ab){3,}c*$", u64::MAX, None), Limit::Chars);
    assert_eq!(limit_of("^(a?){1000}a{1000}$", 0, None), Limit::Steps);
    assert_eq!(limit_of(&"a".repeat(70_000), 0, None), Limit::PatternBytes);
    assert_eq!(limit_of(&r"\d".repeat(3_000), 0, None), Limit::Steps);
    let nested = format!("{}a{}", "(".repeat(10), "{0,9})".repeat(10));
    assert_eq!(limit_of(&nested, 0, None), Limit::NfaStates);
    assert_eq!(
        limit_of("^[a-z]+$", 1_000_000, None).to_string(),
        "8192 characters",
        "the text of the error names the limit"
    );
}

#[test]
fn exclusions_that_are_too_large_are_checked_instead() {
    let texts = assert_valid(&["^[ab]{30}$"], &["^a[ab]*a[ab]{15}b"], 0, None);
    assert!(texts.iter().any(|text| text.starts_with('a')) || texts.len() > 100);
    let error = Pattern::compile(&["^[ab]{90}$".to_owned()], &["a[ab]{18}b".to_owned()], 0, None);
    assert!(matches!(error, Err(PatternError::Exhausted { attempts: TRIALS, .. })), "{error:?}");
}

#[test]
fn what_is_no_pattern_is_an_error_that_says_why() {
    for (pattern, expected) in [
        ("(", "pattern `(` is not a valid regex: unclosed group"),
        (
            "[z-a]",
            "pattern `[z-a]` is not a valid regex: invalid character class range, the start must be <= the end",
        ),
        (
            "a{2,1}",
            "pattern `a{2,1}` is not a valid regex: invalid repetition count range, the start must be <= the end",
        ),
        (
            r"\p{Nonsense}",
            r"pattern `\p{Nonsense}` is not a valid regex: Unicode property not found",
        ),
        (r"(a)\1", r"pattern `(a)\1` has a backreference, from which no texts can be made"),
        (
            "(?=a",
            "pattern `(?=a` is not a valid regex: Parsing error at position 4: Opening parenthesis without closing parenthesis",
        ),
    ] {
        let error = compile(pattern, 0, None).expect_err(pattern).to_string();
        assert_eq!(error, expected);
    }
    let deep = format!("{}a{}", "(".repeat(300), ")".repeat(300));
    assert!(compile(&deep, 0, None).is_err());
    let error = compile("^[a-z]{3}$", 4, Some(9)).expect_err("no text").to_string();
    assert_eq!(error, "no text of 4 to 9 characters matches `^[a-z]{3}$`");
}
