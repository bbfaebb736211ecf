//! Why a generator gave no value, and what made it so.

use std::error::Error as StdError;
use std::fmt;
use std::ops::Deref;

/// Why a generator gave no value.
///
/// `?` turns every error into one of these, so it implements no
/// [`Error`](std::error::Error) itself; it dereferences to one, and
/// [`source`](std::error::Error::source) leads to the cause.
///
/// # Examples
///
/// ```
/// use std::error::Error as _;
/// use std::fs;
///
/// use foundry::generators::GeneratorError;
///
/// fn words(path: &str) -> Result<Vec<String>, GeneratorError> {
///     // An error as it is …
///     let count: usize = fs::read_to_string(path)?.lines().count();
///     // … and one that says what was going on.
///     let text = fs::read_to_string(path);
///     let text = text.map_err(|error| GeneratorError::new("the words cannot be read").with_cause(error))?;
///     Ok(text.lines().take(count).map(str::to_owned).collect())
/// }
///
/// let error = words("no/such/file").unwrap_err();
/// assert!(error.downcast_ref::<std::io::Error>().is_some());
///
/// let error = GeneratorError::new("the words cannot be read").with_cause("the disk is full");
/// assert_eq!(error.to_string(), "the words cannot be read");
/// assert_eq!(error.source().unwrap().to_string(), "the disk is full");
/// ```
pub struct GeneratorError(Box<dyn StdError + Send + Sync>);

/// What [`GeneratorError::new`] holds.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
struct Told {
    message: String,
    #[source]
    cause: Option<Box<dyn StdError + Send + Sync>>,
}

impl GeneratorError {
    /// An error that says `message`: lower case, no final period.
    pub fn new(message: impl Into<String>) -> Self {
        Self(Box::new(Told { message: message.into(), cause: None }))
    }

    /// The same words, with what is behind them: another error, or a text. It takes the place of the
    /// cause that was there.
    #[must_use]
    pub fn with_cause(self, cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let message = self.0.to_string();
        Self(Box::new(Told { message, cause: Some(cause.into()) }))
    }

    /// What any function that may fail says: an error as it is, a text as a message.
    pub(super) fn of(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self(error.into())
    }
}

impl<E: StdError + Send + Sync + 'static> From<E> for GeneratorError {
    fn from(error: E) -> Self {
        Self(Box::new(error))
    }
}

impl From<GeneratorError> for Box<dyn StdError + Send + Sync> {
    fn from(error: GeneratorError) -> Self {
        error.0
    }
}

impl From<GeneratorError> for Box<dyn StdError> {
    fn from(error: GeneratorError) -> Self {
        error.0
    }
}

impl Deref for GeneratorError {
    type Target = dyn StdError + Send + Sync;

    fn deref(&self) -> &Self::Target {
        self.0.as_ref()
    }
}

impl fmt::Display for GeneratorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for GeneratorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
