//! How large values are on average: what would mostly be huge is thinned out.

use super::node::{Array, Branch, Kind, Node, NodeId, Object, Presence};
use super::spread::Spread;
use super::{FULL_SHARE, MOSTLY_THERE};
use crate::config::Limits;

/// What is expected of the value of a node.
#[derive(Clone, Copy)]
struct Expected {
    /// How many values it holds, itself included.
    values: f64,
    /// Whether it is always the same: an object of such members says nothing.
    is_constant: bool,
}

impl Expected {
    const ONE: Self = Self { values: 1.0, is_constant: false };
}

/// Draws optional parts more seldom where more values than `limits` expect would come of them.
///
/// `order` holds every node behind its children; a recursion counts as one value where it closes,
/// since drawing bounds it by itself.
pub(super) fn thin_out(nodes: &mut [Node], order: &[usize], limits: Limits) {
    let most_expected = as_float(limits.mean());
    let mut expected = vec![Expected::ONE; nodes.len()];
    for &at in order {
        let Node { kind, spread, .. } = &mut nodes[at];
        let spread = spread.as_deref();
        let of_values = |values: f64| Expected { values, ..Expected::ONE };
        expected[at] = match kind {
            Kind::Alias(inner) => expected[inner.index()],
            Kind::Nullable { inner, .. } => of_values(expected[inner.index()].values),
            Kind::Literal(literals) => Expected { is_constant: literals.len() == 1, values: 1.0 },
            Kind::Choice(branches) => {
                let weight = |weight: u32| f64::from(weight);
                let total: f64 = branches.iter().map(|branch| weight(branch.weight)).sum();
                let values = |branch: &Branch| expected[branch.node.index()].values;
                let all = branches.iter().map(|branch| weight(branch.weight) * values(branch));
                of_values(all.sum::<f64>() / total.max(1.0))
            }
            Kind::Array(array) => of_values(thin_array(array, spread, &expected, most_expected)),
            Kind::Object(object) => {
                of_values(thin_object(object, spread, &expected, most_expected))
            }
            _ => Expected::ONE,
        };
    }
}

fn thin_array(
    array: &mut Array,
    spread: Option<&Spread>,
    expected: &[Expected],
    limit: f64,
) -> f64 {
    let values = |id: NodeId| expected[id.index()].values;
    let list = Elements {
        prefix: array.prefix.iter().copied().map(values).collect(),
        each: array.items.map_or(1.0, values).max(1.0),
    };
    let contained = array.contains.iter().map(|one| as_float(one.min) * values(one.node));
    let fixed = 1.0 + contained.sum::<f64>();
    let filled = if array.is_seldom_empty { FULL_SHARE } else { 0.0 };
    // A distribution says by itself how many there are.
    if spread.is_none() && list.expected(array.lengths, None, filled) > limit {
        let (low, high) = array.lengths;
        array.lengths.1 = list.longest(limit).clamp(low, high);
    }
    fixed + list.expected(array.lengths, spread, filled)
}

/// How many values the elements of a list hold.
struct Elements {
    /// At each position in front.
    prefix: Vec<f64>,
    /// At each position behind.
    each: f64,
}

impl Elements {
    /// In lists of these lengths, each as often as the others.
    fn values(&self, (low, high): (u64, u64)) -> f64 {
        let lengths = as_float(high - low) + 1.0;
        let longer_than =
            |at: u64| as_float(high.saturating_add(1).saturating_sub(low.max(at + 1)));
        let in_front = self.prefix.iter().zip(0..).map(|(one, at)| one * longer_than(at));
        let front = self.prefix.len() as u64;
        let behind = as_float(high.saturating_sub(front))
            .midpoint(as_float(low.max(front + 1).min(high).saturating_sub(front)));
        (in_front.sum::<f64>() + self.each * behind * longer_than(front)) / lengths
    }

    /// The same in lists whose lengths may be spread otherwise, and of which a share has at least one element where it
    /// might have none.
    fn expected(&self, (low, high): (u64, u64), spread: Option<&Spread>, filled: f64) -> f64 {
        if let Some(spread) = spread {
            let middle = spread.middle((low, high));
            return self.values((middle, middle));
        }
        let any = self.values((low, high));
        match (low, high) {
            (0, 1..) => filled * self.values((1, high)) + (1.0 - filled) * any,
            _ => any,
        }
    }

    /// The longest list of no more than `limit` values.
    fn longest(&self, limit: f64) -> u64 {
        let mut left = limit;
        for (one, at) in self.prefix.iter().zip(0..) {
            left -= one;
            if left < 0.0 {
                return at;
            }
        }
        self.prefix.len() as u64 + floor(left / self.each)
    }
}

fn thin_object(
    object: &mut Object,
    spread: Option<&Spread>,
    expected: &[Expected],
    limit: f64,
) -> f64 {
    let is_free = spread.is_none();
    let mut members = Members::of(object, spread, expected);
    // First fewer of those that nobody named, then more that say nothing, then fewer of all.
    if members.all() > limit && is_free {
        let (low, high) = object.lengths;
        let share = ((limit - members.fixed) / (members.named + members.open)).clamp(0.0, 1.0);
        let fitting = low + floor(as_float(high - low) * share);
        object.lengths.1 = fitting.max(1).clamp(low, high);
        members = Members::of(object, spread, expected);
    }
    if members.all() > limit {
        object.is_seldom_empty = false;
        members = Members::of(object, spread, expected);
    }
    if members.fixed + members.open > limit && is_free {
        object.lengths.1 = object.lengths.0;
        members = Members::of(object, spread, expected);
    }
    if members.all() > limit {
        let room = limit - members.fixed - members.open;
        let share = (room / members.named).clamp(0.0, 1.0);
        for member in &mut object.members {
            let presence = &mut member.presence;
            if let Presence::Sometimes(presence) | Presence::Nullable(presence) = presence {
                *presence *= share;
            }
        }
        members.named *= share;
    }
    members.all()
}

/// How many values an object holds on average.
struct Members {
    /// Of what is always there, the object itself included.
    fixed: f64,
    /// Of optional members that have a name.
    named: f64,
    /// Of members whose names are drawn, above the least number of them.
    open: f64,
}

impl Members {
    fn of(object: &Object, spread: Option<&Spread>, expected: &[Expected]) -> Self {
        let (mut fixed, mut named) = (1.0, 0.0);
        // How often the object says nothing, and what it may then be given to say.
        let (mut silent, mut welcome) = (FULL_SHARE, Vec::new());
        for member in &object.members {
            let Expected { values, is_constant } = expected[member.node.index()];
            let share = match member.presence {
                Presence::Always => 1.0,
                Presence::Sometimes(share) | Presence::Nullable(share) => share,
            };
            if member.presence == Presence::Always {
                fixed += values;
            } else {
                named += share * values;
                let is_bound = member.is_asked || member.recursive;
                if share >= MOSTLY_THERE && !is_bound && !is_constant {
                    welcome.push(values);
                }
            }
            silent *= if is_constant { 1.0 } else { 1.0 - share };
        }
        if !object.is_seldom_empty {
            silent = 0.0;
        }
        if !welcome.is_empty() {
            named += silent * welcome.iter().sum::<f64>() / as_float(welcome.len() as u64);
            silent = 0.0;
        }
        let each = object.open.iter().map(|open| expected[open.value.index()].values);
        let open = Elements { prefix: Vec::new(), each: each.fold(0.0, f64::max) };
        let (low, _) = object.lengths;
        let all = open.expected(object.lengths, spread, silent);
        let least = if spread.is_some() { all } else { open.values((low, low)) };
        Self { fixed: fixed + least, named, open: all - least }
    }

    fn all(&self) -> f64 {
        self.fixed + self.named + self.open
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positive, and a length that is too large is cut by who asks"
)]
fn floor(length: f64) -> u64 {
    length as u64
}

#[expect(clippy::cast_precision_loss, reason = "an expectation is no count")]
fn as_float(count: u64) -> f64 {
    count as f64
}
