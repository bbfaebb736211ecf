//! Patterns with one way through them.

use super::{compile, draws};

#[test]
fn each_character_of_a_run_is_as_likely_at_each_place() {
    // More digits than one draw is good for.
    let texts = draws(&compile("^[0-9]{30}$", 0, None).unwrap(), 4000);
    for place in 0..30 {
        for digit in b'0'..=b'9' {
            let count = texts.iter().filter(|text| text.as_bytes()[place] == digit).count();
            assert!((310..490).contains(&count), "{digit} at {place}: {count}");
        }
    }
    let same = |text: &&String| text.as_bytes()[4] == text.as_bytes()[5];
    let neighbours = texts.iter().filter(same).count();
    assert!((310..490).contains(&neighbours), "{neighbours}");
}

#[test]
fn steps_are_put_together_in_their_order() {
    for text in draws(&compile("^SO-[0-9]{3}/[A-C][A-C]x[é-í]$", 0, None).unwrap(), 200) {
        let rest = text.strip_prefix("SO-").unwrap();
        let (digits, rest) = rest.split_once('/').unwrap();
        assert!(digits.len() == 3 && digits.bytes().all(|c| c.is_ascii_digit()), "{text}");
        let mut rest = rest.chars();
        assert!(rest.by_ref().take(2).all(|c| ('A'..='C').contains(&c)), "{text}");
        assert_eq!(rest.next(), Some('x'));
        assert!(rest.next().is_some_and(|c| ('é'..='í').contains(&c)), "{text}");
        assert_eq!(rest.next(), None);
    }
}
