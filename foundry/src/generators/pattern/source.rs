//! A pattern as JSON Schema has it → what the automaton is built from.
//!
//! The dialect is the one of the validator: `jsonschema_regex` translates ECMA-262 to that of the
//! crate regex, and `fancy_regex` matches. Look-around, which no automaton here has, becomes a
//! pattern of its own where it stands at an end, and is left to a check of every text elsewhere.

use regex_syntax::ast;
use regex_syntax::hir::{Hir, Look};

use super::check::Check;
use super::error::{Limit, PatternError};
use super::look_around::{self, Condition};

/// How much the translation may read: it starts again after each escape such as `\d`, so a pattern
/// of thousands of them takes minutes.
const MOST_TRANSLATED: usize = 4_000_000;

/// A pattern that was read.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) hir: Hir,
    /// Patterns that a text must match too, or must not match.
    pub(super) conditions: Vec<(Hir, bool)>,
    /// Whether the conditions ask for more than the pattern does.
    pub(super) is_narrowed: bool,
    /// What decides about a text where they do not.
    pub(super) check: Option<Check>,
}

impl Source {
    pub(super) fn read(pattern: &str) -> Result<Self, PatternError> {
        if pattern.len() as u64 > Limit::PatternBytes.value() {
            return Err(Limit::PatternBytes.exceeded(&shorten(pattern)));
        }
        if translation_cost(pattern) > MOST_TRANSLATED {
            return Err(Limit::Steps.exceeded(&shorten(pattern)));
        }
        match parse(pattern) {
            Ok(hir) if !has_stacked_quantifier(pattern) => {
                Ok(Self { hir, conditions: Vec::new(), is_narrowed: false, check: None })
            }
            Ok(hir) => Ok(Self {
                hir,
                conditions: Vec::new(),
                is_narrowed: false,
                check: Some(Check::compile(pattern)?),
            }),
            Err(Unread::LookAround) => Self::read_look_around(pattern),
            Err(unread) => Err(unread.into_error(pattern)),
        }
    }

    /// Whether a text matches only as a whole: the pattern begins with `^` and ends with `$`.
    pub(super) fn anchors(&self) -> (bool, bool) {
        let properties = self.hir.properties();
        (
            properties.look_set_prefix().contains(Look::Start),
            properties.look_set_suffix().contains(Look::End),
        )
    }

    fn read_look_around(pattern: &str) -> Result<Self, PatternError> {
        let check = Check::compile(pattern)?;
        let unsupported = || Unread::LookAround.into_error(pattern);
        let stripped = look_around::strip(pattern).ok_or_else(unsupported)?;
        let hir = parse(&stripped.plain).map_err(|_| unsupported())?;
        let mut conditions = Vec::new();
        for Condition { pattern, holds } in stripped.conditions {
            conditions.extend(parse(&pattern).ok().map(|hir| (hir, holds)));
        }
        Ok(Self { hir, conditions, is_narrowed: stripped.is_narrowed, check: Some(check) })
    }
}

/// Why a pattern could not be parsed.
enum Unread {
    Syntax(String),
    LookAround,
    Backreference,
    Nested,
}

impl Unread {
    fn into_error(self, pattern: &str) -> PatternError {
        let pattern = pattern.to_owned();
        match self {
            Self::Syntax(reason) => PatternError::Syntax { pattern, reason },
            Self::LookAround => PatternError::Unsupported { pattern, feature: "look-around" },
            Self::Backreference => {
                PatternError::Unsupported { pattern, feature: "a backreference" }
            }
            Self::Nested => PatternError::Unsupported { pattern, feature: "very deep nesting" },
        }
    }
}

fn parse(pattern: &str) -> Result<Hir, Unread> {
    let translated = jsonschema_regex::to_rust_regex(pattern);
    let translated = translated.as_deref().map_err(|()| {
        let reason = match regex_syntax::parse(pattern) {
            Err(regex_syntax::Error::Parse(error)) => error.kind().to_string(),
            _ => "it is not in the dialect of ECMA-262".to_owned(),
        };
        Unread::Syntax(reason)
    })?;
    regex_syntax::parse(translated).map_err(|error| match error {
        regex_syntax::Error::Parse(error) => match error.kind() {
            ast::ErrorKind::UnsupportedLookAround => Unread::LookAround,
            ast::ErrorKind::UnsupportedBackreference => Unread::Backreference,
            ast::ErrorKind::NestLimitExceeded(_) => Unread::Nested,
            kind => Unread::Syntax(kind.to_string()),
        },
        regex_syntax::Error::Translate(error) => Unread::Syntax(error.kind().to_string()),
        _ => Unread::Syntax("it does not parse".to_owned()),
    })
}

/// Whether a quantifier may stand on another one, as in `a*+`: there the parser repeats and the
/// matcher is possessive. A class such as `[*+]` is taken for one, which costs only the check.
fn has_stacked_quantifier(pattern: &str) -> bool {
    let pattern = without_classes(pattern);
    ["*+", "++", "?+", "}+", "}{", "*{", "+{", "?{", "}*", "**", "+*", "?*"]
        .iter()
        .any(|stacked| pattern.contains(stacked))
}

/// The pattern with a letter in the place of each class such as `\p{Lu}`, whose braces are no quantifier.
fn without_classes(pattern: &str) -> String {
    let mut plain = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(at) = [r"\p{", r"\P{"].iter().filter_map(|class| rest.find(class)).min() {
        let (before, class) = rest.split_at(at);
        let Some((_, after)) = class.split_once('}') else { break };
        plain.push_str(before);
        plain.push('p');
        rest = after;
    }
    plain + rest
}

/// How many bytes the translation of `pattern` reads.
fn translation_cost(pattern: &str) -> usize {
    let escapes = pattern.as_bytes().windows(2).filter(|pair| {
        pair[0] == b'\\' && matches!(pair[1], b'd' | b'D' | b'w' | b'W' | b's' | b'S' | b'c')
    });
    escapes.count().saturating_mul(pattern.len())
}

/// The beginning of a pattern that is too long to print.
fn shorten(pattern: &str) -> String {
    pattern.chars().take(40).chain(['…']).collect()
}
