//! The one way into the buffers: every node that is written comes through here.

use super::level::{Level, Next, offset};
use super::slot::{mark_name, name_bit};
use super::{Fault, Instance, MAX_DEPTH, NodeRef, Open, Slot, TextWriter};

/// Up to so many members, a name is compared with those before it when their classes meet; a
/// larger object is looked over once, when it is closed. Without it, an object of n members
/// would cost n² comparisons.
pub(super) const SCANNED_NAMES: u32 = 64;

impl Instance {
    /// Whether the text that was appended at `start` fits; takes it back if not.
    #[inline]
    pub(super) fn has_room_since(&mut self, start: usize) -> bool {
        let fits = self.text.len() <= self.room.text;
        if !fits {
            self.text.truncate(start);
            self.fail(Fault::TooMuchText);
        }
        fits
    }

    /// Counts the value that is written next.
    #[inline]
    pub(super) fn begin_value(&mut self) {
        match self.level.next {
            Next::Value => {}
            Next::Member => self.level.next = Next::Name,
            Next::Name => self.fail(Fault::Misplaced),
        }
        self.level.values = self.level.values.wrapping_add(1);
    }

    #[inline]
    pub(super) fn push_value(&mut self, slot: Slot) {
        self.begin_value();
        self.push(slot);
    }

    #[inline]
    pub(super) fn push(&mut self, slot: Slot) {
        if self.nodes.len() < self.room.nodes {
            self.nodes.push(slot);
        } else {
            self.fail(Fault::TooManyNodes);
        }
    }

    #[inline]
    pub(super) fn set(&mut self, index: u32, slot: Slot) {
        if let Some(node) = self.nodes.get_mut(index as usize) {
            *node = slot;
        }
    }

    #[inline]
    pub(super) fn open(&mut self, slot: Slot, next: Next) -> Open {
        self.begin_value();
        let outer = self.level;
        let depth = outer.depth + 1;
        if depth > MAX_DEPTH {
            self.fail(Fault::TooDeep);
        }
        self.deepest = self.deepest.max(depth);
        let index = offset(self.nodes.len());
        self.push(slot);
        self.level = Level { names: 0, container: index, values: 0, depth, next };
        Open { index, outer }
    }

    /// The length and end of the container that is closed; `None` after a fault.
    #[inline]
    pub(super) fn closing(&mut self, index: u32, next: Next) -> Option<(u32, u32)> {
        if self.fault.is_some() {
            return None;
        }
        if self.level.container != index || self.level.next != next {
            self.fail(Fault::Misplaced);
            return None;
        }
        Some((self.level.values, offset(self.nodes.len())))
    }

    /// Writes a name, and says whether the object had it already.
    #[inline]
    pub(super) fn push_name(&mut self, name: &str) -> bool {
        self.push_name_with(|text| text.push_str(name)).1
    }

    #[inline]
    pub(super) fn push_name_with<R>(
        &mut self,
        write: impl FnOnce(&mut TextWriter<'_>) -> R,
    ) -> (R, bool) {
        let start = self.text.len();
        let result = write(&mut TextWriter::new(&mut self.text));
        if !self.has_room_since(start) {
            return (result, false);
        }
        if self.level.next != Next::Name {
            self.fail(Fault::Misplaced);
            return (result, false);
        }
        let name = self.text.get(start..).unwrap_or_default();
        let (len, mark) = (offset(name.len()), mark_name(name));
        let bit = name_bit(mark, len);
        let met = self.level.names & bit != 0 && self.level.values <= SCANNED_NAMES;
        let repeated = met && NodeRef::new(self, self.level.container).find(name, mark).is_some();
        self.level.names |= bit;
        self.level.next = Next::Member;
        self.push(Slot::Name { start: offset(start), len, mark });
        (result, repeated)
    }
}

/// The length of `text` in code points.
#[inline]
pub(super) fn count_chars(text: &str) -> u32 {
    offset(if text.is_ascii() { text.len() } else { text.chars().count() })
}
