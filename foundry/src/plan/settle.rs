//! After filling: what never ends is cut away, recursion is marked, small domains are listed.

use serde_json::Value;

use crate::config::Limits;
use crate::instance::PreparedValue;
use crate::seed::hash_name;

use super::node::{Array, ENDLESS, Kind, Member, Node, NodeId, Presence, TextSource};
use super::size::{Size, find_oversized, measure_sizes, thin_out};

/// Domains up to this many values are listed, so that distinct elements need no luck.
pub(super) const MAX_LISTED: usize = 512;

/// Lists of more elements than this are not listed, since each would hold copies of all its elements.
const LONGEST_LISTED: usize = 8;

/// So many are listed for sets that need most of them.
const MAX_LISTED_FOR_SETS: usize = 65_536;

/// Settles every node of the arena, and tells how large their smallest values are.
pub(crate) fn settle(nodes: &mut [Node], limits: Limits) -> Vec<Size> {
    let (components, order) = find_components(nodes);
    mark_recursion(nodes, &components);
    list_domains(nodes);
    empty_refused(nodes);
    measure_heights(nodes);
    let sizes = measure_sizes(nodes);
    let oversized = find_oversized(&sizes, limits);
    cut(nodes, &oversized);
    settle_nullable_members(nodes);
    thin_out(nodes, &order, limits);
    for node in nodes {
        match &mut node.kind {
            Kind::Object(object) => {
                object.join_names();
                object.count_named();
            }
            Kind::Number(number) => number.count_steps(),
            _ => {}
        }
    }
    sizes
}

/// The nesting of the shallowest value of each node, by fixpoint from [`ENDLESS`] downwards.
fn measure_heights(nodes: &mut [Node]) {
    for node in nodes.iter_mut() {
        node.height = ENDLESS;
    }
    loop {
        let mut has_changed = false;
        // Children mostly stand behind their parents.
        for at in (0..nodes.len()).rev() {
            let height = height_of(&nodes[at].kind, nodes);
            if height < nodes[at].height {
                nodes[at].height = height;
                has_changed = true;
            }
        }
        if !has_changed {
            return;
        }
    }
}

fn height_of(kind: &Kind, nodes: &[Node]) -> u32 {
    let height = |id: NodeId| nodes[id.index()].height;
    let above = |height: u32| height.saturating_add(1);
    match kind {
        Kind::Pending | Kind::Nothing => ENDLESS,
        Kind::Alias(inner) => height(*inner),
        Kind::Array(array) => {
            let count = usize::try_from(array.min).unwrap_or(usize::MAX);
            let first = array.prefix.iter().take(count).copied().map(height);
            let rest = (count > array.prefix.len()).then(|| array.items.map_or(ENDLESS, height));
            let contains = array.contains.iter().filter(|c| c.min > 0).map(|c| height(c.node));
            first.chain(rest).chain(contains).max().map_or(0, above)
        }
        Kind::Object(object) => {
            let (always, maybe): (Vec<&Member>, Vec<&Member>) =
                object.members.iter().partition(|member| member.presence == Presence::Always);
            let tallest = always.iter().map(|member| height(member.node)).max();
            let missing = object.min.saturating_sub(always.len() as u64);
            let mut others: Vec<u32> = maybe.iter().map(|member| height(member.node)).collect();
            let open = object.open.iter().map(|open| height(open.key).max(height(open.value)));
            if let Some(open) = open.min() {
                // More of the same are no taller.
                let missing = usize::try_from(missing).unwrap_or(MAX_LISTED).min(MAX_LISTED);
                others.extend(std::iter::repeat_n(open, missing));
            } else if (others.len() as u64) < missing {
                return ENDLESS;
            }
            others.sort_unstable();
            let needed = usize::try_from(missing).unwrap_or(usize::MAX);
            let tallest = tallest.max(others.into_iter().take(needed).max());
            tallest.map_or(0, above)
        }
        Kind::Choice(branches) => {
            branches.iter().map(|branch| height(branch.node)).min().unwrap_or(ENDLESS)
        }
        _ => 0,
    }
}

/// Branches and optional members without a finite value, or with too large ones, are never drawn.
fn cut(nodes: &mut [Node], oversized: &[bool]) {
    let endless: Vec<bool> = nodes.iter().map(|node| node.height == ENDLESS).collect();
    let ends = |id: NodeId| !endless[id.index()] && !oversized[id.index()];
    for node in nodes {
        match &mut node.kind {
            // What only has too large values is refused as a whole.
            Kind::Choice(branches) if branches.iter().any(|branch| ends(branch.node)) => {
                branches.retain(|branch| ends(branch.node));
            }
            Kind::Object(object) => {
                object
                    .members
                    .retain(|member| member.presence == Presence::Always || ends(member.node));
                object.open.retain(|open| ends(open.value) && ends(open.key));
            }
            Kind::Array(array) => {
                for contains in array.contains.iter_mut().filter(|one| !ends(one.node)) {
                    contains.spread = 0;
                }
                // No list is longer than what stands in front of an impossible position.
                if let Some(at) = array.prefix.iter().position(|id| !ends(*id)) {
                    array.prefix.truncate(at);
                    array.items = None;
                    let most = (at as u64).max(array.min);
                    array.max = Some(array.max.map_or(most, |max| max.min(most)));
                    array.lengths = (array.lengths.0.min(most), array.lengths.1.min(most));
                }
                if array.items.is_some_and(|items| !ends(items)) {
                    array.items = None;
                    let most = (array.prefix.len() as u64).max(array.min);
                    array.max = Some(array.max.map_or(most, |max| max.min(most)));
                    array.lengths.1 = array.lengths.1.min(most);
                }
            }
            Kind::Nullable { inner, .. } if !ends(*inner) => {
                node.kind = Kind::Literal(vec![super::node::Literal::new(Value::Null)]);
            }
            _ => {}
        }
    }
}

/// The strongly connected component of each node (Kosaraju), without recursion of our own, and the
/// nodes in the order of a walk that leaves children before their parents.
fn find_components(nodes: &[Node]) -> (Vec<usize>, Vec<usize>) {
    let children: Vec<Vec<NodeId>> = nodes.iter().map(|node| node.kind.children()).collect();
    let mut parents: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for (at, below) in children.iter().enumerate() {
        for child in below {
            parents[child.index()].push(at);
        }
    }
    let mut finished = Vec::with_capacity(nodes.len());
    let mut seen = vec![false; nodes.len()];
    for start in 0..nodes.len() {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        let mut stack = vec![(start, 0)];
        while let Some((at, next)) = stack.pop() {
            let Some(child) = children[at].get(next) else {
                finished.push(at);
                continue;
            };
            stack.push((at, next + 1));
            if !std::mem::replace(&mut seen[child.index()], true) {
                stack.push((child.index(), 0));
            }
        }
    }
    let mut component: Vec<Option<usize>> = vec![None; nodes.len()];
    for &start in finished.iter().rev() {
        let mut stack = vec![start];
        while let Some(at) = stack.pop() {
            if component[at].is_none() {
                component[at] = Some(start);
                stack.extend(parents[at].iter().copied().filter(|at| component[*at].is_none()));
            }
        }
    }
    // Every node was reached from itself at the latest.
    let home = component.into_iter().enumerate().map(|(at, home)| home.unwrap_or(at));
    (home.collect(), finished)
}

/// A recursion is counted where it passes through an object, or through a list where it holds no
/// object.
fn mark_recursion(nodes: &mut [Node], component: &[usize]) {
    let mut is_cyclic = vec![false; nodes.len()];
    let mut has_object = vec![false; nodes.len()];
    for (at, node) in nodes.iter().enumerate() {
        let home = component[at];
        is_cyclic[home] |=
            node.kind.children().iter().any(|child| component[child.index()] == home);
        has_object[home] |= matches!(node.kind, Kind::Object(_));
    }
    for at in 0..nodes.len() {
        let home = component[at];
        let node = &mut nodes[at];
        if let Kind::Array(array) = &mut node.kind {
            // A recursion has to be able to end.
            for contains in array.contains.iter_mut().filter(|c| component[c.node.index()] == home)
            {
                contains.spread = 0;
            }
        }
        node.cyclic = is_cyclic[home];
        node.component = u32::try_from(home).unwrap_or(u32::MAX);
        let counts = match node.kind {
            Kind::Object(_) => true,
            Kind::Array(_) => !has_object[home],
            _ => false,
        };
        node.recursive = is_cyclic[home] && counts;
        if let Kind::Object(object) = &mut node.kind {
            for member in &mut object.members {
                member.recursive = is_cyclic[home] && component[member.node.index()] == home;
            }
            let back = object.members.iter().filter(|m| m.recursive).count();
            object.recursive_members = u32::try_from(back).unwrap_or(u32::MAX);
        }
    }
}

/// A member that may be missing or `null` has three states, and its presence speaks of the value.
fn settle_nullable_members(nodes: &mut [Node]) {
    let nullable: Vec<bool> = (0..nodes.len()).map(|at| is_nullable(nodes, at)).collect();
    for node in nodes {
        if let Kind::Object(object) = &mut node.kind {
            for member in &mut object.members {
                if let Presence::Sometimes(probability) = member.presence
                    && nullable[member.node.index()]
                {
                    member.presence = Presence::Nullable(probability);
                }
            }
        }
    }
}

/// Whether the node is a value or `null`, with nothing that the value is held against.
fn is_nullable(nodes: &[Node], mut at: usize) -> bool {
    // Aliases never circle: one is only made for a node that stands already.
    for _ in 0..nodes.len() {
        let node = &nodes[at];
        if node.hooks.is_some() {
            return false;
        }
        match node.kind {
            Kind::Alias(inner) => at = inner.index(),
            Kind::Nullable { .. } => return true,
            _ => return false,
        }
    }
    false
}

/// Where distinct elements or names come from a small domain, its size bounds the collection.
fn list_domains(nodes: &mut [Node]) {
    for at in 0..nodes.len() {
        match &nodes[at].kind {
            Kind::Array(array) if array.unique && array.prefix.is_empty() => {
                // A set of most of its domain would need luck to find the last ones.
                let wanted = usize::try_from(array.min.saturating_mul(2)).unwrap_or(usize::MAX);
                let most = wanted.clamp(MAX_LISTED, MAX_LISTED_FOR_SETS);
                let domain = array.items.and_then(|items| list_values(nodes, items, most));
                if let Some(domain) = domain {
                    bound_elements(&mut nodes[at], domain);
                }
            }
            Kind::Object(object) if !object.open.is_empty() => {
                let names = object.open.iter().map(|open| domain_of(nodes, open.key));
                let names: Vec<Option<Vec<Value>>> = names.collect();
                bound_names(&mut nodes[at], names);
            }
            _ => {}
        }
    }
}

/// Where every value of a small domain is refused, there is none.
fn empty_refused(nodes: &mut [Node]) {
    for at in 0..nodes.len() {
        let Some(hooks) = nodes[at].hooks.as_ref().filter(|hooks| !hooks.verify.is_empty()) else {
            continue;
        };
        let node = &nodes[at];
        let is_listed = !node.cyclic && node.spread.is_none() && hooks.finishes.is_empty();
        let values = match &node.kind {
            _ if !is_listed => None,
            Kind::Array(array) => lists_of(nodes, array),
            kind => values_of(nodes, kind, MAX_LISTED),
        };
        let Some(values) = values else { continue };
        let is_refused = |value: &Value| !hooks.verify.iter().all(|schema| schema.admits(value));
        if values.iter().all(is_refused) {
            nodes[at].kind = Kind::Nothing;
        }
    }
}

/// Every list of an array, and maybe some that only its schemas refuse, where there are at most [`MAX_LISTED`].
fn lists_of(nodes: &[Node], array: &Array) -> Option<Vec<Value>> {
    // What must be contained stands among the elements, and is none of those that are listed here.
    if !array.contains.is_empty() {
        return None;
    }
    let longest = usize::try_from(array.max?).ok().filter(|longest| *longest <= LONGEST_LISTED)?;
    let shortest = usize::try_from(array.min).unwrap_or(longest);
    let mut lists: Vec<Vec<Value>> = vec![Vec::new()];
    let mut listed = Vec::new();
    for at in 0..=longest {
        if at >= shortest {
            listed.extend(lists.iter().cloned().map(Value::Array));
        }
        let Some(next) = array.prefix.get(at).copied().or(array.items).filter(|_| at < longest)
        else {
            break;
        };
        let elements = domain_of(nodes, next)?;
        if listed.len() + lists.len() * elements.len() > MAX_LISTED {
            return None;
        }
        let longer = |list: &Vec<Value>| {
            let list = list.clone();
            elements
                .iter()
                .map(move |element| list.iter().chain([element]).cloned().collect::<Vec<Value>>())
                .collect::<Vec<_>>()
        };
        lists = lists.iter().flat_map(longer).collect();
    }
    Some(listed)
}

/// A value as the name of a member.
fn name_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn bound_elements(node: &mut Node, domain: Vec<Value>) {
    let Kind::Array(array) = &mut node.kind else { return };
    let size = domain.len() as u64;
    if size < array.min {
        node.kind = Kind::Nothing;
        return;
    }
    array.max = Some(array.max.map_or(size, |max| max.min(size)));
    array.lengths = (array.lengths.0.min(size), array.lengths.1.min(size));
    let hashed = |value: Value| (hash_name(&value.to_string()), PreparedValue::new(value));
    array.domain = Some(domain.into_iter().map(hashed).collect());
}

fn bound_names(node: &mut Node, names: Vec<Option<Vec<Value>>>) {
    let Kind::Object(object) = &mut node.kind else { return };
    let sizes: Option<u64> = names.iter().map(|names| Some(names.as_ref()?.len() as u64)).sum();
    for (open, names) in object.open.iter_mut().zip(names) {
        open.names = names.map(|names| names.iter().map(name_of).collect());
    }
    let Some(size) = sizes else { return };
    if object.min > size + object.members.len() as u64 {
        node.kind = Kind::Nothing;
        return;
    }
    object.lengths = (object.lengths.0.min(size), object.lengths.1.min(size));
}

/// Every value of a node, where there are at most [`MAX_LISTED`].
pub(crate) fn domain_of(nodes: &[Node], id: NodeId) -> Option<Vec<Value>> {
    list_values(nodes, id, MAX_LISTED)
}

/// Every value of a node, where there are at most `most`.
pub(super) fn list_values(nodes: &[Node], id: NodeId, most: usize) -> Option<Vec<Value>> {
    let node = &nodes[id.index()];
    // What is spread is not listed: each of a list is as likely as the others.
    if node.cyclic || node.hooks.is_some() || node.spread.is_some() {
        return None;
    }
    values_of(nodes, &node.kind, most)
}

/// Every value that a kind of node draws, where there are at most `most`.
fn values_of(nodes: &[Node], kind: &Kind, most: usize) -> Option<Vec<Value>> {
    let values = match kind {
        Kind::Alias(inner) => list_values(nodes, *inner, most)?,
        Kind::Literal(literals) => {
            literals.iter().map(|literal| literal.value.get().clone()).collect()
        }
        Kind::Boolean => vec![Value::Bool(false), Value::Bool(true)],
        Kind::Integer(integer) => {
            if integer.max - integer.min >= most as i128 * integer.step {
                return None;
            }
            integer
                .values()
                .filter_map(|value| i64::try_from(value).ok())
                .map(Value::from)
                .collect()
        }
        Kind::Text(text) => match &text.source {
            TextSource::Pattern(pattern) => {
                let count = pattern.count().filter(|count| *count <= most as u64)?;
                (0..count).filter_map(|nth| pattern.nth(nth)).map(Value::String).collect()
            }
            _ => return None,
        },
        Kind::Nullable { inner, .. } => {
            let mut values = list_values(nodes, *inner, most)?;
            values.push(Value::Null);
            values
        }
        Kind::Choice(branches) => {
            let mut values: Vec<Value> = Vec::new();
            for branch in branches {
                for value in list_values(nodes, branch.node, most.min(MAX_LISTED))? {
                    if !values.contains(&value) {
                        values.push(value);
                    }
                }
            }
            values
        }
        _ => return None,
    };
    (values.len() <= most).then_some(values)
}
