//! Random patterns against the validator, and against all short texts there are.

use proptest::prelude::*;

use super::*;

/// Patterns over a few letters. With `wide` they have classes beyond them.
fn pattern(wide: bool) -> impl Strategy<Value = String> + Clone {
    let narrow = ["a", "b", "c", "[ab]", "[a-c]", "ab"];
    let more = [
        ".", r"\w", r"\d", r"\s", "[^a]", "[^ab]", r"\b", r"\B", "^", "$", "é", r"\.", "(?m:^a)",
        "(?m:b$)", r"\n", "(?i:c)", "(?s:.)",
    ];
    let atoms: Vec<&str> =
        if wide { narrow.into_iter().chain(more).collect() } else { narrow.into() };
    prop::sample::select(atoms).prop_map(str::to_owned).prop_recursive(4, 16, 3, |inner| {
        let quantifier = prop::sample::select(vec!["*", "+", "?", "{2}", "{0,2}", "{1,3}", "{2,}"]);
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(one, two)| format!("{one}{two}")),
            (inner.clone(), inner.clone()).prop_map(|(one, two)| format!("(?:{one}|{two})")),
            (inner, quantifier).prop_map(|(one, quantifier)| format!("(?:{one}){quantifier}")),
        ]
    })
}

/// A window, an anchored or unanchored pattern, and perhaps one that is excluded.
fn task(wide: bool) -> impl Strategy<Value = (Vec<String>, Vec<String>, u64, Option<u64>)> {
    let anchored = (pattern(wide), 0..4_u8).prop_map(|(pattern, ends)| match ends {
        0 => pattern,
        1 => format!("^(?:{pattern})"),
        2 => format!("(?:{pattern})$"),
        _ => format!("^(?:{pattern})$"),
    });
    (
        prop::collection::vec(anchored.clone(), 1..3),
        prop::collection::vec(anchored, 0..2),
        0..4_u64,
        prop::option::of(4..7_u64),
    )
}

/// All texts of up to `longest` of these letters.
fn all_texts(letters: &[&str], longest: u64) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut last = all.clone();
    for _ in 0..longest {
        last = last
            .iter()
            .flat_map(|text| letters.iter().map(move |letter| format!("{text}{letter}")))
            .collect();
        all.extend(last.iter().cloned());
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_draw_is_valid_and_nothing_is_missed((patterns, excluded, min, max) in task(true)) {
        let judge = judge(&patterns, &excluded, min, max);
        match Pattern::compile(&patterns, &excluded, min, max) {
            Ok(compiled) => {
                for text in draws(&compiled, 20) {
                    prop_assert!(judge.is_valid(&json!(text)), "{:?}", text);
                }
                prop_assert!(judge.is_valid(&json!(compiled.shortest())));
            }
            Err(PatternError::Empty { .. }) => {
                for text in all_texts(&["a", "b", "c", "é", "1", " ", "."], 4) {
                    prop_assert!(!judge.is_valid(&json!(text)), "{:?}", text);
                }
            }
            Err(error) => prop_assert!(false, "{}", error),
        }
    }

    #[test]
    fn look_around_is_kept(
        one in pattern(true),
        two in pattern(true),
        three in pattern(true),
        place in 0..6_u8,
    ) {
        let pattern = match place {
            0 => format!("^(?={one})(?!{two})(?:{three})$"),
            1 => format!("(?={one}){three}"),
            2 => format!("(?!{one}){three}"),
            3 => format!("^(?:{three})(?<=a|b.)$"),
            4 => format!("(?:{one})(?!{two})(?:{three})"),
            _ => format!("^(?:(?!{one})[a-c])*$"),
        };
        let patterns = [pattern];
        let judge = judge(&patterns, &[], 0, Some(12));
        match Pattern::compile(&patterns, &[], 0, Some(12)) {
            Ok(compiled) => {
                for text in draws(&compiled, 10) {
                    prop_assert!(judge.is_valid(&json!(text)), "{:?}", text);
                }
            }
            Err(PatternError::Empty { .. }) => {
                // Beside look-around the validator takes `\w` for that of Unicode, ECMA-262 does not.
                for text in all_texts(&["a", "b", "c", "1", " ", "."], 4) {
                    prop_assert!(!judge.is_valid(&json!(text)), "{:?}", text);
                }
            }
            Err(error) => {
                let gave_up = matches!(
                    error,
                    PatternError::Exhausted { .. } | PatternError::Unsupported { .. }
                );
                prop_assert!(gave_up, "{}", error);
            }
        }
    }

    #[test]
    fn small_languages_are_counted_exactly(pattern in pattern(false), min in 0..3_u64) {
        let patterns = [format!("^(?:{pattern})$")];
        let judge = judge(&patterns, &[], min, Some(4));
        let mut expected = all_texts(&["a", "b", "c"], 4);
        expected.retain(|text| judge.is_valid(&json!(text)));
        let compiled = Pattern::compile(&patterns, &[], min, Some(4));
        if expected.is_empty() {
            prop_assert!(compiled.is_err(), "{:?}", compiled);
            return Ok(());
        }
        let compiled = compiled.expect("there is a text");
        prop_assert_eq!(compiled.count(), Some(expected.len() as u64));
        let mut all: Vec<String> =
            (0..expected.len() as u64).map(|number| compiled.nth(number).expect("in range")).collect();
        prop_assert_eq!(compiled.nth(expected.len() as u64), None);
        prop_assert_eq!(compiled.shortest().len(), all[0].len());
        all.sort();
        expected.sort();
        prop_assert_eq!(all, expected);
    }
}
