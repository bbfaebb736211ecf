//! The [`Contract`]: a checked schema document, and what was handed over beside it.

use std::sync::Arc;

use serde_json::Value;

use super::building::Attachments;
use super::documents::Library;
use super::localize::Local;
use crate::error::Error;

/// A schema document that was read and checked: what rows must satisfy.
///
/// Made by [`parse`](super::parse) from a document, or from a type by the
/// [`Pipeline`](crate::Pipeline). The schema is kept as it was written; the gate reads it.
#[derive(Clone)]
pub struct Contract {
    schema: Arc<Value>,
    draft: jsonschema::Draft,
    /// The other documents that the schema refers to.
    library: Library,
    /// Whether `$schema` names a meta-schema that is none of the specification's.
    has_own_dialect: bool,
    /// The schema with references into itself alone, where its own lead further.
    local: Option<Arc<Local>>,
    attachments: Attachments,
    origin: Origin,
}

/// Where a contract comes from, which decides how much of it can be trusted to say everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Written by hand, as a document.
    Document,
    /// Written by schemars for a type: serde accepts less than the schema says.
    Type(&'static str),
}

/// What a document turned out to be.
pub(super) struct Reading {
    pub(super) draft: jsonschema::Draft,
    pub(super) has_own_dialect: bool,
    pub(super) library: Library,
    pub(super) local: Option<Local>,
}

impl Contract {
    pub(super) fn new(
        schema: Value,
        reading: Reading,
        beside: Attachments,
        origin: Origin,
    ) -> Self {
        let Reading { draft, has_own_dialect, library, local } = reading;
        Self {
            schema: Arc::new(schema),
            draft,
            library,
            has_own_dialect,
            local: local.map(Arc::new),
            attachments: beside,
            origin,
        }
    }

    /// The schema that the gate holds every row against.
    pub fn schema(&self) -> &Value {
        &self.schema
    }

    pub(crate) fn shared_schema(&self) -> Arc<Value> {
        Arc::clone(&self.schema)
    }

    /// The draft under which the schema is read.
    pub fn draft(&self) -> jsonschema::Draft {
        self.draft
    }

    /// The draft as reports name it: `draft 2020-12`.
    pub fn draft_name(&self) -> &'static str {
        super::name_of(self.draft)
    }

    /// The Rust type that the contract was written for, or `None` for a document.
    pub fn type_name(&self) -> Option<&'static str> {
        match self.origin {
            Origin::Document => None,
            Origin::Type(name) => Some(name),
        }
    }

    /// The contract of the keys of a map in this one.
    pub(crate) fn of_keys(&self, schema: &Value) -> Self {
        Self {
            schema: Arc::new(schema.clone()),
            attachments: Attachments::default(),
            local: None,
            ..self.clone()
        }
    }

    /// The same contract for planning: its references are pointers into its own schema.
    pub(crate) fn to_plan(&self) -> Self {
        match &self.local {
            Some(local) => Self {
                schema: Arc::new(local.schema.clone()),
                draft: local.draft,
                has_own_dialect: false,
                ..self.clone()
            },
            None => self.clone(),
        }
    }

    /// An error of planning, told of the schema as the author wrote it.
    pub(crate) fn told_of_original(&self, error: Error) -> Error {
        match &self.local {
            Some(local) => error.reworded(|text| local.told_of_original(text)),
            None => error,
        }
    }

    /// The other documents that the schema refers to.
    pub(crate) fn library(&self) -> &Library {
        &self.library
    }

    /// Whether `$schema` names a meta-schema that is none of the specification's.
    pub(crate) fn has_own_dialect(&self) -> bool {
        self.has_own_dialect
    }

    pub(crate) fn attachments(&self) -> &Attachments {
        &self.attachments
    }
}
