//! The generators that planning chooses from.

use std::fmt;
use std::panic::Location;
use std::sync::{Arc, LazyLock};

use super::admission::admit;
use super::capability::Capability;
use super::listing::{self, Listed};
use super::registration;
use super::services::Services;
use super::slot::ValueType;
use super::{Generator, Named};
use crate::error::{Error, Stage};
use crate::suggest;

/// The generators that planning chooses from: those that are built in, those that other crates
/// [register](crate::register), and those that one caller adds.
///
/// Cloning is cheap. Pipelines and builders start with [`Registry::default`].
///
/// # Examples
///
/// ```
/// use foundry::generators::{Capability, Generator, GeneratorError, Registry};
/// use foundry::{Instance, Pipeline, Stream};
/// use serde_json::json;
///
/// struct Isbn;
///
/// impl Generator for Isbn {
///     fn name(&self) -> &str {
///         "isbn"
///     }
///
///     fn capability(&self) -> Capability {
///         Capability::texts().with_format("isbn")
///     }
///
///     fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
///         out.text(&format!("978{:010}", stream.below(10_000_000_000)));
///         Ok(())
///     }
/// }
///
/// let schema = json!({"type": "string", "format": "isbn"});
/// let pipeline = Pipeline::builder().schema(&schema).registry(Registry::default().with(Isbn)?).build()?;
/// assert!(pipeline.generate(42, 1)?.values().all(|isbn| isbn.as_str().is_some_and(|text| text.starts_with("978"))));
/// assert!(Registry::default().with(Isbn)?.with(Isbn).is_err());
/// # Ok::<(), foundry::Error>(())
/// ```
#[derive(Clone)]
pub struct Registry(Arc<Inner>);

#[derive(Clone, Default)]
struct Inner {
    entries: Vec<Entry>,
    services: Services,
    /// What is wrong with the generators that other crates registered; told when it is used.
    wrong: Option<Arc<Error>>,
}

/// A generator that is not built in.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) named: Named,
    pub(crate) about: String,
    pub(crate) capability: Capability,
    pub(crate) source: String,
}

impl Entry {
    pub(crate) fn name(&self) -> &str {
        &self.named.name
    }
}

/// How many names an error lists where none is alike.
const MOST_NAMED: usize = 12;

impl Default for Registry {
    /// The built-in generators, and those that the crates of this program register. What is wrong
    /// with those, such as two of one name, is the error of every plan.
    fn default() -> Self {
        static COLLECTED: LazyLock<Registry> = LazyLock::new(Registry::collect);
        COLLECTED.clone()
    }
}

impl Registry {
    /// The built-in generators alone.
    #[must_use]
    pub fn built_in() -> Self {
        Self(Arc::default())
    }

    fn collect() -> Self {
        let mut inner = Inner::default();
        let mut found: Vec<Entry> = Vec::new();
        let mut failed: Vec<Error> = Vec::new();
        for one in registration::registered() {
            match one {
                Ok(one) => found.push(one),
                Err(error) => failed.push(error),
            }
        }
        failed.sort_by_cached_key(Error::to_string);
        inner.wrong = failed.into_iter().next().map(Arc::new);
        // The order of linking means nothing.
        found.sort_by(|one, two| (one.name(), &one.source).cmp(&(two.name(), &two.source)));
        for entry in found {
            if let Err(error) = inner.add(entry) {
                inner.wrong.get_or_insert(Arc::new(error));
            }
        }
        Self(Arc::new(inner))
    }

    /// The same registry with one more generator.
    ///
    /// # Errors
    ///
    /// When another generator has its name, or would be chosen for the same places with the same
    /// score; the error names where both come from. When its name or its capability says nothing sensible, or
    /// panics: a name that is empty or has a control character, an empty range of lengths or bounds, a pattern
    /// that is no regex, a field without a letter or digit.
    #[track_caller]
    pub fn with(mut self, generator: impl Generator + 'static) -> Result<Self, Error> {
        let source = format!("handed over at {}", Location::caller());
        let entry = admit(|| Arc::new(generator), &source)?;
        Arc::make_mut(&mut self.0).add(entry)?;
        Ok(self)
    }

    /// The same registry with a value that generators may use when they are built:
    /// [`Slot::service`](super::Slot::service). A value of the same type takes the place of the one before.
    #[must_use]
    pub fn with_service<T: Send + Sync + 'static>(mut self, service: T) -> Self {
        Arc::make_mut(&mut self.0).services.insert(service);
        self
    }

    /// Every generator: those that are built in, then the others by their names.
    pub fn iter(&self) -> impl Iterator<Item = Listed> + '_ {
        let mut added: Vec<&Entry> = self.0.entries.iter().collect();
        added.sort_by_key(|entry| entry.name());
        listing::built_in().chain(added.into_iter().map(Listed::added))
    }

    /// The generator called `name`.
    ///
    /// # Errors
    ///
    /// When there is none; the error names those that are alike.
    pub fn find(&self, name: &str) -> Result<Listed, Error> {
        if let Some(listed) = self.iter().find(|listed| listed.name() == name) {
            return Ok(listed);
        }
        let names: Vec<String> = self.iter().map(|listed| listed.name().to_owned()).collect();
        let help = if let Some(known) = suggest::nearest(name, names.iter().map(String::as_str)) {
            format!("did you mean `{known}`?")
        } else {
            let some: Vec<&str> = names.iter().map(String::as_str).take(MOST_NAMED).collect();
            format!("some known generators: {}", some.join(", "))
        };
        Err(Error::new(Stage::Plan, format!("no generator is called `{name}`")).with_help(help))
    }

    /// Whether both are one and the same.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// What is wrong with the generators that were registered.
    pub(crate) fn check_registered(&self) -> Result<(), Error> {
        match &self.0.wrong {
            Some(error) => Err(error.copy()),
            None => Ok(()),
        }
    }

    /// Whether a generator is chosen by the name of a field like this one, at places of such types.
    pub(crate) fn knows_field(&self, field: &str, of: fn(ValueType) -> bool) -> bool {
        self.0.entries.iter().any(|entry| entry.capability.knows_field(field, of))
    }

    /// Whether there are generators that are not built in.
    pub(crate) fn has_added(&self) -> bool {
        !self.0.entries.is_empty()
    }

    pub(crate) fn services(&self) -> &Services {
        &self.0.services
    }

    /// The generator of this name that is not built in.
    pub(crate) fn added(&self, name: &str) -> Option<&Entry> {
        self.0.entries.iter().find(|entry| entry.name() == name)
    }

    /// The generators that are not built in.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.0.entries
    }
}

impl Inner {
    fn add(&mut self, added: Entry) -> Result<(), Error> {
        let Entry { capability, source, .. } = &added;
        let name = added.name();
        let built_in = || listing::built_in().any(|listed| listed.name() == name);
        let known = self.entries.iter().find(|entry| entry.name() == name);
        let other = known.map(|entry| entry.source.clone());
        if let Some(other) = other.or_else(|| built_in().then(|| "built in".to_owned())) {
            return Err(Error::new(
                Stage::Config,
                format!("two generators are called `{name}`: one is {other}, one is {source}"),
            )
            .with_help(
                "give one of them another name, for example with its crate in front: `shop.sku`",
            ));
        }
        for entry in &self.entries {
            let Some(claim) = entry.capability.shared_claim(capability) else { continue };
            return Err(Error::new(
                Stage::Config,
                format!(
                    "`{}` ({}) and `{name}` ({source}) serve {claim} with the same score {}",
                    entry.name(),
                    entry.source,
                    capability.score
                ),
            )
            .with_help("give the one that comes first a higher score: `with_score(20)`"));
        }
        self.entries.push(added);
        Ok(())
    }
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.0.entries.iter().map(Entry::name).collect();
        f.debug_struct("Registry").field("added", &names).finish_non_exhaustive()
    }
}
