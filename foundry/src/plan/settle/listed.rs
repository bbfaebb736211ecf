//! Domains of few values, listed: what bounds sets and names, and is drawn from without luck.

use serde_json::{Map, Value};

use crate::instance::PreparedValue;
use crate::plan::matching::{MAX_MATCHED, Slot, match_values};
use crate::plan::node::{
    Absent, Array, Contains, Kind, Listed, Node, NodeId, Object, Presence, TextSource,
};
use crate::seed::hash_name;

/// Domains up to this many values are listed, so that distinct elements need no luck.
pub(crate) const MAX_LISTED: usize = 512;

/// Lists of more elements than this are not listed, since each would hold copies of all its elements.
const LONGEST_LISTED: usize = 8;

/// So many are listed for sets that need most of them.
const MAX_LISTED_FOR_SETS: usize = 65_536;

/// Where distinct elements or names come from a small domain, its size bounds the collection.
pub(super) fn list_domains(nodes: &mut [Node]) {
    for at in 0..nodes.len() {
        match &nodes[at].kind {
            Kind::Array(array) if array.unique && !array.is_uniform() => {
                // A recursion may lead to the set itself, which is not listed.
                let mut kind = std::mem::replace(&mut nodes[at].kind, Kind::Pending);
                list_elements(&mut kind, nodes);
                nodes[at].kind = kind;
            }
            Kind::Array(array) if array.unique => {
                // A set of most of its domain would need luck to find the last ones.
                let wanted = usize::try_from(array.min.saturating_mul(2)).unwrap_or(usize::MAX);
                let most = wanted.clamp(MAX_LISTED, MAX_LISTED_FOR_SETS);
                let domain = array.items.and_then(|items| list(nodes, items, most));
                // Objects are listed with the chances of their members lost, so only where most of them are needed.
                let needed =
                    usize::try_from(array.longest().saturating_mul(2)).unwrap_or(usize::MAX);
                let is_spent = |domain: &Vec<Value>| {
                    domain.len() < needed || !domain.iter().any(Value::is_object)
                };
                let domain = domain.filter(is_spent);
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

/// Lowers the counts of schemas for which the elements of others serve: where those before it leave no value to one, all
/// its values are in the set.
fn share_elements(array: &mut Array) {
    if array.in_front.is_some() || array.contains.len() < 2 {
        return;
    }
    let slot_of = |id: NodeId| Some(Slot { base: 0, values: array.listed(id)? });
    let mut slots: Vec<Slot<'_>> = array.prefix.iter().filter_map(|id| slot_of(*id)).collect();
    let mut counts = Vec::with_capacity(array.contains.len());
    for contains in &array.contains {
        let mut count = contains.min;
        if let Some(values) = array.listed(contains.node) {
            let before = slots.len();
            let asked = usize::try_from(count).unwrap_or(MAX_MATCHED);
            while slots.len() < before + asked && slots.len() < MAX_MATCHED {
                slots.push(Slot { base: 0, values });
                if match_values(&slots).is_err() {
                    slots.pop();
                    count = (slots.len() - before) as u64;
                    break;
                }
            }
        }
        counts.push(count);
    }
    for (contains, count) in array.contains.iter_mut().zip(counts) {
        contains.min = count;
    }
}

/// Lists the values of the nodes of a set that is not all of one, where they are few, and ends it before an element for
/// which they leave none.
fn list_elements(kind: &mut Kind, nodes: &[Node]) {
    let Kind::Array(array) = kind else { return };
    let mut listed: Vec<(NodeId, Vec<Listed>)> = Vec::new();
    for id in array.children() {
        if listed.iter().all(|(known, _)| *known != id)
            && let Some(values) = domain_of(nodes, id)
        {
            listed.push((id, values.into_iter().map(Listed::new).collect()));
        }
    }
    array.listed = listed;
    let are_too_few = |contains: &Contains| {
        let values = array.listed(contains.node).map(<[Listed]>::len);
        values.is_some_and(|values| (values as u64) < contains.min)
    };
    // Where positions are counted, they may hold what is contained.
    if array.in_front.is_none() && array.contains.iter().any(are_too_few) {
        *kind = Kind::Nothing;
        return;
    }
    share_elements(array);
    // One element may be what several schemas ask for.
    if array.in_front.is_some() || array.contains.len() > 1 {
        return;
    }
    let Some(most) = most_elements(array) else { return };
    if most < array.min {
        *kind = Kind::Nothing;
        return;
    }
    array.max = Some(array.max.map_or(most, |max| max.min(most)));
    array.lengths = (array.lengths.0.min(most), array.lengths.1.min(most));
}

/// How many different elements a set has at most, where its positions, what it contains, and the others leave no more.
fn most_elements(array: &Array) -> Option<u64> {
    let longest = usize::try_from(array.longest()).unwrap_or(MAX_MATCHED).min(MAX_MATCHED);
    let contained = array.contains.iter().flat_map(|one| {
        let count = one.min.saturating_add(one.spread);
        std::iter::repeat_n(one.node, usize::try_from(count).unwrap_or(longest).min(longest))
    });
    let behind = array.items.into_iter().flat_map(|items| std::iter::repeat_n(items, longest));
    let elements = array.prefix.iter().copied().chain(contained).chain(behind).enumerate();
    let mut slots: Vec<Slot<'_>> = Vec::new();
    let mut count = 0;
    for (at, id) in elements {
        if count >= longest {
            return None;
        }
        let Some(values) = array.listed(id) else {
            count += 1;
            continue;
        };
        slots.push(Slot { base: 0, values });
        if match_values(&slots).is_ok() {
            count += 1;
            continue;
        }
        slots.pop();
        // Behind its positions, others may still come.
        if at < array.prefix.len() {
            return Some(at as u64);
        }
    }
    Some(count as u64)
}

/// Every list of an array, and maybe some that only its schemas refuse, where there are at most [`MAX_LISTED`].
pub(super) fn lists_of(nodes: &[Node], array: &Array) -> Option<Vec<Value>> {
    // Of the positions that may hold the element that comes twice, only some are listed here.
    if array.repeated.is_some() {
        return None;
    }
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

/// Every object that may have no other members than those that are named, where there are at most [`MAX_LISTED`].
pub(super) fn objects_of(nodes: &[Node], object: &Object) -> Option<Vec<Value>> {
    let always = object.always();
    let is_full = object.max == Some(always);
    if !(object.is_closed || is_full) || !object.open.is_empty() || object.extra.is_some() {
        return None;
    }
    let mut objects = vec![Map::new()];
    for member in &object.members {
        let is_always = member.presence == Presence::Always;
        if is_full && !is_always {
            continue;
        }
        if member.absent != Absent::Missing {
            return None;
        }
        let values = domain_of(nodes, member.node)?;
        let choices = values.len() + usize::from(!is_always);
        if objects.len() * choices > MAX_LISTED {
            return None;
        }
        let with = |object: &Map<String, Value>| {
            let without = (!is_always).then(|| object.clone());
            let with = values.iter().map(|value| {
                let mut object = object.clone();
                object.insert(member.name.as_str().to_owned(), value.clone());
                object
            });
            without.into_iter().chain(with).collect::<Vec<_>>()
        };
        objects = objects.iter().flat_map(with).collect();
    }
    let is_allowed = |object: &Map<String, Value>, all: &Object| {
        let count = object.len() as u64;
        count >= all.min && all.max.is_none_or(|max| count <= max)
    };
    objects.retain(|one| is_allowed(one, object));
    Some(objects.into_iter().map(Value::Object).collect())
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
    list(nodes, id, MAX_LISTED)
}

/// Every value of a node, where there are at most `most`.
fn list(nodes: &[Node], id: NodeId, most: usize) -> Option<Vec<Value>> {
    let node = &nodes[id.index()];
    // What is spread is not listed: each of a list is as likely as the others.
    if node.cyclic || node.hooks.is_some() || node.spread.is_some() {
        return None;
    }
    values_of(nodes, &node.kind, most)
}

/// Every value that a kind of node draws, where there are at most `most`.
pub(super) fn values_of(nodes: &[Node], kind: &Kind, most: usize) -> Option<Vec<Value>> {
    let values = match kind {
        Kind::Alias(inner) => list(nodes, *inner, most)?,
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
            let mut values = list(nodes, *inner, most)?;
            values.push(Value::Null);
            values
        }
        Kind::Choice(branches) => {
            let mut values: Vec<Value> = Vec::new();
            for branch in branches {
                for value in list(nodes, branch.node, most.min(MAX_LISTED))? {
                    if !values.contains(&value) {
                        values.push(value);
                    }
                }
            }
            values
        }
        Kind::Object(object) => objects_of(nodes, object)?,
        _ => return None,
    };
    (values.len() <= most).then_some(values)
}
