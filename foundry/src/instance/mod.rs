//! The instance: one flat, reused JSON value that every stage shares.
//!
//! A generator writes it in document order, the gate reads it in place, serde builds a `T` from
//! it, what `T` writes back lands in a second one, and a writer prints it as JSON.

mod copy;
mod de;
mod equal;
mod error;
mod json;
mod level;
mod members;
mod node;
mod number;
mod prepared;
mod push;
mod scan;
mod schema;
mod ser;
mod slot;
#[cfg(test)]
mod tests;
mod text;
mod write;

use std::fmt;

pub use error::{Fault, InstanceError};
pub use level::{Checkpoint, Open};
pub use members::{Elements, Members};
pub use node::{Kind, NodeRef};
pub use number::ReadNumber;
pub use prepared::PreparedName;
pub(crate) use prepared::PreparedValue;
pub use schema::InstanceJson;
pub use text::TextWriter;

use level::Level;
use scan::is_same_text;
use slot::Slot;

/// How many nodes one instance may hold, names of members included: 16 bytes each, so 64 MiB.
/// Without it, a schema that asks for a billion elements would take the machine's memory.
pub const MAX_NODES: usize = 1 << 22;

/// How many bytes of text one instance may hold, names of members included: 64 MiB. Without it, a
/// list of long texts would take the machine's memory.
pub const MAX_TEXT_BYTES: usize = 1 << 26;

/// How deep arrays and objects may nest. `serde_json` reads JSON text no deeper, and without a
/// limit serde and the validator, which recurse, would overflow the stack.
pub const MAX_DEPTH: u32 = 127;

/// One JSON value in two flat buffers: nodes in document order, and their text.
///
/// It is written from front to back and read through [`NodeRef`]. [`clear`](Self::clear) keeps
/// the buffers, so an instance that is reused from row to row stops allocating.
///
/// Nothing that is written panics or wraps: what does not fit, and calls in an order that makes
/// no JSON, become a [`Fault`]. After a fault nothing more is written, until
/// [`clear`](Self::clear) or [`rollback`](Self::rollback); so whoever closes the row asks
/// [`fault`](Self::fault) once.
///
/// # Examples
///
/// ```
/// use foundry::Instance;
///
/// let mut row = Instance::new();
/// let user = row.open_object();
/// row.key("name");
/// row.text("Ada");
/// row.key("tags");
/// let tags = row.open_array();
/// row.unsigned(1);
/// row.null();
/// row.close_array(tags);
/// row.close_object(user);
///
/// assert_eq!(row.fault(), None);
/// assert_eq!(row.to_string(), r#"{"name":"Ada","tags":[1,null]}"#);
/// ```
#[derive(Clone)]
pub struct Instance {
    nodes: Vec<Slot>,
    text: String,
    level: Level,
    room: Room,
    fault: Option<Fault>,
    /// At least the depth of the deepest container; a rollback leaves it too high.
    deepest: u32,
}

/// How large the buffers may grow; nothing, after a fault.
#[derive(Debug, Clone, Copy)]
struct Room {
    nodes: usize,
    text: usize,
}

impl Room {
    const WHOLE: Self = Self { nodes: MAX_NODES, text: MAX_TEXT_BYTES };
    const NONE: Self = Self { nodes: 0, text: 0 };
}

impl Instance {
    /// An empty instance, which allocates nothing yet.
    ///
    /// # Examples
    ///
    /// ```
    /// let row = foundry::Instance::new();
    /// assert!(row.is_empty());
    /// assert!(row.root().is_null());
    /// ```
    pub fn new() -> Self {
        Self {
            nodes: Vec::new(),
            text: String::new(),
            level: Level::ROOT,
            room: Room::WHOLE,
            fault: None,
            deepest: 0,
        }
    }

    /// Takes everything out and keeps the buffers.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.unsigned(7);
    /// row.clear();
    /// assert!(row.is_empty());
    /// ```
    #[inline]
    pub fn clear(&mut self) {
        self.nodes.clear();
        self.text.clear();
        self.level = self.level.next_turn();
        self.room = Room::WHOLE;
        self.fault = None;
        self.deepest = 0;
    }

    /// Whether nothing has been written yet.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The value itself: the first that was written, and `null` where there is none.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.text("Ada");
    /// assert_eq!(row.root().as_str(), Some("Ada"));
    /// ```
    #[inline]
    pub fn root(&self) -> NodeRef<'_> {
        NodeRef::new(self, 0)
    }

    /// What went wrong while writing, if anything did: the first thing since the instance was
    /// cleared or rolled back.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::instance::Fault;
    ///
    /// let mut row = foundry::Instance::new();
    /// let user = row.open_object();
    /// row.text("a value without a name");
    /// row.close_object(user);
    /// assert_eq!(row.fault(), Some(Fault::Misplaced));
    /// ```
    #[inline]
    pub fn fault(&self) -> Option<Fault> {
        self.fault
    }

    /// Whether the value grew past [`MAX_NODES`], [`MAX_TEXT_BYTES`] or [`MAX_DEPTH`].
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::instance::MAX_DEPTH;
    ///
    /// let mut row = foundry::Instance::new();
    /// let open: Vec<_> = (0..=MAX_DEPTH).map(|_| row.open_array()).collect();
    /// open.into_iter().rev().for_each(|array| row.close_array(array));
    /// assert!(row.overflowed());
    /// ```
    #[inline]
    pub fn overflowed(&self) -> bool {
        self.fault.is_some_and(Fault::is_overflow)
    }

    /// The memory that the buffers hold, in bytes.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// assert_eq!(row.scratch_bytes(), 0);
    /// row.text("Ada");
    /// assert!(row.scratch_bytes() >= 3 + 16);
    /// ```
    pub fn scratch_bytes(&self) -> usize {
        self.nodes.capacity() * size_of::<Slot>() + self.text.capacity()
    }

    /// How many bytes the value takes: its nodes, its names and its texts.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.text("Ada");
    /// assert_eq!(row.bytes(), 16 + 3);
    /// ```
    pub fn bytes(&self) -> usize {
        self.nodes.len() * size_of::<Slot>() + self.text.len()
    }

    #[inline]
    fn slot(&self, index: u32) -> Slot {
        self.nodes.get(index as usize).copied().unwrap_or(Slot::Null)
    }

    /// The text of a text node or of a member's name.
    #[inline]
    fn text_at(&self, start: u32, len: u32) -> &str {
        let start = start as usize;
        self.text.get(start..start + len as usize).unwrap_or_default()
    }

    /// Whether that text is `other`.
    #[inline]
    fn is_text(&self, start: u32, len: u32, other: &str) -> bool {
        let (start, len) = (start as usize, len as usize);
        let bytes = self.text.as_bytes().get(start..start + len);
        bytes.is_some_and(|bytes| is_same_text(bytes, other.as_bytes()))
    }

    /// The node behind `index` and all that is below it; past the end for an open container.
    #[inline]
    fn after(&self, index: u32) -> u32 {
        match self.slot(index) {
            Slot::Array { end, .. } | Slot::Object { end, .. } => end,
            _ => index + 1,
        }
    }
}

impl Default for Instance {
    fn default() -> Self {
        Self::new()
    }
}

/// The value as compact JSON.
impl fmt::Display for Instance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.root(), f)
    }
}

impl fmt::Debug for Instance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Instance")
            .field("value", &self.root())
            .field("fault", &self.fault)
            .finish_non_exhaustive()
    }
}
