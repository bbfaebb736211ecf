//! The [`Contract`]: a checked schema document, and what was handed over beside it.

use std::sync::Arc;

use serde_json::Value;

use super::building::Attachments;

/// A schema document that was read and checked: what rows must satisfy.
///
/// Made by [`parse`](super::parse) from a document, or from a type by the
/// [`Pipeline`](crate::Pipeline). The schema is kept as it was written; the gate reads it.
#[derive(Clone)]
pub struct Contract {
    schema: Arc<Value>,
    draft: jsonschema::Draft,
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

impl Contract {
    pub(super) fn new(
        schema: Value,
        draft: jsonschema::Draft,
        attachments: Attachments,
        origin: Origin,
    ) -> Self {
        Self { schema: Arc::new(schema), draft, attachments, origin }
    }

    /// The schema that the gate holds every row against.
    pub fn schema(&self) -> &Value {
        &self.schema
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
            ..self.clone()
        }
    }

    pub(crate) fn attachments(&self) -> &Attachments {
        &self.attachments
    }
}
