//! Objects whose schema is silent about members beyond the named ones: one more, now and then.

use std::collections::BTreeSet;

use ahash::AHashSet;
use jsonschema::canonical::ObjectView;
use serde_json::Value;

use super::{Filler, Spot};
use crate::error::Error;
use crate::generators::words::draw_text;
use crate::instance::PreparedName;
use crate::plan::hints::Hints;
use crate::plan::node::{Extra, Kind, Object};
use crate::seed::{Path, Row, Seed, hash_name};

/// How many names there are for such members, less those that the document mentions.
const EXTRA_NAMES: usize = 64;

/// The lengths of these names, in characters.
const NAME_LENGTHS: (u64, u64) = (3, 12);

impl Filler<'_> {
    /// The member that an object gets now and then beside its named ones: only in documents, where
    /// readers meet such members too, and only where its schema is silent about them. A type that is
    /// read would drop it.
    pub(super) fn extra(
        &mut self,
        spot: &Spot,
        view: &ObjectView,
        hints: &Hints,
        object: &Object,
    ) -> Result<Option<Extra>, Error> {
        let is_asked_away = self.asked_lengths(hints).is_some_and(|(_, most)| most == 0);
        if self.is_typed || self.config.extras <= 0.0 || is_asked_away {
            return Ok(None);
        }
        let is_silent = spot.place.is_some_and(|place| self.outline.get(place).is_silent_of_open());
        let is_free = view.additional_properties.is_none()
            && view.pattern_properties.is_empty()
            && view.property_names.is_none();
        let is_hinted = hints.keys.is_some() || hints.each.is_some();
        let is_named = object.open.is_empty() && !object.members.is_empty();
        if !(is_silent && is_free && is_named) || is_hinted {
            return Ok(None);
        }
        if self.extra.is_none() {
            self.extra = Some(self.shared_extra()?);
        }
        Ok(self.extra.clone().filter(|extra| !extra.names.is_empty()))
    }

    /// The same names and the same value for all objects of the document.
    fn shared_extra(&mut self) -> Result<Extra, Error> {
        let names: BTreeSet<String> =
            Seed::from(0).rows().take(EXTRA_NAMES).map(made_up_name).collect();
        // A name that stands anywhere in the document may mean something to a branch beside this one.
        let mut mentioned = AHashSet::new();
        collect_mentioned(self.contract.schema(), &mut mentioned);
        let names = names.iter().filter(|name| !mentioned.contains(name.as_str()));
        let names = names.map(|name| (hash_name(name), PreparedName::new(name))).collect();
        let value = self.push(String::new(), Kind::Anything)?;
        Ok(Extra { names, value })
    }
}

/// A name as open members have them.
fn made_up_name(row: Row) -> String {
    let (least, most) = NAME_LENGTHS;
    let mut name = String::new();
    draw_text(&mut row.stream(Path::ROOT), least, Some(most), &mut name);
    name
}

/// What is a key or a text of the document.
fn collect_mentioned<'d>(document: &'d Value, mentioned: &mut AHashSet<&'d str>) {
    match document {
        Value::String(text) => {
            mentioned.insert(text);
        }
        Value::Array(items) => items.iter().for_each(|item| collect_mentioned(item, mentioned)),
        Value::Object(members) => {
            for (name, value) in members {
                mentioned.insert(name);
                collect_mentioned(value, mentioned);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
