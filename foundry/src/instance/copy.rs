//! Copying whole values between instances, and what only large objects need.

use super::level::offset;
use super::{Fault, Instance, MAX_DEPTH, NodeRef, Slot};

impl Instance {
    /// Appends the nodes and the text of a container, both of which lie in one piece.
    pub(super) fn copy_container(&mut self, node: NodeRef<'_>) {
        let (source, first) = (node.instance(), node.index());
        let Some(slots) = node.slots().filter(|_| source.fault.is_none()) else {
            return self.fail(source.fault.unwrap_or(Fault::Misplaced));
        };
        // The deepest container of the source is a bound that is known; the exact depth is not.
        let mut depth = source.deepest;
        if u32::from(self.level.depth) + depth > MAX_DEPTH {
            depth = height(node);
        }
        if u32::from(self.level.depth) + depth > MAX_DEPTH {
            return self.fail(Fault::TooDeep);
        }
        let text = text_of(slots);
        let text = source.text.get(text.0 as usize..text.1 as usize).map(|all| (all, text.0));
        let (text, text_start) = text.unwrap_or_default();
        if self.room.nodes < self.nodes.len() + slots.len() {
            return self.fail(Fault::TooManyNodes);
        }
        if self.room.text < self.text.len() + text.len() {
            return self.fail(Fault::TooMuchText);
        }
        self.begin_value();
        if self.fault.is_some() {
            return;
        }
        self.deepest = self.deepest.max(u32::from(self.level.depth) + depth);
        let nodes_by = offset(self.nodes.len()).wrapping_sub(first);
        let text_by = offset(self.text.len()).wrapping_sub(text_start);
        self.text.push_str(text);
        self.nodes.extend(slots.iter().map(|slot| moved(*slot, nodes_by, text_by)));
    }

    /// Whether the object at `index`, which may be open, has two members of one name.
    pub(super) fn repeats_a_name(&self, index: u32) -> bool {
        let mut names: Vec<&str> =
            NodeRef::new(self, index).members().map(|(name, _)| name).collect();
        // Maps mostly write their names in order.
        if names.is_sorted_by(|left, right| left < right) {
            return false;
        }
        names.sort_unstable();
        names.windows(2).any(|pair| pair.first() == pair.last())
    }
}

/// How many containers lie in each other at most, from `node` down.
fn height(node: NodeRef<'_>) -> u32 {
    match node.slot() {
        Slot::Array { .. } => 1 + node.elements().map(height).max().unwrap_or(0),
        Slot::Object { .. } => {
            1 + node.members().map(|(_, value)| height(value)).max().unwrap_or(0)
        }
        _ => 0,
    }
}

/// Where the text of `slots` starts and ends. Names may lie in front of the texts between them.
fn text_of(slots: &[Slot]) -> (u32, u32) {
    let ranges = slots.iter().filter_map(|slot| match *slot {
        Slot::Text { start, len, .. } | Slot::Name { start, len, .. } => Some((start, start + len)),
        _ => None,
    });
    let both = ranges.reduce(|(start, end), (from, to)| (start.min(from), end.max(to)));
    both.unwrap_or_default()
}

/// `slot` at another place, by how much its node and its text moved.
#[inline]
fn moved(slot: Slot, nodes_by: u32, text_by: u32) -> Slot {
    match slot {
        Slot::Text { plain, start, len, chars } => {
            Slot::Text { plain, start: start.wrapping_add(text_by), len, chars }
        }
        Slot::Name { plain, start, len, mark } => {
            Slot::Name { plain, start: start.wrapping_add(text_by), len, mark }
        }
        Slot::Array { len, end } => Slot::Array { len, end: end.wrapping_add(nodes_by) },
        Slot::Object { len, end } => Slot::Object { len, end: end.wrapping_add(nodes_by) },
        scalar => scalar,
    }
}
