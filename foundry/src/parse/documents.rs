//! Other documents that a schema refers to: handed over by the caller, never fetched.

use std::collections::BTreeMap;
use std::sync::Arc;

use jsonschema::{Draft, Registry, Retrieve, Uri};
use referencing::SPECIFICATIONS;
use serde_json::Value;

use super::keywords::holds_values;
use super::references::encode_fragments;
use crate::error::{Error, Stage};

/// The documents that a schema may refer to, by their URIs. Nothing is ever fetched.
///
/// # Examples
///
/// ```
/// use foundry::parse::{Documents, parse_with};
/// use serde_json::json;
///
/// let documents = Documents::default()
///     .with("https://example.com/names.json", &json!({"$defs": {"name": {"type": "string"}}}));
/// let contract = parse_with(
///     &json!({"$ref": "https://example.com/names.json#/$defs/name"}),
///     &documents,
/// )?;
/// assert_eq!(contract.schema()["$ref"], "https://example.com/names.json#/$defs/name");
/// # Ok::<(), foundry::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Documents {
    base: Option<String>,
    given: Vec<(String, Arc<Value>)>,
}

impl Documents {
    /// Adds a document under `uri`, and under its own `$id` where it has one. A relative `uri` is
    /// read as the references of the schema are: from the base URI.
    #[must_use]
    pub fn with(mut self, uri: impl Into<String>, document: &Value) -> Self {
        let mut document = document.clone();
        encode_fragments(&mut document);
        self.given.push((uri.into(), Arc::new(document)));
        self
    }

    /// The URI that the schema itself was found at: relative references are read from there, unless
    /// its `$id` says otherwise. Defaults to none.
    #[must_use]
    pub fn with_base_uri(mut self, uri: impl Into<String>) -> Self {
        self.base = Some(uri.into());
        self
    }

    /// The documents by absolute URI, for a schema of `draft` that says `id` of itself.
    pub(super) fn resolve(&self, draft: Draft, schema: &Value) -> Result<Library, Error> {
        let place = self.base.as_deref().map_or_else(default_base, |base| read_uri(base, None))?;
        let base = match draft.create_resource_ref(schema).id() {
            Some(id) => read_uri(id, Some(&place)).map_err(|error| {
                let keyword = draft.id_keyword();
                error.at(format!("/{keyword}")).with_keyword(keyword)
            })?,
            None => place.clone(),
        };
        let mut by_uri = BTreeMap::new();
        for (uri, document) in &self.given {
            let uri = read_uri(uri, Some(&base))?;
            let draft = known_draft(draft, document);
            if let Some(id) = draft.create_resource_ref(document).id() {
                let own = read_uri(id, Some(&uri))?;
                by_uri.entry(own.as_str().to_owned()).or_insert_with(|| Arc::clone(document));
            }
            by_uri.insert(uri.as_str().to_owned(), Arc::clone(document));
        }
        let names_other_draft = names_other_draft(schema, known_draft(draft, schema));
        Ok(Library { place, by_uri: Arc::new(by_uri), names_other_draft })
    }
}

/// The draft that a document names, where it names one of the specification's.
fn known_draft(default: Draft, document: &Value) -> Draft {
    match default.detect(document) {
        Draft::Unknown => default,
        draft => draft,
    }
}

/// The documents that one contract may refer to, by absolute URI.
#[derive(Debug, Clone)]
pub(crate) struct Library {
    place: Uri<String>,
    by_uri: Arc<BTreeMap<String, Arc<Value>>>,
    names_other_draft: bool,
}

impl Library {
    /// Where the contract's own document was found.
    pub(crate) fn place(&self) -> &Uri<String> {
        &self.place
    }

    /// The meta-schemas of all drafts, where the contract refers to one of another draft than its own: what resolves
    /// references knows those of its own by itself.
    pub(crate) fn specifications(&self) -> Option<&'static Registry<'static>> {
        self.names_other_draft.then(|| &*SPECIFICATIONS)
    }

    /// Whether a document is the meta-schema of a dialect of its author's own.
    pub(crate) fn has_own_dialects(&self) -> bool {
        self.by_uri.values().any(|document| document.get("$vocabulary").is_some())
    }

    /// The document of this URI.
    pub(crate) fn get(&self, uri: &str) -> Option<&Value> {
        self.by_uri.get(uri.trim_end_matches('#')).map(|document| &**document)
    }
}

impl Retrieve for Library {
    fn retrieve(
        &self,
        uri: &Uri<String>,
    ) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        let document = self.get(uri.as_str());
        document.cloned().ok_or_else(|| "nothing is fetched, and it was not handed over".into())
    }
}

/// Whether a reference leads to a meta-schema of another draft.
fn names_other_draft(schema: &Value, draft: Draft) -> bool {
    match schema {
        Value::Array(items) => items.iter().any(|item| names_other_draft(item, draft)),
        Value::Object(members) => members.iter().any(|(key, child)| match child {
            Value::String(reference) if key == "$ref" => {
                let uri = reference.split('#').next().unwrap_or_default();
                let is_known =
                    uri.contains("json-schema.org/") && SPECIFICATIONS.contains_resource(uri);
                is_known && draft_of_meta_schema(uri).is_some_and(|other| other != draft)
            }
            child => !holds_values(key) && names_other_draft(child, draft),
        }),
        _ => false,
    }
}

fn draft_of_meta_schema(uri: &str) -> Option<Draft> {
    let resolver = SPECIFICATIONS.resolver(read_uri(uri, None).ok()?);
    let found = resolver.lookup("").ok()?;
    Some(Draft::default().detect(found.contents()))
}

/// The base of documents that do not say where they stand; that of the jsonschema crate.
fn default_base() -> Result<Uri<String>, Error> {
    read_uri("json-schema:///", None)
}

/// A URI without its fragment.
fn read_uri(text: &str, base: Option<&Uri<String>>) -> Result<Uri<String>, Error> {
    let without = text.split('#').next().unwrap_or_default();
    let read = match base {
        Some(base) => jsonschema::uri::resolve_against(&base.borrow(), without),
        None => jsonschema::uri::from_str(without),
    };
    read.map_err(|error| {
        Error::new(Stage::Parse, format!("`{text}` is not a URI"))
            .with_cause(error)
            .with_help("percent-encode what RFC 3986 does not allow in a URI")
    })
}
