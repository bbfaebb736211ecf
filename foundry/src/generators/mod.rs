//! What makes values: the trait, and one file per family of built-ins.

mod admission;
pub(crate) mod anything;
mod capability;
mod custom;
mod digits;
mod error;
pub(crate) mod factory;
pub(crate) mod format;
mod listing;
mod named;
pub(crate) mod numbered;
pub(crate) mod pattern;
pub(crate) mod plain;
pub(crate) mod ranking;
pub(crate) mod realistic;
mod registration;
mod registry;
mod services;
mod slot;
pub(crate) mod words;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

pub use capability::{Capability, Guarantee};
pub use custom::{Fallible, FromFn, IntoGenerator, fallible, from_fn};
pub use error::GeneratorError;
pub use listing::{Family, Listed, built_in};
pub(crate) use named::Named;
pub use realistic::{Locale, UnknownLocale};
#[doc(hidden)]
pub use registration::Registration;
pub(crate) use registry::Entry;
pub use registry::Registry;
pub use slot::{Slot, ValueType};

use crate::error::{Error, Stage, panic_text};
use crate::instance::{Fault, Instance};
use crate::seed::Stream;

/// How many of its values have to be right before planning chooses a generator for a place that does not
/// name it: half of them, where it [promises](Guarantee) nothing.
pub const CHOSEN_SHARE: f64 = 0.5;

/// Something that draws values.
///
/// A generator writes exactly one value to `out` and draws from `stream` alone, so that the same
/// stream gives the same value.
///
/// # Examples
///
/// ```
/// use foundry::generators::{Generator, GeneratorError};
/// use foundry::{Instance, Stream};
///
/// struct Sku;
///
/// impl Generator for Sku {
///     fn name(&self) -> &str {
///         "sku"
///     }
///
///     fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
///         out.text(&format!("SKU-{:05}", stream.below(100_000)));
///         Ok(())
///     }
/// }
/// ```
pub trait Generator: Send + Sync {
    /// The name under which errors and reports speak of it. Whoever takes the generator asks for it once.
    fn name(&self) -> &str;

    /// What it makes, in a few words, for who looks for one. Defaults to nothing.
    #[expect(clippy::unnecessary_literal_bound, reason = "others return what they hold")]
    fn about(&self) -> &str {
        ""
    }

    /// Where planning may choose it by itself. Defaults to nowhere: it serves the places that name
    /// it.
    fn capability(&self) -> Capability {
        Capability::none()
    }

    /// The generator for one place, made once for each plan: with what the place allows, and with
    /// what the caller handed over. Defaults to `None`: this one serves as it is.
    ///
    /// That of a field, `#[foundry(with = …)]`, is built as those are that are registered. Functions and
    /// closures have nothing to build.
    ///
    /// # Errors
    ///
    /// When it cannot serve the place; the plan then fails with this error.
    fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        let _ = slot;
        Ok(None)
    }

    /// Writes one value, drawn from `stream`, to `out`.
    ///
    /// # Errors
    ///
    /// When there is no value to give; the row is then an error that carries this one.
    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError>;
}

/// Lets `generator` write one value, exactly one, to the end of `out`.
pub(crate) fn draw_one(
    generator: &dyn Generator,
    stream: &mut Stream,
    out: &mut Instance,
) -> Result<(), Misdrawn> {
    let before = out.checkpoint();
    match catch_unwind(AssertUnwindSafe(|| generator.draw(stream, out))) {
        Ok(Ok(())) if out.value_since(&before).is_some() => Ok(()),
        Ok(Ok(())) => Err(match out.fault().filter(|fault| fault.is_overflow()) {
            Some(fault) => Misdrawn::TooLarge(fault),
            None => Misdrawn::NotOneValue,
        }),
        Ok(Err(error)) => Err(Misdrawn::Failed(error)),
        Err(panic) => Err(Misdrawn::Panicked(panic_text(panic.as_ref()))),
    }
}

/// How a generator failed to write one value.
#[derive(Debug)]
pub(crate) enum Misdrawn {
    Failed(GeneratorError),
    /// With what the panic says.
    Panicked(String),
    NotOneValue,
    TooLarge(Fault),
}

impl Misdrawn {
    /// The error of a draw: `told` says who drew, and what went wrong is put behind it.
    pub(crate) fn into_error(self, told: &str) -> Error {
        let failed = |what: &str| Error::new(Stage::Generate, format!("{told} {what}"));
        match self {
            Self::Failed(error) => failed("failed")
                .with_cause(error)
                .with_help("let it draw a value for every stream: any of them may come"),
            Self::Panicked(text) => failed("panicked")
                .with_cause(text)
                .with_help("return an error instead, or draw a value for every stream"),
            Self::NotOneValue => failed("did not write exactly one value")
                .with_help("write one value to `out`, and close the lists and objects you open"),
            Self::TooLarge(fault) => failed("wrote more than fits an instance")
                .with_cause(fault)
                .with_help("draw smaller values"),
        }
    }
}
