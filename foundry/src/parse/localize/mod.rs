//! A schema whose references lead anywhere → one document whose references are pointers into itself.
//!
//! Planning reads this copy; the gate reads the original. What a reference leads to depends on base
//! URIs, on anchors, on other documents and, for the dynamic ones, on the way that led there. The
//! copy has one definition for each target and way, so that none of it matters any more.

mod copier;
mod dialect;
mod scope;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use jsonschema::{Draft, Registry, RegistryBuilder, Retrieve, Uri};
use serde_json::Value;

pub(super) use dialect::{Dialect, dialect_of};

use super::Origin;
use super::documents::Library;
use super::keywords::holds_values;
use super::references::{leads_out, local_pointer};
use crate::error::{Error, Stage};
use copier::{Copier, Stop};

/// A document that refers to nothing but itself, by pointers.
#[derive(Debug)]
pub(crate) struct Local {
    pub(crate) schema: Value,
    pub(crate) draft: Draft,
    /// Where each definition of the copy was written: its pointer there, and the author's place.
    places: Vec<(String, String)>,
}

/// The copy of `document` to plan with; `None` where its references are pointers into itself already.
pub(super) fn localize(
    document: &Value,
    dialect: Dialect,
    library: &Library,
    origin: Origin,
) -> Result<Option<Local>, Error> {
    let draft = dialect.draft;
    if !leads_elsewhere(document, draft, true) {
        return Ok(None);
    }
    let told = |error: jsonschema::ReferencingError| {
        let text = error.to_string();
        let missing = missing_documents(document, draft, library);
        leads_out(document, missing.as_ref().unwrap_or(&text), origin).unwrap_or_else(|| {
            Error::new(Stage::Parse, "a reference cannot be followed").with_cause(text).at("")
        })
    };
    let resource = draft.create_resource_ref(document);
    let place = library.place().as_str();
    let added = match library.specifications() {
        Some(specifications) => specifications.add(place, resource),
        None => Registry::new().add(place, resource),
    };
    let registry = added
        .and_then(|all| all.draft(draft).retriever(library.clone()).prepare())
        .map_err(told)?;
    // One draft where one is enough: what only it knows is then kept.
    let copy = |target| Copier::new(&registry, library, target).copy(document, dialect);
    match copy(draft) {
        Ok(local) => Ok(Some(local)),
        Err(Stop::OtherDraft) => copy(Draft::Draft202012).map(Some).map_err(Stop::into_error),
        Err(stop) => Err(stop.into_error()),
    }
}

/// The URIs of all documents that nobody handed over, one a line; `None` where none is missing. Of
/// several, what resolves references tells of any.
fn missing_documents(document: &Value, draft: Draft, library: &Library) -> Option<String> {
    let searcher = Searcher { library: library.clone(), missing: Arc::default() };
    let missing = Arc::clone(&searcher.missing);
    // An error of this pass says nothing new.
    let _ = Registry::new()
        .draft(draft)
        .retriever(searcher)
        .add(library.place().as_str(), draft.create_resource_ref(document))
        .and_then(RegistryBuilder::prepare);
    let missing = missing.lock().unwrap_or_else(PoisonError::into_inner);
    let lines: Vec<&str> = missing.iter().map(String::as_str).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Notes the documents that are not there, and goes on without them.
struct Searcher {
    library: Library,
    missing: Arc<Mutex<BTreeSet<String>>>,
}

impl Retrieve for Searcher {
    fn retrieve(
        &self,
        uri: &Uri<String>,
    ) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        self.library.retrieve(uri).or_else(|_| {
            let mut missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
            missing.insert(uri.as_str().to_owned());
            Ok(Value::Bool(true))
        })
    }
}

/// Whether something in `schema` is not said by local pointers and one draft alone.
fn leads_elsewhere(schema: &Value, draft: Draft, is_root: bool) -> bool {
    match schema {
        Value::Array(items) => items.iter().any(|item| leads_elsewhere(item, draft, false)),
        Value::Object(members) => members.iter().any(|(key, child)| match child {
            Value::String(text) => match key.as_str() {
                "$ref" => local_pointer(text).is_none(),
                "$dynamicRef" | "$recursiveRef" => true,
                "$schema" => draft.detect(schema) != draft,
                _ => key == draft.id_keyword() && !is_root,
            },
            _ => !holds_values(key) && leads_elsewhere(child, draft, false),
        }),
        _ => false,
    }
}

impl Local {
    /// What was said of the copy, said of the document that the author wrote.
    pub(crate) fn told_of_original(&self, text: &str) -> String {
        let mut told = text.to_owned();
        for (pointer, place) in &self.places {
            told = replace_pointer(&told, pointer, place);
        }
        told
    }
}

/// Replaces `pointer` where it ends there, or goes on with a segment of its own.
fn replace_pointer(text: &str, pointer: &str, place: &str) -> String {
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(pointer) {
        let (before, found) = rest.split_at(at);
        told.push_str(before);
        rest = &found[pointer.len()..];
        let ends = rest.chars().next().is_none_or(|next| !is_of_name(next));
        told.push_str(if ends { place } else { pointer });
    }
    told.push_str(rest);
    told
}

/// Whether a segment of a pointer may go on with this character.
fn is_of_name(next: char) -> bool {
    next.is_alphanumeric() || matches!(next, '_' | '-' | '.' | '~' | '%')
}
