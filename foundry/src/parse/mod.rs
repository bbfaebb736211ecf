//! Schema document → [`Contract`]: what the type or the file says, checked, with what stands
//! beside it.

pub(crate) mod advice;
pub(crate) mod building;
mod contract;
mod depth;
mod documents;
pub(crate) mod keywords;
mod localize;
mod openapi;
pub(crate) mod references;
mod typed;
pub(crate) mod vocabulary;
mod written;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

pub use contract::Contract;
pub(crate) use contract::Origin;
pub(crate) use depth::refuse_deep;
pub use documents::Documents;
use documents::Library;
pub(crate) use typed::{contracts_of, schema_of};

use crate::error::{Error, Stage};
use building::Attachments;
use contract::Reading;
use keywords::{holds_values, may_hold_schemas};
use localize::Dialect;

/// Reads a JSON Schema document into a [`Contract`].
///
/// The document may be of draft 4, 6, 7, 2019-09 or 2020-12 (`$schema`; 2020-12 where it is
/// missing), or a schema of OpenAPI 3.0 as schemars writes it, whose `nullable` is translated. Other
/// documents that it refers to are handed over to [`parse_with`].
///
/// # Examples
///
/// ```
/// use foundry::parse::parse;
/// use serde_json::json;
///
/// let contract = parse(&json!({"type": "integer", "minimum": 1}))?;
/// assert_eq!(contract.schema()["minimum"], 1);
///
/// let error = parse(&json!({"type": "intger"})).err().expect("a typing error");
/// assert_eq!(error.pointer(), Some("/type"));
/// # Ok::<(), foundry::Error>(())
/// ```
///
/// # Errors
///
/// When the document is not a schema of its draft, when its `$schema` names a dialect that is not
/// known, or when a `$ref` leads nowhere.
pub fn parse(document: &Value) -> Result<Contract, Error> {
    parse_with(document, &Documents::default())
}

/// Reads a JSON Schema document that refers to other `documents`.
///
/// # Errors
///
/// Those of [`parse`], and when a reference leads to a document that is not there.
pub fn parse_with(document: &Value, documents: &Documents) -> Result<Contract, Error> {
    read(document, documents, Attachments::default(), Origin::Document)
}

pub(crate) fn read(
    document: &Value,
    documents: &Documents,
    attachments: Attachments,
    origin: Origin,
) -> Result<Contract, Error> {
    let (schema, library, dialect) = check(document, documents)?;
    let local = localize::localize(&schema, dialect, &library, origin)?;
    let reading =
        Reading { draft: dialect.draft, has_own_dialect: dialect.is_custom, library, local };
    Ok(Contract::new(schema, reading, attachments, origin))
}

/// The contract of a document for looking at it: what its references lead to is not followed.
pub(crate) fn read_alone(document: &Value, documents: &Documents) -> Result<Contract, Error> {
    let (schema, library, dialect) = check(document, documents)?;
    let reading =
        Reading { draft: dialect.draft, has_own_dialect: dialect.is_custom, library, local: None };
    Ok(Contract::new(schema, reading, Attachments::default(), Origin::Document))
}

/// The document as it is read, the others by absolute URI, and its dialect.
fn check(document: &Value, documents: &Documents) -> Result<(Value, Library, Dialect), Error> {
    if !matches!(document, Value::Bool(_) | Value::Object(_)) {
        return Err(Error::new(Stage::Parse, "a schema is an object or a boolean")
            .with_value(document.to_string())
            .at(""));
    }
    refuse_deep(document)?;
    let mut schema =
        if openapi::is_openapi(document) { openapi::translate(document) } else { document.clone() };
    references::encode_fragments(&mut schema);
    let library = documents.resolve(jsonschema::Draft::default().detect(&schema), &schema)?;
    let dialect = localize::dialect_of(&schema, &library)?;
    check_schema(dialect.draft, &schema)?;
    Ok((schema, library, dialect))
}

fn check_schema(draft: jsonschema::Draft, schema: &Value) -> Result<(), Error> {
    check_patterns(schema, &mut String::new(), &mut BTreeSet::new())?;
    // Parts of another draft are none of this one; the validator checks each by its own.
    if has_parts_of_another(draft, schema, true) {
        return references::check_references(schema);
    }
    let meta_schema = meta_schema(draft);
    if !meta_schema.is_valid(schema) {
        meta_schema.validate(schema).map_err(|error| {
            let pointer = error.instance_path().as_str().to_owned();
            told_by_name(schema, &pointer).unwrap_or_else(|| {
                Error::new(Stage::Parse, format!("not a schema of {}: {error}", name_of(draft)))
                    .at(pointer)
                    .with_keyword(last_segment(error.schema_path().as_str()))
            })
        })?;
    }
    references::check_references(schema)
}

/// Whether a part of the document says that it is of another draft.
fn has_parts_of_another(draft: jsonschema::Draft, schema: &Value, is_root: bool) -> bool {
    match schema {
        Value::Array(items) => items.iter().any(|item| has_parts_of_another(draft, item, false)),
        Value::Object(members) => {
            let says = members.get("$schema").is_some_and(Value::is_string);
            (!is_root && says && draft.detect(schema) != draft)
                || members.iter().any(|(key, child)| {
                    !holds_values(key) && has_parts_of_another(draft, child, false)
                })
        }
        _ => false,
    }
}

/// The schema of the schemas of a draft.
fn meta_schema(draft: jsonschema::Draft) -> jsonschema::meta::MetaValidator<'static> {
    match draft {
        jsonschema::Draft::Draft4 => jsonschema::draft4::meta::validator(),
        jsonschema::Draft::Draft6 => jsonschema::draft6::meta::validator(),
        jsonschema::Draft::Draft7 => jsonschema::draft7::meta::validator(),
        jsonschema::Draft::Draft201909 => jsonschema::draft201909::meta::validator(),
        _ => jsonschema::draft202012::meta::validator(),
    }
}

/// What reports call a draft.
fn name_of(draft: jsonschema::Draft) -> &'static str {
    match draft {
        jsonschema::Draft::Draft4 => "draft 4",
        jsonschema::Draft::Draft6 => "draft 6",
        jsonschema::Draft::Draft7 => "draft 7",
        jsonschema::Draft::Draft201909 => "draft 2019-09",
        _ => "draft 2020-12",
    }
}

/// The mistakes of which the schema of schemas only says that they are some.
fn told_by_name(schema: &Value, pointer: &str) -> Option<Error> {
    const TYPES: [&str; 7] = ["array", "boolean", "integer", "null", "number", "object", "string"];
    let at_fault = references::schema_at(schema, pointer)?;
    match (last_segment(pointer).as_str(), at_fault) {
        ("type", Value::String(name)) => Some(
            Error::new(Stage::Parse, format!("`{name}` is not a type of JSON Schema"))
                .at(pointer)
                .with_keyword("type")
                .with_help(format!("the types are: {}", TYPES.join(", "))),
        ),
        ("required", Value::Array(names)) => {
            let mut known = BTreeSet::new();
            let name = names.iter().filter_map(Value::as_str).find(|name| !known.insert(*name))?;
            Some(
                Error::new(Stage::Parse, format!("`{name}` is required twice"))
                    .at(pointer)
                    .with_keyword("required")
                    .with_help(format!(
                        "two fields of one object are called `{name}`, maybe one through \
                         `#[serde(flatten)]`: rename one of them"
                    )),
            )
        }
        _ => None,
    }
}

/// To compile a longer pattern takes seconds.
pub(crate) const MAX_PATTERN_BYTES: usize = 65_536;

/// Whether a pattern is a regex of JSON Schema, and no longer than one may be.
pub(crate) fn is_readable(pattern: &str) -> bool {
    pattern.len() <= MAX_PATTERN_BYTES && jsonschema_regex::is_valid_ecma_regex(pattern)
}

/// A pattern that is no regex is found here, where its place is known. Those that are `read` already are not read again.
fn check_patterns<'s>(
    schema: &'s Value,
    pointer: &mut String,
    read: &mut BTreeSet<&'s str>,
) -> Result<(), Error> {
    let length = pointer.len();
    match schema {
        Value::Object(members) => {
            for (key, child) in members {
                let mut check = |pattern: &'s str, keyword: &'static str| {
                    if is_read(pattern, read) {
                        return Ok(());
                    }
                    Err(unreadable(pattern, format!("{pointer}/{keyword}"), keyword))
                };
                match (key.as_str(), child) {
                    ("pattern", Value::String(pattern)) => check(pattern, "pattern")?,
                    ("patternProperties", Value::Object(patterns)) => patterns
                        .keys()
                        .try_for_each(|pattern| check(pattern, "patternProperties"))?,
                    _ => {}
                }
                if holds_values(key) || !may_hold_schemas(child) {
                    continue;
                }
                pointer.push('/');
                pointer.push_str(&references::escape(key));
                check_patterns(child, pointer, read)?;
                pointer.truncate(length);
            }
            Ok(())
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate().filter(|(_, item)| may_hold_schemas(item)) {
                // Writing to a `String` cannot fail.
                let _ = write!(pointer, "/{at}");
                check_patterns(item, pointer, read)?;
                pointer.truncate(length);
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn is_read<'s>(pattern: &'s str, read: &mut BTreeSet<&'s str>) -> bool {
    read.contains(pattern) || (is_readable(pattern) && read.insert(pattern))
}

fn unreadable(pattern: &str, at: String, keyword: &str) -> Error {
    if pattern.len() > MAX_PATTERN_BYTES {
        let told = format!(
            "a pattern of {} bytes is longer than the limit of {MAX_PATTERN_BYTES}",
            pattern.len()
        );
        return Error::new(Stage::Parse, told)
            .at(at)
            .with_keyword(keyword)
            .with_help("say it by several patterns under `allOf`, or by `enum`");
    }
    let told = Error::new(Stage::Parse, format!("the pattern `{pattern}` is not a valid regex"))
        .at(at)
        .with_keyword(keyword);
    let fault = regex_fault(pattern);
    let told = match advice::advice(pattern, fault.as_deref().unwrap_or_default()) {
        Some(help) => told.with_help(help),
        None => told,
    };
    let told = told.with_help("write it in the dialect of JSON Schema, ECMA-262 with the flag `u`");
    match fault {
        Some(why) => told.with_cause(why),
        None => told,
    }
}

/// Why a pattern is no regex, where that can be told.
pub(crate) fn regex_fault(pattern: &str) -> Option<String> {
    match regex_syntax::parse(pattern) {
        Err(regex_syntax::Error::Parse(error)) => Some(error.kind().to_string()),
        _ => None,
    }
}

fn last_segment(pointer: &str) -> String {
    pointer.rsplit('/').next().unwrap_or_default().to_owned()
}
