//! A generator that is not built in → whether it keeps its promise: built for places like those that
//! its capability claims, and drawn from without anybody who would draw again.

use std::panic::{AssertUnwindSafe, catch_unwind};

use jsonschema::Validator;
use serde_json::{Map, Value};

use super::places::{self, ClaimedPlace};
use super::{MIN_PASSING_SHARE, Tally, broken};
use crate::error::{Error, Stage, panic_text};
use crate::generators::factory::Factory;
use crate::generators::{
    Capability, Entry, Generator, Guarantee, Registry, ValueType, draw_one, format,
};
use crate::instance::Instance;
use crate::seed::{Path, Seed};
use crate::suggest;

/// What a generator without a capability may be for.
const ALL_TYPES: [ValueType; 6] = [
    ValueType::Text,
    ValueType::Integer,
    ValueType::Number,
    ValueType::Boolean,
    ValueType::Array,
    ValueType::Object,
];

/// Draws `draws` values, as many for each type of value that the generator claims: half of them where
/// all that it claims is allowed, the others where less or more is.
pub(super) fn check(
    registry: &Registry,
    entry: &Entry,
    draws: u64,
    tally: &mut Tally,
) -> Result<(), Error> {
    let capability = &entry.capability;
    refuse_unknown_format(entry)?;
    let mut factory = Factory::new(registry);
    let mut build = |place: &ClaimedPlace<'_>| {
        let built = factory.build(&entry.named, &place.slot);
        built.map_err(|error| refused(entry.name(), place).with_cause(error))
    };
    if capability.types.is_empty() {
        // It says nowhere what it makes, so one place that it serves will do.
        let mut refusal = None;
        for ty in ALL_TYPES {
            let Some(place) = places::claimed(capability, ty, registry).into_iter().next() else {
                continue;
            };
            match build(&place) {
                Ok(named) => {
                    let judges = Judges::new(entry, &Map::new(), &place)?;
                    hold(named.generator.as_ref(), &judges, draws, tally)?;
                    return conclude(entry, tally);
                }
                Err(error) => refusal = refusal.or(Some(error)),
            }
        }
        return refusal.map_or(Ok(()), Err);
    }
    let share = draws.div_ceil(capability.types.len() as u64);
    for ty in &capability.types {
        let mut promised = capability.schema();
        promised.insert("type".to_owned(), ty.name().into());
        let claimed = places::claimed(capability, *ty, registry);
        let (whole, others): (Vec<_>, Vec<_>) =
            claimed.into_iter().partition(|place| place.is_whole);
        let of_others = if others.is_empty() { 0 } else { share / 2 };
        for (group, share) in [(&whole, share - of_others), (&others, of_others)] {
            for (at, place) in (0..).zip(group) {
                let count = group.len() as u64;
                let draws = share / count + u64::from(at < share % count);
                let named = build(place)?;
                let judges = Judges::new(entry, &promised, place)?;
                hold(named.generator.as_ref(), &judges, draws, tally)?;
            }
        }
    }
    conclude(entry, tally)
}

/// A name that nobody knows is judged by nobody, unless the generator itself says how.
fn refuse_unknown_format(entry: &Entry) -> Result<(), Error> {
    let capability = &entry.capability;
    let unknown = capability.format.as_deref().filter(|name| format::find(name).is_none());
    let is_judged = capability.judge.is_some() || !capability.types.contains(&ValueType::Text);
    let Some(unknown) = unknown.filter(|_| !is_judged) else { return Ok(()) };
    let known = suggest::nearest(unknown, format::all().map(format::Format::name));
    let help = match known {
        Some(known) => format!("did you mean `{known}`?"),
        None => "say what its texts are: `with_judge`".to_owned(),
    };
    let name = entry.name();
    Err(Error::new(
        Stage::Config,
        format!(
            "nothing knows the format `{unknown}` that `{name}` is for, or can judge it; {help}"
        ),
    ))
}

/// Who says whether a value is right.
struct Judges<'a> {
    name: &'a str,
    capability: &'a Capability,
    /// What the capability says.
    promise: Validator,
    /// What the place asks for.
    place: Validator,
}

impl<'a> Judges<'a> {
    fn new(
        entry: &'a Entry,
        promised: &Map<String, Value>,
        place: &ClaimedPlace<'_>,
    ) -> Result<Self, Error> {
        let judge = |schema: &Value| {
            let options = jsonschema::options().should_validate_formats(true);
            options.build(schema).map_err(|error| {
                Error::new(Stage::Config, "its capability is no schema")
                    .with_cause(error.to_string())
            })
        };
        let asked = if promised.is_empty() {
            Value::Bool(true)
        } else {
            places::schema_of(place, promised)
        };
        let promise = judge(&Value::Object(promised.clone()))?;
        let (name, capability) = (entry.name(), &entry.capability);
        Ok(Self { name, capability, promise, place: judge(&asked)? })
    }

    /// An error where the generator's own judge panics.
    fn keeps_promise(&self, value: &Value) -> Result<bool, Error> {
        let format = self.capability.format.as_deref().and_then(format::find);
        let has_format =
            || value.as_str().is_none_or(|text| format.is_none_or(|format| format.accepts(text)));
        if !self.promise.is_valid(value) || !has_format() {
            return Ok(false);
        }
        let Some(judge) = self.capability.judge else { return Ok(true) };
        catch_unwind(AssertUnwindSafe(|| (judge.0)(value))).map_err(|panic| {
            Error::new(Stage::Generate, format!("the judge of `{}` panicked at {value}", self.name))
                .with_cause(panic_text(panic.as_ref()))
                .with_help("let it say `true` or `false` of every value")
        })
    }
}

/// Draws from `generator` and holds each value against the promise, or against the place where none
/// is given.
fn hold(
    generator: &dyn Generator,
    judges: &Judges<'_>,
    draws: u64,
    tally: &mut Tally,
) -> Result<(), Error> {
    let is_promised = judges.capability.guarantee() == Guarantee::Always;
    let mut out = Instance::new();
    tally.places += 1;
    for _ in 0..draws {
        out.clear();
        // No place is drawn for from the rows of another one.
        let row = tally.draws;
        tally.draws += 1;
        let mut stream = Seed::from(42).row(row).stream(Path::ROOT);
        if let Err(misdrawn) = draw_one(generator, &mut stream, &mut out) {
            let told = format!("draw {row} of `{}`", judges.name);
            return Err(misdrawn.into_error(&told));
        }
        let value = out.root().to_value();
        let is_kept = judges.keeps_promise(&value)?;
        if is_kept && (is_promised || judges.place.is_valid(&value)) {
            continue;
        }
        tally.rejected += 1;
        if is_promised {
            tally.broken.get_or_insert(value);
        } else {
            tally.first.get_or_insert(value);
        }
    }
    Ok(())
}

fn conclude(entry: &Entry, tally: &Tally) -> Result<(), Error> {
    let name = entry.name();
    if let Some(value) = &tally.broken {
        return Err(broken(name, value));
    }
    let Some(value) = &tally.first else { return Ok(()) };
    #[expect(clippy::cast_precision_loss, reason = "a share")]
    let share = (tally.draws - tally.rejected) as f64 / tally.draws.max(1) as f64;
    if share >= MIN_PASSING_SHARE {
        return Ok(());
    }
    Err(Error::new(
        Stage::Generate,
        format!(
            "{:.2} % of what `{name}` drew is valid where it claims to serve, such as not {value}",
            share * 100.0
        ),
    ))
}

fn refused(name: &str, place: &ClaimedPlace<'_>) -> Error {
    let what =
        format!("`{name}` cannot be built for {}, which it claims", places::told(&place.slot));
    Error::new(Stage::Plan, what)
        .with_help("hand over what it needs: `with_service`; or narrow its capability")
}
