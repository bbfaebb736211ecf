//! What makes values: the trait, and one file per family of built-ins.

mod custom;
mod digits;
pub(crate) mod format;
mod listing;
pub(crate) mod numbered;
pub(crate) mod pattern;
pub(crate) mod plain;
pub(crate) mod words;

pub use custom::{Fallible, FromFn, IntoGenerator, fallible, from_fn};
pub use listing::{Family, Listed, built_in};

use crate::instance::Instance;
use crate::seed::Stream;

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
    /// The name under which errors and reports speak of it.
    fn name(&self) -> &str;

    /// Writes one value, drawn from `stream`, to `out`.
    ///
    /// # Errors
    ///
    /// When there is no value to give; the row is then an error that carries this one.
    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError>;
}

/// Why a generator gave no value.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct GeneratorError {
    message: String,
}

impl GeneratorError {
    /// An error that says `message`: lower case, no final period.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}
