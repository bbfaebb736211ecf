//! Lists: their positions, what they contain, and what is known of their elements.

use serde_json::Value;

use super::NodeId;
use crate::instance::{Instance, PreparedValue};

/// A list of `min..=max` elements.
#[derive(Default)]
pub(crate) struct Array {
    pub(crate) prefix: Vec<NodeId>,
    pub(crate) items: Option<NodeId>,
    pub(crate) min: u64,
    pub(crate) max: Option<u64>,
    /// The spread of lengths that was asked for, within `min..=max`.
    pub(crate) lengths: (u64, u64),
    pub(crate) unique: bool,
    /// Two positions that hold the same value, the first one first, where some value must come twice.
    pub(crate) repeated: Option<(u64, u64)>,
    pub(crate) contains: Vec<Contains>,
    /// The positions that may hold what is contained, where they are counted.
    pub(crate) in_front: Option<Box<InFront>>,
    /// Whether another list is drawn where this one comes out too short.
    pub(crate) is_one_way: bool,
    /// Whether a list without elements is rare.
    pub(crate) is_seldom_empty: bool,
    /// Every element that there is, where elements must differ and are few.
    pub(crate) domain: Option<Vec<(u64, PreparedValue)>>,
    /// The values of those of its nodes that have few, where elements must differ and are not all of one node.
    pub(crate) listed: Vec<(NodeId, Vec<Listed>)>,
}

/// At least `min` elements that match one schema, and up to `spread` more.
pub(crate) struct Contains {
    pub(crate) node: NodeId,
    pub(crate) min: u64,
    pub(crate) spread: u64,
}

/// Positions of which at most `most` hold what is contained. What they lack of `least` stands behind all positions.
pub(crate) struct InFront {
    pub(crate) least: u64,
    pub(crate) most: u64,
    /// Which of [`Array::contains`] that is, where it has a value.
    pub(crate) behind: Option<usize>,
    pub(crate) holders: Vec<Holder>,
}

/// A position that may hold what is contained.
pub(crate) struct Holder {
    pub(crate) position: u64,
    /// What stands there where it does.
    pub(crate) inside: NodeId,
    /// What stands there where it does not; `None` where it always does.
    pub(crate) outside: Option<NodeId>,
}

/// One value of a node that has few.
pub(crate) struct Listed {
    /// The same for the same JSON value.
    pub(crate) hash: u64,
    pub(crate) value: PreparedValue,
}

impl Array {
    /// Whether all elements are drawn from one node.
    pub(crate) fn is_uniform(&self) -> bool {
        self.prefix.is_empty() && self.contains.is_empty()
    }

    /// How many elements a drawn list has at most.
    pub(crate) fn longest(&self) -> u64 {
        let (low, high) = self.lengths;
        low.max(high).max(self.min).min(self.max.unwrap_or(u64::MAX))
    }

    /// How many elements a drawn list has at least: one element may serve for several schemas, but where there is
    /// room, each gets its own.
    pub(crate) fn shortest(&self) -> u64 {
        let mut contained = self.contained_behind();
        if let Some(in_front) = &self.in_front {
            let held = in_front.holders.len() as u64;
            contained = contained.saturating_add(in_front.least.saturating_sub(held));
        }
        let behind = (self.prefix.len() as u64).saturating_add(contained);
        let behind = if contained > 0 { behind } else { 0 };
        self.min.max(behind).min(self.max.unwrap_or(u64::MAX).max(self.min))
    }

    /// How many elements must stand behind the positions in front, besides what these may hold.
    pub(crate) fn contained_behind(&self) -> u64 {
        let counted = self.in_front.as_ref().and_then(|in_front| in_front.behind);
        let contains = self.contains.iter().enumerate().filter(|(at, _)| Some(*at) != counted);
        contains.map(|(_, contains)| contains.min).fold(0, u64::saturating_add)
    }

    /// The values of one of its nodes, where there are few.
    pub(crate) fn listed(&self, id: NodeId) -> Option<&[Listed]> {
        let (_, values) = self.listed.iter().find(|(of, _)| *of == id)?;
        Some(values)
    }

    /// The nodes that its elements are drawn from.
    pub(crate) fn children(&self) -> impl Iterator<Item = NodeId> {
        let contains = self.contains.iter().map(|contains| contains.node);
        let holders = self.in_front.iter().flat_map(|in_front| &in_front.holders);
        let holders = holders.flat_map(|holder| [Some(holder.inside), holder.outside]).flatten();
        self.prefix.iter().copied().chain(self.items).chain(contains).chain(holders)
    }

    /// The same, to be changed.
    pub(super) fn children_mut(&mut self) -> impl Iterator<Item = &mut NodeId> {
        let contains = self.contains.iter_mut().map(|contains| &mut contains.node);
        let holders = self.in_front.iter_mut().flat_map(|in_front| &mut in_front.holders);
        let holders = holders
            .flat_map(|holder| std::iter::once(&mut holder.inside).chain(&mut holder.outside));
        self.prefix.iter_mut().chain(&mut self.items).chain(contains).chain(holders)
    }
}

impl InFront {
    /// Leaves out what never ends: then a position is always one of the two, and maybe never the other one.
    pub(crate) fn drop_endless(&mut self, prefix: &mut [NodeId], ends: &impl Fn(NodeId) -> bool) {
        self.holders.retain_mut(|holder| {
            holder.outside.take_if(|outside| !ends(*outside) && ends(holder.inside));
            let is_one = ends(holder.inside) || holder.outside.is_none();
            if let (false, Some(outside)) = (is_one, holder.outside) {
                prefix[usize::try_from(holder.position).unwrap_or(usize::MAX)] = outside;
            }
            if let (true, None) = (is_one, holder.outside) {
                prefix[usize::try_from(holder.position).unwrap_or(usize::MAX)] = holder.inside;
            }
            is_one
        });
    }
}

impl Listed {
    pub(crate) fn new(value: Value) -> Self {
        let mut instance = Instance::new();
        instance.value(&value);
        Self { hash: instance.root().hash_as_json(), value: PreparedValue::new(value) }
    }
}
