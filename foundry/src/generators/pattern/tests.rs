//! Texts of patterns, judged by the validator that users have.

mod corpus;
mod hostile;
mod random;
mod shape;
mod straight;

use serde_json::{Value, json};

use super::*;

/// Compiles one pattern, without exclusions.
fn compile(pattern: &str, min: u64, max: Option<u64>) -> Result<Pattern, PatternError> {
    Pattern::compile(&[pattern.to_owned()], &[], min, max)
}

fn draws(pattern: &Pattern, count: u64) -> Vec<String> {
    (0..count)
        .map(|row| {
            let mut text = String::new();
            let mut stream = Seed::from(17).row(row).stream(Path::ROOT);
            pattern.draw(&mut stream, &mut text);
            text
        })
        .collect()
}

/// The validator of JSON Schema for a window and some patterns.
fn judge(
    patterns: &[String],
    excluded: &[String],
    min: u64,
    max: Option<u64>,
) -> jsonschema::Validator {
    let mut all: Vec<Value> =
        patterns.iter().map(|pattern| json!({ "pattern": pattern })).collect();
    all.extend(excluded.iter().map(|pattern| json!({ "not": { "pattern": pattern } })));
    all.push(json!({ "type": "string", "minLength": min }));
    all.extend(max.map(|max| json!({ "maxLength": max })));
    jsonschema::validator_for(&json!({ "allOf": all })).expect("a schema")
}

/// Draws texts and asserts that each is valid.
fn assert_valid(patterns: &[&str], excluded: &[&str], min: u64, max: Option<u64>) -> Vec<String> {
    let patterns: Vec<String> = patterns.iter().map(ToString::to_string).collect();
    let excluded: Vec<String> = excluded.iter().map(ToString::to_string).collect();
    let compiled = Pattern::compile(&patterns, &excluded, min, max)
        .unwrap_or_else(|error| panic!("{patterns:?} {excluded:?} {min} {max:?}: {error}"));
    let judge = judge(&patterns, &excluded, min, max);
    let mut texts = draws(&compiled, 200);
    texts.push(compiled.shortest().to_owned());
    if let Some(count) = compiled.count() {
        texts.extend((0..count.min(20)).filter_map(|number| compiled.nth(number)));
        texts.extend(compiled.nth(count - 1));
        assert_eq!(compiled.nth(count), None);
    }
    for text in &texts {
        assert!(judge.is_valid(&json!(text)), "{patterns:?} {excluded:?} {min} {max:?}: {text:?}");
    }
    texts
}
