//! Schema document → [`Contract`]: what the type or the file says, checked, with what stands
//! beside it.

pub(crate) mod building;
mod contract;
mod depth;
mod openapi;
mod typed;

use serde_json::Value;

pub use contract::Contract;
pub(crate) use contract::Origin;
pub(crate) use typed::{contracts_of, schema_of};

use crate::error::{Error, Stage};
use building::Attachments;

/// Reads a JSON Schema document into a [`Contract`].
///
/// The document may be of draft 4, 6, 7, 2019-09 or 2020-12 (`$schema`; 2020-12 where it is
/// missing), or a schema of OpenAPI 3.0 as schemars writes it, whose `nullable` is translated.
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
    parse_with(document, Attachments::default(), Origin::Document)
}

pub(crate) fn parse_with(
    document: &Value,
    attachments: Attachments,
    origin: Origin,
) -> Result<Contract, Error> {
    if !matches!(document, Value::Bool(_) | Value::Object(_)) {
        return Err(Error::new(Stage::Parse, "a schema is an object or a boolean")
            .with_value(document.to_string())
            .at(""));
    }
    depth::refuse_deep(document)?;
    let schema =
        if openapi::is_openapi(document) { openapi::translate(document) } else { document.clone() };
    let draft = detect_draft(&schema)?;
    check_schema(draft, &schema)?;
    Ok(Contract::new(schema, draft, attachments, origin))
}

/// The dialects of the error's help, newest first.
const KNOWN_DIALECTS: &str = "draft 4, 6, 7, 2019-09 and 2020-12";

fn detect_draft(schema: &Value) -> Result<jsonschema::Draft, Error> {
    let draft = jsonschema::Draft::default().detect(schema);
    if draft == jsonschema::Draft::Unknown {
        let name = schema.get("$schema").and_then(Value::as_str).unwrap_or_default();
        return Err(Error::new(Stage::Parse, format!("the dialect `{name}` is not known"))
            .at("/$schema")
            .with_keyword("$schema")
            .with_help(format!(
                "the dialects of JSON Schema that are known are {KNOWN_DIALECTS}"
            )));
    }
    Ok(draft)
}

fn check_schema(draft: jsonschema::Draft, schema: &Value) -> Result<(), Error> {
    let checked = jsonschema::meta::validator_for(schema);
    let validator = match &checked {
        Ok(validator) => validator,
        Err(error) => {
            return Err(Error::new(Stage::Parse, format!("not a schema of {draft:?}"))
                .with_cause(error.to_string()));
        }
    };
    check_patterns(schema, "")?;
    validator.validate(schema).map_err(|error| {
        Error::new(Stage::Parse, format!("not a schema of {draft:?}: {error}"))
            .at(error.instance_path().as_str().to_owned())
            .with_keyword(last_segment(error.schema_path().as_str()))
    })
}

/// A pattern that is no regex is found here, where its place is known.
fn check_patterns(schema: &Value, pointer: &str) -> Result<(), Error> {
    let wrong = |pattern: &str, at: String, keyword: &str| {
        Error::new(Stage::Parse, format!("the pattern `{pattern}` is not a valid regex"))
            .at(at)
            .with_keyword(keyword)
            .with_value(pattern)
    };
    match schema {
        Value::Object(members) => {
            if let Some(Value::String(pattern)) = members.get("pattern")
                && !jsonschema_regex::is_valid_ecma_regex(pattern)
            {
                return Err(wrong(pattern, format!("{pointer}/pattern"), "pattern"));
            }
            for (key, child) in members {
                let escaped = key.replace('~', "~0").replace('/', "~1");
                // These hold values, not schemas.
                if !matches!(key.as_str(), "const" | "enum" | "default" | "examples" | "x-foundry")
                {
                    check_patterns(child, &format!("{pointer}/{escaped}"))?;
                }
            }
            if let Some(Value::Object(patterns)) = members.get("patternProperties") {
                for pattern in patterns.keys() {
                    if !jsonschema_regex::is_valid_ecma_regex(pattern) {
                        let at = format!("{pointer}/patternProperties");
                        return Err(wrong(pattern, at, "patternProperties"));
                    }
                }
            }
            Ok(())
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .try_for_each(|(at, item)| check_patterns(item, &format!("{pointer}/{at}"))),
        _ => Ok(()),
    }
}

fn last_segment(pointer: &str) -> String {
    pointer.rsplit('/').next().unwrap_or_default().to_owned()
}
