//! Patterns as they are met, each in several windows.

use super::*;

/// Least and most characters.
type Windows = &'static [(u64, Option<u64>)];

/// Patterns, and windows in which each has texts.
const PATTERNS: &[(&str, Windows)] = &[
    ("", ANY),
    (".", ANY),
    ("^.$", ONE),
    ("^.*$", ANY),
    ("^.+$", ANY),
    ("foo", ANY),
    ("^foo", ANY),
    ("foo$", ANY),
    ("^foo$", FREE),
    ("^$", FREE),
    ("^x-", ANY),
    (r"^\S*$", ANY),
    (r"^\S+$", ANY),
    (r"\S", ANY),
    (r"^\s$", ONE),
    ("^[a-z]+$", ANY),
    ("^[a-z]{3,10}$", SOME),
    ("^[A-Z][a-z]*$", ANY),
    ("^[a-zA-Z0-9_-]+$", ANY),
    ("^[a-zA-Z][a-zA-Z0-9_]{0,31}$", SOME),
    (r"^\d+$", ANY),
    (r"^\d{5}$", &[(0, None), (5, Some(5)), (2, Some(9))]),
    (r"^\d{5}(-\d{4})?$", &[(0, None), (6, Some(12)), (5, Some(5))]),
    (r"^\d{3}-\d{3}-\d{4}$", FREE),
    (r"^\(\d{3}\) \d{3}-\d{4}$", FREE),
    (r"^\+[1-9]\d{1,14}$", SOME),
    (r"^(\([0-9]{3}\))?[0-9]{3}-[0-9]{4}$", &[(0, None), (9, None), (8, Some(8))]),
    (r"^-?\d+(\.\d+)?([eE]\d+)?$", ANY),
    (r"^-?\d+(\.\d+)?$", ANY),
    (r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$", SOME),
    (
        r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$",
        SOME,
    ),
    ("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", &[(0, None), (5, None), (4, Some(4))]),
    ("^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", FREE),
    ("^[0-9a-f]{40}$", FREE),
    ("^[0-9A-F]{2}(:[0-9A-F]{2}){5}$", FREE),
    (r"^[^@\s]+@[^@\s]+\.[^@\s]+$", SOME),
    (r"^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}$", SOME),
    (r"^https?://[^\s/$.?#].[^\s]*$", &[(0, None), (40, None), (10, Some(30))]),
    ("^https://", &[(0, None), (20, Some(30))]),
    (r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", SOME),
    (r"^((25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(25[0-5]|2[0-4]\d|1?\d?\d)$", FREE),
    (r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", FREE),
    (r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$", &[(0, None), (8, Some(8))]),
    ("^(get|put|post|delete|options|head|patch|trace)$", &[(0, None), (7, None), (3, Some(4))]),
    ("^(a|b|c)$", FREE),
    ("a|b|c", ANY),
    ("^a|b$", ANY),
    ("^(red|green|blue)-[0-9]{1,3}$", &[(0, None), (9, Some(9))]),
    ("^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$", &[(0, None), (34, Some(34)), (20, Some(24))]),
    ("^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$", &[(0, None), (10, None)]),
    (r"^/([a-z]+/)*[a-z]*$", ANY),
    (r#"^"(\\.|[^"\\])*"$"#, SOME),
    (r"^[\w.-]+$", ANY),
    (r"^\w+( \w+)*$", ANY),
    (r"^[^/]+$", ANY),
    (r"^[^<>&]*$", ANY),
    (r"^\p{L}+$", ANY),
    (r"^\p{Lu}\p{Ll}+$", SOME),
    (r"^[\p{L}\p{N} '-]{2,40}$", SOME),
    (r"^\P{L}+$", ANY),
    ("^[а-яё]+$", ANY),
    ("^[一-龥]{2,4}$", &[(0, None), (3, Some(3))]),
    ("^[\\u0041-\\u005A]+$", ANY),
    (r"^[\x20-\x7E]+$", ANY),
    (r"^[^\x00-\x1f]*$", ANY),
    (r"^\cA$", FREE),
    (r"^[\t\n]$", FREE),
    (r"^\t.*\n$", SOME),
    (r"[\s\S]*", ANY),
    (r"^[^]a]+$", SOME),
    ("^[[a]+$", ANY),
    ("^[a-z&&[^b]+$", ANY),
    (r"\bfoo\b", SOME),
    (r"^\w+\b.\b\w+$", SOME),
    (r"\Boo\B", SOME),
    (r"^\b", ANY),
    ("(?i)^hello world$", FREE),
    ("(?m)^a$", SOME),
    (r"(?m)^b$\n^c$", SOME),
    ("(?s)^a.b$", FREE),
    ("(?i)^straße$", FREE),
    ("^(?P<year>[0-9]{4})(?<month>[0-9]{2})$", FREE),
    (
        r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
        &[(0, None), (8, Some(8)), (9, Some(19))],
    ),
    ("^(ab)*$", &[(0, None), (5, None), (6, Some(7)), (300, None)]),
    ("^(a{100})*$", &[(0, None), (1, None), (101, None)]),
    ("^a{0,65535}$", &[(0, None), (3000, Some(3001))]),
    ("^(a*)*(b?){3}$", ANY),
    (r"^a$|^b{4,}$", &[(0, None), (4, None), (1, Some(1))]),
    (
        "^(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])[A-Za-z0-9]{8,}$",
        &[(0, None), (8, Some(8)), (20, Some(30))],
    ),
    (r"^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[@$!%*?&])[A-Za-z\d@$!%*?&]{8,}$", SOME),
    (r"(?=.*\d)(?=.*[a-z]).{8,}", SOME),
    ("^(?!admin$)[a-z]+$", ANY),
    (r"^(?!.*\.\.)[a-z.]+$", ANY),
    ("^(?!-)[a-z-]{2,20}(?<!-)$", SOME),
    ("^(?:(?!foo).)*$", ANY),
    ("^((?!x)[a-z])+$", ANY),
    (r"\d(?=px)px", SOME),
];

const ANY: Windows =
    &[(0, None), (0, Some(200)), (7, None), (12, Some(12)), (3, Some(40)), (120, Some(130))];
const SOME: Windows = &[(0, None), (0, Some(200)), (9, Some(14))];
const FREE: Windows = &[(0, None), (0, Some(40))];
const ONE: Windows = &[(0, None), (1, Some(1))];

#[test]
fn texts_of_every_pattern_are_valid_in_every_window() {
    assert!(PATTERNS.len() >= 90);
    for (pattern, windows) in PATTERNS {
        for (min, max) in *windows {
            assert_valid(&[pattern], &[], *min, *max);
        }
    }
}

#[test]
fn patterns_hold_together_and_exclusions_are_kept() {
    assert_valid(&["^a", "z$", r"\d"], &[], 0, None);
    assert_valid(&["^[a-z]+$", "foo", "bar"], &["^foo", "bar$"], 0, Some(20));
    assert_valid(&["^x-"], &["^x-internal", "^x-$"], 0, None);
    assert_valid(&[], &["^x-", "a"], 1, None);
    assert_valid(&[], &["^[a-z]"], 1, Some(10));
    assert_valid(&["^[a-z]{2}$"], &["^a", "^[^b]"], 0, None);
    assert_valid(&[r"\bred\b"], &[r"\d", r"\s"], 0, None);
    assert_valid(&["^(?=.*a)[a-z]+$"], &["(?=b)b"], 4, None);
    assert_valid(&["^[ab]{8,30}$"], &["a[ab]{12}b"], 0, None);
}

#[test]
fn nothing_is_found_where_nothing_matches() {
    for (patterns, excluded, min, max) in [
        (&["^[a-z]{3}$"][..], &[][..], 4, None),
        (&["^[a-z]{3}$"], &[], 0, Some(2)),
        (&["^a$", "^b$"], &[], 0, None),
        (&["^a", "^[^a]"], &[], 0, None),
        (&["^[a-c]$"], &["[abc]"], 0, None),
        (&[], &[""], 0, None),
        (&["a^"], &[], 0, None),
        (&["$a"], &[], 0, None),
        (&[r"^a\bb"], &[], 0, None),
        (&["^(ab)*$"], &[], 3, Some(3)),
        (&[], &[], 5, Some(4)),
        (&["^(?=b)a$"], &[], 0, None),
        (&["^[a&&b]$"], &["[a&b]"], 0, None),
    ] {
        let patterns: Vec<String> = patterns.iter().map(ToString::to_string).collect();
        let excluded: Vec<String> = excluded.iter().map(ToString::to_string).collect();
        let result = Pattern::compile(&patterns, &excluded, min, max);
        assert!(
            matches!(result, Err(PatternError::Empty { .. })),
            "{patterns:?} {excluded:?} {min} {max:?}: {result:?}"
        );
    }
}
