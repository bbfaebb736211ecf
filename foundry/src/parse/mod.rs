//! Schema document → [`Contract`]: what the type or the file says, checked, with what stands
//! beside it.

pub(crate) mod building;
mod contract;
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
    validator.validate(schema).map_err(|error| {
        Error::new(Stage::Parse, format!("not a schema of {draft:?}: {error}"))
            .at(error.instance_path().as_str().to_owned())
            .with_keyword(last_segment(error.schema_path().as_str()))
    })
}

fn last_segment(pointer: &str) -> String {
    pointer.rsplit('/').next().unwrap_or_default().to_owned()
}
