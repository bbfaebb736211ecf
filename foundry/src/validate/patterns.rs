//! Plain patterns, which say yes sooner than the engine of jsonschema, and never otherwise.

use std::sync::OnceLock;

use jsonschema::{Keyword, ValidationError, ValidationOptions, Validator};
use serde_json::{Value, json};

use crate::instance::{InstanceJson, NodeRef};

/// How often one set of a plain pattern may be asked for: `{n}`.
const MOST_TIMES: usize = 1 << 10;

/// Lets plain patterns of `schema` be accepted quickly; `None` where that is not worth it: each pattern
/// that is not plain takes a little longer for it.
///
/// Only a text that is accepted is taken: all others go to the judge, as every text of any other
/// pattern does, and so do all errors.
pub(super) fn accept_plain<'r, R>(
    options: ValidationOptions<'r, R, InstanceJson>,
    schema: &Value,
) -> Option<ValidationOptions<'r, R, InstanceJson>> {
    let mut counts = Counts::default();
    count_patterns(schema, &mut counts);
    (counts.plain > 0 && counts.plain >= counts.others).then(|| {
        options.with_keyword("pattern", |_, pattern, _| {
            Ok(match pattern.as_str().and_then(Plain::read) {
                Some(plain) => {
                    let (judge, pattern) = (OnceLock::new(), pattern.clone());
                    Box::new(PlainPattern { plain, pattern, judge })
                }
                None => Box::new(OtherPattern(judge_of(pattern)?)),
            })
        })
    })
}

#[derive(Default)]
struct Counts {
    plain: usize,
    others: usize,
}

/// Counts the patterns, also those that may stand where no schema does.
fn count_patterns(schema: &Value, counts: &mut Counts) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members {
                match value.as_str().filter(|_| name == "pattern") {
                    Some(pattern) if Plain::read(pattern).is_some() => counts.plain += 1,
                    Some(_) => counts.others += 1,
                    None => count_patterns(value, counts),
                }
            }
        }
        Value::Array(elements) => {
            for element in elements {
                count_patterns(element, counts);
            }
        }
        _ => {}
    }
}

type Judge = Validator<InstanceJson>;

/// What jsonschema says of a pattern.
fn judge_of(pattern: &Value) -> Result<Judge, ValidationError<'static>> {
    jsonschema::options_for::<InstanceJson>().build(&json!({ "pattern": pattern }))
}

/// The keyword `pattern` where it is plain. The judge is made for the first text that is not accepted.
struct PlainPattern {
    plain: Plain,
    pattern: Value,
    judge: OnceLock<Option<Judge>>,
}

impl PlainPattern {
    fn judge(&self) -> Option<&Judge> {
        self.judge.get_or_init(|| judge_of(&self.pattern).ok()).as_ref()
    }
}

impl<'i> Keyword<'i, InstanceJson> for PlainPattern {
    fn validate(&self, instance: NodeRef<'i>) -> Result<(), ValidationError<'i>> {
        let judge = self.judge().ok_or_else(|| ValidationError::custom("is no pattern"))?;
        judge.validate(instance)
    }

    fn is_valid(&self, instance: NodeRef<'i>) -> bool {
        let is_accepted = instance.as_str().is_some_and(|text| self.plain.accepts(text));
        is_accepted || self.judge().is_some_and(|judge| judge.is_valid(instance))
    }
}

/// The keyword `pattern` where it is not.
struct OtherPattern(Judge);

impl<'i> Keyword<'i, InstanceJson> for OtherPattern {
    fn validate(&self, instance: NodeRef<'i>) -> Result<(), ValidationError<'i>> {
        self.0.validate(instance)
    }

    fn is_valid(&self, instance: NodeRef<'i>) -> bool {
        self.0.is_valid(instance)
    }
}

/// A pattern of nothing but single characters and sets of ASCII between `^` and `$`, each of them once
/// or a number of times: `^SO-[0-9]{8}$`.
#[derive(Debug)]
struct Plain(Vec<Step>);

/// So many characters of one set.
#[derive(Debug)]
struct Step {
    set: Box<[bool; 256]>,
    count: usize,
}

impl Plain {
    /// The pattern, where it is a plain one.
    fn read(pattern: &str) -> Option<Self> {
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

    fn accepts(&self, text: &str) -> bool {
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

    use super::*;
    use crate::instance::Instance;

    fn judge(pattern: &str) -> Judge {
        let schema = json!({"type": "string", "pattern": pattern});
        jsonschema::options_for::<InstanceJson>().build(&schema).unwrap()
    }

    fn quick(pattern: &str) -> Judge {
        let schema = json!({"type": "string", "pattern": pattern});
        let options = jsonschema::options_for::<InstanceJson>();
        accept_plain(options, &schema).unwrap().build(&schema).unwrap()
    }

    fn is_valid(validator: &Judge, text: &str) -> bool {
        let mut instance = Instance::new();
        instance.text(text);
        validator.is_valid(instance.root())
    }

    #[test]
    fn only_plain_patterns_are_read() {
        for plain in
            ["^$", "^a$", "^SO-[0-9]{8}$", "^[A-Z]{2}[a-z0-9_]{3} #/:@$", "^[ab]{0}$", "^[-]{1}$"]
        {
            let is_read = Plain::read(plain).is_some();
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
            assert!(Plain::read(other).is_none(), "{other}");
        }
    }

    #[test]
    fn what_is_refused_is_told_by_the_judge() {
        let pattern = "^[A-C]{2}-[0-9]$";
        let (quick, judge) = (quick(pattern), judge(pattern));
        for text in ["AB-7", "AB-77", "AD-7", "ab-7", "AB-é", "", "AB-7\n"] {
            let mut instance = Instance::new();
            instance.text(text);
            let told = |validator: &Judge| {
                let error = validator.validate(instance.root()).err()?;
                Some((error.to_string(), error.schema_path().to_string()))
            };
            assert_eq!(told(&quick), told(&judge), "{text}");
            assert_eq!(is_valid(&quick, text), is_valid(&judge, text), "{text}");
        }
        let mut number = Instance::new();
        number.unsigned(7);
        let schema = json!({"pattern": pattern});
        let options = jsonschema::options_for::<InstanceJson>();
        let validator = accept_plain(options, &schema).unwrap().build(&schema).unwrap();
        assert!(validator.is_valid(number.root()));
    }

    #[test]
    fn patterns_of_other_kinds_are_judged_beside_plain_ones() {
        let schema = |others: usize| {
            let others = (0..others).map(|_| json!({"pattern": "^a+$"}));
            json!({"anyOf": [{"pattern": "^[0-9]{2}$"}], "allOf": others.collect::<Vec<_>>()})
        };
        let options = jsonschema::options_for::<InstanceJson>;
        assert!(accept_plain(options(), &schema(2)).is_none());
        assert!(accept_plain(options(), &json!({"pattern": "^a+$"})).is_none());
        let one = schema(1);
        let validator = accept_plain(options(), &one).unwrap().build(&one).unwrap();
        assert!(!is_valid(&validator, "07") && !is_valid(&validator, "aa"));
        let broken = json!({"allOf": [{"pattern": "^[0-9]$"}, {"pattern": "("}]});
        assert!(accept_plain(options(), &broken).unwrap().build(&broken).is_err());
    }

    proptest! {
        #[test]
        fn the_judge_says_the_same(
            pattern in "\\^([a-cX0_/ -]|\\[([a-c]-[c-e]|[A-F_7 ]|[0-4]-[4-9]){1,3}\\])(\\{[0-3]\\})?([a-c-]|\\[a-f\\]\\{[0-2]\\}){0,2}\\$",
            texts in proptest::collection::vec("[a-fA-FX0-9_/ é\\n-]{0,6}", 8),
        ) {
            prop_assert!(Plain::read(&pattern).is_some());
            let (quick, judge) = (quick(&pattern), judge(&pattern));
            for text in texts {
                prop_assert_eq!(is_valid(&quick, &text), is_valid(&judge, &text), "{} {:?}", pattern, text);
            }
        }
    }
}
