//! Generators that other crates of the program register.

use std::sync::Arc;

use super::admission::admit;
use super::{Entry, Generator};
use crate::error::Error;

/// What [`register!`](crate::register) submits.
#[doc(hidden)]
pub struct Registration {
    pub make: fn() -> Arc<dyn Generator>,
    pub source: &'static str,
}

inventory::collect!(Registration);

/// Registers a generator with every program that links this crate: planning then chooses it as it
/// chooses the built-in ones.
///
/// The expression is a value of a type that implements [`Generator`](crate::generators::Generator).
/// For a single pipeline, [`Registry::with`](crate::generators::Registry::with) does without.
///
/// # Examples
///
/// ```standalone_crate
/// use foundry::generators::{Capability, Generator, GeneratorError};
/// use foundry::{Foundry, Instance, Stream};
/// use serde::{Deserialize, Serialize};
///
/// struct Sku;
///
/// impl Generator for Sku {
///     fn name(&self) -> &str {
///         "shop.sku"
///     }
///
///     fn capability(&self) -> Capability {
///         Capability::texts().with_fields(["sku"])
///     }
///
///     fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
///         out.text(&format!("SKU-{:05}", stream.below(100_000)));
///         Ok(())
///     }
/// }
///
/// foundry::register!(Sku);
///
/// #[derive(Serialize, Deserialize, Foundry)]
/// struct Line {
///     product_sku: String,
/// }
///
/// # fn main() {
/// assert!(Line::foundry(42).product_sku.starts_with("SKU-"));
/// # }
/// ```
#[macro_export]
macro_rules! register {
    ($generator:expr $(,)?) => {
        $crate::__private::inventory::submit! {
            $crate::__private::Registration {
                make: || ::std::sync::Arc::new($generator),
                source: ::std::concat!(
                    "registered by ", ::std::module_path!(), " at ", ::std::file!(), ":", ::std::line!(), ":", ::std::column!()
                ),
            }
        }
    };
}

/// The registered generators, in the order of linking; an error for one that makes no sense, or panics
/// before anything is drawn.
pub(super) fn registered() -> impl Iterator<Item = Result<Entry, Error>> {
    inventory::iter::<Registration>().map(|one| admit(one.make, one.source))
}
