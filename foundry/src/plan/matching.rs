//! Elements of a set that have few values each → one value for each, all different (Kuhn's bipartite matching).

use std::collections::{BTreeMap, BTreeSet};

use super::node::Listed;
use crate::seed::rank;

/// The elements of longer sets are not matched with their values, but drawn by trial: each may move all before it.
pub(crate) const MAX_MATCHED: usize = 64;

/// An element and the values that it may have, in an order of its own.
pub(crate) struct Slot<'p> {
    pub(crate) base: u64,
    pub(crate) values: &'p [Listed],
}

/// One value for each slot, all different; where there is none for a slot, how many have one.
pub(crate) fn match_values<'p>(slots: &[Slot<'p>]) -> Result<Vec<&'p Listed>, usize> {
    let mut matching = Matching { slots, owners: BTreeMap::new(), taken: vec![0; slots.len()] };
    for slot in 0..slots.len() {
        if !matching.take_free(slot) && !matching.take(slot, &mut BTreeSet::new()) {
            return Err(slot);
        }
    }
    Ok(slots.iter().zip(&matching.taken).map(|(slot, at)| &slot.values[*at]).collect())
}

struct Matching<'s, 'p> {
    slots: &'s [Slot<'p>],
    /// Which slot has a value, by its hash.
    owners: BTreeMap<u64, usize>,
    /// Which of its values each slot has.
    taken: Vec<usize>,
}

impl Matching<'_, '_> {
    /// Gives the slot a value that no other one has.
    fn take_free(&mut self, slot: usize) -> bool {
        let Slot { base, values } = &self.slots[slot];
        let free =
            values.iter().enumerate().filter(|(_, one)| !self.owners.contains_key(&one.hash));
        let Some((at, one)) = free.min_by_key(|(_, one)| rank(*base, one.hash)) else {
            return false;
        };
        self.owners.insert(one.hash, slot);
        self.taken[slot] = at;
        true
    }

    /// Gives the slot a value whose owner can have another one.
    fn take(&mut self, slot: usize, asked: &mut BTreeSet<u64>) -> bool {
        let Slot { base, values } = &self.slots[slot];
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_unstable_by_key(|at| rank(*base, values[*at].hash));
        for at in order {
            let hash = values[at].hash;
            if !asked.insert(hash) {
                continue;
            }
            let owner = self.owners.get(&hash).copied();
            if owner.is_none_or(|owner| self.take_free(owner) || self.take(owner, asked)) {
                self.owners.insert(hash, slot);
                self.taken[slot] = at;
                return true;
            }
        }
        false
    }
}
