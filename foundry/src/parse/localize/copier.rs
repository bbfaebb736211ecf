//! Schemas → copies in which each reference is a pointer to a definition of the copy.

use std::collections::{BTreeMap, VecDeque};

use jsonschema::{Draft, Registry};
use referencing::{Resolved, Resolver};
use serde_json::{Map, Value, json};

use super::Local;
use super::dialect::{self, Dialect};
use super::scope::{Scope, Scopes};
use crate::error::{Error, Stage};
use crate::parse::documents::Library;
use crate::parse::references::escape;
use crate::parse::vocabulary::{Holds, holds};

/// More definitions than this come from documents made to exhaust the planner: a dynamic reference
/// needs one for each way that leads to it.
const MAX_DEFINITIONS: usize = 20_000;

/// Why copying ended.
pub(super) enum Stop {
    /// A schema of another draft than the copy's was met.
    OtherDraft,
    Failed(Error),
}

impl Stop {
    pub(super) fn into_error(self) -> Error {
        match self {
            // The copy is of the newest draft then, to which every other one is translated.
            Self::OtherDraft => Error::new(Stage::Parse, "the documents mix drafts").at(""),
            Self::Failed(error) => error,
        }
    }
}

/// What a definition stands for: a schema, and the scope that its dynamic references see.
type Target = (usize, Scope);

pub(super) struct Copier<'r> {
    registry: &'r Registry<'r>,
    library: &'r Library,
    draft: Draft,
    scopes: Scopes,
    /// The pointers of the author's document, by the address of what stands there.
    written_at: BTreeMap<usize, String>,
    names: BTreeMap<Target, String>,
    /// How often a name was asked for.
    asked: BTreeMap<String, usize>,
    places: Vec<(String, String)>,
    waiting: VecDeque<Definition<'r>>,
}

struct Definition<'r> {
    name: String,
    schema: &'r Value,
    resolver: Resolver<'r>,
    dialect: Dialect,
    place: String,
}

impl<'r> Copier<'r> {
    pub(super) fn new(registry: &'r Registry<'r>, library: &'r Library, draft: Draft) -> Self {
        Self {
            registry,
            library,
            draft,
            scopes: Scopes::default(),
            written_at: BTreeMap::new(),
            names: BTreeMap::new(),
            asked: BTreeMap::new(),
            places: Vec::new(),
            waiting: VecDeque::new(),
        }
    }

    /// The copy of the whole `document`.
    pub(super) fn copy(mut self, document: &'r Value, dialect: Dialect) -> Result<Local, Stop> {
        let resolver = self.registry.resolver(self.library.place().clone());
        let resolver = enter(&resolver, dialect.draft, document, "")?;
        note_pointers(document, String::new(), &mut self.written_at);
        let scope = self.scopes.of(&resolver);
        self.names.insert((address(document), scope), String::new());
        let mut root = self.schema(document, &resolver, dialect, "")?;
        let mut definitions = Map::new();
        while let Some(definition) = self.waiting.pop_front() {
            let Definition { name, schema, resolver, dialect, place } = definition;
            let copy = self.schema(schema, &resolver, dialect, &place)?;
            definitions.insert(name, copy);
        }
        if let Value::Object(root) = &mut root
            && !definitions.is_empty()
        {
            root.insert(self.key().to_owned(), Value::Object(definitions));
        }
        Ok(Local { schema: root, draft: self.draft, places: self.places })
    }

    /// The keyword under which the definitions stand.
    fn key(&self) -> &'static str {
        if self.draft >= Draft::Draft201909 { "$defs" } else { "definitions" }
    }

    /// The copy of one schema, of which `resolver` knows the base already.
    fn schema(
        &mut self,
        schema: &'r Value,
        resolver: &Resolver<'r>,
        dialect: Dialect,
        place: &str,
    ) -> Result<Value, Stop> {
        let Value::Object(members) = schema else { return Ok(schema.clone()) };
        let draft = dialect.draft;
        if draft != self.draft && self.draft != Draft::Draft202012 {
            return Err(Stop::OtherDraft);
        }
        let is_legacy = draft <= Draft::Draft7;
        let is_bare = is_legacy && members.get("$ref").is_some_and(Value::is_string);
        let mut copy = Map::new();
        let mut more = Vec::new();
        for (key, child) in members {
            let at = || format!("{place}/{}", escape(key));
            match (key.as_str(), child) {
                ("$ref", Value::String(reference)) => {
                    // The validator takes an empty reference for none.
                    if !reference.is_empty() {
                        let to = self.target(resolver, reference, Way::Direct, &at())?;
                        copy.insert("$ref".into(), to);
                    }
                }
                // Up to draft 7 nothing counts beside a reference.
                _ if is_bare && !key.starts_with("x-") => {}
                ("$dynamicRef", Value::String(reference)) if draft == Draft::Draft202012 => {
                    if !leads_back(resolver.lookup(reference), schema) {
                        more.push(self.target(resolver, reference, Way::Direct, &at())?);
                    }
                }
                ("$recursiveRef", Value::String(reference)) if draft == Draft::Draft201909 => {
                    if !leads_back(resolver.lookup_recursive_ref(), schema) {
                        more.push(self.target(resolver, reference, Way::Recursive, &at())?);
                    }
                }
                _ if is_of_document(key, child, draft) || !dialect.asserts(key) => {}
                _ => {
                    let child = self.children(key, child, resolver, dialect, &at())?;
                    copy.insert(key.clone(), child);
                }
            }
        }
        for to in more {
            refer_also(&mut copy, to);
        }
        if draft != self.draft {
            dialect::translate(&mut copy, draft);
        }
        Ok(Value::Object(copy))
    }

    /// What stands under a keyword, with its subschemas copied.
    fn children(
        &mut self,
        key: &str,
        child: &'r Value,
        resolver: &Resolver<'r>,
        dialect: Dialect,
        place: &str,
    ) -> Result<Value, Stop> {
        match (holds(dialect.draft, key), child) {
            (Some(Holds::Schemas), Value::Object(_)) => {
                self.subschema(child, resolver, dialect, place)
            }
            (Some(Holds::Schemas), Value::Array(items)) => {
                let copies = items.iter().enumerate().map(|(at, item)| {
                    self.subschema(item, resolver, dialect, &format!("{place}/{at}"))
                });
                Ok(Value::Array(copies.collect::<Result<_, _>>()?))
            }
            (Some(Holds::Named), Value::Object(members)) => {
                let copies = members.iter().map(|(name, member)| {
                    let at = format!("{place}/{}", escape(name));
                    Ok((name.clone(), self.subschema(member, resolver, dialect, &at)?))
                });
                Ok(Value::Object(copies.collect::<Result<_, Stop>>()?))
            }
            _ => Ok(child.clone()),
        }
    }

    fn subschema(
        &mut self,
        schema: &'r Value,
        resolver: &Resolver<'r>,
        around: Dialect,
        place: &str,
    ) -> Result<Value, Stop> {
        if !schema.is_object() {
            return Ok(schema.clone());
        }
        let own = dialect::detect(schema, around, self.library).map_err(Stop::Failed)?;
        let resolver = enter(resolver, own.draft, schema, place)?;
        self.schema(schema, &resolver, own, place)
    }

    /// The pointer into the copy that says what `reference` says at `place`.
    fn target(
        &mut self,
        resolver: &Resolver<'r>,
        reference: &str,
        way: Way,
        place: &str,
    ) -> Result<Value, Stop> {
        let found = match way {
            Way::Direct => resolver.lookup(reference),
            Way::Recursive => resolver.lookup_recursive_ref(),
        };
        let found = found.map_err(|error| Stop::Failed(lost(reference, place, &error)))?;
        let (schema, resolver, draft) = found.into_inner();
        let dialect = self.dialect_there(schema, &resolver, draft)?;
        let target = (address(schema), self.scopes.of(&resolver));
        if let Some(name) = self.names.get(&target) {
            return Ok(self.pointer_to(name));
        }
        if self.names.len() >= MAX_DEFINITIONS {
            return Err(Stop::Failed(
                Error::new(
                    Stage::Parse,
                    format!("the references lead to more than {MAX_DEFINITIONS} schemas"),
                )
                .at(place)
                .with_help("name fewer dynamic anchors, or refer to them from fewer documents"),
            ));
        }
        let place = self.place_of(schema, &resolver, reference);
        let name = self.name_for(&place);
        self.places.push((format!("/{}/{}", self.key(), escape(&name)), place.clone()));
        self.names.insert(target, name.clone());
        let pointer = self.pointer_to(&name);
        self.waiting.push_back(Definition { name, schema, resolver, dialect, place });
        Ok(pointer)
    }

    /// The dialect of what a reference leads to.
    fn dialect_there(
        &self,
        schema: &Value,
        resolver: &Resolver<'_>,
        draft: Draft,
    ) -> Result<Dialect, Stop> {
        let around = if draft == Draft::Unknown {
            // The document that the schema stands in says which meta-schema it has.
            let newest = Dialect::of(Draft::default());
            match resolver.lookup("") {
                Ok(document) => dialect::detect(document.contents(), newest, self.library),
                Err(_) => Ok(newest),
            }
        } else {
            Ok(Dialect::of(draft))
        };
        let around = around.map_err(Stop::Failed)?;
        dialect::detect(schema, around, self.library).map_err(Stop::Failed)
    }

    fn pointer_to(&self, name: &str) -> Value {
        if name.is_empty() {
            return json!("#");
        }
        json!(format!("#/{}/{}", self.key(), escape(name)))
    }

    /// Where a schema was written: a pointer into the author's document, or a URI.
    fn place_of(&self, schema: &Value, resolver: &Resolver<'_>, reference: &str) -> String {
        if let Some(pointer) = self.written_at.get(&address(schema)) {
            return pointer.clone();
        }
        let base = resolver.base_uri();
        match reference.split_once('#') {
            Some((_, fragment)) => format!("{}#{fragment}", base.as_str()),
            None => base.as_str().to_owned(),
        }
    }

    /// A name that no other definition has, after the last step of its place. Only what a pointer
    /// and a URI carry as it is stays in it.
    fn name_for(&mut self, place: &str) -> String {
        let last = place.trim_end_matches('#').rsplit(['/', '#']).next().unwrap_or_default();
        let plain: String =
            last.chars().filter(|c| c.is_ascii_alphanumeric() || "_.".contains(*c)).collect();
        let plain = if plain.is_empty() { "schema".to_owned() } else { plain };
        let count = self.asked.entry(plain.clone()).or_default();
        *count += 1;
        // No plain name has a hyphen.
        if *count == 1 { plain } else { format!("{plain}-{count}") }
    }
}

/// How a reference is followed.
#[derive(Clone, Copy)]
enum Way {
    Direct,
    Recursive,
}

/// The resolver of what stands inside of `schema`, which may have a base of its own.
fn enter<'r>(
    resolver: &Resolver<'r>,
    draft: Draft,
    schema: &Value,
    place: &str,
) -> Result<Resolver<'r>, Stop> {
    resolver.in_subresource(draft.create_resource_ref(schema)).map_err(|error| {
        let keyword = draft.id_keyword();
        Stop::Failed(
            Error::new(Stage::Parse, format!("the `{keyword}` is not a URI"))
                .at(format!("{place}/{keyword}"))
                .with_keyword(keyword)
                .with_cause(error),
        )
    })
}

/// Whether a keyword speaks of the document, of which the copy is none, or holds what only references
/// lead to.
fn is_of_document(key: &str, child: &Value, draft: Draft) -> bool {
    match key {
        "$anchor" | "$dynamicAnchor" | "$recursiveAnchor" | "$schema" | "$vocabulary" | "$id"
        | "$defs" | "definitions" => true,
        "id" => draft == Draft::Draft4 && child.is_string(),
        _ => false,
    }
}

/// Adds a second reference to a schema.
fn refer_also(schema: &mut Map<String, Value>, to: Value) {
    if !schema.contains_key("$ref") {
        schema.insert("$ref".into(), to);
        return;
    }
    let all = schema.entry("allOf").or_insert_with(|| json!([]));
    if let Value::Array(all) = all {
        all.push(json!({ "$ref": to }));
    }
}

/// Whether a dynamic reference leads to the very schema it stands in, of which it asks nothing new.
fn leads_back(found: Result<Resolved<'_>, referencing::Error>, schema: &Value) -> bool {
    found.is_ok_and(|found| std::ptr::eq(found.contents(), schema))
}

fn lost(reference: &str, place: &str, error: &referencing::Error) -> Error {
    let keyword = place.rsplit('/').next().unwrap_or_default().to_owned();
    Error::new(Stage::Parse, format!("the reference `{reference}` leads nowhere"))
        .at(place)
        .with_keyword(keyword)
        .with_cause(error.to_string())
        .with_help("put the schema it names under `$defs`, or hand its document over: `document(uri, &schema)`")
}

fn note_pointers(value: &Value, pointer: String, found: &mut BTreeMap<usize, String>) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                note_pointers(item, format!("{pointer}/{at}"), found);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                note_pointers(member, format!("{pointer}/{}", escape(name)), found);
            }
        }
        _ => {}
    }
    found.insert(address(value), pointer);
}

/// Which value of a document this is: only compared, and never shown.
fn address(value: &Value) -> usize {
    std::ptr::from_ref(value) as usize
}
