//! A generator that is not built in → an entry of the registry, or why it can be none.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::slot::ValueType;
use super::{Capability, Entry, Generator, Named, panic_text};
use crate::error::{Error, Stage};
use crate::parse::{MAX_PATTERN_BYTES, is_readable, regex_fault};

/// Makes the generator that comes from `source`, and asks it what it says of itself: here alone.
pub(super) fn admit(
    make: impl FnOnce() -> Arc<dyn Generator>,
    source: &str,
) -> Result<Entry, Error> {
    let asked = catch_unwind(AssertUnwindSafe(|| {
        let named = Named::ask(make());
        let about = named.generator.about().to_owned();
        let capability = named.generator.capability();
        Entry { named, about, capability, source: source.to_owned() }
    }));
    let entry = asked.map_err(|panic| {
        refusal(format!("the generator {source} panicked"))
            .with_cause(panic_text(panic.as_ref()))
            .with_help(
                "let its value, its name, its capability and `about` be made without a panic",
            )
    })?;
    check_name(entry.name(), source)?;
    let owner = format!("`{}` ({source})", entry.name());
    let capability = &entry.capability;
    check_lengths(capability, &owner)?;
    check_bounds(capability, &owner)?;
    check_pattern(capability, &owner)?;
    check_fields(capability, &owner)?;
    Ok(entry)
}

fn check_name(name: &str, source: &str) -> Result<(), Error> {
    let told = if name.trim().is_empty() {
        format!("the generator {source} has no name: it is called {name:?}")
    } else if name.chars().any(char::is_control) {
        format!("the generator {source} is called {name:?}, a name with a control character")
    } else {
        return Ok(());
    };
    Err(refusal(told)
        .with_help("give it a name of printed signs, with its crate in front: `shop.sku`"))
}

/// Nothing lies in an empty range, so planning would find no place for it, or every place.
fn check_lengths(capability: &Capability, owner: &str) -> Result<(), Error> {
    match capability.lengths {
        Some((least, most)) if least > most => Err(refusal(format!(
            "the lengths of {owner} are empty: their start {least} is above their end {most}"
        ))
        .with_help(format!("write the shorter one first: `with_lengths({most}..={least})`"))),
        _ => Ok(()),
    }
}

fn check_bounds(capability: &Capability, owner: &str) -> Result<(), Error> {
    let Some((least, most)) = capability.bounds else { return Ok(()) };
    let of = "the bounds of";
    if least.is_nan() || most.is_nan() {
        return Err(refusal(format!("{of} {owner} are {least} and {most}, and NaN is no number"))
            .with_help("write numbers; an end that is not there is `f64::INFINITY`"));
    }
    if least > most {
        let told = format!("{of} {owner} are empty: their start {least} is above their end {most}");
        return Err(refusal(told).with_help(format!(
            "write the smaller one first: `with_bounds({most:?}..={least:?})`"
        )));
    }
    let is_whole = capability.types == [ValueType::Integer];
    let (low, high) = if is_whole { (least.ceil(), most.floor()) } else { (least, most) };
    if low > high || low == f64::INFINITY || high == f64::NEG_INFINITY {
        let what = if is_whole { "whole number" } else { "number" };
        let told = format!("{of} {owner} are empty: no {what} is from {least} to {most}");
        return Err(refusal(told).with_help(format!("let a {what} lie between them")));
    }
    Ok(())
}

fn check_pattern(capability: &Capability, owner: &str) -> Result<(), Error> {
    let Some(pattern) = capability.pattern.as_deref().filter(|pattern| !is_readable(pattern))
    else {
        return Ok(());
    };
    if pattern.len() > MAX_PATTERN_BYTES {
        return Err(refusal(format!(
            "the pattern of {owner} has {} bytes, more than the limit of {MAX_PATTERN_BYTES}",
            pattern.len()
        ))
        .with_help("name the places that it serves by `with_format` or `with_fields`"));
    }
    let told = refusal(format!("the pattern `{pattern}` of {owner} is not a valid regex"))
        .with_help("write it as the schemas do, in ECMA-262 with the flag `u`");
    Err(match regex_fault(pattern) {
        Some(why) => told.with_cause(why),
        None => told,
    })
}

fn check_fields(capability: &Capability, owner: &str) -> Result<(), Error> {
    if capability.fields.iter().all(|field| !field.is_empty()) {
        return Ok(());
    }
    Err(refusal(format!(
        "one of the fields of {owner} has neither a letter nor a digit in its name"
    ))
    .with_help("name fields by their words: `with_fields([\"zip code\"])`"))
}

fn refusal(told: String) -> Error {
    Error::new(Stage::Config, told)
}
