//! References within the document lead somewhere.

use std::borrow::Cow;
use std::fmt::Write as _;

/// What a JSON pointer leads to in a document. serde_json's own looks the same up and copies each
/// name on the way.
pub(crate) use referencing::pointer as schema_at;
use serde_json::Value;

use super::Origin;
use super::keywords::{holds_values, may_hold_schemas};
use crate::error::{Error, Stage};

/// Refuses a reference to a place that the document does not have. References by name, and those
/// below an `$id` of their own, are resolved by the validator.
pub(super) fn check_references(document: &Value) -> Result<(), Error> {
    check_below(document, document, &mut String::new())
}

/// The error for a reference into another document, of which `told` speaks; `None` where it speaks
/// of something else.
pub(super) fn leads_out(document: &Value, told: &str, origin: Origin) -> Option<Error> {
    let (reference, pointer) = find_foreign(document, told, String::new())?;
    let uri = reference.split('#').next().unwrap_or_default();
    // A type has no place to hand documents over.
    let hand_over = (origin == Origin::Document)
        .then(|| format!("or hand the document over: `document(\"{uri}\", &schema)`"));
    let error = Error::new(
        Stage::Parse,
        format!("the reference `{reference}` leads out of the document, and nothing is fetched"),
    )
    .at(format!("{pointer}/$ref"))
    .with_keyword("$ref")
    .with_help("copy the schema it names into `$defs`, and refer to it there");
    Some(hand_over.into_iter().fold(error, Error::with_help))
}

fn find_foreign<'d>(schema: &'d Value, told: &str, pointer: String) -> Option<(&'d str, String)> {
    match schema {
        Value::Object(members) => {
            let reference = members.get("$ref").and_then(Value::as_str);
            let base = reference.map(|reference| reference.split('#').next().unwrap_or_default());
            if let (Some(reference), Some(base)) = (reference, base)
                && !base.is_empty()
                && told.contains(base)
            {
                return Some((reference, pointer));
            }
            members.iter().find_map(|(key, child)| {
                find_foreign(child, told, format!("{pointer}/{}", escape(key)))
            })
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(at, item)| find_foreign(item, told, format!("{pointer}/{at}"))),
        _ => None,
    }
}

fn check_below(document: &Value, schema: &Value, pointer: &mut String) -> Result<(), Error> {
    match schema {
        Value::Object(members) => {
            let is_base = |(key, id): (&String, &Value)| {
                matches!(key.as_str(), "$id" | "id") && id.is_string()
            };
            if !pointer.is_empty() && members.iter().any(is_base) {
                return Ok(());
            }
            for (key, child) in members {
                if let ("$ref", Value::String(reference)) = (key.as_str(), child)
                    && let Some(target) = local_pointer(reference)
                    && schema_at(document, &target).is_none()
                {
                    return Err(leads_nowhere(document, reference, &target, pointer));
                }
                if may_hold_schemas(child) && !holds_values(key) {
                    step(document, child, &escape(key), pointer)?;
                }
            }
            Ok(())
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .filter(|(_, item)| may_hold_schemas(item))
            .try_for_each(|(at, item)| step(document, item, &at.to_string(), pointer)),
        _ => Ok(()),
    }
}

fn step(document: &Value, child: &Value, segment: &str, pointer: &mut String) -> Result<(), Error> {
    let length = pointer.len();
    pointer.push('/');
    pointer.push_str(segment);
    let checked = check_below(document, child, pointer);
    pointer.truncate(length);
    checked
}

fn leads_nowhere(document: &Value, reference: &str, target: &str, pointer: &str) -> Error {
    let error = Error::new(Stage::Parse, format!("the reference `{reference}` leads nowhere"))
        .at(format!("{pointer}/$ref"))
        .with_keyword("$ref");
    let (above, _) = target.rsplit_once('/').unwrap_or_default();
    let known = schema_at(document, above).and_then(Value::as_object);
    match known.map(|members| members.keys().map(String::as_str).collect::<Vec<_>>()) {
        Some(names) if !names.is_empty() && !above.is_empty() => {
            error.with_help(format!("known names there: {}", names.join(", ")))
        }
        _ => error.with_help("put the schema it names under `$defs`"),
    }
}

/// The JSON pointer of a reference into the same document.
pub(crate) fn local_pointer(reference: &str) -> Option<String> {
    let fragment = reference.strip_prefix('#')?;
    if !fragment.is_empty() && !fragment.starts_with('/') {
        return None;
    }
    Some(percent_decode(fragment))
}

/// A JSON pointer as the fragment of a URI (RFC 3986, section 3.5).
pub(crate) fn as_fragment(pointer: &str) -> String {
    let mut fragment = String::with_capacity(pointer.len());
    for byte in pointer.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte) {
            fragment.push(char::from(byte));
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(fragment, "%{byte:02X}");
        }
    }
    fragment
}

fn percent_decode(text: &str) -> String {
    let bytes = text.as_bytes();
    if !bytes.contains(&b'%') {
        return text.to_owned();
    }
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = text.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let Some(byte) = hex.filter(|_| bytes[at] == b'%') {
            decoded.push(byte);
            at += 3;
        } else {
            decoded.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

/// Writes the fragments of all references as URIs have them (RFC 3986, section 3.5): many write names with
/// signs that no URI holds, `#/definitions/List<Item>`, and mean them.
pub(super) fn encode_fragments(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(encode_fragments),
        Value::Object(members) => {
            for (key, child) in members.iter_mut() {
                match child {
                    Value::String(reference) if key == "$ref" || key == "$dynamicRef" => {
                        if let Some(encoded) = encoded(reference) {
                            *reference = encoded;
                        }
                    }
                    Value::Array(_) | Value::Object(_) if !holds_values(key) => {
                        encode_fragments(child);
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// The reference with its fragment encoded; `None` where it is already.
fn encoded(reference: &str) -> Option<String> {
    let (base, fragment) = reference.split_once('#')?;
    let bytes = fragment.as_bytes();
    // A `%` that begins no escape is a mistake, and left to be told of as one.
    let stands = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?%".contains(byte);
    if bytes.iter().all(stands) {
        return None;
    }
    let mut encoded = format!("{base}#");
    for byte in bytes {
        if stands(byte) {
            encoded.push(char::from(*byte));
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    Some(encoded)
}

/// The JSON pointer of what `keyword` says of `name`, below that of its schema.
pub(crate) fn pointer_below(pointer: &str, keyword: &str, name: &str) -> String {
    [pointer, "/", keyword, "/", &escape(name)].concat()
}

/// A property name as a segment of a JSON pointer (RFC 6901).
pub(crate) fn escape(name: &str) -> Cow<'_, str> {
    if !name.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        return name.into();
    }
    name.replace('~', "~0").replace('/', "~1").into()
}
