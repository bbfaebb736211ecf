//! Objects: the author's names in the author's order.

use ahash::AHashSet;
use jsonschema::canonical::{CanonicalSchema, CanonicalView, ObjectView};
use serde_json::{Number, Value};

use super::names::NameRule;
use super::spot::Parent;
use super::{Filler, Spot};
use crate::error::{Error, Stage};
use crate::generators::ValueType;
use crate::instance::PreparedName;
use crate::plan::form::admits_nothing;
use crate::plan::hints::Hints;
use crate::plan::node::{Absent, Hooks, Kind, Member, Object, Presence};
use crate::plan::outline::{Step, compile, escape, matches};
use crate::plan::wide::{MAX_NAMES, too_many_names};
use crate::seed::hash_name;

impl Filler<'_> {
    pub(super) fn object(
        &mut self,
        spot: &Spot,
        view: &ObjectView,
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        let lengths = lengths(view.min_properties.as_ref(), view.max_properties.as_ref());
        if let Some(served) = self.served_whole(spot, (ValueType::Object, lengths), hints, hooks)? {
            return Ok(served);
        }
        // Names are held against patterns by the regexes of Rust, which know no look-around.
        let is_unread = |pattern: &String| compile(pattern).is_none();
        if !view.violations.is_empty() || view.pattern_properties.keys().any(is_unread) {
            hooks.verify.extend(self.verify(spot)?);
        }
        let mut object = Object { min: lengths.0, max: lengths.1, ..Object::default() };
        let required: AHashSet<&String> = view.required.iter().collect();
        let rule = self.name_rule(view.property_names.as_ref())?;
        let names = self.member_names(spot, view);
        if names.len() > MAX_NAMES {
            return Err(too_many_names(&self.pointer_of(spot)));
        }
        let parent = self.parent(spot);
        for name in names {
            let is_required = required.contains(&name);
            let absent = if is_required {
                None
            } else {
                self.absent(spot, &name, hints.written.get(&name))?
            };
            if let Some(member) = self.member(&parent, view, &rule, &name, absent)? {
                object.members.push(member);
                continue;
            }
            self.note_missing(spot, &name, is_required);
            if is_required {
                return Ok(Kind::Nothing);
            }
        }
        let drawn: AHashSet<&str> = object.members.iter().map(|m| m.name.as_str()).collect();
        let barred = view.properties.keys().filter(|name| !drawn.contains(name.as_str()));
        object.barred = barred.cloned().collect();
        self.open_members(&parent, view, hints, &mut object)?;
        let least = object.members.iter().filter(|m| m.presence == Presence::Always).count() as u64;
        if object.max.is_some_and(|max| max < least.max(object.min)) {
            return Ok(Kind::Nothing);
        }
        if object.open.is_empty() && object.min > object.members.len() as u64 {
            return Ok(Kind::Nothing);
        }
        object.lengths = self.open_lengths(&object, hints);
        object.is_seldom_empty = self.fills_up(hints);
        object.extra = self.extra(spot, view, hints, &object)?;
        object.is_closed = is_closed(view, &rule, &object);
        Ok(Kind::Object(object))
    }

    /// Declared names in their order, then required ones that nobody declared.
    fn member_names(&self, spot: &Spot, view: &ObjectView) -> Vec<String> {
        let mut names: Vec<String> = match spot.place {
            Some(place) => {
                self.outline.get(place).declared().into_iter().map(str::to_owned).collect()
            }
            // Nobody wrote this place down: the form is all there is.
            None => view.properties.keys().cloned().collect(),
        };
        let known: AHashSet<&String> = names.iter().collect();
        let undeclared = view.required.iter().filter(|name| !known.contains(*name));
        let undeclared: Vec<String> = undeclared.cloned().collect();
        names.extend(undeclared);
        // Names that `propertyNames` lists are the author's too; the form has made members of them.
        let listed = match view.property_names.as_ref().map(CanonicalSchema::view) {
            Some(CanonicalView::Enum(values)) => values,
            Some(CanonicalView::Const(value)) => vec![value],
            _ => Vec::new(),
        };
        let listed = listed.iter().filter_map(Value::as_str);
        let listed = listed.filter(|name| view.properties.contains_key(*name));
        let listed: Vec<String> = listed.map(str::to_owned).collect();
        if !listed.is_empty() {
            let known: AHashSet<String> = names.iter().cloned().collect();
            names.extend(listed.into_iter().filter(|name| !known.contains(name)));
        }
        let spelled = self.spelled_names(spot, view, &names);
        names.extend(spelled);
        names
    }

    /// Names that a pattern of the author's says in full, such as `^name$`: the form has made members of them.
    fn spelled_names(&self, spot: &Spot, view: &ObjectView, known: &[String]) -> Vec<String> {
        let Some(place) = spot.place.filter(|_| !self.is_typed) else { return Vec::new() };
        let written = self.outline.get(place).firm();
        let written = written.filter_map(|one| one.schema.get("patternProperties")?.as_object());
        let patterns = written.flat_map(|patterns| patterns.keys());
        let folded = patterns.filter(|pattern| !view.pattern_properties.contains_key(*pattern));
        let known: AHashSet<&String> = known.iter().collect();
        let is_member = |name: &String| {
            let schema = view.properties.get(name);
            schema.is_some_and(|schema| !admits_nothing(schema)) && !known.contains(name)
        };
        let mut spelled = AHashSet::new();
        let names = folded.filter_map(|pattern| spelled_name(pattern)).filter(is_member);
        names.filter(|name| spelled.insert(name.clone())).collect()
    }

    /// What stands for an optional member that is not drawn; `None` where it has to be. `written` is what is
    /// known of a member that serde writes in any case.
    fn absent(
        &mut self,
        spot: &Spot,
        name: &str,
        written: Option<&Value>,
    ) -> Result<Option<Absent>, Error> {
        let Some(known) = written else { return Ok(Some(Absent::Missing)) };
        Ok(match known.get("default") {
            None => Some(Absent::Null),
            // What serde makes of a missing member may break the rules of the type itself.
            Some(default) => {
                self.admits(spot, name, default)?.then(|| Absent::Default(default.clone()))
            }
        })
    }

    /// The member `name`; `None` where it has no value. One for which nothing else stands is always there.
    fn member(
        &mut self,
        parent: &Parent<'_>,
        view: &ObjectView,
        rule: &NameRule,
        name: &str,
        absent: Option<Absent>,
    ) -> Result<Option<Member>, Error> {
        if self.is_typed {
            self.refuse_tag_twice(parent.spot, name)?;
        }
        let Some(canonical) = self.member_schema(view, rule, name)? else { return Ok(None) };
        let mut child = self.child(parent, Step::Member(name), Some(name), canonical);
        // The form says nothing of a member that no object has room for, so it may say less than the place.
        child.is_complete &= view.properties.contains_key(name);
        let child = parent.hand_down(child);
        let hints = self.hints_of(&child);
        let said = hints.presence.is_some().then(|| child.clone());
        let node = self.fill(child)?;
        if self.is_nothing(node) {
            return Ok(None);
        }
        if let Some(child) = said.filter(|_| absent.is_some()) {
            self.heed_member(node, &child, &hints);
        }
        let probability = hints.presence.unwrap_or(self.config.presence);
        Ok(Some(Member {
            name: PreparedName::new(name),
            name_at: None,
            hash: hash_name(name),
            node,
            presence: absent
                .as_ref()
                .map_or(Presence::Always, |_| Presence::Sometimes(probability)),
            is_asked: hints.presence.is_some(),
            absent: absent.unwrap_or(Absent::Missing),
            recursive: false,
        }))
    }

    /// Whether every schema of the member `name` takes `value`.
    fn admits(&mut self, spot: &Spot, name: &str, value: &Value) -> Result<bool, Error> {
        let place = spot.place.and_then(|place| self.outline.child(place, Step::Member(name)));
        let Some(place) = place else { return Ok(true) };
        for pointer in self.outline.get(place).seeds.clone() {
            if !self.judge.verify(&pointer)?.admits(value) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// serde takes the tag of an enum for itself: a member of that name inside of a variant is never
    /// read. schemars writes such a variant as a reference with the tag beside it.
    fn refuse_tag_twice(&self, spot: &Spot, name: &str) -> Result<(), Error> {
        let Some(place) = spot.place else { return Ok(()) };
        let place = self.outline.get(place);
        let tag = place.firm().find(|conjunct| {
            let constant = || conjunct.property(name).and_then(|schema| schema.get("const"));
            conjunct.schema.contains_key("$ref") && constant().is_some_and(Value::is_string)
        });
        let Some(tag) = tag else { return Ok(()) };
        let is_twice = place.firm().any(|other| {
            other.pointer != tag.pointer
                && other.property(name).is_some_and(|schema| schema.get("const").is_none())
        });
        if !is_twice {
            return Ok(());
        }
        Err(Error::new(
            Stage::Plan,
            format!("the tag `{name}` is also a member of what its variant holds"),
        )
        .at(format!("{}/properties/{}", tag.pointer, escape(name)))
        .with_help("serde reads the name once: rename the tag of the enum, or the field"))
    }

    /// The form of the member `name`; `None` where the name itself is not allowed.
    fn member_schema(
        &self,
        view: &ObjectView,
        names: &NameRule,
        name: &str,
    ) -> Result<Option<CanonicalSchema>, Error> {
        if !names.admits(name) {
            return Ok(None);
        }
        let patterns = view.pattern_properties.iter().filter(|(p, _)| matches(p, name));
        let mut all: Vec<&CanonicalSchema> = patterns.map(|(_, schema)| schema).collect();
        match view.properties.get(name) {
            Some(schema) => all.insert(0, schema),
            None if all.is_empty() => all.extend(&view.additional_properties),
            None => {}
        }
        let mut all = all.into_iter();
        let Some(first) = all.next() else { return self.forms.anything().map(Some) };
        let mut sum = first.clone();
        for other in all {
            sum = sum.intersect(other).map_err(|error| super::canonical_error(&error))?;
        }
        Ok(Some(sum))
    }

    fn note_missing(&mut self, spot: &Spot, name: &str, is_required: bool) {
        let pointer = format!("{}/properties/{}", self.pointer_of(spot), escape(name));
        let is_forbidden = self.outline.schema_at(&pointer) == Some(&Value::Bool(false));
        if self.is_typed && !is_required && !is_forbidden {
            self.unreachable.push(
                Error::new(
                    crate::error::Stage::Plan,
                    format!("no value is valid for the property `{name}`"),
                )
                .at(pointer),
            );
        }
    }
}

/// Whether no other members are valid than those that have a value here.
fn is_closed(view: &ObjectView, rule: &NameRule, object: &Object) -> bool {
    let has_others = || {
        let others = view.additional_properties.as_ref();
        !(others.is_some_and(admits_nothing) && view.pattern_properties.is_empty())
    };
    match rule {
        NameRule::Never => true,
        NameRule::Listed(names) => {
            let is_known = |name: &String| {
                let mut members = object.members.iter().map(|member| member.name.as_str());
                view.properties.contains_key(name) || members.any(|member| member == name)
            };
            names.iter().all(is_known) || !has_others()
        }
        _ => !has_others(),
    }
}

/// The one text that a pattern such as `^name$` matches.
fn spelled_name(pattern: &str) -> Option<String> {
    let mut name = String::new();
    let mut characters = pattern.strip_prefix('^')?.strip_suffix('$')?.chars();
    while let Some(character) = characters.next() {
        let is_escaped = character == '\\';
        let character = if is_escaped { characters.next()? } else { character };
        let is_itself = if is_escaped {
            character.is_ascii_punctuation()
        } else {
            !regex_syntax::is_meta_character(character) || character == '-'
        };
        is_itself.then(|| name.push(character))?;
    }
    Some(name)
}

/// The least and the greatest count, as generators are told.
pub(super) fn lengths(least: Option<&Number>, greatest: Option<&Number>) -> (u64, Option<u64>) {
    (cardinality(least).unwrap_or(0), cardinality(greatest))
}

/// A count as the canonical form writes it; one beyond `u64` is as good as none.
pub(super) fn cardinality(number: Option<&Number>) -> Option<u64> {
    number.map(|number| number.as_u64().unwrap_or(u64::MAX))
}
