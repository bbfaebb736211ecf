//! Why a value could not be written to or read from an instance.

use std::fmt::{self, Write as _};

use serde::de::{Expected, Unexpected};

use super::scan::find_escape;

/// Room for a message as serde words it.
const USUAL_BYTES: usize = 96;

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
pub struct InstanceError(Box<Inner>);

struct Inner {
    message: String,
    pointer: String,
}

impl InstanceError {
    #[cold]
    pub(super) fn new(message: impl fmt::Display) -> Self {
        let mut text = String::with_capacity(USUAL_BYTES);
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{message}");
        Self::from_text(text)
    }

    fn from_text(mut message: String) -> Self {
        // A look at every byte is faster than a search for two of them.
        if message.bytes().fold(u8::MAX, u8::min) < b' ' {
            message = message.split(['\n', '\r']).collect::<Vec<_>>().join(" ");
        }
        Self(Box::new(Inner { message, pointer: String::new() }))
    }

    /// What is wrong, without the place.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The JSON pointer of the place; empty for the value as a whole.
    ///
    /// Inside an untagged or internally tagged enum and inside `#[serde(flatten)]`, serde reads
    /// from a copy of its own, and the place is the one of the whole copy.
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// The same error, as the element `position` of its parent sees it.
    #[cold]
    pub(super) fn at_element(mut self, position: usize) -> Self {
        self.0.pointer.insert_str(0, &format!("/{position}"));
        self
    }

    /// The same error, as the member `name` of its parent sees it.
    #[cold]
    pub(super) fn at_member(mut self, name: &str) -> Self {
        let step = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
        self.0.pointer.insert_str(0, &step);
        self
    }
}

impl fmt::Display for InstanceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        if self.0.pointer.is_empty() {
            return Ok(());
        }
        write!(f, " at `{}`", self.0.pointer)
    }
}

impl fmt::Debug for InstanceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InstanceError")
            .field("message", &self.0.message)
            .field("pointer", &self.0.pointer)
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

    /// In the words of serde. An untagged enum makes such an error for every variant that does not
    /// fit, so it should be cheap.
    #[cold]
    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let mut text = String::with_capacity(USUAL_BYTES);
        text.push_str("invalid type: ");
        match unexpected {
            Unexpected::Bool(true) => text.push_str("boolean `true`"),
            Unexpected::Bool(false) => text.push_str("boolean `false`"),
            Unexpected::Unit => text.push_str("null"),
            Unexpected::Map => text.push_str("map"),
            Unexpected::Seq => text.push_str("sequence"),
            Unexpected::Unsigned(value) => {
                let _ = write!(text, "integer `{value}`");
            }
            Unexpected::Str(value) if is_written_plainly(value) => {
                text.extend(["string \"", value, "\""]);
            }
            other => {
                let _ = write!(text, "{other}");
            }
        }
        text.push_str(", expected ");
        let _ = write!(text, "{expected}");
        Self::from_text(text)
    }
}

/// Whether `Debug` writes a text as it is.
fn is_written_plainly(text: &str) -> bool {
    let bytes = text.as_bytes();
    find_escape(bytes).is_none() && text.is_ascii() && !bytes.contains(&0x7f)
}

impl serde::ser::Error for InstanceError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message)
    }
}
