//! Every format against the validator of JSON Schema and against the types that read it.

mod grammars;
mod judges;
mod rejects;
mod space;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::*;
use crate::seed::{Path, Seed};

/// Formats that the newest draft of JSON Schema knows, but for those of IDNA.
const KNOWN: [&str; 17] = [
    "date",
    "time",
    "date-time",
    "duration",
    "email",
    "hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
    "iri",
    "iri-reference",
    "uri-template",
    "uuid",
    "json-pointer",
    "relative-json-pointer",
    "regex",
];

/// Formats that are found beside them: schemars, OpenAPI and our own.
const OTHERS: [&str; 17] = [
    "partial-time",
    "partial-date-time",
    "zoned-date-time",
    "ip",
    "idn-email",
    "idn-hostname",
    "byte",
    "binary",
    "password",
    "socket-addr",
    "socket-addr-v4",
    "socket-addr-v6",
    "decimal",
    "semver",
    "semver-req",
    "unknown",
    "",
];

/// Every format, and those with more forms once more.
fn every() -> impl Iterator<Item = &'static Format> {
    all().chain(whole())
}

fn draw(name: &str, row: u64, min: u64, max: Option<u64>) -> String {
    draw_of(find(name).expect("known"), row, min, max)
}

fn draw_of(format: &Format, row: u64, min: u64, max: Option<u64>) -> String {
    let mut text = String::new();
    let mut stream = Seed::from(11).row(row).stream(Path::ROOT.member(format.name()));
    format.draw(&mut stream, min, max, &mut text);
    text
}

fn draws(name: &str) -> Vec<String> {
    draws_of(find(name).expect("known"))
}

/// Texts of a format: as they come, and in every window of its first 80 lengths.
fn draws_of(format: &Format) -> Vec<String> {
    let mut texts: Vec<String> = (0..1000).map(|row| draw_of(format, row, 0, None)).collect();
    for length in (0..80).filter(|length| format.fits(*length, Some(*length))) {
        texts.extend((0..16).map(|row| draw_of(format, row, length, Some(length))));
    }
    texts
}

fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .should_ignore_unknown_formats(false)
        .build(schema)
        .expect("the format is known")
}

#[test]
fn every_format_of_json_schema_is_drawn_valid() {
    for format in every().filter(|format| KNOWN.contains(&format.name())) {
        let judge = validator(&json!({ "type": "string", "format": format.name() }));
        for text in draws_of(format) {
            assert!(judge.is_valid(&json!(text)), "{}: {text:?}", format.name());
        }
    }
}

#[test]
fn every_format_has_one_name_and_accepts_what_it_draws() {
    let names: BTreeSet<&str> = all().map(Format::name).collect();
    assert_eq!(names.len(), all().count());
    let expected: BTreeSet<&str> =
        KNOWN.into_iter().chain(OTHERS).filter(|name| find(name).is_some()).collect();
    assert_eq!(names, expected);
    assert!(find("unknown").is_none() && find("").is_none());
    for format in every() {
        for text in draws_of(format) {
            assert!(format.accepts(&text), "{}: {text:?}", format.name());
        }
    }
}

#[test]
fn every_window_that_fits_is_kept() {
    for format in every() {
        for min in 0..70 {
            for max in min..70 {
                let chars = |row| draw_of(format, row, min, Some(max)).chars().count() as u64;
                if format.fits(min, Some(max)) {
                    for row in 0..4 {
                        let chars = chars(row);
                        assert!((min..=max).contains(&chars), "{}: {chars}", format.name());
                    }
                } else {
                    assert!(!(min..=max).contains(&chars(0)), "{}", format.name());
                }
            }
        }
    }
}

#[test]
fn long_texts_are_given_where_the_format_has_them() {
    let endless =
        ["uri", "uri-reference", "iri", "uri-template", "json-pointer", "regex", "semver"];
    for (name, length) in endless.map(|name| (name, 3000)).into_iter().chain([
        ("email", 254),
        ("hostname", 253),
        ("idn-hostname", 253),
        ("byte", 4000),
    ]) {
        for format in [find(name), find_whole(name)].map(|found| found.expect("known")) {
            assert!(format.fits(length, Some(length)), "{name}");
            for row in 0..60 {
                let text = draw_of(format, row, length, Some(length));
                assert_eq!(text.chars().count() as u64, length, "{name}");
                assert!(format.accepts(&text), "{name}: {text}");
            }
        }
    }
    assert!(!find("uuid").expect("known").fits(37, None));
    assert!(!find("hostname").expect("known").fits(254, None));
    assert!(!find("uri").expect("known").fits(u64::MAX, None));
    assert_eq!(find("date").expect("known").length_range(), (10, 10));
    assert_eq!(find("time").expect("known").length_range(), (9, 24));
}

#[test]
fn texts_differ_and_spread() {
    for format in all() {
        let texts: BTreeSet<String> =
            (0..600).map(|row| draw(format.name(), row, 0, None)).collect();
        let least = match format.name() {
            "duration" => 250,
            "semver" | "semver-req" | "decimal" => 300,
            "relative-json-pointer" => 450,
            "uri-reference" | "iri-reference" | "regex" => 500,
            _ => 550,
        };
        assert!(texts.len() >= least, "{}: {} distinct", format.name(), texts.len());
    }
    let has = |name: &str, wanted: &dyn Fn(&str) -> bool| {
        (0..600).any(|row| wanted(&draw(name, row, 0, None)))
    };
    assert!(has("ipv6", &|text| text.contains("::")) && has("ipv6", &|text| text.len() > 35));
    assert!(has("ip", &|text| text.contains(':')) && has("ip", &|text| text.contains('.')));
    assert!(has("date-time", &|text| text.ends_with('Z')));
    assert!(has("date-time", &|text| text.contains('+')));
    assert!(has("date-time", &|text| text.contains('.')));
    assert!(has("date", &|text| text < "1900") && has("date", &|text| text > "2100"));
    assert!(has("zoned-date-time", &|text| text.contains("[Asia/Tokyo]")));
    assert!(has("uri", &|text| text.contains('?')) && has("uri", &|text| text.contains('#')));
    assert!(has("iri", &|text| !text.is_ascii()) && has("idn-email", &|text| !text.is_ascii()));
    assert!(has("decimal", &|text| text.starts_with('-')));
    assert!(has("semver", &|text| text.contains('-')) && has("semver", &|text| text.contains('+')));
}

#[test]
fn every_text_of_a_shape_has_its_format() {
    use crate::generators::pattern::Pattern;
    use crate::seed::{Path, Seed};
    let mut shapes = 0;
    for format in super::all() {
        let Some(shape) = format.shape() else { continue };
        shapes += 1;
        let pattern = Pattern::compile(&[shape.to_owned()], &[], 0, None).expect("a pattern");
        let judge = jsonschema::options()
            .should_validate_formats(true)
            .build(&serde_json::json!({"format": format.name()}))
            .expect("a schema");
        for row in 0..300 {
            let mut text = String::new();
            pattern.draw(&mut Seed::from(5).row(row).stream(Path::ROOT), &mut text);
            assert!(judge.is_valid(&text.as_str().into()), "{}: `{text}`", format.name());
        }
    }
    assert!(shapes > 12, "{shapes}");
}

#[test]
fn every_text_that_has_a_format_matches_its_frame() {
    use crate::generators::pattern::{Pattern, matcher};
    let mut texts: Vec<String> = every().flat_map(draws_of).collect();
    for shape in every().filter_map(Format::shape) {
        let pattern = Pattern::compile(&[shape.to_owned()], &[], 0, None).expect("a pattern");
        for row in 0..100 {
            let mut text = String::new();
            pattern.draw(&mut Seed::from(6).row(row).stream(Path::ROOT), &mut text);
            texts.push(text);
        }
    }
    // Texts that are nearly of a format show how far the judge goes.
    let near: Vec<String> = texts.iter().step_by(7).map(|text| text.to_lowercase()).collect();
    let cut = texts.iter().step_by(11).map(|text| text.chars().skip(1).collect());
    texts.extend(near.into_iter().chain(cut.collect::<Vec<String>>()));
    let mut frames = 0;
    for format in every() {
        let Some(frame) = frame_of(format.name()) else { continue };
        frames += 1;
        let frame = matcher(frame).expect("a pattern");
        let judge = KNOWN.contains(&format.name());
        let judge = judge.then(|| validator(&json!({ "format": format.name() })));
        for text in &texts {
            let has_format = match &judge {
                Some(judge) => judge.is_valid(&json!(text)),
                None => format.accepts(text),
            };
            assert!(frame.is_match(text) || !has_format, "{}: {text:?}", format.name());
        }
    }
    assert!(frames > 12, "{frames}");
}

#[test]
fn every_text_of_an_encoding_is_encoded_and_no_other_one() {
    use crate::generators::pattern::{Pattern, matcher};
    for encoding in ["base64", "base64url", "base32", "base32hex", "base16"] {
        let judge = validator(&json!({
            "$schema": "http://json-schema.org/draft-07/schema#", "contentEncoding": encoding
        }));
        let whole = encoding_of(encoding).expect("known");
        let pattern = Pattern::compile(&[whole.to_owned()], &[], 0, None).expect("a pattern");
        let matches = matcher(whole).expect("a pattern");
        for row in 0..500 {
            let mut text = String::new();
            pattern.draw(&mut Seed::from(5).row(row).stream(Path::ROOT), &mut text);
            assert!(judge.is_valid(&json!(text)), "{encoding}: {text}");
            for other in ["byte", "semver", "duration", "uuid"].map(|name| draw(name, row, 0, None))
            {
                for other in
                    [other.clone(), other.to_uppercase(), other.replace(['-', '+', '/'], "")]
                {
                    assert_eq!(
                        matches.is_match(&other),
                        judge.is_valid(&json!(other)),
                        "{encoding}: {other}"
                    );
                }
            }
        }
    }
    assert_eq!(encoding_of("7bit"), None);
}
