//! A generator that is not built in → whether it keeps its promise: built for places like those that
//! its capability claims, and drawn from without anybody who would draw again.

use serde_json::Value;

use super::{Tally, broken};
use crate::error::{Error, Stage};
use crate::generators::factory::Factory;
use crate::generators::{
    Capability, Entry, Generator, Guarantee, Registry, Slot, ValueType, draw_one,
};
use crate::instance::Instance;
use crate::seed::{Path, Seed};

/// What a generator without a capability may be for.
const ALL_TYPES: [ValueType; 3] = [ValueType::Text, ValueType::Integer, ValueType::Number];

/// Draws `draws` values, as many for each type of value that the generator claims.
pub(super) fn check(
    registry: &Registry,
    entry: &Entry,
    draws: u64,
    tally: &mut Tally,
) -> Result<(), Error> {
    let capability = &entry.capability;
    let mut factory = Factory::new(registry);
    let mut build = |ty| {
        let slot = slot(capability, ty, registry);
        let built = factory.build(entry, &slot);
        built.map_err(|error| refused(entry.generator.name(), ty).with_cause(error))
    };
    if capability.types.is_empty() {
        // It says nowhere what it makes, so one place that it serves will do.
        let mut each = ALL_TYPES.into_iter().map(&mut build);
        let first =
            each.next().unwrap_or_else(|| Err(refused(entry.generator.name(), ALL_TYPES[0])));
        let generator = first.or_else(|error| each.find_map(Result::ok).ok_or(error))?;
        return hold(generator.as_ref(), &Value::Bool(true), capability, draws, tally);
    }
    let share = draws.div_ceil(capability.types.len() as u64);
    for ty in &capability.types {
        let generator = build(*ty)?;
        let mut schema = capability.schema();
        schema.insert("type".to_owned(), ty.name().into());
        hold(generator.as_ref(), &Value::Object(schema), capability, share, tally)?;
    }
    Ok(())
}

/// A place that allows all that the capability claims, and nothing else.
fn slot<'a>(capability: &'a Capability, ty: ValueType, registry: &'a Registry) -> Slot<'a> {
    let field = capability.fields.first().map(String::as_str);
    let mut slot = Slot::new(ty, "", field, registry.services());
    if ty == ValueType::Text {
        slot.format.clone_from(&capability.format);
        slot.patterns.extend(capability.pattern.clone());
        slot.lengths = capability.lengths.map_or((0, None), |(least, most)| (least, Some(most)));
    } else {
        slot.bounds = capability.bounds.unwrap_or(slot.bounds);
    }
    slot
}

/// Draws from `generator` and holds each value against `schema`.
fn hold(
    generator: &dyn Generator,
    schema: &Value,
    capability: &Capability,
    draws: u64,
    tally: &mut Tally,
) -> Result<(), Error> {
    let judge =
        jsonschema::options().should_validate_formats(true).build(schema).map_err(|error| {
            Error::new(Stage::Config, "its capability is no schema").with_cause(error.to_string())
        })?;
    let mut out = Instance::new();
    let mut rejected = 0;
    let mut first = None;
    for row in 0..draws {
        out.clear();
        tally.draws += 1;
        let mut stream = Seed::from(42).row(row).stream(Path::ROOT);
        draw_one(generator, &mut stream, &mut out).map_err(|misdrawn| {
            misdrawn.into_error(&format!("draw {row} of `{}`", generator.name()))
        })?;
        let value = out.root().to_value();
        if !judge.is_valid(&value) {
            rejected += 1;
            first.get_or_insert(value);
        }
    }
    tally.rejected += rejected;
    let is_broken = capability.guarantee() == Guarantee::Always || rejected == draws;
    match first.filter(|_| is_broken) {
        Some(value) => Err(broken(generator.name(), &value)),
        None => Ok(()),
    }
}

fn refused(name: &str, ty: ValueType) -> Error {
    let what = format!("`{name}` cannot be built for {} like those it claims", ty.plural());
    Error::new(Stage::Plan, what)
        .with_help("hand over what it needs: `with_service`; or narrow its capability")
}
