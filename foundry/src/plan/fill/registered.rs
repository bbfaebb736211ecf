//! Places that a registered generator serves: because they name it, or because it says so.

use std::rc::Rc;

use serde_json::Value;

use super::{Filler, Spot};
use crate::error::{Error, Stage};
use crate::generators::ranking::Ranked;
use crate::generators::{Entry, Generator, Slot, ValueType, draw_one};
use crate::instance::Instance;
use crate::plan::hints::Hints;
use crate::plan::node::{Hooks, Kind, Verify};
use crate::seed::{Path, Seed};

/// The name of the member that holds a value, and what the object around is called.
pub(crate) type Field = (Rc<str>, Option<Rc<str>>);

/// How many values are drawn on trial before a generator is chosen that nobody named.
const TRIED_VALUES: u64 = 64;

impl<'a> Filler<'a> {
    /// What planning has to know of the place besides its schema; `None` where the name of the field
    /// makes no difference.
    pub(super) fn known_field(&self, spot: &Spot) -> Option<Field> {
        let member = spot.member.as_ref()?;
        if !super::examples::is_of_scalars(&spot.canonical) {
            return None;
        }
        let is_known = self.factory.registry.knows_field(member) || self.field_asks(spot).is_some();
        is_known.then(|| (Rc::clone(member), spot.around.clone()))
    }

    /// What the object at `spot` is called: its definition, else the member that holds it, else the
    /// type of the contract.
    pub(super) fn name_around(&self, spot: &Spot) -> Option<Rc<str>> {
        let pointer = self.pointer_of(spot);
        let mut segments = pointer.rsplit('/');
        let (last, above) = (segments.next().unwrap_or_default(), segments.next());
        if matches!(above, Some("$defs" | "definitions")) {
            return Some(referencing::unescape_segment(last).as_ref().into());
        }
        spot.member.clone().or_else(|| {
            let name = self.contract.type_name()?.split('<').next()?;
            Some(name.rsplit("::").next().unwrap_or(name).into())
        })
    }

    /// The place as generators see it.
    pub(super) fn slot<'s>(&self, spot: &'s Spot, pointer: &'s str, ty: ValueType) -> Slot<'s>
    where
        'a: 's,
    {
        Slot::new(ty, pointer, spot.member.as_deref(), self.factory.registry.services())
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
        if !entry.capability.is_sure(wanted) {
            hooks.verify.extend(self.verify(spot)?);
        }
        self.build(entry, wanted).map(Some)
    }

    /// What the generator at `at` of the ranking draws; `None` where it is built in, or its values are
    /// mostly wrong here.
    pub(super) fn added(
        &mut self,
        ranked: &[Ranked<'a>],
        at: usize,
        spot: &Spot,
        wanted: &Slot<'_>,
        hooks: &mut Hooks,
    ) -> Result<Option<Kind>, Error> {
        let Some((entry, rest)) = ranked.get(at..).and_then(<[_]>::split_first) else {
            return Ok(None);
        };
        let Some((kind, checks)) = self.fitting(entry, spot, wanted)? else { return Ok(None) };
        for rival in rest.iter().take_while(|rival| rival.ties_with(entry)) {
            if self.fitting(rival, spot, wanted)?.is_some() {
                return Err(tie(entry, rival, wanted));
            }
        }
        hooks.verify.extend(checks);
        Ok(Some(kind))
    }

    /// What an added generator draws, and what its values are held against, where most of them pass.
    fn fitting(
        &mut self,
        ranked: &Ranked<'_>,
        spot: &Spot,
        wanted: &Slot<'_>,
    ) -> Result<Option<(Kind, Vec<Verify>)>, Error> {
        let Some(entry) = ranked.added else { return Ok(None) };
        let kind = self.build(entry, wanted)?;
        if entry.capability.is_sure(wanted) {
            return Ok(Some((kind, Vec::new())));
        }
        let Kind::Custom(generator) = &kind else { return Ok(None) };
        let checks = self.verify(spot)?;
        let fits = passes_often(generator.as_ref(), &checks);
        Ok(fits.then_some((kind, checks)))
    }

    /// Generators with a name make texts and numbers, nothing else.
    pub(super) fn refuse_faker(
        &self,
        spot: &Spot,
        hints: &Hints,
        is_null: bool,
    ) -> Result<(), Error> {
        match &hints.faker {
            Some(name) if !is_null => Err(Error::new(
                Stage::Plan,
                format!(
                    "the generator `{name}` cannot serve a place that holds neither text nor number"
                ),
            )
            .at(self.pointer_of(spot))
            .with_keyword("faker")
            .with_help("name it at a text or a number, or write the values: `values`")),
            _ => Ok(()),
        }
    }

    fn build(&mut self, entry: &Entry, wanted: &Slot<'_>) -> Result<Kind, Error> {
        let built = self.factory.build(entry, wanted);
        built.map(Kind::Custom).map_err(|error| {
            let name = entry.generator.name();
            Error::new(Stage::Plan, format!("the generator `{name}` cannot serve this place"))
                .at(wanted.pointer())
                .with_cause(error)
                .with_help("give it what it needs, or name another one: `faker`")
        })
    }
}

/// The error for a place at which nothing says which of two generators comes first.
fn tie(one: &Ranked<'_>, other: &Ranked<'_>, place: &Slot<'_>) -> Error {
    let told = |ranked: &Ranked<'_>| {
        let told = |entry: &Entry| format!("`{}` ({})", entry.generator.name(), entry.source);
        ranked.added.map(told).unwrap_or_default()
    };
    let (score, one, other) = (one.score(), told(one), told(other));
    Error::new(
        Stage::Plan,
        format!("{one} and {other} both serve this place with the score {score}"),
    )
    .at(place.pointer())
    .with_help("name one of them there: `faker`; or give one of them a higher score")
}

/// The error for a place that names a built-in generator of other values.
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

/// Whether half of the values of some rows pass the checks.
fn passes_often(generator: &dyn Generator, checks: &[Verify]) -> bool {
    let passes = |row: &u64| {
        let mut out = Instance::new();
        let mut stream = Seed::from(0).row(*row).stream(Path::ROOT);
        let drawn = draw_one(generator, &mut stream, &mut out);
        let value: Option<Value> = drawn.is_ok().then(|| out.root().to_value());
        value.is_some_and(|value| checks.iter().all(|check| check.admits(&value)))
    };
    (0..TRIED_VALUES).filter(passes).count() as u64 * 2 >= TRIED_VALUES
}
