//! Patterns that the canonical form refuses: which one it is, where it stands, and why.

use serde_json::Value;

use super::fill::CANNOT_READ;
use super::outline::escape;
use crate::error::{Error, Stage};
use crate::parse::advice::advice;
use crate::parse::keywords::holds_values;

/// How much of a pattern an error shows.
const SHOWN_CHARS: usize = 60;

/// Of a longer pattern, in bytes, the length is reason enough.
const LONG_PATTERN: usize = 10_000;

/// The error for the pattern that `error` is about; `error` itself where it is about none.
pub(super) fn named(document: &Value, error: Error) -> Error {
    if error.message() != CANNOT_READ {
        return error;
    }
    let told = error.to_string();
    let Some((pointer, keyword, pattern)) = find(document, &told, "") else {
        return error;
    };
    let mut shown: String = pattern.chars().take(SHOWN_CHARS).collect();
    if shown.len() < pattern.len() {
        shown.push('…');
    }
    // To compile a long one once more, only to hear why not, takes longer than all else.
    let short = (pattern.len() <= LONG_PATTERN).then_some(pattern);
    let translated = short.and_then(|pattern| jsonschema_regex::to_rust_regex(pattern).ok());
    let reason = match translated.as_deref().map(regex::Regex::new) {
        None if short.is_none() => format!("it is {} bytes long", pattern.len()),
        Some(Err(regex::Error::CompiledTooBig(limit))) => {
            format!("it is larger than {limit} bytes once it is compiled")
        }
        Some(Err(reason)) => last_line(&reason.to_string()).replace(
            "backreferences are not supported",
            "a backslash and a number are a backreference, from which no texts can be made",
        ),
        _ => "it says something that the regexes of Rust cannot".to_owned(),
    };
    let smaller =
        || "write it smaller, or say the length by `minLength` and `maxLength`".to_owned();
    let help = short.and_then(|pattern| advice(pattern, &reason)).unwrap_or_else(smaller);
    Error::new(Stage::Plan, format!("cannot plan the pattern `{shown}`"))
        .at(pointer)
        .with_keyword(keyword)
        .with_cause(reason)
        .with_help(help)
}

/// A parser draws the pattern above what is wrong with it.
fn last_line(told: &str) -> String {
    told.lines().last().unwrap_or_default().trim().trim_start_matches("error: ").to_owned()
}

/// The first pattern that `told` quotes.
fn find<'d>(
    schema: &'d Value,
    told: &str,
    pointer: &str,
) -> Option<(String, &'static str, &'d str)> {
    match schema {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(at, item)| find(item, told, &format!("{pointer}/{at}"))),
        Value::Object(members) => {
            if let Some(Value::String(pattern)) = members.get("pattern")
                && is_quoted(pattern, told)
            {
                return Some((format!("{pointer}/pattern"), "pattern", pattern));
            }
            if let Some(Value::Object(patterns)) = members.get("patternProperties")
                && let Some(pattern) = patterns.keys().find(|pattern| is_quoted(pattern, told))
            {
                let at = format!("{pointer}/patternProperties/{}", escape(pattern));
                return Some((at, "patternProperties", pattern));
            }
            let mut children = members.iter().filter(|(key, _)| !holds_values(key));
            children
                .find_map(|(key, child)| find(child, told, &format!("{pointer}/{}", escape(key))))
        }
        _ => None,
    }
}

/// Whether an error quotes the pattern, which it may have cut.
fn is_quoted(pattern: &str, told: &str) -> bool {
    let quoted = format!("{pattern:?}");
    match told.strip_suffix('…') {
        Some(cut) => cut.split_once(": \"").is_some_and(|(_, rest)| quoted[1..].starts_with(rest)),
        None => told.ends_with(&quoted),
    }
}
