//! Schema document → [`Survey`]: what it is made of, without planning it.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Draft;
use serde_json::Value;

use crate::error::Error;
use crate::generators::format;
use crate::parse::building::HINTS_KEY;
use crate::parse::references::{escape, local_pointer, schema_at};
use crate::parse::vocabulary::{Holds, holds};
use crate::parse::{Contract, Documents, read_alone};
use crate::validate::gate_options;

/// What a schema document is made of: for a reader who did not write it.
///
/// # Examples
///
/// ```
/// use foundry::{parse::Documents, survey::survey};
/// use serde_json::json;
///
/// let schema = json!({
///     "$schema": "http://json-schema.org/draft-07/schema#",
///     "title": "Order",
///     "properties": {
///         "placed": {"type": "string", "format": "date-time"},
///         "colour": {"type": "string", "format": "colour", "nullable": true}
///     }
/// });
/// let survey = survey(&schema, &Documents::default())?;
/// assert_eq!((survey.draft, survey.title.as_deref()), ("draft 7", Some("Order")));
/// assert!(survey.formats["date-time"].is_checked && !survey.formats["colour"].is_checked);
/// assert_eq!(survey.foreign["nullable"].first, "/properties/colour/nullable");
/// # Ok::<(), foundry::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Survey {
    /// The draft under which the document is read: `draft 4` to `draft 2020-12`.
    pub draft: &'static str,
    /// Whether `$schema` says so; it is the newest draft otherwise.
    pub says_draft: bool,
    /// The `title` of the document.
    pub title: Option<String>,
    /// How many schemas there are.
    pub schemas: u64,
    /// How many references lead to a place of the document.
    pub local_references: u64,
    /// The other documents that references lead to, and how many do.
    pub other_documents: BTreeMap<String, Use>,
    /// The formats, by name.
    pub formats: BTreeMap<String, FormatUse>,
    /// Members of schemas that the draft has no keyword for: they say nothing about validity.
    pub foreign: BTreeMap<String, Use>,
}

/// How often something is used, and where first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Use {
    /// How often.
    pub count: u64,
    /// The JSON pointer of the first place.
    pub first: String,
}

/// How often a format is used, and what comes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatUse {
    /// How often.
    pub count: u64,
    /// Whether the gate asserts it; it is a remark otherwise.
    pub is_checked: bool,
    /// Whether texts are drawn for it; they are drawn without regard to it otherwise.
    pub is_drawn: bool,
}

/// Looks through the schemas of a document, which may refer to other `documents`; those are not
/// looked through, and need not be there.
///
/// # Errors
///
/// Those of [`parse`](crate::parse::parse), but for references that lead nowhere outside.
pub fn survey(document: &Value, documents: &Documents) -> Result<Survey, Error> {
    let contract = read_alone(document, documents)?;
    let contract = &contract;
    let document = contract.schema();
    let mut surveyor = Surveyor {
        contract,
        names: BTreeSet::new(),
        seen: BTreeSet::new(),
        waiting: vec![String::new()],
        survey: Survey {
            draft: contract.draft_name(),
            says_draft: document.get("$schema").is_some(),
            title: document.get("title").and_then(Value::as_str).map(str::to_owned),
            schemas: 0,
            local_references: 0,
            other_documents: BTreeMap::new(),
            formats: BTreeMap::new(),
            foreign: BTreeMap::new(),
        },
    };
    surveyor.find_names(document);
    // A reference may lead to where no keyword does.
    while let Some(pointer) = surveyor.waiting.pop() {
        if let Some(schema) = schema_at(document, &pointer) {
            let around = surveyor.draft_around(&pointer);
            surveyor.schema(schema, &pointer, around);
        }
    }
    Ok(surveyor.survey)
}

struct Surveyor<'c> {
    contract: &'c Contract,
    /// What parts of the document call themselves.
    names: BTreeSet<&'c str>,
    seen: BTreeSet<String>,
    waiting: Vec<String>,
    survey: Survey,
}

impl<'c> Surveyor<'c> {
    fn find_names(&mut self, value: &'c Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.find_names(item)),
            Value::Object(members) => {
                let own = ["$id", "id"].into_iter().filter_map(|key| members.get(key)?.as_str());
                self.names.extend(own.map(|name| name.trim_end_matches('#')));
                members.values().for_each(|member| self.find_names(member));
            }
            _ => {}
        }
    }

    /// The draft of the schema around `pointer`: that of the nearest part with a `$schema` of its own.
    fn draft_around(&self, pointer: &str) -> Draft {
        let above = pointer.match_indices('/').map(|(end, _)| &pointer[..end]);
        let schemas = above.filter_map(|above| schema_at(self.contract.schema(), above));
        schemas.fold(self.contract.draft(), draft_of)
    }

    fn schema(&mut self, schema: &Value, pointer: &str, around: Draft) {
        if !matches!(schema, Value::Object(_) | Value::Bool(_))
            || !self.seen.insert(pointer.to_owned())
        {
            return;
        }
        self.survey.schemas += 1;
        let Value::Object(members) = schema else { return };
        let draft = draft_of(around, schema);
        for (name, value) in members {
            let at = format!("{pointer}/{}", escape(name));
            match holds(draft, name) {
                Some(Holds::Value) => self.value(name, value, &at, draft),
                Some(Holds::Schemas) => match value {
                    Value::Array(schemas) => {
                        let numbered = schemas.iter().enumerate();
                        numbered.for_each(|(number, one)| {
                            self.step(one, &at, &number.to_string(), draft);
                        });
                    }
                    schema => self.schema(schema, &at, draft),
                },
                Some(Holds::Named) => {
                    let schemas = value.as_object().into_iter().flatten();
                    schemas.for_each(|(name, schema)| self.step(schema, &at, name, draft));
                }
                None if name == HINTS_KEY => {}
                None => count(&mut self.survey.foreign, name, &at),
            }
        }
    }

    fn step(&mut self, schema: &Value, pointer: &str, segment: &str, draft: Draft) {
        self.schema(schema, &format!("{pointer}/{}", escape(segment)), draft);
    }

    fn value(&mut self, name: &str, value: &Value, pointer: &str, draft: Draft) {
        let Some(text) = value.as_str() else { return };
        match name {
            "$ref" | "$dynamicRef" | "$recursiveRef" => self.reference(text, pointer),
            "format" => {
                let is_checked = gate_options(self.contract).is_known_format(draft, text)
                    || format::find(text).is_some();
                let is_drawn = format::find(text).is_some();
                let used = FormatUse { count: 0, is_checked, is_drawn };
                self.survey.formats.entry(text.to_owned()).or_insert(used).count += 1;
            }
            _ => {}
        }
    }

    fn reference(&mut self, reference: &str, pointer: &str) {
        let base = reference.split('#').next().unwrap_or_default();
        let tail = format!("/{base}");
        let is_local = base.is_empty()
            || self.names.iter().any(|name| *name == base || name.ends_with(tail.as_str()));
        if is_local {
            self.survey.local_references += 1;
            self.waiting.extend(local_pointer(reference));
        } else {
            count(&mut self.survey.other_documents, base, pointer);
        }
    }
}

/// The draft that a schema is written in: its own, or the one `around` it.
fn draft_of(around: Draft, schema: &Value) -> Draft {
    if !schema.get("$schema").is_some_and(Value::is_string) {
        return around;
    }
    match around.detect(schema) {
        Draft::Unknown => around,
        own => own,
    }
}

fn count(uses: &mut BTreeMap<String, Use>, name: &str, pointer: &str) {
    let counted = uses.entry(name.to_owned()).or_default();
    if counted.count == 0 {
        pointer.clone_into(&mut counted.first);
    }
    counted.count += 1;
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_no_schemas_and_references_lead_on() {
        let schema = json!({
            "$id": "https://example.com/order.json",
            "enum": [{"format": "no format"}],
            "properties": {"format": {"$ref": "#/parts/one"}, "self": {"$ref": "order.json"}},
            "parts": {"one": {"format": "uuid", "$ref": "https://example.com/other.json#/a"}},
            "x-foundry": {"depth": 1},
        });
        let survey = survey(&schema, &Documents::default()).expect("a schema");
        assert_eq!((survey.schemas, survey.local_references), (4, 2));
        assert_eq!(survey.formats.keys().collect::<Vec<_>>(), ["uuid"]);
        let other = &survey.other_documents["https://example.com/other.json"];
        assert_eq!((other.count, other.first.as_str()), (1, "/parts/one/$ref"));
        assert_eq!(survey.foreign.keys().collect::<Vec<_>>(), ["parts"]);
        assert!(!survey.says_draft);
    }

    #[test]
    fn a_part_of_another_draft_has_the_keywords_of_its_own() {
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "additionalItems": false,
            "properties": {"old": {
                "$id": "https://example.com/old.json",
                "$schema": "http://json-schema.org/draft-07/schema#",
                "items": [true],
                "additionalItems": {"format": "uuid"},
                "definitions": {"below": {"dependentRequired": {}}},
            }, "below": {"$ref": "#/properties/old/definitions/below"}},
        });
        let survey = survey(&schema, &Documents::default()).expect("a schema");
        assert_eq!(survey.formats.keys().collect::<Vec<_>>(), ["uuid"]);
        let foreign: Vec<_> = survey
            .foreign
            .iter()
            .map(|(name, used)| (name.as_str(), used.first.as_str()))
            .collect();
        assert_eq!(
            foreign,
            [
                ("additionalItems", "/additionalItems"),
                ("dependentRequired", "/properties/old/definitions/below/dependentRequired"),
            ]
        );
    }
}
