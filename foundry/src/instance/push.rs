//! The one way into the buffers: every node that is written comes through here.

use super::level::{Level, Next, offset};
use super::scan::Scan;
use super::slot::{mark_name, name_bit};
use super::{Fault, Instance, MAX_DEPTH, NodeRef, Open, PreparedName, Slot, TextWriter};

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
        if !self.level.begin_value() {
            self.fail(Fault::Misplaced);
        }
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
        let mut outer = self.level;
        if !outer.begin_value() {
            self.fail(Fault::Misplaced);
        }
        let index = offset(self.nodes.len());
        self.level = outer.inside(index, next);
        let depth = self.level.depth.into();
        if depth > MAX_DEPTH {
            self.fail(Fault::TooDeep);
        }
        self.deepest = self.deepest.max(depth);
        self.push(slot);
        Open { index, outer }
    }

    /// How many containers may still be opened inside of one another where the writer stands.
    pub(crate) fn levels_left(&self) -> u32 {
        MAX_DEPTH.saturating_sub(self.level.depth.into())
    }

    /// The length and end of the container that is closed; `None` after a fault.
    #[inline]
    pub(super) fn closing(&mut self, open: &Open, next: Next) -> Option<(u32, u32)> {
        if self.fault.is_some() {
            return None;
        }
        let Level { container, turn, .. } = self.level;
        if (container, turn) != (open.index, open.outer.turn) || self.level.next != next {
            self.fail(Fault::Misplaced);
            return None;
        }
        Some((self.level.values, offset(self.nodes.len())))
    }

    /// Goes back to where a container was opened, which was of this value or is a fault by now.
    #[inline]
    #[expect(clippy::needless_pass_by_value, reason = "nothing is closed twice")]
    pub(super) fn leave(&mut self, open: Open) {
        self.level = Level { turn: self.level.turn, ..open.outer };
    }

    /// Writes a text that was looked at.
    #[inline]
    pub(super) fn scanned_text(&mut self, text: &str, scan: Scan) {
        let start = self.text.len();
        if self.room.text < start + text.len() {
            return self.fail(Fault::TooMuchText);
        }
        self.text.push_str(text);
        self.push_text(start, scan);
    }

    /// Writes the text that was appended at `start`.
    #[inline]
    pub(super) fn push_text(&mut self, start: usize, text: Scan) {
        let len = offset(self.text.len() - start);
        let Scan { chars, is_plain: plain } = text;
        self.push_value(Slot::Text { plain, start: offset(start), len, chars: offset(chars) });
    }

    /// Writes a name, and says whether the object had it already.
    #[inline]
    pub(super) fn push_name(&mut self, name: &str, mark: u32, plain: bool) -> bool {
        let start = self.text.len();
        if self.room.text < start + name.len() {
            self.fail(Fault::TooMuchText);
            return false;
        }
        let repeated = self.begin_name(name.len(), mark) && self.has_name(name, mark);
        self.text.push_str(name);
        self.push(Slot::Name { plain, start: offset(start), len: offset(name.len()), mark });
        repeated
    }

    /// Writes a name that the object does not have.
    #[inline]
    pub(super) fn push_new_name(&mut self, name: &PreparedName) {
        let start = self.text.len();
        if self.room.text < start + name.as_str().len() {
            return self.fail(Fault::TooMuchText);
        }
        self.text.push_str(name.as_str());
        self.push_laid_name(name, offset(start));
    }

    /// Writes a name that the object does not have, and whose text lies at `start`.
    #[inline]
    pub(super) fn push_laid_name(&mut self, name: &PreparedName, start: u32) {
        if self.level.next != Next::Name {
            return self.fail(Fault::Misplaced);
        }
        self.level.next = Next::Member;
        self.level.names |= name.bit;
        let (plain, len, mark) = (name.is_plain, offset(name.as_str().len()), name.mark);
        self.push(Slot::Name { plain, start, len, mark });
    }

    /// Writes a name that `write` appends, and says whether the object had it already.
    pub(super) fn push_name_with<R>(
        &mut self,
        write: impl FnOnce(&mut TextWriter<'_>) -> R,
    ) -> (R, bool) {
        let start = self.text.len();
        let result = write(&mut TextWriter::new(&mut self.text));
        if !self.has_room_since(start) {
            return (result, false);
        }
        let mark = mark_name(self.text.get(start..).unwrap_or_default());
        let len = self.text.len() - start;
        let repeated = self.begin_name(len, mark)
            && self.has_name(self.text.get(start..).unwrap_or_default(), mark);
        self.push(Slot::Name { plain: false, start: offset(start), len: offset(len), mark });
        (result, repeated)
    }

    /// Counts the name that is written next, and says whether the object may have it already.
    #[inline]
    fn begin_name(&mut self, len: usize, mark: u32) -> bool {
        if self.level.next != Next::Name {
            self.fail(Fault::Misplaced);
            return false;
        }
        self.level.next = Next::Member;
        let bit = name_bit(mark, len);
        let met = self.level.names & bit != 0;
        self.level.names |= bit;
        met && self.level.values <= SCANNED_NAMES
    }

    #[inline(never)]
    fn has_name(&self, name: &str, mark: u32) -> bool {
        NodeRef::new(self, self.level.container).find(name, mark).is_some()
    }
}
