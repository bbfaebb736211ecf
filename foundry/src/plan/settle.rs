//! After filling: what never ends is cut away, recursion is marked, small domains are listed.

mod listed;

use ahash::AHashMap;
use serde_json::Value;

use crate::config::Config;
use crate::seed::hash_name;

use super::node::{Branch, ENDLESS, Kind, Member, Node, NodeId, Presence};
use super::size::{Size, find_oversized, measure_sizes};
use super::thin::thin_out;
pub(crate) use listed::{MAX_LISTED, domain_of};
use listed::{list_domains, lists_of, objects_of, values_of};

/// Settles every node of the arena, and tells how large their smallest values are.
pub(crate) fn settle(nodes: &mut [Node], config: &Config) -> Vec<Size> {
    let (components, order) = find_components(nodes, |_| true);
    mark_recursion(nodes, &components);
    list_domains(nodes);
    empty_refused(nodes);
    measure_heights(nodes);
    let sizes = measure_sizes(nodes);
    let oversized = find_oversized(&sizes, config.limits);
    cut(nodes, &oversized);
    settle_nullable_members(nodes);
    for node in nodes.iter_mut() {
        match &mut node.kind {
            Kind::Object(object) => {
                object.join_names();
                object.count_named();
            }
            Kind::Number(number) => number.count_steps(),
            Kind::Choice(branches) => tell_apart(branches),
            _ => {}
        }
    }
    thin_out(nodes, &order, config);
    sizes
}

/// Gives each branch a hash of its own, for they may be called the same: of those the first one would always win.
fn tell_apart(branches: &mut [Branch]) {
    let mut known: AHashMap<u64, u32> = AHashMap::with_capacity(branches.len());
    for branch in branches {
        let before = known.entry(branch.hash).or_default();
        if *before > 0 {
            branch.hash = hash_name(&format!("{}#{before}", branch.label));
        }
        *before += 1;
    }
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
            let counted = array.in_front.as_ref();
            // What the positions in front may hold is not needed behind them.
            let held = counted.filter(|_| count <= array.prefix.len());
            let is_held = |at: usize| held.is_some_and(|held| held.behind == Some(at));
            let contains = array.contains.iter().enumerate();
            let contains = contains.filter(|(at, one)| one.min > 0 && !is_held(*at));
            let contains = contains.map(|(_, one)| height(one.node));
            let held = held.and_then(|held| {
                let mut heights: Vec<u32> =
                    held.holders.iter().map(|holder| height(holder.inside)).collect();
                heights.sort_unstable();
                heights.get(usize::try_from(held.least.checked_sub(1)?).ok()?).copied()
            });
            first.chain(rest).chain(contains).chain(held).max().map_or(0, above)
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
                if let Some(in_front) = &mut array.in_front {
                    in_front.drop_endless(&mut array.prefix, &ends);
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
/// nodes in the order of a walk that leaves children before their parents. Nothing is below nodes that do not lead on.
fn find_components(nodes: &[Node], leads_on: fn(&Node) -> bool) -> (Vec<usize>, Vec<usize>) {
    let below = |node: &Node| if leads_on(node) { node.kind.children() } else { Vec::new() };
    let children: Vec<Vec<NodeId>> = nodes.iter().map(below).collect();
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

/// A recursion is counted where it passes through an object, and through a list from which a way leads back that
/// passes through no object.
fn mark_recursion(nodes: &mut [Node], component: &[usize]) {
    let is_cyclic = find_cyclic(nodes, component, |_| true);
    if !is_cyclic.contains(&true) {
        return;
    }
    let is_no_object: fn(&Node) -> bool = |node| !matches!(node.kind, Kind::Object(_));
    let (of_lists, _) = find_components(nodes, is_no_object);
    let is_cyclic_by_lists = find_cyclic(nodes, &of_lists, is_no_object);
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
        node.recursive = match node.kind {
            Kind::Object(_) => is_cyclic[home],
            Kind::Array(_) => is_cyclic_by_lists[of_lists[at]],
            _ => false,
        };
        if let Kind::Object(object) = &mut node.kind {
            for member in &mut object.members {
                member.recursive = is_cyclic[home] && component[member.node.index()] == home;
            }
            let back = object.members.iter().filter(|m| m.recursive).count();
            object.recursive_members = u32::try_from(back).unwrap_or(u32::MAX);
        }
    }
}

/// Which components lead back to themselves.
fn find_cyclic(nodes: &[Node], component: &[usize], leads_on: fn(&Node) -> bool) -> Vec<bool> {
    let mut is_cyclic = vec![false; nodes.len()];
    for (node, home) in nodes.iter().zip(component).filter(|(node, _)| leads_on(node)) {
        is_cyclic[*home] |=
            node.kind.children().iter().any(|child| component[child.index()] == *home);
    }
    is_cyclic
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
            Kind::Object(object) => objects_of(nodes, object),
            kind => values_of(nodes, kind, MAX_LISTED),
        };
        let Some(values) = values else { continue };
        let is_refused = |value: &Value| !hooks.verify.iter().all(|schema| schema.admits(value));
        if values.iter().all(is_refused) {
            nodes[at].kind = Kind::Nothing;
        }
    }
}
