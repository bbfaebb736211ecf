//! How large values are on average: what would mostly be huge is thinned out.

use super::node::{Array, Branch, Kind, Node, NodeId, Object, Presence};
use super::spread::Spread;
use super::{FULL_SHARE, MOSTLY_THERE};
use crate::config::Config;

/// How fine the weights of branches become where some of them are taken more seldom.
const FINE: u32 = 1000;
/// Up to this many members it is counted how often there are so many; of more the mean is near enough.
const MOST_COUNTED: usize = 64;

/// What is expected of the value of a node.
#[derive(Clone, Copy)]
struct Expected {
    /// How many values it holds, itself included.
    values: f64,
    /// How many it holds where it is not `null`.
    inside: f64,
    /// Whether it is always the same: an object of such members says nothing.
    is_constant: bool,
    /// The height of its shortest value: what is missing is taken from what ends first.
    height: u32,
}

/// Draws optional parts more seldom where more values than the limits expect would come of them.
///
/// `order` holds every node behind its children; a recursion counts as one value where it closes,
/// since drawing bounds it by itself.
pub(super) fn thin_out(nodes: &mut [Node], order: &[usize], config: &Config) {
    let most_expected = as_float(config.limits.mean());
    let one = |node: &Node| Expected {
        values: 1.0,
        inside: 1.0,
        is_constant: false,
        height: node.height,
    };
    let mut expected: Vec<Expected> = nodes.iter().map(one).collect();
    for &at in order {
        let Node { kind, spread, .. } = &mut nodes[at];
        let spread = spread.as_deref();
        let one = expected[at];
        let of_values = |values: f64| Expected { values, inside: values, ..one };
        expected[at] = match kind {
            Kind::Alias(inner) => expected[inner.index()],
            Kind::Nullable { inner, presence } => {
                let inside = expected[inner.index()].inside;
                let often = presence.unwrap_or(config.presence);
                let values = 1.0 + often * (inside - 1.0);
                if values > most_expected {
                    *presence = Some((most_expected - 1.0) / (inside - 1.0));
                }
                Expected { values: values.min(most_expected), inside, ..one }
            }
            Kind::Literal(literals) => Expected { is_constant: literals.len() == 1, ..one },
            Kind::Choice(branches) => of_values(thin_choice(branches, &expected, most_expected)),
            Kind::Array(array) => of_values(thin_array(array, spread, &expected, most_expected)),
            Kind::Object(object) => {
                of_values(thin_object(object, spread, &expected, most_expected))
            }
            _ => one,
        };
    }
}

fn thin_choice(branches: &mut [Branch], expected: &[Expected], limit: f64) -> f64 {
    // Spare branches are for what the others have no values for.
    let is_spare = branches.iter().all(|branch| branch.is_spare);
    let above = |branch: &Branch| expected[branch.node.index()].values - limit;
    let is_drawn = |branch: &&Branch| branch.is_spare == is_spare;
    // What small branches leave, and what large ones take beyond the limit.
    let (mut all, mut left, mut taken) = (0.0, 0.0, 0.0);
    for branch in branches.iter().filter(is_drawn) {
        let weight = f64::from(branch.weight);
        all += weight;
        left += weight * (-above(branch)).max(0.0);
        taken += weight * above(branch).max(0.0);
    }
    // Where all branches are large, fewer of one are more of another.
    if taken <= left || left <= 0.0 {
        return limit + (taken - left) / f64::max(all, 1.0);
    }
    let heaviest = branches.iter().map(|branch| branch.weight).max();
    let fine = FINE.min(u32::MAX / heaviest.unwrap_or(1).max(1));
    for branch in branches.iter_mut().filter(|branch| branch.weight > 0) {
        let is_large = above(branch) > 0.0;
        branch.weight *= fine;
        if is_large {
            let weight = floor(f64::from(branch.weight) * left / taken);
            branch.weight = u32::try_from(weight).unwrap_or(u32::MAX).max(1);
        }
    }
    limit
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
    let of = |array: &Array| {
        list.expected(array.lengths, spread, if array.is_seldom_empty { FULL_SHARE } else { 0.0 })
    };
    let (low, high) = array.lengths;
    // A distribution says by itself how many there are. Otherwise first fewer elements, then more lists of none.
    if spread.is_none() && of(array) > limit {
        array.lengths.1 = list.longest(limit).max(1).clamp(low, high);
        if of(array) > limit {
            array.is_seldom_empty = false;
        }
        if of(array) > limit {
            array.lengths.1 = low;
        }
    }
    fixed + of(array)
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
        members = Members::of(object, spread, expected);
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
        // How many members there are.
        let (mut always, mut drawn) = (0, 0.0);
        // How often the object says nothing, and what it may then be given to say.
        let (mut silent, mut welcome) = (FULL_SHARE, Vec::new());
        for member in &object.members {
            let Expected { values, inside, is_constant, .. } = expected[member.node.index()];
            let share = match member.presence {
                Presence::Always => 1.0,
                Presence::Sometimes(share) | Presence::Nullable(share) => share,
            };
            if member.presence == Presence::Always {
                fixed += values;
                always += 1;
            } else {
                // One that may be `null` is drawn from what it is otherwise.
                named += share * inside;
                drawn += share;
                let is_bound = member.is_asked || member.recursive;
                if share >= MOSTLY_THERE && !is_bound && !is_constant {
                    welcome.push(inside);
                }
            }
            silent *= if is_constant { 1.0 } else { 1.0 - share };
        }
        if !object.is_seldom_empty {
            silent = 0.0;
        }
        if !welcome.is_empty() {
            named += silent * welcome.iter().sum::<f64>() / as_float(welcome.len() as u64);
            drawn += silent;
            silent = 0.0;
        }
        if let Some(most) = object.max.map(|max| as_float(max.saturating_sub(always)))
            && drawn > most
        {
            named *= most / drawn;
            drawn = most;
        }
        named += missing(object, object.least_named.saturating_sub(always), expected);
        let each = object.open.iter().map(|open| expected[open.value.index()].values);
        let open = Elements { prefix: Vec::new(), each: each.fold(0.0, f64::max) };
        let (low, high) = object.lengths;
        // What is missing beside those that have a name.
        let low = low.max(object.min.saturating_sub(always + floor(drawn)));
        let lengths = (low, high.max(low));
        let all = open.expected(lengths, spread, silent);
        let least = if spread.is_some() { all } else { open.values((low, low)) };
        Self { fixed: fixed + least, named, open: all - least }
    }

    fn all(&self) -> f64 {
        self.fixed + self.named + self.open
    }
}

/// How many values are added because fewer than `least` of the optional members that have a name were drawn.
fn missing(object: &Object, least: u64, expected: &[Expected]) -> f64 {
    if least == 0 {
        return 0.0;
    }
    let (mut optional, mut drawn) = (Vec::new(), 0.0);
    // How often none of them is there, one, and so on up to the least number.
    let mut counts = vec![0.0; usize::try_from(least).unwrap_or(usize::MAX).min(MOST_COUNTED)];
    counts[0] = 1.0;
    for member in &object.members {
        let (Presence::Sometimes(share) | Presence::Nullable(share)) = member.presence else {
            continue;
        };
        optional.push(expected[member.node.index()]);
        drawn += share;
        for count in (0..counts.len()).rev() {
            let one_less = count.checked_sub(1).map_or(0.0, |less| counts[less]);
            counts[count] += share * (one_less - counts[count]);
        }
    }
    let short = |(often, count): (&f64, u64)| often * as_float(least - count);
    let added = counts.iter().zip(0..).map(short).sum::<f64>().max(as_float(least) - drawn);
    // What ends first is added first.
    optional.sort_by(|one, other| {
        one.height.cmp(&other.height).then(other.values.total_cmp(&one.values))
    });
    let first = optional.iter().zip(0..least).map(|(one, _)| one.values);
    let (values, all) = first.fold((0.0, 0.0), |(values, all), one| (values + one, all + 1.0));
    added * values / f64::max(all, 1.0)
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
