//! Patterns that are no regex, or that no text of the allowed length can match.

use jsonschema_regex::to_rust_regex;
use quote::ToTokens;
use regex_syntax::ast::ErrorKind;
use regex_syntax::hir::{Hir, HirKind, Look};
use syn::LitStr;

use super::lengths;
use super::levels::{Level, tightest};
use crate::diag::Diagnostics;
use crate::messages::patterns;
use crate::model::{Rule, RuleKind};
use crate::ty::Kind;

/// Records every pattern of the level that is none, or that nothing can match.
pub(super) fn check(level: &Level, diagnostics: &mut Diagnostics) {
    if !matches!(level.kind(), Kind::Text | Kind::Char | Kind::Own | Kind::Unknown) {
        return;
    }
    for rule in &level.rules {
        if let RuleKind::Contains(Some(part)) = &rule.kind {
            check_part(level, part, diagnostics);
        }
    }
    for pattern in level.rules.iter().copied().filter_map(literal_of) {
        match parse(&pattern.value()) {
            Parsed::Regex(regex) => check_lengths(level, pattern, &regex, diagnostics),
            Parsed::Fault { why, drawing } => {
                diagnostics.report(pattern, patterns::syntax(&level.place, &why, &drawing));
            }
            Parsed::Beyond => {}
        }
    }
}

enum Parsed {
    Regex(Hir),
    Fault {
        why: String,
        drawing: String,
    },
    /// A regex for the validator, though not for the parser here: look-around, back-references.
    Beyond,
}

fn literal_of(rule: &Rule) -> Option<&LitStr> {
    match &rule.kind {
        RuleKind::Pattern(text) => text.as_ref(),
        _ => None,
    }
}

/// Reads the pattern in the dialect of JSON Schema, as the schema's validator will.
fn parse(pattern: &str) -> Parsed {
    let error = match to_rust_regex(pattern) {
        Ok(translated) => match regex_syntax::parse(&translated) {
            Ok(regex) => return Parsed::Regex(regex),
            Err(error) => error,
        },
        Err(()) => match regex_syntax::parse(pattern) {
            // Where the two dialects differ there is no error to draw.
            Ok(_) => return Parsed::Beyond,
            Err(error) => error,
        },
    };
    if let regex_syntax::Error::Parse(error) = &error
        && matches!(
            error.kind(),
            ErrorKind::UnsupportedLookAround | ErrorKind::UnsupportedBackreference
        )
    {
        return Parsed::Beyond;
    }
    let told = error.to_string();
    let (drawing, why) = told.rsplit_once("\nerror: ").unwrap_or(("", &told));
    let drawing = drawing.strip_prefix("regex parse error:\n").unwrap_or(drawing);
    Parsed::Fault { why: why.to_owned(), drawing: drawing.to_owned() }
}

fn check_lengths(level: &Level, pattern: &LitStr, regex: &Hir, diagnostics: &mut Diagnostics) {
    let place = level.place.as_str();
    let Some(reach) = reach_of(regex) else {
        diagnostics.report(pattern, patterns::matches_nothing(place));
        return;
    };
    if matches!(level.kind(), Kind::Char) && reach.shortest > 1 {
        diagnostics.report(pattern, patterns::of_char(place, reach.shortest));
    }
    let (start, end) = tightest(&lengths::bounds_of(level));
    if let Some((number, bound)) = end
        && let Some(allowed) = number.to_integer()
        && i128::try_from(reach.shortest).is_ok_and(|shortest| allowed < shortest)
    {
        let allowed = allowed.to_string();
        diagnostics.report(pattern, patterns::too_long(place, reach.shortest, &allowed));
        diagnostics.report(&bound.value, patterns::too_long(place, reach.shortest, &allowed));
    }
    if let Some((number, bound)) = start
        && let Some(demanded) = number.to_integer()
        && let Some(longest) = reach.longest.filter(|_| is_anchored(regex))
        && i128::try_from(longest).is_ok_and(|longest| longest < demanded)
    {
        let demanded = demanded.to_string();
        diagnostics.report(pattern, patterns::too_short(place, longest, &demanded));
        diagnostics.report(&bound.value, patterns::too_short(place, longest, &demanded));
    }
}

fn check_part(level: &Level, part: &LitStr, diagnostics: &mut Diagnostics) {
    let count = part.value().chars().count();
    if let (_, Some((number, bound))) = tightest(&lengths::bounds_of(level))
        && let Some(allowed) = number.to_integer()
        && i128::try_from(count).is_ok_and(|count| allowed < count)
    {
        for at in [part.to_token_stream(), bound.value.to_token_stream()] {
            let allowed = allowed.to_string();
            diagnostics.report(at, patterns::part_too_long(&level.place, count, &allowed));
        }
    }
}

/// How many characters a match has; `None` for the longest means any number.
#[derive(Clone, Copy)]
struct Reach {
    shortest: usize,
    longest: Option<usize>,
}

/// The lengths that matches can have, in characters; `None` where nothing matches.
///
/// The parser's own are in bytes, and a JSON Schema counts characters. Assertions count as if they
/// held, so `$a` is not found out.
fn reach_of(regex: &Hir) -> Option<Reach> {
    let exactly = |length| Reach { shortest: length, longest: Some(length) };
    Some(match regex.kind() {
        HirKind::Empty | HirKind::Look(_) => exactly(0),
        HirKind::Literal(literal) => exactly(String::from_utf8_lossy(&literal.0).chars().count()),
        HirKind::Class(class) if class.is_empty() => return None,
        HirKind::Class(_) => exactly(1),
        HirKind::Capture(capture) => reach_of(&capture.sub)?,
        HirKind::Repetition(repetition) => {
            let (min, max) = (repetition.min as usize, repetition.max.map(|max| max as usize));
            match reach_of(&repetition.sub) {
                // `[^\s\S]*` matches the empty text.
                None if min == 0 => exactly(0),
                None => return None,
                Some(sub) => Reach {
                    shortest: sub.shortest.saturating_mul(min),
                    longest: match (sub.longest, max) {
                        (Some(0), _) => Some(0),
                        (Some(longest), Some(max)) => longest.checked_mul(max),
                        _ => None,
                    },
                },
            }
        }
        HirKind::Concat(parts) => {
            let mut whole = exactly(0);
            for part in parts {
                let part = reach_of(part)?;
                whole.shortest = whole.shortest.saturating_add(part.shortest);
                whole.longest = whole
                    .longest
                    .and_then(|whole| part.longest.and_then(|part| whole.checked_add(part)));
            }
            whole
        }
        HirKind::Alternation(branches) => {
            let mut branches = branches.iter().filter_map(reach_of);
            let first = branches.next()?;
            branches.fold(first, |all, branch| Reach {
                shortest: all.shortest.min(branch.shortest),
                longest: all.longest.and_then(|all| branch.longest.map(|branch| all.max(branch))),
            })
        }
    })
}

/// Whether a match is the whole text, so that its length is the text's.
fn is_anchored(regex: &Hir) -> bool {
    let looks = regex.properties();
    looks.look_set_prefix().contains(Look::Start) && looks.look_set_suffix().contains(Look::End)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lengths_of_matches_are_counted_in_characters() {
        for (pattern, reach) in [
            ("", "0..=0 within"),
            ("^äöü$", "3..=3"),
            ("^a{2,5}b?$", "2..=6"),
            ("^(ab|cde)+$", "2.."),
            ("^(a*){3}$", "0.."),
            (r"^\d{4}-\d{2}$", "7..=7"),
            ("(^a$)|b", "1..=1 within"),
            ("^a|b$", "1..=1 within"),
            ("^(a|b)$", "1..=1"),
            (r"^[^\s\S]*a$", "1..=1"),
            (r"x[^\s\S]", "nothing"),
            (r"a|[^\s\S]", "1..=1 within"),
        ] {
            let Parsed::Regex(regex) = parse(pattern) else { panic!("{pattern}") };
            let told = match reach_of(&regex) {
                None => "nothing".to_owned(),
                Some(Reach { shortest, longest }) => {
                    let longest = longest.map_or(String::new(), |longest| format!("={longest}"));
                    let within =
                        if is_anchored(&regex) || longest.is_empty() { "" } else { " within" };
                    format!("{shortest}..{longest}{within}")
                }
            };
            assert_eq!(told, reach, "{pattern}");
        }
    }

    #[test]
    fn what_only_the_validator_understands_is_left_to_it() {
        for pattern in ["^(?=a)", r"(a)\1", "(?<!b)a"] {
            assert!(matches!(parse(pattern), Parsed::Beyond), "{pattern}");
        }
    }
}
