//! Where the writer stands: the innermost open container and what may be written next.

use super::slot::OPEN_END;
use super::{Fault, Instance, NodeRef, Room, Slot};

/// What may be written next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// A value: at the root and inside an array.
    Value,
    /// A name: inside an object.
    Name,
    /// The value of the name just written.
    Member,
}

/// The innermost open container.
#[derive(Debug, Clone, Copy)]
pub(super) struct Level {
    /// Which of 64 classes of names the object holds: a name of a new class is a new name.
    pub(super) names: u64,
    /// The container's index; [`OPEN_END`] at the root.
    pub(super) container: u32,
    /// The values written in it so far.
    pub(super) values: u32,
    /// How often the instance was cleared, which tells what belongs to an earlier value.
    pub(super) turn: u32,
    pub(super) depth: u16,
    pub(super) next: Next,
}

impl Level {
    pub(super) const ROOT: Self =
        Self { names: 0, container: OPEN_END, values: 0, turn: 0, depth: 0, next: Next::Value };

    /// Inside of the container that is opened next, at `index`.
    #[inline]
    pub(super) fn inside(self, index: u32, next: Next) -> Self {
        let depth = self.depth.saturating_add(1);
        Self { names: 0, container: index, values: 0, turn: self.turn, depth, next }
    }

    /// Where the next value begins, once all of this one is taken out.
    #[inline]
    pub(super) fn next_turn(self) -> Self {
        Self { turn: self.turn.wrapping_add(1), ..Self::ROOT }
    }

    /// Counts the value that is written next; `false` where no value may stand.
    #[inline]
    pub(super) fn begin_value(&mut self) -> bool {
        self.values = self.values.wrapping_add(1);
        match self.next {
            Next::Value => true,
            Next::Member => {
                self.next = Next::Name;
                true
            }
            Next::Name => false,
        }
    }
}

/// An array or object that is being written; [`Instance::close_array`] or
/// [`Instance::close_object`] takes it back.
///
/// # Examples
///
/// ```
/// let mut row = foundry::Instance::new();
/// let array = row.open_array();
/// row.unsigned(1);
/// row.close_array(array);
/// assert_eq!(row.to_string(), "[1]");
/// ```
#[derive(Debug)]
#[must_use = "a container that is never closed makes no whole value"]
pub struct Open {
    pub(super) index: u32,
    pub(super) outer: Level,
}

/// A place in the writing to which [`Instance::rollback`] returns; made by
/// [`Instance::checkpoint`].
#[derive(Debug, Clone, Copy)]
pub struct Checkpoint {
    pub(super) nodes: u32,
    text: u32,
    level: Level,
    fault: Option<Fault>,
}

impl Checkpoint {
    /// The number that the next node gets: that of the next value, where it is no member.
    pub(crate) fn position(&self) -> u32 {
        self.nodes
    }
}

impl Instance {
    /// Marks the place where the next value goes, so that it can be drawn again.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// let before = row.checkpoint();
    /// row.text("rejected");
    /// row.rollback(before);
    /// row.text("accepted");
    /// assert_eq!(row.to_string(), r#""accepted""#);
    /// ```
    #[inline]
    pub fn checkpoint(&self) -> Checkpoint {
        Checkpoint {
            nodes: offset(self.nodes.len()),
            text: offset(self.text.len()),
            level: self.level,
            fault: self.fault,
        }
    }

    /// Takes back all that was written since `checkpoint`, a fault included. The checkpoint is one
    /// of this instance, from after the last [`clear`](Self::clear), to before which nothing was
    /// taken back; where it cannot be, that is a [`Fault::Misplaced`].
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// let before = row.checkpoint();
    /// row.key("a name outside of an object");
    /// assert!(row.fault().is_some());
    /// row.rollback(before);
    /// assert!(row.fault().is_none() && row.is_empty());
    /// ```
    #[inline]
    pub fn rollback(&mut self, checkpoint: Checkpoint) {
        let (nodes, text) = (checkpoint.nodes as usize, checkpoint.text as usize);
        let is_earlier = checkpoint.level.turn != self.level.turn;
        if is_earlier || nodes > self.nodes.len() || !self.text.is_char_boundary(text) {
            return self.fail(Fault::Misplaced);
        }
        self.nodes.truncate(nodes);
        self.text.truncate(text);
        self.level = checkpoint.level;
        self.fault = checkpoint.fault;
        if self.fault.is_none() {
            self.room = Room::WHOLE;
        }
    }

    /// The value written since `checkpoint`, if it is exactly one and whole.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// let array = row.open_array();
    /// let before = row.checkpoint();
    /// assert!(row.value_since(&before).is_none());
    /// row.unsigned(7);
    /// assert_eq!(row.value_since(&before).and_then(|value| value.as_u64()), Some(7));
    /// row.unsigned(8);
    /// assert!(row.value_since(&before).is_none());
    /// # row.close_array(array);
    /// ```
    #[inline]
    pub fn value_since(&self, checkpoint: &Checkpoint) -> Option<NodeRef<'_>> {
        let Level { container, values, next, .. } = checkpoint.level;
        let is_one = self.level.container == container && self.level.values == values + 1;
        if !is_one || self.fault.is_some() || self.level.next == Next::Member {
            return None;
        }
        let mut index = checkpoint.nodes;
        if next == Next::Name && matches!(self.slot(index), Slot::Name { .. }) {
            index += 1;
        }
        (self.after(index) as usize == self.nodes.len()).then(|| NodeRef::new(self, index))
    }

    /// The container that is being written, with what it holds so far; its
    /// [`len`](NodeRef::len) is 0 until it is closed.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// let array = row.open_array();
    /// row.unsigned(7);
    /// assert_eq!(row.opened(&array).elements().count(), 1);
    /// row.close_array(array);
    /// ```
    #[inline]
    pub fn opened(&self, open: &Open) -> NodeRef<'_> {
        NodeRef::new(self, open.index)
    }

    #[cold]
    pub(super) fn fail(&mut self, fault: Fault) {
        self.fault.get_or_insert(fault);
        self.room = Room::NONE;
    }
}

/// A length of one of the two buffers, which [`Room`] keeps below 32 bits.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "both limits are far below `u32::MAX`")]
pub(super) fn offset(len: usize) -> u32 {
    len as u32
}
