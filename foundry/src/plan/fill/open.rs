//! Members whose names the contract leaves open: from patterns, from `propertyNames`, or made up.

use jsonschema::canonical::{CanonicalView, ObjectView};
use serde_json::Value;

use super::object::cardinality;
use super::spot::Parent;
use super::{Filler, Spot};
use crate::config::Config;
use crate::error::Error;
use crate::plan::Given;
use crate::plan::hints::Hints;
use crate::plan::node::{Hooks, Kind, Literal, NodeId, Object, OpenMembers, Text, TextSource};
use crate::plan::outline::{Step, compile, escape};
use crate::seed::{Path, Seed};

/// So many names of one pattern are held against another one.
const TRIED_NAMES: u64 = 16;

/// Patterns of more texts are drawn from, and not held against each other name by name.
const FEW_NAMES: u64 = 64;

/// How many open members a map has where nothing else is said.
const DEFAULT_OPEN: u64 = 4;

/// How many open members stand beside declared ones where nothing else is said.
const DEFAULT_OPEN_BESIDE: u64 = 2;

impl Filler<'_> {
    /// Members whose names the contract leaves open, where the author speaks of them or the least
    /// number of members asks for them.
    pub(super) fn open_members(
        &mut self,
        parent: &Parent<'_>,
        view: &ObjectView,
        hints: &Hints,
        object: &mut Object,
    ) -> Result<(), Error> {
        let spot = parent.spot;
        let keys = match &hints.keys {
            Some(schema) => Some(self.key_from_hint(schema)?),
            None => None,
        };
        let speaks = spot.place.is_some_and(|place| self.outline.get(place).speaks_of_open());
        let needs_more = object.min > object.members.len() as u64;
        let mut reserved = Vec::new();
        for (pattern, schema) in &view.pattern_properties {
            reserved.extend(compile(pattern));
            let key = match keys {
                Some(key) => key,
                None => self.key_of_pattern(spot, pattern, view)?,
            };
            if keys.is_none() && self.shared_names(parent, pattern, key, view, object)? {
                continue;
            }
            // A name may match another pattern too: then both schemas hold, or the name is left out.
            let mut schema = schema.clone();
            let mut elsewhere = Vec::new();
            for (other, others_schema) in &view.pattern_properties {
                let Some(regex) = compile(other).filter(|_| other != pattern) else { continue };
                if self.are_all_matched(key, &regex) {
                    let both = schema.intersect(others_schema);
                    schema = both.map_err(|error| super::canonical_error(&error))?;
                } else {
                    elsewhere.push(regex);
                }
            }
            let child = self.child(parent, Step::Pattern(pattern), None, schema);
            let child = parent.hand_down(child);
            let value = self.fill(child)?;
            if self.is_nothing(value) {
                continue;
            }
            object.open.push(OpenMembers { key, value, reserved: elsewhere, names: None });
        }
        // Names that nobody spoke of are made up only where no others are to be had, and where a rule
        // has to be broken: often no other name breaks it.
        let is_sought = !view.violations.is_empty();
        // Of an object of which nothing is said at all, only made-up names tell anything.
        let is_blank = !self.is_typed && object.members.is_empty() && view.properties.is_empty();
        let is_needed = needs_more || is_sought || is_blank || (self.is_lenient && object.min > 0);
        // What only leads back to an object that is still being filled has no value by itself.
        let leads_back =
            |open: &OpenMembers| matches!(self.nodes[open.value.index()].kind, Kind::Pending);
        let is_short = is_needed && object.open.iter().all(leads_back);
        if !(speaks || is_short) || (keys.is_some() && !object.open.is_empty()) {
            return Ok(());
        }
        let schema = match &view.additional_properties {
            Some(schema) => schema.clone(),
            None => self.forms.anything()?,
        };
        let mut child = self.child(parent, Step::OpenMember, None, schema);
        // The form says nothing of members that no object may have, so it may say less than the place.
        child.is_complete &= view.additional_properties.is_some();
        let child = parent.hand_down(child);
        let value = self.fill(child)?;
        if self.is_nothing(value) {
            return Ok(());
        }
        let key = match keys {
            Some(key) => Some(key),
            None => self.key_of_names(spot, view)?,
        };
        if let Some(key) = key {
            object.open.push(OpenMembers { key, value, reserved, names: None });
        }
        Ok(())
    }

    /// Adds the members of a pattern that has few texts, some of which other patterns match too: for those, all schemas hold.
    /// `false` where there are none.
    fn shared_names(
        &mut self,
        parent: &Parent<'_>,
        pattern: &str,
        key: NodeId,
        view: &ObjectView,
        object: &mut Object,
    ) -> Result<bool, Error> {
        let others = view.pattern_properties.iter().filter(|(other, _)| *other != pattern);
        let others: Vec<_> =
            others.filter_map(|(other, schema)| Some((compile(other)?, schema))).collect();
        let Some(names) = self.few_names(key).filter(|_| !others.is_empty()) else {
            return Ok(false);
        };
        let mut groups: Vec<(Vec<usize>, Vec<String>)> = Vec::new();
        for name in names {
            let matched: Vec<usize> =
                (0..others.len()).filter(|at| others[*at].0.is_match(&name)).collect();
            match groups.iter_mut().find(|(of, _)| *of == matched) {
                Some((_, names)) => names.push(name),
                None => groups.push((matched, vec![name])),
            }
        }
        if groups.iter().all(|(matched, _)| matched.is_empty()) {
            return Ok(false);
        }
        for (matched, mut names) in groups {
            // Those that a pattern before this one has listed are there already.
            names.retain(|name| !is_listed(object, name));
            if names.is_empty() {
                continue;
            }
            let mut schema = view.pattern_properties[pattern].clone();
            for at in matched {
                schema = schema
                    .intersect(others[at].1)
                    .map_err(|error| super::canonical_error(&error))?;
            }
            let child = self.child(parent, Step::Pattern(pattern), None, schema);
            let mut child = parent.hand_down(child);
            child.is_complete = false;
            let value = self.fill(child)?;
            if self.is_nothing(value) {
                continue;
            }
            let literals = names.iter().cloned().map(Value::String).map(Literal::new).collect();
            let key =
                self.push(self.nodes[key.index()].pointer.clone(), Kind::Literal(literals))?;
            object.open.push(OpenMembers { key, value, reserved: Vec::new(), names: Some(names) });
        }
        Ok(true)
    }

    /// The texts of a pattern, where there are at most [`FEW_NAMES`].
    fn few_names(&self, key: NodeId) -> Option<Vec<String>> {
        match &self.nodes[key.index()].kind {
            Kind::Text(Text { source: TextSource::Pattern(pattern), .. }) => {
                let count = pattern.count().filter(|count| *count <= FEW_NAMES)?;
                (0..count).map(|nth| pattern.nth(nth)).collect()
            }
            Kind::Literal(names) => {
                let names = names.iter().map(|name| name.value.get().as_str());
                names.map(|name| name.map(str::to_owned)).collect()
            }
            _ => None,
        }
    }

    /// The keys of a map whose type says more of them than the schema does: a plan of their own,
    /// since no subschema of the contract describes them.
    fn key_from_hint(&mut self, schema: &Value) -> Result<NodeId, Error> {
        let contract = self.contract.of_keys(schema);
        // Paths of policies lead to values, not to keys.
        let config = Config { policies: Vec::new(), ..self.config.clone() };
        let given = Given { registry: self.factory.registry, config: &config, is_lenient: false };
        let filled = crate::plan::fill_contract(&contract, given)?;
        let offset = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        for mut node in filled.nodes {
            node.kind.shift(offset);
            self.nodes.push(node);
        }
        Ok(NodeId(filled.root.0 + offset))
    }

    /// Whether every one of some names that `key` draws matches `pattern`.
    fn are_all_matched(&self, key: NodeId, pattern: &regex::Regex) -> bool {
        let Kind::Text(Text { source: TextSource::Pattern(names), .. }) =
            &self.nodes[key.index()].kind
        else {
            return false;
        };
        (0..TRIED_NAMES).all(|row| {
            let mut name = String::new();
            names.draw(&mut Seed::from(0).row(row).stream(Path::ROOT), &mut name);
            pattern.is_match(&name)
        })
    }

    fn key_of_pattern(
        &mut self,
        spot: &Spot,
        pattern: &str,
        view: &ObjectView,
    ) -> Result<NodeId, Error> {
        let pointer = format!("{}/patternProperties/{}", self.pointer_of(spot), escape(pattern));
        let mut patterns = vec![pattern.to_owned()];
        let (mut min, mut max) = (0, None);
        let mut check = None;
        if let Some(names) = &view.property_names {
            let names = self.resolve(names.clone(), None)?;
            if let CanonicalView::String(names) = names.view() {
                patterns.extend(names.patterns);
                min = cardinality(names.min_length.as_ref()).unwrap_or(0);
                max = cardinality(names.max_length.as_ref());
            }
            check = Some(self.judge.verify_form(pointer.clone(), &names)?);
        }
        let source = self.pattern_source(&pointer, &patterns, &[], min, max)?;
        let kind = match source {
            Ok(source) => Kind::Text(Text { source, min, max }),
            Err(_) => Kind::Nothing,
        };
        let key = self.push(pointer, kind)?;
        if let Some(check) = check {
            // Of few names those that are valid are listed.
            if let Some(names) = self.few_names(key) {
                let names = names.into_iter().map(Value::String).filter(|name| check.admits(name));
                let names: Vec<Literal> = names.map(Literal::new).collect();
                let is_none = names.is_empty();
                self.nodes[key.index()].kind =
                    if is_none { Kind::Nothing } else { Kind::Literal(names) };
                return Ok(key);
            }
            let hooks = Hooks { verify: vec![check], ..Hooks::default() };
            self.nodes[key.index()].hooks = Some(Box::new(hooks));
        }
        Ok(key)
    }

    fn key_of_names(&mut self, spot: &Spot, view: &ObjectView) -> Result<Option<NodeId>, Error> {
        let pointer = format!("{}/propertyNames", self.pointer_of(spot));
        let Some(names) = &view.property_names else {
            let text = Text { source: TextSource::Words, min: 1, max: Some(12) };
            return self.push(pointer, Kind::Text(text)).map(Some);
        };
        let names = self.resolve(names.clone(), None)?;
        if let CanonicalView::Enum(_) | CanonicalView::Const(_) = names.view() {
            let values = match names.view() {
                CanonicalView::Enum(values) => values,
                CanonicalView::Const(value) => vec![value],
                _ => Vec::new(),
            };
            let free = values.into_iter().filter(|value| {
                value.as_str().is_some_and(|name| !view.properties.contains_key(name))
            });
            let literals: Vec<_> = free.map(Literal::new).collect();
            if literals.is_empty() {
                return Ok(None);
            }
            return self.push(pointer, Kind::Literal(literals)).map(Some);
        }
        let child = Spot {
            place: None,
            canonical: names,
            is_complete: false,
            branch_of: None,
            matched: Vec::new(),
            inherited: None,
            member: None,
            around: None,
            is_distinct: false,
        };
        self.fill(child).map(Some)
    }

    pub(super) fn open_lengths(&self, object: &Object, hints: &Hints) -> (u64, u64) {
        let always = object.always();
        let least = object.min.saturating_sub(object.members.len() as u64);
        let most = object.max.map_or(u64::MAX, |max| max.saturating_sub(always));
        let default = if object.members.is_empty() { DEFAULT_OPEN } else { DEFAULT_OPEN_BESIDE };
        let asked = self.asked_lengths(hints);
        let (low, high) = asked.unwrap_or((0, default));
        if object.open.is_empty() {
            return (0, 0);
        }
        let low = low.clamp(least, most.max(least));
        let high = if asked.is_some() { high } else { high.saturating_add(least) };
        (low, high.clamp(low, most.max(low)))
    }
}

/// Whether a pattern lists a name.
fn is_listed(object: &Object, name: &String) -> bool {
    object.open.iter().filter_map(|open| open.names.as_ref()).any(|names| names.contains(name))
}
