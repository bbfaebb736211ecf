//! The checks that the validator of the gate itself makes, as plain functions.

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

/// The check of a format that the newest draft of JSON Schema knows.
macro_rules! known {
    ($format:literal) => {{
        fn accepts(text: &str) -> bool {
            static VALIDATOR: std::sync::OnceLock<Option<jsonschema::Validator>> =
                std::sync::OnceLock::new();
            let validator = VALIDATOR
                .get_or_init(|| $crate::generators::format::judge::compile("format", $format));
            $crate::generators::format::judge::is_valid(validator.as_ref(), text)
        }
        accepts
    }};
}

/// The check of a format that a regular expression says.
macro_rules! matching {
    ($pattern:literal) => {{
        fn accepts(text: &str) -> bool {
            static VALIDATOR: std::sync::OnceLock<Option<jsonschema::Validator>> =
                std::sync::OnceLock::new();
            let validator = VALIDATOR
                .get_or_init(|| $crate::generators::format::judge::compile("pattern", $pattern));
            $crate::generators::format::judge::is_valid(validator.as_ref(), text)
        }
        accepts
    }};
}

pub(super) use {known, matching};

pub(super) fn compile(keyword: &str, value: &str) -> Option<Validator> {
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .should_ignore_unknown_formats(false)
        .build(&json!({ keyword: value }))
        .ok()
}

pub(super) fn is_valid(validator: Option<&Validator>, text: &str) -> bool {
    validator.is_some_and(|validator| validator.is_valid(&Value::from(text)))
}
