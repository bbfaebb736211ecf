//! Places that a registered generator serves: because they name it, or because it says so.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use jsonschema::types::JsonType;
use serde_json::Value;

use super::{Filler, Spot};
use crate::error::{Error, Stage};
use crate::generators::plain::BuiltIn;
use crate::generators::ranking::{BuiltIns, Ranked, rank};
use crate::generators::realistic::find_span;
use crate::generators::{CHOSEN_SHARE, Entry, Named, Slot, ValueType, draw_one};
use crate::instance::Instance;
use crate::plan::hints::Hints;
use crate::plan::node::{Custom, Hooks, Kind, Verify};
use crate::seed::{Path, Seed};

/// The name of the member that holds a value, and what the object around is called.
pub(crate) type Field = (Rc<str>, Option<Rc<str>>);

/// A longer title describes a document, and does not name it.
const MAX_TITLE_WORDS: usize = 3;

/// How many values are drawn on trial before a generator is chosen that nobody named.
const TRIED_VALUES: u32 = 64;

impl<'a> Filler<'a> {
    /// What planning has to know of the place besides its schema; `None` where the name of the field
    /// makes no difference.
    pub(super) fn known_field(&self, spot: &Spot) -> Option<Field> {
        let member = spot.member.as_ref()?;
        let registry = self.factory.registry;
        let is_known = if super::examples::is_of_scalars(&spot.canonical) {
            registry.knows_field(member, ValueType::is_text_or_number)
                || self.field_asks(spot).is_some()
        } else {
            registry.knows_field(member, |ty| !ty.is_text_or_number())
        };
        is_known.then(|| (Rc::clone(member), spot.around.clone()))
    }

    /// What the object at `spot` is called: its definition, else the member that holds it, else the
    /// type of the contract, or what its document calls the whole.
    pub(super) fn name_around(&self, spot: &Spot) -> Option<Rc<str>> {
        let pointer = self.pointer_of(spot);
        let mut segments = pointer.rsplit('/');
        let (last, above) = (segments.next().unwrap_or_default(), segments.next());
        if matches!(above, Some("$defs" | "definitions")) {
            return Some(referencing::unescape_segment(last).as_ref().into());
        }
        spot.member.clone().or_else(|| {
            let Some(name) = self.contract.type_name() else { return self.name_of_document() };
            let name = name.split('<').next()?;
            Some(name.rsplit("::").next().unwrap_or(name).into())
        })
    }

    /// The definition that the document is, or a title that is a name and no sentence.
    fn name_of_document(&self) -> Option<Rc<str>> {
        let said = |keyword: &str| self.contract.schema().get(keyword)?.as_str();
        let definition = said("$ref").and_then(|target| {
            let (above, name) = target.rsplit_once('/')?;
            let is_definition = above.ends_with("/$defs") || above.ends_with("/definitions");
            is_definition.then(|| referencing::unescape_segment(name))
        });
        let title = said("title")
            .filter(|title| title.split_whitespace().count() <= MAX_TITLE_WORDS)
            .map(Cow::Borrowed);
        definition.or(title).map(|name| name.as_ref().into())
    }

    /// The place as generators see it.
    pub(super) fn slot<'s>(&self, spot: &'s Spot, pointer: &'s str, ty: ValueType) -> Slot<'s>
    where
        'a: 's,
    {
        let mut wanted =
            Slot::new(ty, pointer, spot.member.as_deref(), self.factory.registry.services());
        // Nobody else asks.
        if self.factory.registry.has_added() {
            self.describe(&mut wanted, spot);
        }
        wanted
    }

    /// What is said of the place besides what its values are.
    pub(super) fn describe<'s>(&self, wanted: &mut Slot<'s>, spot: &'s Spot)
    where
        'a: 's,
    {
        wanted.around = spot.around.as_deref();
        wanted.schema = self.outline.schema_at(wanted.pointer);
        if let Some(place) = spot.place {
            let said = |key: &str| {
                let mut firm = self.outline.get(place).firm();
                firm.find_map(|conjunct| conjunct.schema.get(key).and_then(Value::as_str))
            };
            (wanted.title, wanted.description) = (said("title"), said("description"));
        }
    }

    /// The generator that the place names with `faker`, where it is not a built-in one.
    pub(super) fn named(
        &mut self,
        name: &str,
        spot: &Spot,
        wanted: &Slot<'_>,
        hooks: &mut Hooks,
    ) -> Result<Option<Kind>, Error> {
        let registry = self.factory.registry;
        registry.find(name).map_err(|error| error.at(wanted.pointer()).with_keyword("faker"))?;
        let Some(entry) = registry.added(name) else { return Ok(None) };
        if !entry.capability.may_serve(wanted.value_type()) {
            return Err(misnamed(name, wanted));
        }
        if !entry.capability.is_sure(wanted) {
            hooks.verify.extend(self.verify(spot)?);
        }
        let why = Some(("named".to_owned(), entry));
        self.build(&entry.named, wanted, Some("faker"), why).map(Some)
    }

    /// What a generator of the ranking draws; `None` where it is built in, or its values are mostly wrong
    /// here.
    pub(super) fn added(
        &mut self,
        one: &Ranked<'_>,
        spot: &Spot,
        wanted: &Slot<'_>,
        hooks: &mut Hooks,
    ) -> Result<Option<Kind>, Error> {
        let Some(entry) = one.added else { return Ok(None) };
        let why = format!("by its {}, score {}", one.level, one.score());
        let kind = self.build(&entry.named, wanted, None, Some((why, entry)))?;
        let is_sure = entry.capability.is_sure(wanted);
        // What is checked in any case, no capability speaks of: `not`, for one.
        if is_sure && hooks.verify.is_empty() {
            return Ok(Some(kind));
        }
        let Kind::Custom(custom) = &kind else { return Ok(None) };
        let checks = self.verify(spot)?;
        if !passes_often(&custom.named, &checks, wanted.pointer())? {
            return Ok(None);
        }
        if !is_sure {
            hooks.verify.extend(checks);
        }
        Ok(Some(kind))
    }

    /// Notes that a generator of the ranking would draw, did the place not say how its values are spread.
    pub(super) fn pass_over(
        &mut self,
        one: &Ranked<'_>,
        spot: &Spot,
        wanted: &Slot<'_>,
        hooks: &mut Hooks,
    ) {
        // Whether it would, only a trial tells; that it fails is nobody's concern.
        if hooks.passed_over.is_none()
            && let Some(entry) = one.added
            && let Ok(Some(_)) = self.added(one, spot, wanted, &mut Hooks::default())
        {
            hooks.passed_over = Some(Arc::clone(&entry.named.name));
        }
    }

    /// What a registered generator draws for a place of neither texts nor numbers, `lengths` of
    /// which are allowed: the one that the place names, else one that serves it by itself.
    pub(super) fn served_whole(
        &mut self,
        spot: &Spot,
        (ty, lengths): (ValueType, (u64, Option<u64>)),
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Option<Kind>, Error> {
        let has_lengths = ty != ValueType::Boolean && hints.lengths.is_some();
        let is_own = hints.faker.is_none() && (hints.spreads() || has_lengths);
        if is_own || (hints.faker.is_none() && !self.factory.registry.has_added()) {
            return Ok(None);
        }
        let pointer = self.pointer_of(spot);
        let mut wanted = self.slot(spot, &pointer, ty);
        wanted.lengths = lengths;
        let Some(name) = &hints.faker else {
            let ranked = rank(self.factory.registry, &wanted, BuiltIns::default());
            for one in ranked.iter().take_while(|one| one.added.is_some()) {
                if let Some(kind) = self.added(one, spot, &wanted, hooks)? {
                    return Ok(Some(kind));
                }
            }
            return Ok(None);
        };
        let serves = self.factory.registry.added(name).map(|entry| &entry.capability);
        let is_meant = match (ty, serves) {
            // What is named at a list is mostly for its elements.
            (ValueType::Array, Some(capability)) => capability.types.contains(&ty),
            (ValueType::Array, None) => return Ok(None),
            (_, Some(capability)) => capability.may_serve(ty),
            (ValueType::Boolean, None) if name == BuiltIn::Boolean.name() => return Ok(None),
            (_, None) => false,
        };
        match (is_meant, ty) {
            (true, _) => self.named(name, spot, &wanted, hooks),
            (false, ValueType::Array) => Ok(None),
            (false, _) => {
                let registry = self.factory.registry;
                registry.find(name).map_err(|error| error.at(&pointer).with_keyword("faker"))?;
                Err(misnamed(name, &wanted))
            }
        }
    }

    /// What a registered generator draws where the contract lists the values: the one that the place
    /// names, held against the list; and for `true` and `false` one that serves booleans by itself.
    pub(super) fn served_values(
        &mut self,
        spot: &Spot,
        values: &[Value],
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Option<Kind>, Error> {
        let Some(ty) = type_of_all(values) else {
            return match &hints.faker {
                Some(name) => Err(self.misplaced(name, spot)),
                None => Ok(None),
            };
        };
        let is_whole = |value: &bool| values.contains(&Value::Bool(*value));
        let kind = match &hints.faker {
            Some(name) if self.factory.registry.added(name).is_some() => {
                self.served_whole(spot, (ty, (0, None)), hints, hooks)?
            }
            Some(name) if ty == ValueType::Boolean && name == BuiltIn::Boolean.name() => None,
            Some(name) => return Err(self.misplaced(name, spot)),
            None if [true, false].iter().all(is_whole) => {
                self.served_whole(spot, (ty, (0, None)), hints, hooks)?
            }
            None => None,
        };
        kind.map(|kind| self.or_null(spot, hints, kind)).transpose()
    }

    /// What is drawn where the contract says nothing of the type: any value, unless the place names a
    /// generator.
    pub(super) fn anything(
        &mut self,
        spot: &Spot,
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        let Some(name) = hints.faker.as_ref().filter(|name| **name != BuiltIn::Anything.name())
        else {
            return Ok(Kind::Anything);
        };
        if let Some(ty) = self.type_of_named(name, spot)? {
            return self.bare(spot, json_type(ty), hints, hooks);
        }
        let pointer = self.pointer_of(spot);
        let wanted = self.slot(spot, &pointer, ValueType::Text);
        Ok(self.named(name, spot, &wanted, hooks)?.unwrap_or(Kind::Anything))
    }

    /// What the generator called `name` makes; `None` where it does not say.
    pub(super) fn type_of_named(
        &self,
        name: &str,
        spot: &Spot,
    ) -> Result<Option<ValueType>, Error> {
        let registry = self.factory.registry;
        let found = registry.find(name);
        found.map_err(|error| error.at(self.pointer_of(spot)).with_keyword("faker"))?;
        let is_named = |built_in: BuiltIn| built_in.name() == name;
        Ok(match registry.added(name) {
            Some(entry) => entry.capability.types.first().copied(),
            None if is_named(BuiltIn::Boolean) => Some(ValueType::Boolean),
            None if is_named(BuiltIn::Integer) => Some(ValueType::Integer),
            None if is_named(BuiltIn::Number) || find_span(name).is_some() => {
                Some(ValueType::Number)
            }
            None => Some(ValueType::Text),
        })
    }

    /// The error for a generator that is named where one value, or values of several types, are all
    /// that is valid.
    pub(super) fn misplaced(&self, name: &str, spot: &Spot) -> Error {
        let unknown = self.factory.registry.find(name).err();
        let error = unknown.unwrap_or_else(|| {
            Error::new(
                Stage::Plan,
                format!(
                    "the generator `{name}` has nothing to draw here: the contract lists the values"
                ),
            )
            .with_help("leave `faker` away, or widen what the contract allows there")
        });
        error.at(self.pointer_of(spot)).with_keyword("faker")
    }

    /// What `named` draws for the place, once it is built for it.
    pub(super) fn build(
        &mut self,
        named: &Named,
        wanted: &Slot<'_>,
        keyword: Option<&'static str>,
        chosen: Option<(String, &Entry)>,
    ) -> Result<Kind, Error> {
        let name = &named.name;
        let built = self.factory.build(named, wanted);
        let (why, source) = match chosen {
            Some((why, entry)) => (Some(why.into()), Some(entry.source.as_str().into())),
            None => (None, None),
        };
        built.map(|named| Kind::Custom(Custom { named, keyword, why, source })).map_err(|error| {
            let other = keyword.unwrap_or("faker");
            Error::new(Stage::Plan, format!("the generator `{name}` cannot serve this place"))
                .at(wanted.pointer())
                .with_keyword(keyword.unwrap_or_default())
                .with_cause(error)
                .with_help(format!("give it what it needs, or name another one: `{other}`"))
        })
    }
}

pub(super) fn json_type(ty: ValueType) -> JsonType {
    match ty {
        ValueType::Text => JsonType::String,
        ValueType::Integer => JsonType::Integer,
        ValueType::Number => JsonType::Number,
        ValueType::Boolean => JsonType::Boolean,
        ValueType::Array => JsonType::Array,
        ValueType::Object => JsonType::Object,
    }
}

/// The type of all of `values` but `null`, where it is one.
pub(super) fn type_of_all(values: &[Value]) -> Option<ValueType> {
    let types = values.iter().filter_map(|value| match value {
        Value::Null => None,
        Value::Bool(_) => Some(ValueType::Boolean),
        Value::Number(number) if number.is_f64() => Some(ValueType::Number),
        Value::Number(_) => Some(ValueType::Integer),
        Value::String(_) => Some(ValueType::Text),
        Value::Array(_) => Some(ValueType::Array),
        Value::Object(_) => Some(ValueType::Object),
    });
    let is_number = |ty| matches!(ty, ValueType::Integer | ValueType::Number);
    let mut all = types.map(Some);
    let first = all.next()?;
    all.fold(first, |one, two| match (one, two) {
        (Some(one), Some(two)) if one == two => Some(one),
        (Some(one), Some(two)) if is_number(one) && is_number(two) => Some(ValueType::Number),
        _ => None,
    })
}

/// The error for a place that names a generator of other values.
pub(super) fn misnamed(name: &str, place: &Slot<'_>) -> Error {
    let wanted = place.value_type().plural();
    Error::new(
        Stage::Plan,
        format!("the generator `{name}` makes no {wanted}, and this place holds some"),
    )
    .at(place.pointer())
    .with_keyword("faker")
    .with_help("leave `faker` away: the schema says what to draw")
}

/// The error for a place that names a built-in generator none of whose values it allows.
pub(super) fn none_fits(name: &str, what: &str, place: &Slot<'_>) -> Error {
    Error::new(Stage::Plan, format!("no {what} of the generator `{name}` is valid here"))
        .at(place.pointer())
        .with_keyword("faker")
        .with_help("name another generator, or widen what the contract allows there")
}

/// Whether enough of the values of some rows pass the checks.
///
/// # Errors
///
/// The generator fails: that is no matter of the place, and would be the error of a row.
fn passes_often(named: &Named, checks: &[Verify], pointer: &str) -> Result<bool, Error> {
    let mut passed = 0_u32;
    for row in 0..TRIED_VALUES {
        let mut out = Instance::new();
        let mut stream = Seed::from(0).row(row.into()).stream(Path::ROOT);
        draw_one(named.generator.as_ref(), &mut stream, &mut out).map_err(|misdrawn| {
            misdrawn.into_error(&format!("the generator `{}`", named.name)).at(pointer)
        })?;
        let value = out.root().to_value();
        passed += u32::from(checks.iter().all(|check| check.admits(&value)));
    }
    Ok(f64::from(passed) >= CHOSEN_SHARE * f64::from(TRIED_VALUES))
}
