//! Narrowed copies: a place with every choice taken, as a schema of its own.
//!
//! `anyOf: [A, B]` with `A` taken becomes `allOf: [A]` in the same position, so that keywords that
//! look at their neighbours (`unevaluatedProperties`, `additionalProperties`) see what they saw.

mod alone;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::outline::{Outline, Picks, Place, PlaceId, local_pointer, pointer_below};
use super::wide::{CHOICES, Part, Search, Site, hide, hide_below};
use crate::error::Error;
use crate::parse::keywords::anything;
use crate::parse::references::schema_at;

/// The key of the document's root under which the narrowed schemas stand.
const NARROWED_KEY: &str = "x-foundry-narrowed";

/// What belongs to a document, which its root carries, and what is narrowed by itself.
const LEFT_OUT: [&str; 8] =
    ["$id", "id", "$schema", "$defs", "definitions", "$anchor", "allOf", NARROWED_KEY];

/// The planning copy with its narrowed schemas, and where each of them stands.
pub(crate) struct Narrowed<'d> {
    /// The planning copy itself, where no choice is taken and none is hidden.
    pub(crate) document: Cow<'d, Value>,
    pub(crate) pointers: BTreeMap<PlaceId, String>,
}

/// Adds a schema for every place whose choices are taken.
pub(crate) fn narrow<'d>(
    document: &'d Value,
    outline: &Outline<'_>,
    search: Option<&Search<'_>>,
) -> Result<Narrowed<'d>, Error> {
    let mut schemas = Map::new();
    let mut pointers = BTreeMap::new();
    for (id, place) in outline.narrowed() {
        let name = schemas.len().to_string();
        pointers.insert(id, format!("/{NARROWED_KEY}/{name}"));
        schemas.insert(name, narrow_place(document, place, search)?);
    }
    let mut document = match search {
        Some(search) => Cow::Owned(hide(document, search.hidden())),
        None => Cow::Borrowed(document),
    };
    if !schemas.is_empty()
        && let Value::Object(root) = document.to_mut()
    {
        root.insert(NARROWED_KEY.into(), Value::Object(schemas));
    }
    Ok(Narrowed { document, pointers })
}

fn narrow_place(
    document: &Value,
    place: &Place<'_>,
    search: Option<&Search<'_>>,
) -> Result<Value, Error> {
    let narrower = Narrower { document, picks: &place.picks, search };
    let seeds = place.seeds.iter();
    let all = seeds.map(|seed| narrower.narrow_schema(seed, &mut Vec::new()));
    Ok(match <[Value; 1]>::try_from(all.collect::<Result<Vec<_>, _>>()?) {
        Ok([single]) => single,
        Err(all) => json!({ "allOf": all }),
    })
}

struct Narrower<'a> {
    document: &'a Value,
    picks: &'a Picks,
    search: Option<&'a Search<'a>>,
}

impl Narrower<'_> {
    /// The schema at `pointer` with the branches of the picks in the place of the choices.
    fn narrow_schema(&self, pointer: &str, inside: &mut Vec<String>) -> Result<Value, Error> {
        let Some(schema) = schema_at(self.document, pointer) else { return Ok(anything()) };
        let Value::Object(map) = schema else { return Ok(schema.clone()) };
        // A reference that circles back holds already; repeating it says nothing new.
        if inside.iter().any(|outer| outer == pointer) {
            return Ok(anything());
        }
        inside.push(pointer.to_owned());
        let is_hidden = |key: &str| {
            let keyword = if matches!(key, "then" | "else") { "if" } else { key };
            let choice = CHOICES.into_iter().find(|choice| *choice == keyword);
            let hidden = self.search.map(Search::hidden);
            choice.is_some_and(|choice| hidden.is_some_and(|hidden| hidden.has(pointer, choice)))
        };
        let kept =
            map.iter().filter(|(key, _)| !LEFT_OUT.contains(&key.as_str()) && !is_hidden(key));
        let mut copy: Map<String, Value> =
            kept.map(|(key, value)| (key.clone(), value.clone())).collect();
        let mut all = Vec::new();
        let target = map.get("$ref").and_then(Value::as_str).and_then(local_pointer);
        if let Some(target) = target
            && reaches_pick(self.document, &target, self.picks, &mut Vec::new())
        {
            copy.remove("$ref");
            all.push(self.narrow_schema(&target, inside)?);
        }
        if let Some(Value::Array(items)) = map.get("allOf") {
            for at in 0..items.len() {
                let branch = format!("{pointer}/allOf/{at}");
                all.push(self.narrow_schema(&branch, inside)?);
            }
        }
        self.narrow_hidden(pointer, map, &mut all, inside)?;
        for keyword in ["anyOf", "oneOf"] {
            if !copy.contains_key(keyword) {
                continue;
            }
            if let Some(branch) = self.picks.get(&(pointer.to_owned(), keyword)) {
                copy.remove(keyword);
                let at = format!("{pointer}/{keyword}/{branch}");
                all.push(self.narrow_schema(&at, inside)?);
                if keyword == "oneOf" {
                    all.extend(alone::others_fail(map, *branch));
                }
            }
        }
        inside.pop();
        let mut copy = Value::Object(copy);
        if let Some(search) = self.search {
            hide_below(&mut copy, pointer, search.hidden());
        }
        if !all.is_empty() {
            copy["allOf"] = Value::Array(all);
        }
        Ok(copy)
    }

    /// The same for the choices that are hidden from the canonical form.
    fn narrow_hidden(
        &self,
        pointer: &str,
        map: &Map<String, Value>,
        all: &mut Vec<Value>,
        inside: &mut Vec<String>,
    ) -> Result<(), Error> {
        let Some(search) = self.search else { return Ok(()) };
        for keyword in CHOICES {
            if !search.hidden().has(pointer, keyword) {
                continue;
            }
            let Some(value) = map.get(keyword) else { continue };
            let sites: Vec<Site> = match value {
                Value::Object(names) if keyword.starts_with("depend") => {
                    let at = |name| pointer_below(pointer, keyword, name);
                    names.keys().map(|name| (at(name), keyword)).collect()
                }
                _ => vec![(pointer.to_owned(), keyword)],
            };
            for site in sites {
                let Some(branch) = self.picks.get(&site) else { continue };
                for part in search.parts(&site, *branch)? {
                    all.push(match part {
                        Part::At(at) => self.narrow_schema(&at, inside)?,
                        Part::Not(at) => {
                            let schema = schema_at(self.document, &at).cloned();
                            let mut schema = schema.unwrap_or_else(anything);
                            hide_below(&mut schema, &at, search.hidden());
                            json!({ "not": schema })
                        }
                        Part::Inline(schema) => schema,
                    });
                }
            }
        }
        Ok(())
    }
}

/// Whether a branch was taken at the schema at `pointer` or at one that holds with it.
fn reaches_pick(document: &Value, pointer: &str, picks: &Picks, seen: &mut Vec<String>) -> bool {
    let is_below = |at: &str, keyword: &str| {
        at.strip_prefix(pointer).is_some_and(|rest| {
            rest.is_empty() || rest.strip_prefix('/').is_some_and(|rest| rest.starts_with(keyword))
        })
    };
    if picks.keys().any(|(at, keyword)| is_below(at, keyword)) {
        return true;
    }
    if seen.iter().any(|known| known == pointer) {
        return false;
    }
    seen.push(pointer.to_owned());
    let Some(Value::Object(map)) = schema_at(document, pointer) else { return false };
    let target = map.get("$ref").and_then(Value::as_str).and_then(local_pointer);
    if target.is_some_and(|target| reaches_pick(document, &target, picks, seen)) {
        return true;
    }
    let parts = map.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
    (0..parts).any(|at| reaches_pick(document, &format!("{pointer}/allOf/{at}"), picks, seen))
}
