//! Plain patterns.

use serde_json::{Map, Value};

use super::Accept;
use crate::instance::NodeRef;

/// How often one set of a plain pattern may be asked for: `{n}`.
const MOST_TIMES: usize = 1 << 10;

/// A pattern of nothing but single characters and sets of ASCII between `^` and `$`, each of them once
/// or a number of times: `^SO-[0-9]{8}$`.
#[derive(Debug)]
pub(super) struct Plain(Vec<Step>);

/// So many characters of one set.
#[derive(Debug)]
struct Step {
    set: Box<[bool; 256]>,
    count: usize,
}

/// Whether `pattern` is a plain one.
pub(super) fn is_plain(pattern: &str) -> bool {
    Plain::of(pattern).is_some()
}

impl Accept for Plain {
    const KEYWORD: &'static str = "pattern";

    fn read(_: &Map<String, Value>, asked: &Value) -> Option<Self> {
        asked.as_str().and_then(Self::of)
    }

    #[inline]
    fn accepts(&self, instance: NodeRef<'_>) -> bool {
        instance.as_str().is_some_and(|text| self.fits(text))
    }
}

impl Plain {
    /// The pattern, where it is a plain one.
    fn of(pattern: &str) -> Option<Self> {
        let mut rest = pattern.strip_prefix('^')?.strip_suffix('$')?.as_bytes();
        let mut steps = Vec::new();
        while !rest.is_empty() {
            let (set, after) = read_set(rest)?;
            let (count, after) = read_count(after)?;
            steps.push(Step { set, count });
            rest = after;
        }
        Some(Self(steps))
    }

    fn fits(&self, text: &str) -> bool {
        let mut rest = text.as_bytes();
        for step in &self.0 {
            let Some((part, after)) = rest.split_at_checked(step.count) else { return false };
            if !part.iter().all(|byte| step.set[usize::from(*byte)]) {
                return false;
            }
            rest = after;
        }
        rest.is_empty()
    }
}

/// What a pattern begins with, and what comes behind it: a character that stands for itself, or a set of
/// such characters and of ranges between two letters of one case or two digits.
fn read_set(pattern: &[u8]) -> Option<(Box<[bool; 256]>, &[u8])> {
    let mut set = Box::new([false; 256]);
    let (first, mut rest) = pattern.split_first()?;
    if *first != b'[' {
        set[usize::from(Some(*first).filter(|sign| is_literal(*sign))?)] = true;
        return Some((set, rest));
    }
    loop {
        match rest {
            [b']', after @ ..] => return Some((set, after)),
            [low, b'-', high, after @ ..] if *high != b']' => {
                let is_kind = |kind: fn(&u8) -> bool| kind(low) && kind(high);
                let is_range = is_kind(u8::is_ascii_digit)
                    || is_kind(u8::is_ascii_lowercase)
                    || is_kind(u8::is_ascii_uppercase);
                if !is_range || low > high {
                    return None;
                }
                (*low..=*high).for_each(|sign| set[usize::from(sign)] = true);
                rest = after;
            }
            [sign, after @ ..] if is_literal(*sign) && *sign != b'-' => {
                set[usize::from(*sign)] = true;
                rest = after;
            }
            _ => return None,
        }
    }
}

/// Whether a character means nothing but itself, wherever it stands outside of a set.
fn is_literal(sign: u8) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_' | b'/' | b':' | b' ' | b'@' | b'#')
}

/// How often: `{n}`, or once.
fn read_count(pattern: &[u8]) -> Option<(usize, &[u8])> {
    let Some(rest) = pattern.strip_prefix(b"{") else { return Some((1, pattern)) };
    let end = rest.iter().position(|sign| *sign == b'}')?;
    let (digits, after) = rest.split_at(end);
    let is_number = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    let count: usize = str::from_utf8(digits).ok().filter(|_| is_number)?.parse().ok()?;
    // Behind a count, a `?` would make it lazy: it is no literal, so it ends the reading.
    (count <= MOST_TIMES).then_some((count, &after[1..]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use serde_json::json;

    use super::super::tests::{agree, both};
    use super::*;

    #[test]
    fn only_plain_patterns_are_read() {
        for plain in
            ["^$", "^a$", "^SO-[0-9]{8}$", "^[A-Z]{2}[a-z0-9_]{3} #/:@$", "^[ab]{0}$", "^[-]{1}$"]
        {
            let is_read = is_plain(plain);
            assert_eq!(is_read, plain != "^[-]{1}$", "{plain}");
        }
        for other in [
            "",
            "a",
            "^a",
            "a$",
            "^a*$",
            "^a+$",
            "^a?$",
            "^a{2}?$",
            "^a{2,3}$",
            "^a{2,}$",
            "^a{}$",
            "^(a)$",
            "^a|b$",
            "^.$",
            "^\\d$",
            "^[^a]$",
            "^[a-]$",
            "^[a-Z]$",
            "^[z-a]$",
            "^[\\d]$",
            "^[a&&b]$",
            "^[[a]]$",
            "^é$",
            "^[é]$",
            "^^$",
            "^$$",
            "^a{2}{3}$",
            "^a{99999}$",
            "^{2}$",
            "^a{+2}$",
            "^[a$",
        ] {
            assert!(!is_plain(other), "{other}");
        }
    }

    #[test]
    fn what_is_refused_is_told_by_the_judge() {
        let judges = both(&json!({"pattern": "^[A-C]{2}-[0-9]$"}));
        for text in ["AB-77", "AD-7", "ab-7", "AB-é", "", "AB-7\n"] {
            assert!(!agree(&judges, &json!(text)), "{text}");
        }
        assert!(agree(&judges, &json!("AB-7")) && agree(&judges, &json!(7)));
    }

    proptest! {
        #[test]
        fn the_judge_says_the_same(
            pattern in "\\^([a-cX0_/ -]|\\[([a-c]-[c-e]|[A-F_7 ]|[0-4]-[4-9]){1,3}\\])(\\{[0-3]\\})?([a-c-]|\\[a-f\\]\\{[0-2]\\}){0,2}\\$",
            texts in proptest::collection::vec("[a-fA-FX0-9_/ é\\n-]{0,6}", 8),
        ) {
            prop_assert!(is_plain(&pattern));
            let judges = both(&json!({"type": "string", "pattern": pattern}));
            for text in texts {
                agree(&judges, &json!(text));
            }
        }
    }
}
