//! Generators that other crates of the program register.

use std::panic::catch_unwind;
use std::sync::Arc;

use super::{Generator, panic_text};
use crate::error::{Error, Stage};

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

/// The registered generators, each with its source, in the order of linking; an error for one that panics
/// before anything is asked of it.
pub(super) fn registered() -> impl Iterator<Item = Result<(Arc<dyn Generator>, String), Error>> {
    inventory::iter::<Registration>().map(|one| {
        let made = catch_unwind(|| {
            let generator = (one.make)();
            // What is asked of it again and again.
            let _ = (generator.name().len(), generator.capability());
            generator
        });
        made.map(|generator| (generator, one.source.to_owned())).map_err(|panic| {
            Error::new(Stage::Config, format!("the generator {} panicked", one.source))
                .with_cause(panic_text(panic.as_ref()))
                .with_help("let its value, its name and its capability be made without a panic")
        })
    })
}
