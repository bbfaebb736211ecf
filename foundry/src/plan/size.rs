//! How large values are at least: what cannot be small is refused before its memory is taken.

use serde_json::Value;

use super::Plan;
use super::node::{Kind, Node, NodeId, Presence};
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
