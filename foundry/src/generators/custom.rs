//! Functions, closures and values of a user's own as generators.

use std::borrow::Cow;
use std::error::Error as StdError;

use serde::Serialize;

use super::{Capability, Generator, GeneratorError};
use crate::instance::Instance;
use crate::seed::Stream;

/// What `#[foundry(with = …)]` takes: a function or closure from a [`Stream`] to any serializable
/// value, or a [`Generator`]. `Marker` only tells the two apart.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a generator nor a function that draws a value",
    note = "write `|stream: &mut foundry::Stream| value`, or implement `foundry::generators::Generator`"
)]
pub trait IntoGenerator<Marker> {
    /// The generator it becomes.
    type Generator: Generator + 'static;

    /// Makes the generator.
    fn into_generator(self) -> Self::Generator;
}

impl<G: Generator + 'static> IntoGenerator<()> for G {
    type Generator = G;

    fn into_generator(self) -> G {
        self
    }
}

impl<F, T> IntoGenerator<fn(&mut Stream) -> T> for F
where
    F: Fn(&mut Stream) -> T + Send + Sync + 'static,
    T: Serialize + 'static,
{
    type Generator = FromFn<F>;

    fn into_generator(self) -> FromFn<F> {
        from_fn(self)
    }
}

/// A function as a generator; made by [`from_fn`].
pub struct FromFn<F> {
    label: Label,
    draw: F,
}

/// Makes a generator from a function or closure.
///
/// # Examples
///
/// ```
/// use foundry::generators::{Generator, from_fn};
/// use foundry::{Instance, Path, Seed};
///
/// let die = from_fn(|stream| stream.integer(1, 6) as u8);
/// let mut out = Instance::new();
/// die.draw(&mut Seed::from(42).row(0).stream(Path::ROOT), &mut out)?;
/// assert!(out.root().to_value().as_u64().is_some_and(|eyes| (1..=6).contains(&eyes)));
/// # Ok::<(), foundry::generators::GeneratorError>(())
/// ```
pub fn from_fn<F, T>(draw: F) -> FromFn<F>
where
    F: Fn(&mut Stream) -> T + Send + Sync + 'static,
    T: Serialize,
{
    FromFn { label: Label::of::<F>(), draw }
}

impl<F, T> Generator for FromFn<F>
where
    F: Fn(&mut Stream) -> T + Send + Sync + 'static,
    T: Serialize,
{
    fn name(&self) -> &str {
        &self.label.name
    }

    fn capability(&self) -> Capability {
        self.label.capability.clone()
    }

    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        Ok(out.record(&(self.draw)(stream))?)
    }
}

/// A function that may fail as a generator; made by [`fallible`].
pub struct Fallible<F> {
    label: Label,
    draw: F,
}

/// Makes a generator from a function that returns a `Result`: its error, or its text, becomes the cause
/// of the row's error.
///
/// # Examples
///
/// ```
/// use foundry::generators::{Generator, fallible};
/// use foundry::{Instance, Path, Seed};
///
/// let never = fallible(|_stream| Err::<u8, _>("the dictionary is empty"));
/// let mut out = Instance::new();
/// let error = never.draw(&mut Seed::from(42).row(0).stream(Path::ROOT), &mut out).unwrap_err();
/// assert_eq!(error.to_string(), "the dictionary is empty");
/// ```
pub fn fallible<F, T, E>(draw: F) -> Fallible<F>
where
    F: Fn(&mut Stream) -> Result<T, E> + Send + Sync + 'static,
    T: Serialize,
    E: Into<Box<dyn StdError + Send + Sync>>,
{
    Fallible { label: Label::of::<F>(), draw }
}

impl<F, T, E> Generator for Fallible<F>
where
    F: Fn(&mut Stream) -> Result<T, E> + Send + Sync + 'static,
    T: Serialize,
    E: Into<Box<dyn StdError + Send + Sync>>,
{
    fn name(&self) -> &str {
        &self.label.name
    }

    fn capability(&self) -> Capability {
        self.label.capability.clone()
    }

    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        let value = (self.draw)(stream).map_err(GeneratorError::of)?;
        Ok(out.record(&value)?)
    }
}

/// What both kinds of functions are told besides.
macro_rules! labelled {
    ($($type:ident)*) => {$(
        impl<F> $type<F> {
            /// The name under which places ask for it and reports speak of it, in place of the function's path.
            ///
            /// # Examples
            ///
            /// ```
            /// use foundry::generators::{Capability, Registry, from_fn};
            /// use foundry::{Foundry, Stream};
            /// use serde::{Deserialize, Serialize};
            ///
            /// #[derive(Serialize, Deserialize, Foundry)]
            /// struct Parcel {
            ///     shelf: String,
            /// }
            ///
            /// let shelf = from_fn(|stream: &mut Stream| format!("S-{:02}", stream.below(40)))
            ///     .named("shop.shelf")
            ///     .with_capability(Capability::texts().with_fields(["shelf"]));
            /// let registry = Registry::default().with(shelf)?;
            /// let parcel = Parcel::foundry_with().registry(registry).row(42, 0)?;
            /// assert!(parcel.shelf.starts_with("S-"));
            /// # Ok::<(), foundry::Error>(())
            /// ```
            #[must_use]
            pub fn named(mut self, name: impl Into<Cow<'static, str>>) -> Self {
                self.label.name = name.into();
                self
            }

            /// Where planning may choose it by itself.
            #[must_use]
            pub fn with_capability(mut self, capability: Capability) -> Self {
                self.label.capability = capability;
                self
            }
        }
    )*};
}

labelled!(FromFn Fallible);

/// What a function is known by.
struct Label {
    name: Cow<'static, str>,
    capability: Capability,
}

impl Label {
    fn of<F>() -> Self {
        Self { name: name_of::<F>().into(), capability: Capability::none() }
    }
}

/// The path of a function; a closure of `#[foundry(with = …)]` is called after its field, since the
/// function that the derive puts around it says nothing to its author.
fn name_of<F>() -> &'static str {
    let path = std::any::type_name::<F>();
    let lifted = path.split("::").find_map(|segment| segment.strip_prefix("__foundry_"));
    // `__foundry_0_word`: a number that makes the name unique, then the variant and the field.
    lifted.and_then(|name| name.split_once('_')).map_or(path, |(_, field)| field)
}
