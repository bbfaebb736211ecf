//! What stands where in one list: what it contains, in front and behind, and values of few for the elements of a set.

use super::super::Drawer;
use crate::plan::matching::{MAX_MATCHED, Slot, match_values};
use crate::plan::node::{Array, Listed, NodeId};
use crate::seed::{Path, Purpose, rank};

/// What the positions in front are in one list, and how much of what is contained stands behind them.
pub(super) struct Counted {
    prefix: Vec<NodeId>,
    contains: Option<usize>,
    behind: u64,
    /// How many more of them there may be.
    more: u64,
}

/// What stands where in one list. How many elements beyond the least a `contains` gets is in `dice`.
pub(super) struct Layout<'p> {
    pub(super) array: &'p Array,
    pub(super) counted: Option<Counted>,
    pub(super) dice: u64,
}

impl Layout<'_> {
    /// What stands at a position.
    pub(super) fn element(&self, position: u64) -> Option<NodeId> {
        let prefix = self.counted.as_ref().map_or(&self.array.prefix, |counted| &counted.prefix);
        if let Some(id) = prefix.get(usize::try_from(position).unwrap_or(usize::MAX)) {
            return Some(*id);
        }
        // What must be contained comes first, as many times as it must, and what may be, behind it.
        let mut rest = position - prefix.len() as u64;
        let mut is_here = |count: u64| {
            let is_here = rest < count;
            rest = rest.saturating_sub(count);
            is_here
        };
        let least = (0..self.array.contains.len()).find(|at| is_here(self.least(*at)));
        let found =
            least.or_else(|| (0..self.array.contains.len()).find(|at| is_here(self.more(*at))));
        found.map(|at| self.array.contains[at].node).or(self.array.items)
    }

    fn least(&self, at: usize) -> u64 {
        match &self.counted {
            Some(counted) if counted.contains == Some(at) => counted.behind,
            _ => self.array.contains[at].min,
        }
    }

    fn more(&self, at: usize) -> u64 {
        let more = self.dice % (self.array.contains[at].spread + 1);
        match &self.counted {
            Some(counted) if counted.contains == Some(at) => more.min(counted.more),
            _ => more,
        }
    }

    /// How many elements there have to be.
    pub(super) fn needed(&self) -> u64 {
        let behind = self.counted.as_ref().map_or(0, |counted| counted.behind);
        let contained = self.array.contained_behind().saturating_add(behind);
        let prefix = self.array.prefix.len() as u64;
        let behind = if behind > 0 { prefix.saturating_add(contained) } else { 0 };
        self.array.shortest().max(behind)
    }
}

impl Drawer<'_> {
    /// Which positions hold what is contained in a list of `wanted` elements, where that is not settled.
    pub(super) fn count_in_front(&self, array: &Array, wanted: u64, path: Path) -> Option<Counted> {
        let in_front = array.in_front.as_ref()?;
        let mut prefix = array.prefix.clone();
        let there = in_front.holders.iter().take_while(|holder| holder.position < wanted);
        let (mut free, mut held) = (Vec::new(), 0);
        for holder in there {
            match holder.outside {
                Some(outside) => free.push((holder, outside)),
                None => held += 1,
            }
        }
        let mut stream = self.row.stream(path.purpose(Purpose::Branch));
        let others = (prefix.len() as u64).saturating_add(array.contained_behind());
        let room = in_front.behind.map_or(0, |_| wanted.saturating_sub(others));
        let low = in_front.least.saturating_sub(room).max(held);
        let high = in_front.most.min(held + free.len() as u64).max(low);
        // Where as many as there are may hold it, those that do not have to are left to luck.
        let high = if in_front.most == u64::MAX { low } else { high };
        let count = low + stream.below((high - low).saturating_add(1));
        let base = stream.next_u64();
        free.sort_unstable_by_key(|(holder, _)| rank(base, holder.position));
        for (at, (holder, outside)) in (held..).zip(free) {
            let node = if at < count { holder.inside } else { outside };
            prefix[usize::try_from(holder.position).unwrap_or(usize::MAX)] = node;
        }
        let behind = in_front.least.saturating_sub(count);
        let more = in_front.most.saturating_sub(count).saturating_sub(behind);
        Some(Counted { prefix, contains: in_front.behind, behind, more })
    }

    /// How many of the `wanted` elements of a set there can be, and by position the values of those that have few, all
    /// different; `None` where no list is long enough.
    pub(super) fn match_elements<'p>(
        &self,
        layout: &Layout<'p>,
        wanted: u64,
        path: Path,
    ) -> Option<(u64, Vec<Option<&'p Listed>>)> {
        let array = layout.array;
        if array.listed.is_empty() || wanted > MAX_MATCHED as u64 {
            return Some((wanted, Vec::new()));
        }
        let mut slots = Vec::new();
        let mut positions = Vec::new();
        for position in 0..wanted {
            let Some(id) = layout.element(position) else { break };
            let Some(values) = array.listed(id) else { continue };
            let at = path.item(position).purpose(Purpose::Order);
            slots.push(Slot { base: self.row.stream(at).next_u64(), values });
            positions.push(usize::try_from(position).unwrap_or(usize::MAX));
        }
        let mut length = usize::try_from(wanted).unwrap_or(usize::MAX);
        let values = match match_values(&slots) {
            Ok(values) => values,
            Err(matched) if positions[matched] as u64 >= layout.needed() => {
                length = positions[matched];
                match_values(&slots[..matched]).ok()?
            }
            Err(_) => return None,
        };
        let mut matched = vec![None; length];
        for (position, value) in positions.into_iter().zip(values) {
            matched[position] = Some(value);
        }
        Some((length as u64, matched))
    }
}
