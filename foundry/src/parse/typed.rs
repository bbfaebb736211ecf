//! A type's contracts, as schemars writes them: what serde reads, and what serde writes.

use std::panic::{AssertUnwindSafe, catch_unwind};

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::building::collect;
use super::written::mark_written;
use super::{Contract, Documents, Origin, read};
use crate::error::{Error, Stage, panic_text};

/// The two sides of the contract of `T`: deserialize first, serialize second.
pub(crate) fn contracts_of<T: JsonSchema>() -> Result<(Contract, Contract), Error> {
    let name = std::any::type_name::<T>();
    let (schema, attachments) = collect(|| try_write::<T>(SchemaSettings::draft2020_12()));
    let mut reads = schema?;
    let written = try_write::<T>(SchemaSettings::draft2020_12().for_serialize())?;
    mark_written(&mut reads, &written);
    let contract = |schema: &Value, attachments| {
        read(schema, &Documents::default(), attachments, Origin::Type(name))
            .map_err(|error| error.with_type(name))
    };
    let reads = contract(&reads, attachments)?;
    let writes = contract(&written, super::building::Attachments::default())?;
    Ok((reads, writes))
}

/// The deserialize side as schemars publishes it: without hints.
pub(crate) fn schema_of<T: JsonSchema>() -> Value {
    write::<T>(SchemaSettings::draft2020_12())
}

/// A function of a user's own writes a part of the schema, and may panic.
fn try_write<T: JsonSchema>(settings: SchemaSettings) -> Result<Value, Error> {
    catch_unwind(AssertUnwindSafe(|| write::<T>(settings))).map_err(|panic| {
        Error::new(Stage::Parse, "the schema could not be written: a function for it panicked")
            .with_type(std::any::type_name::<T>())
            .with_cause(panic_text(panic.as_ref()))
            .at("")
    })
}

fn write<T: JsonSchema>(settings: SchemaSettings) -> Value {
    settings.into_generator().into_root_schema_for::<T>().to_value()
}
