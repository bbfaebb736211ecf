//! Hints → the schema that is just being built; nothing at all while nobody builds a contract.

use std::borrow::Cow;

use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value};

use super::hints::Hints;
use super::keys::with_settings;
use crate::parse::building::{HINTS_KEY, is_building};

/// Under this key and the id of its type, the hints of a flattened type survive the merge with the
/// fields around it: schemars keeps only the first of two values of one key.
const FLATTENED_PREFIX: &str = "x-foundry:";

/// The hints of a field, for `#[schemars(transform = …)]`.
pub fn hints<F: Fn(Hints) -> Hints>(describe: F) -> impl FnMut(&mut Schema) {
    move |schema| {
        if is_building() {
            if let Some(object) = schema.as_object_mut() {
                take_flattened(object);
            }
            describe(Hints::default()).write_to(schema);
        }
    }
}

/// The hints of a whole type.
#[must_use]
pub fn attach(mut schema: Schema, describe: impl FnOnce(Hints) -> Hints) -> Schema {
    if is_building() {
        describe(Hints::default()).write_to(&mut schema);
    }
    schema
}

/// Builds a schema, with the generator's settings at hand for the keys of maps.
pub fn within(
    generator: &mut SchemaGenerator,
    build: impl FnOnce(&mut SchemaGenerator) -> Schema,
) -> Schema {
    if !is_building() {
        return build(generator);
    }
    let settings = generator.settings().clone();
    with_settings(settings, || build(generator))
}

/// Builds a schema that may be merged with the fields around a `#[serde(flatten)]`.
pub fn within_flattened<T: JsonSchema>(
    generator: &mut SchemaGenerator,
    build: impl FnOnce(&mut SchemaGenerator) -> Schema,
) -> Schema {
    let mut schema = within(generator, build);
    if is_building()
        && let Some(object) = schema.as_object_mut()
    {
        take_flattened(object);
        if let Some(hints) = object.get(HINTS_KEY).cloned() {
            object.insert(format!("{FLATTENED_PREFIX}{}", T::schema_id()), hints);
        }
    }
    schema
}

/// Collects what flattened types left behind, in the schema of the type that holds them.
#[must_use]
pub fn gather_flattened(mut schema: Schema) -> Schema {
    if is_building() {
        Gather.transform(&mut schema);
    }
    schema
}

struct Gather;

impl Transform for Gather {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(object) = schema.as_object_mut() {
            let flattened = take_flattened(object);
            if !flattened.is_empty() {
                // The plain key came with the first of them; the outer type has not spoken yet.
                let mut hints = Map::new();
                hints.insert("flattened".into(), flattened.into());
                object.insert(HINTS_KEY.into(), hints.into());
            }
        }
        transform_subschemas(self, schema);
    }
}

fn take_flattened(object: &mut Map<String, Value>) -> Vec<Value> {
    let keys: Vec<_> =
        object.keys().filter(|key| key.starts_with(FLATTENED_PREFIX)).cloned().collect();
    keys.iter().filter_map(|key| object.shift_remove(key)).collect()
}

/// The name of a transparent type: its content's, but its own while a contract is built.
#[must_use]
pub fn own_name(own: &'static str, content: Cow<'static, str>) -> Cow<'static, str> {
    if is_building() { Cow::Borrowed(own) } else { content }
}

/// The id of a transparent type: its content's, but its own while a contract is built.
#[must_use]
pub fn own_id(module: &str, own: &str, content: Cow<'static, str>) -> Cow<'static, str> {
    if is_building() { Cow::Owned(format!("{module}::{own}<{content}>")) } else { content }
}
