//! A subschema of the narrowed document → its canonical form, each made once.

use std::cell::{OnceCell, RefCell};

use ahash::AHashMap;
use jsonschema::canonical::{CanonicalSchema, PreparedDocument};
use serde_json::Value;

use super::canonical_error;
use crate::error::Error;
use crate::parse::Contract;
use crate::parse::keywords::anything;
use crate::parse::references::schema_at;
use crate::plan::prepare;
use crate::plan::wide::Hidden;

/// The canonical forms of one document.
pub(crate) struct Forms<'a> {
    contract: &'a Contract,
    document: &'a Value,
    hidden: &'a Hidden,
    /// With each form it makes, it looks at all definitions that any form before has met.
    prepared: PreparedDocument<'a>,
    /// The same document for subschemas that refer to nothing: it never meets a definition.
    closed: OnceCell<PreparedDocument<'a>>,
    /// By the reference where a subschema is one and nothing else, else by the pointer.
    made: RefCell<AHashMap<String, CanonicalSchema>>,
    anything: OnceCell<CanonicalSchema>,
}

impl<'a> Forms<'a> {
    pub(crate) fn new(
        contract: &'a Contract,
        document: &'a Value,
        hidden: &'a Hidden,
    ) -> Result<Self, Error> {
        Ok(Self {
            contract,
            document,
            hidden,
            prepared: prepare(contract, document)?,
            closed: OnceCell::new(),
            made: RefCell::default(),
            anything: OnceCell::new(),
        })
    }

    /// Whether choices were hidden from the forms.
    pub(super) fn are_weaker(&self) -> bool {
        !self.hidden.is_empty()
    }

    /// The form of the subschema at `pointer` of the planning copy, or of a narrowed one.
    pub(super) fn at(&self, pointer: &str) -> Result<CanonicalSchema, Error> {
        let moved = self.hidden.moved(pointer);
        let schema = schema_at(self.document, &moved);
        let key = schema.and_then(bare_reference).unwrap_or(&moved);
        if let Some(form) = self.made.borrow().get(key) {
            return Ok(form.clone());
        }
        let is_closed = !moved.is_empty() && schema.is_some_and(|schema| !refers(schema));
        let prepared = if is_closed { self.closed()? } else { &self.prepared };
        let form = prepared.canonicalize_at(&moved).map_err(|error| canonical_error(&error))?;
        self.made.borrow_mut().insert(key.to_owned(), form.clone());
        Ok(form)
    }

    /// The form of a schema that stands alone.
    pub(super) fn of(&self, schema: &Value) -> Result<CanonicalSchema, Error> {
        let options = jsonschema::canonical::options()
            .with_draft(self.prepared.draft())
            .should_validate_formats(true)
            .offline();
        options.canonicalize(schema).map_err(|error| canonical_error(&error))
    }

    /// The form that admits everything.
    pub(super) fn anything(&self) -> Result<CanonicalSchema, Error> {
        if let Some(form) = self.anything.get() {
            return Ok(form.clone());
        }
        let form = self.of(&anything())?;
        Ok(self.anything.get_or_init(|| form).clone())
    }

    fn closed(&self) -> Result<&PreparedDocument<'a>, Error> {
        if let Some(closed) = self.closed.get() {
            return Ok(closed);
        }
        let closed = prepare(self.contract, self.document)?;
        Ok(self.closed.get_or_init(|| closed))
    }
}

/// What a schema refers to that is a reference and nothing else.
fn bare_reference(schema: &Value) -> Option<&str> {
    let members = schema.as_object().filter(|members| members.len() == 1)?;
    members.get("$ref")?.as_str()
}

/// Whether a reference stands in the schema; also what only looks like one.
fn refers(schema: &Value) -> bool {
    match schema {
        Value::Array(items) => items.iter().any(refers),
        Value::Object(members) => members.iter().any(|(key, child)| key == "$ref" || refers(child)),
        _ => false,
    }
}
