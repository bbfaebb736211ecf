//! Why a value could not be written to or read from an instance.

use std::cell::Cell;
use std::fmt;

/// What went wrong while an [`Instance`](super::Instance) was written.
///
/// # Examples
///
/// ```
/// use foundry::instance::Fault;
///
/// let mut row = foundry::Instance::new();
/// row.key("a name outside of an object");
/// assert_eq!(row.fault(), Some(Fault::Misplaced));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// More than [`MAX_NODES`](super::MAX_NODES) nodes.
    #[error("the value has more than {} nodes", super::MAX_NODES)]
    TooManyNodes,
    /// More than [`MAX_TEXT_BYTES`](super::MAX_TEXT_BYTES) of text.
    #[error("the value has more than {} bytes of text", super::MAX_TEXT_BYTES)]
    TooMuchText,
    /// Nested deeper than [`MAX_DEPTH`](super::MAX_DEPTH).
    #[error("the value nests deeper than {} levels", super::MAX_DEPTH)]
    TooDeep,
    /// Calls in an order that makes no JSON: a member without a name or without a value, or a
    /// container that is closed out of turn.
    #[error("the value was written in an order that makes no JSON")]
    Misplaced,
    /// Two members of one object with one name.
    #[error("the value has an object with two members of one name")]
    RepeatedName,
    /// A number outside of `i64`, `u64` and `f64`.
    #[error("the value has a number that fits neither 64 bits nor a float")]
    NumberOutOfRange,
}

impl Fault {
    /// Whether the value is too large, not wrong.
    pub fn is_overflow(self) -> bool {
        matches!(self, Self::TooManyNodes | Self::TooMuchText | Self::TooDeep)
    }
}

/// Why serde could not build a type from an instance, or write one to it: what is wrong, and the
/// JSON pointer of the place.
///
/// # Examples
///
/// ```
/// let mut row = foundry::Instance::new();
/// row.value(&serde_json::json!({"ages": [1, "two"]}));
/// let error = row.root().read::<std::collections::BTreeMap<String, Vec<u8>>>().unwrap_err();
/// assert_eq!(error.pointer(), "/ages/1");
/// assert_eq!(error.to_string(), r#"invalid type: string "two", expected u8 at `/ages/1`"#);
/// ```
pub struct InstanceError(
    /// `None` where nobody is going to read the words.
    Option<Box<Inner>>,
);

struct Inner {
    message: String,
    pointer: String,
}

thread_local! {
    /// Whether the errors of this thread go without words.
    static IS_WORDLESS: Cell<bool> = const { Cell::new(false) };
}

/// Gives the errors of a thread their words back, also where something panics.
struct Wordless {
    was: bool,
}

impl Wordless {
    fn start() -> Self {
        Self { was: IS_WORDLESS.replace(true) }
    }
}

impl Drop for Wordless {
    fn drop(&mut self) {
        IS_WORDLESS.set(self.was);
    }
}

/// What `read` gives, with words where that is an error. An untagged enum makes an error for every variant that
/// does not fit and drops it, so nothing is put into words before it is known that somebody asks.
#[inline]
pub(super) fn worded_at_last<T>(
    read: impl Fn() -> Result<T, InstanceError>,
) -> Result<T, InstanceError> {
    let wordless = Wordless::start();
    let first = read();
    drop(wordless);
    if first.is_err() && !IS_WORDLESS.get() { again(read) } else { first }
}

#[cold]
#[inline(never)]
fn again<T>(read: impl Fn() -> T) -> T {
    read()
}

impl InstanceError {
    #[cold]
    pub(super) fn new(message: impl fmt::Display) -> Self {
        if IS_WORDLESS.get() {
            return Self(None);
        }
        let message = message.to_string().split(['\n', '\r']).collect::<Vec<_>>().join(" ");
        Self(Some(Box::new(Inner { message, pointer: String::new() })))
    }

    /// What is wrong, without the place.
    pub fn message(&self) -> &str {
        self.0.as_ref().map_or("the value does not fit", |inner| &inner.message)
    }

    /// The JSON pointer of the place; empty for the value as a whole.
    ///
    /// Inside an untagged or internally tagged enum and inside `#[serde(flatten)]`, serde reads
    /// from a copy of its own, and the place is the one of the whole copy.
    pub fn pointer(&self) -> &str {
        self.0.as_ref().map_or("", |inner| &inner.pointer)
    }

    /// The same error, as the element `position` of its parent sees it.
    #[cold]
    pub(super) fn at_element(mut self, position: usize) -> Self {
        if let Some(inner) = &mut self.0 {
            inner.pointer.insert_str(0, &format!("/{position}"));
        }
        self
    }

    /// The same error, as the member `name` of its parent sees it.
    #[cold]
    pub(super) fn at_member(mut self, name: &str) -> Self {
        if let Some(inner) = &mut self.0 {
            let step = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
            inner.pointer.insert_str(0, &step);
        }
        self
    }
}

impl fmt::Display for InstanceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())?;
        if self.pointer().is_empty() {
            return Ok(());
        }
        write!(f, " at `{}`", self.pointer())
    }
}

impl fmt::Debug for InstanceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InstanceError")
            .field("message", &self.message())
            .field("pointer", &self.pointer())
            .finish()
    }
}

impl std::error::Error for InstanceError {}

impl From<Fault> for InstanceError {
    fn from(fault: Fault) -> Self {
        Self::new(fault)
    }
}

impl serde::de::Error for InstanceError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message)
    }
}

impl serde::ser::Error for InstanceError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message)
    }
}
