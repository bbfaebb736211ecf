//! How large values are: what cannot be small is refused before its memory is taken, and what would
//! mostly be huge is thinned out.

use serde_json::Value;

use super::node::{Array, Branch, Kind, Node, NodeId, Object, Presence};
use super::spread::Spread;
use super::{FULL_SHARE, MOSTLY_THERE, Plan};
use crate::config::Limits;
use crate::error::{Error, Stage};
use crate::instance::MAX_DEPTH;

/// What the smallest value of a node holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Size {
    values: u64,
    chars: u64,
}

impl Size {
    const NONE: Self = Self { values: 0, chars: 0 };
    const ONE: Self = Self { values: 1, chars: 0 };
    /// Of a node without a finite value, or that was not looked at yet.
    const ENDLESS: Self = Self { values: u64::MAX, chars: u64::MAX };

    fn plus(self, other: Self) -> Self {
        Self {
            values: self.values.saturating_add(other.values),
            chars: self.chars.saturating_add(other.chars),
        }
    }

    fn times(self, count: u64) -> Self {
        Self { values: self.values.saturating_mul(count), chars: self.chars.saturating_mul(count) }
    }

    fn is_above(self, limits: Limits) -> bool {
        self.values > limits.values() || self.chars > limits.chars()
    }
}

/// The size of the smallest value of each node, by fixpoint from [`Size::ENDLESS`] downwards.
pub(super) fn measure_sizes(nodes: &[Node]) -> Vec<Size> {
    let mut sizes = vec![Size::ENDLESS; nodes.len()];
    loop {
        let mut has_changed = false;
        // Children mostly stand behind their parents.
        for at in (0..nodes.len()).rev() {
            let size = size_of(&nodes[at].kind, &sizes);
            if size < sizes[at] {
                sizes[at] = size;
                has_changed = true;
            }
        }
        if !has_changed {
            return sizes;
        }
    }
}

fn size_of(kind: &Kind, sizes: &[Size]) -> Size {
    let size = |id: NodeId| sizes[id.index()];
    match kind {
        Kind::Pending | Kind::Nothing => Size::ENDLESS,
        Kind::Alias(inner) => size(*inner),
        Kind::Text(text) => Size { values: 1, chars: text.min.max(text.source.shortest()) },
        Kind::Literal(literals) => {
            let chars =
                |value: &Value| value.as_str().map_or(0, |text| text.chars().count() as u64);
            let chars = literals.iter().map(|literal| chars(literal.value.get())).min();
            Size { values: 1, chars: chars.unwrap_or(0) }
        }
        Kind::Choice(branches) => {
            branches.iter().map(|branch| size(branch.node)).min().unwrap_or(Size::ENDLESS)
        }
        Kind::Array(array) => {
            let count = usize::try_from(array.min).unwrap_or(usize::MAX);
            let prefix = array.prefix.iter().take(count).map(|id| size(*id));
            let rest = array.min.saturating_sub(array.prefix.len() as u64);
            let each = match (array.items, array.contains.first()) {
                (Some(items), _) => size(items),
                (None, Some(contains)) => size(contains.node),
                (None, None) => Size::ONE,
            };
            prefix.fold(Size::ONE, Size::plus).plus(each.times(rest))
        }
        Kind::Object(object) => {
            let members = object.members.iter();
            let always = members.filter(|member| member.presence == Presence::Always);
            let (mut all, mut count) = (Size::ONE, 0);
            for member in always {
                all = all.plus(size(member.node));
                count += 1;
            }
            let missing = object.min.saturating_sub(count);
            let maybe = object.members.iter().filter(|m| m.presence != Presence::Always);
            let open = object.open.iter().map(|open| size(open.value).plus(size(open.key)));
            let least = maybe.map(|member| size(member.node)).chain(open).min();
            all.plus(least.unwrap_or(Size::NONE).times(missing))
        }
        _ => Size::ONE,
    }
}

/// Whether the smallest value of a node is larger than a row may be.
pub(super) fn find_oversized(sizes: &[Size], limits: Limits) -> Vec<bool> {
    sizes.iter().map(|size| size.is_above(limits)).collect()
}

/// Refuses a plan of which even the smallest row is too large or too deep.
pub(super) fn refuse_large(plan: &Plan, sizes: &[Size]) -> Result<(), Error> {
    let root = plan.root();
    let height = plan.node(root).height;
    if height > MAX_DEPTH {
        return Err(Error::new(
            Stage::Plan,
            format!("every value nests at least {height} levels, above the limit of {MAX_DEPTH}"),
        )
        .at("")
        .with_help(
            "make one of the inner members optional, or give the recursion an earlier end",
        ));
    }
    let limits = plan.config().limits();
    if !sizes[root.index()].is_above(limits) {
        return Ok(());
    }
    let mut at = root;
    // The deepest node that is too large by itself; a recursion always leads to smaller ones.
    for _ in 0..sizes.len() {
        let children = plan.node(at).kind.children();
        let large = children.into_iter().filter(|id| {
            let size = sizes[id.index()];
            size.is_above(limits) && size < Size::ENDLESS && size < sizes[at.index()]
        });
        let Some(next) = large.max_by_key(|id| sizes[id.index()]) else { break };
        at = next;
    }
    let (node, size) = (plan.node(at), sizes[at.index()]);
    let (count, what, limit, most, setting) = if size.values > limits.values() {
        (size.values, "values", limits.values(), Limits::MOST_VALUES, "max_values")
    } else {
        (size.chars, "characters of text", limits.chars(), Limits::MOST_CHARS, "max_chars")
    };
    let raise = if count > most { String::new() } else { format!(", or raise `{setting}`") };
    let place = match node.pointer.as_str() {
        "" => "the root".to_owned(),
        pointer => format!("`{pointer}`"),
    };
    Err(Error::new(
        Stage::Plan,
        format!("the smallest value at {place} has {count} {what}, above the limit of {limit}"),
    )
    .at(node.pointer.clone())
    .with_keyword(keyword_of(&node.kind))
    .with_help(format!("ask for fewer elements, members or characters{raise}")))
}

fn keyword_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Array(array) if array.contains.iter().any(|c| c.min >= array.min) => "minContains",
        Kind::Array(_) => "minItems",
        Kind::Object(object) if object.open.is_empty() => "required",
        Kind::Object(_) => "minProperties",
        Kind::Text(_) => "minLength",
        _ => "",
    }
}

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
    let prefix: f64 = array.prefix.iter().copied().map(values).sum();
    let contained = array.contains.iter().map(|one| as_float(one.min) * values(one.node));
    let fixed = 1.0 + prefix + contained.sum::<f64>();
    let each = array.items.map_or(1.0, values).max(1.0);
    let filled = if array.is_seldom_empty { FULL_SHARE } else { 0.0 };
    // A distribution says by itself how many there are.
    if spread.is_none() && each * expected_length(array.lengths, None, filled) > limit {
        let (low, high) = array.lengths;
        array.lengths.1 = floor(limit / each).clamp(low, high);
    }
    fixed + each * expected_length(array.lengths, spread, filled)
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
        let each = each.fold(0.0, f64::max);
        let length = expected_length(object.lengths, spread, silent);
        let least = if spread.is_some() { length } else { as_float(object.lengths.0) };
        fixed += each * least;
        Self { fixed, named, open: each * (length - least) }
    }

    fn all(&self) -> f64 {
        self.fixed + self.named + self.open
    }
}

/// How many elements or open members there are on average, where there is at least one in a share of
/// those that might have none.
fn expected_length((low, high): (u64, u64), spread: Option<&Spread>, filled: f64) -> f64 {
    if let Some(spread) = spread {
        return as_float(spread.middle((low, high)));
    }
    let any = as_float(high).midpoint(as_float(low));
    match (low, high) {
        (0, 1..) => filled * as_float(high).midpoint(1.0) + (1.0 - filled) * any,
        _ => any,
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
