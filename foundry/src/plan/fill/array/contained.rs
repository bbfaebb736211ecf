//! What a list must contain, and how much of it there may be: in the positions in front, and behind them.

use jsonschema::canonical::{
    ArrayView, CanonicalSchema, CanonicalView, ContainsView, Distinctness,
};

use super::super::exclusive::{is_large, is_plain};
use super::super::object::cardinality;
use super::super::{Filler, Spot, canonical_error, unsupported};
use super::DEFAULT_SPREAD;
use crate::error::Error;
use crate::plan::form::admits_nothing;
use crate::plan::matching::MAX_MATCHED;
use crate::plan::node::{Array, Contains, Holder, InFront, NodeId};
use crate::plan::outline::Step;

/// Positions that may hold what is contained, with what each is then, and otherwise.
struct Found {
    holders: Vec<Holder>,
    /// The forms of the holders, in the same order.
    forms: Vec<(CanonicalSchema, CanonicalSchema)>,
    /// Whether there is a position of which it is not known.
    is_open: bool,
}

impl Filler<'_> {
    /// Adds what the list must contain, and says what the positions in front are then.
    pub(super) fn contain(
        &mut self,
        spot: &Spot,
        view: &ArrayView,
        array: &mut Array,
    ) -> Result<Fit, Error> {
        let mut in_front = view.prefix_items.clone();
        in_front.truncate(array.prefix.len());
        let may_repeat = view.distinctness == Distinctness::SomeRepeated;
        for (at, contains) in view.contains.iter().enumerate() {
            let node = self.contained(spot, view, contains, array)?;
            let node = Some(node).filter(|node| array.items.is_some() && !self.is_nothing(*node));
            let asked = cardinality(contains.min_contains.as_ref()).unwrap_or(1);
            let behind = (in_front.len() as u64).saturating_add(asked);
            let is_behind = node.is_some() && array.max.is_none_or(|max| behind <= max);
            // More of them than there may be, or a second one in a set, is nothing that another try would mend.
            let is_limited = contains.max_contains.is_some() || array.unique;
            if !in_front.is_empty() && (is_limited || (asked > 0 && !is_behind)) {
                let found = self.find_holders(spot, &in_front, contains, array)?;
                // What comes after it has to know what the positions are.
                let is_drawn = at + 1 == view.contains.len() && !may_repeat;
                let placed = if is_drawn {
                    draw_in_front(contains, found, node, array)
                } else {
                    settle_in_front(contains, found, node, array, &mut in_front)
                };
                match placed {
                    Placed::Somewhere => continue,
                    // The positions may have been taken by what was settled before.
                    Placed::Nowhere | Placed::Unknown if at > 0 => return Ok(Fit::Unknown),
                    Placed::Nowhere => return Ok(Fit::Nothing),
                    Placed::Unknown => {
                        let what = "what a list must contain in a position that the canonical form cannot narrow";
                        return Err(unsupported(&self.pointer_of(spot), what));
                    }
                }
            }
            if asked > 0 && !is_behind {
                return Ok(if at > 0 { Fit::Unknown } else { Fit::Nothing });
            }
            array.min = array.min.max(asked);
            if let Some(node) = node {
                let most = cardinality(contains.max_contains.as_ref()).unwrap_or(asked);
                let spread = most.saturating_sub(asked).min(most_more(array));
                array.contains.push(Contains { node, min: asked, spread });
            }
        }
        Ok(Fit::Lists(in_front))
    }

    /// What is drawn behind the positions in front for one `contains`.
    fn contained(
        &mut self,
        spot: &Spot,
        view: &ArrayView,
        contains: &ContainsView,
        array: &Array,
    ) -> Result<NodeId, Error> {
        // The element that is contained is an element like the others.
        let mut schema = contains.schema.clone();
        if let Some(items) = &view.items {
            schema = schema.intersect(items).map_err(|error| canonical_error(&error))?;
        }
        let mut child = self.child(&self.parent(spot), Step::Contains, None, schema);
        child.is_distinct |= array.unique;
        // Several of them share a place, of which each says only a part.
        child.place = child.place.filter(|place| self.outline.get(*place).seeds.len() == 1);
        self.fill(child)
    }

    /// The positions in front that may hold what is contained, or always do.
    fn find_holders(
        &mut self,
        spot: &Spot,
        in_front: &[CanonicalSchema],
        contains: &ContainsView,
        array: &Array,
    ) -> Result<Found, Error> {
        let is_limited = most_of(contains, array).is_some();
        let mut found = Found { holders: Vec::new(), forms: Vec::new(), is_open: false };
        for (position, schema) in in_front.iter().enumerate() {
            let schema = self.resolve(schema.clone(), None)?;
            let written = array.prefix[position];
            let Ok(both) = schema.intersect(&contains.schema) else {
                found.is_open = true;
                continue;
            };
            if admits_nothing(&both) {
                continue;
            }
            let rest =
                (!is_large(&schema)).then(|| schema.subtract(&contains.schema).ok()).flatten();
            let mut outside = Some((written, schema.clone()));
            let mut inside = written;
            if rest.as_ref().is_some_and(admits_nothing) {
                outside = None;
            } else {
                let Some(node) = self.narrowed_position(spot, position, both.clone(), array) else {
                    found.is_open = true;
                    continue;
                };
                if self.is_nothing(node) {
                    continue;
                }
                inside = node;
                // Where they are not limited, the others may hold it too.
                let rest = rest.filter(|_| is_limited).and_then(|rest| {
                    Some((self.narrowed_position(spot, position, rest.clone(), array)?, rest))
                });
                if let Some((node, rest)) = rest {
                    outside = (!self.is_nothing(node)).then_some((node, rest));
                }
            }
            let position = position as u64;
            let (outside, other) = outside.unzip();
            found.holders.push(Holder { position, inside, outside });
            found.forms.push((both, other.unwrap_or(schema)));
        }
        Ok(found)
    }

    /// A position that holds less than its author wrote; `None` where that cannot be planned.
    fn narrowed_position(
        &mut self,
        spot: &Spot,
        position: usize,
        form: CanonicalSchema,
        array: &Array,
    ) -> Option<NodeId> {
        let name = position.to_string();
        let mut child = self.child(&self.parent(spot), Step::Element(position), Some(&name), form);
        child.is_complete = false;
        child.is_distinct |= array.unique;
        self.fill_if_planned(child)
    }

    /// What the elements are that no `contains` with a `maxContains` speaks of, so that lists of any length keep to it.
    /// Where all elements are spoken of, it bounds the length.
    pub(super) fn without_contained(
        &self,
        spot: &Spot,
        elements: CanonicalSchema,
        view: &ArrayView,
        array: &mut Array,
    ) -> Result<CanonicalSchema, Error> {
        // What one of several schemas speaks of may be what another one of them needs.
        if array.unique && view.contains.len() > 1 {
            return Ok(elements);
        }
        let mut others = self.resolve(elements.clone(), spot.place)?;
        let mut is_less = false;
        // Of those that are left out so far, there may be so many.
        let mut longest = array.prefix.len() as u64;
        for contains in &view.contains {
            let Some(most) = cardinality(contains.max_contains.as_ref()) else { continue };
            let with_these = longest.saturating_add(most);
            if array.max.is_some_and(|max| max <= with_these) || is_large(&others) {
                continue;
            }
            let contained = self.resolve(contains.schema.clone(), None)?;
            if is_large(&contained) {
                continue;
            }
            match others.subtract(&contained) {
                Ok(rest) if admits_nothing(&rest) => array.max = Some(with_these),
                // What would be drawn on trial again is of no help.
                Ok(rest) if is_plain(&rest) && is_shallow(&rest) => {
                    (others, is_less, longest) = (rest, true, with_these);
                }
                _ => {}
            }
        }
        Ok(if is_less { others } else { elements })
    }
}

/// Whether there are lists that contain what they must.
pub(super) enum Fit {
    /// There are, with these forms of the positions in front.
    Lists(Vec<CanonicalSchema>),
    Nothing,
    /// None was found, and there may be some.
    Unknown,
}

/// Where what must be contained has its place.
enum Placed {
    Somewhere,
    Nowhere,
    /// Nowhere, as far as is known of the positions.
    Unknown,
}

/// Leaves it to each row which of the positions hold what is contained.
fn draw_in_front(
    contains: &ContainsView,
    mut found: Found,
    node: Option<NodeId>,
    array: &mut Array,
) -> Placed {
    let most = most_of(contains, array).unwrap_or(u64::MAX);
    let least = cardinality(contains.min_contains.as_ref()).unwrap_or(1);
    if !bound_by_holders(&mut found, most, array) {
        return Placed::Nowhere;
    }
    let holders = found.holders.len() as u64;
    let needed = match nth(&found.holders, least) {
        Some(length) => length,
        None if node.is_some() => (array.prefix.len() as u64).saturating_add(least - holders),
        None if found.is_open => return Placed::Unknown,
        None => return Placed::Nowhere,
    };
    if array.max.is_some_and(|max| max < needed) {
        return if found.is_open { Placed::Unknown } else { Placed::Nowhere };
    }
    array.min = array.min.max(needed);
    let behind = node.map(|node| {
        let spread = if most == u64::MAX { 0 } else { most.saturating_sub(least) };
        array.contains.push(Contains { node, min: least, spread: spread.min(most_more(array)) });
        array.contains.len() - 1
    });
    // What no position may hold stands behind them, as if they were not counted.
    if found.holders.is_empty() && node.is_some() {
        return Placed::Somewhere;
    }
    array.in_front = Some(Box::new(InFront { least, most, behind, holders: found.holders }));
    Placed::Somewhere
}

/// Decides which of the positions hold what is contained: the first ones.
fn settle_in_front(
    contains: &ContainsView,
    mut found: Found,
    node: Option<NodeId>,
    array: &mut Array,
    in_front: &mut [CanonicalSchema],
) -> Placed {
    let most = most_of(contains, array);
    let least = cardinality(contains.min_contains.as_ref()).unwrap_or(1);
    if !bound_by_holders(&mut found, most.unwrap_or(u64::MAX), array) {
        return Placed::Nowhere;
    }
    let always = found.holders.iter().filter(|holder| holder.outside.is_none()).count() as u64;
    let mut missing = least.saturating_sub(always);
    let mut held = Vec::new();
    for (holder, (both, other)) in found.holders.into_iter().zip(found.forms) {
        let at = usize::try_from(holder.position).unwrap_or(usize::MAX);
        let (node, form) = match holder.outside {
            Some(_) if missing > 0 => {
                missing -= 1;
                (holder.inside, both)
            }
            Some(outside) => {
                array.prefix[at] = outside;
                in_front[at] = other;
                continue;
            }
            None => (holder.inside, both),
        };
        array.prefix[at] = node;
        in_front[at] = form;
        held.push(Holder { outside: None, ..holder });
    }
    let behind = least.saturating_sub(held.len() as u64);
    let needed = match nth(&held, least) {
        Some(length) => length,
        None if node.is_some() => (array.prefix.len() as u64).saturating_add(behind),
        None => return if found.is_open { Placed::Unknown } else { Placed::Nowhere },
    };
    if array.max.is_some_and(|max| max < needed) {
        return if found.is_open { Placed::Unknown } else { Placed::Nowhere };
    }
    array.min = array.min.max(needed);
    if let Some(node) = node.filter(|_| behind > 0) {
        array.contains.push(Contains { node, min: behind, spread: 0 });
    }
    Placed::Somewhere
}

/// A list ends before what it may not contain once more; `false` where that is too short.
fn bound_by_holders(found: &mut Found, most: u64, array: &mut Array) -> bool {
    let mut always = found.holders.iter().filter(|holder| holder.outside.is_none());
    let beyond = usize::try_from(most).ok().and_then(|most| always.nth(most));
    let Some(beyond) = beyond.map(|holder| holder.position) else { return true };
    array.max = Some(array.max.map_or(beyond, |max| max.min(beyond)));
    let kept = found.holders.iter().take_while(|holder| holder.position < beyond).count();
    found.holders.truncate(kept);
    found.forms.truncate(kept);
    array.min <= beyond
}

/// How long a list is that holds `count` of the positions.
fn nth(holders: &[Holder], count: u64) -> Option<u64> {
    let Some(last) = count.checked_sub(1) else { return Some(0) };
    let last = holders.get(usize::try_from(last).ok()?)?;
    Some(last.position + 1)
}

/// How many more of what is contained than there must be are drawn: a set may need all of them.
fn most_more(array: &Array) -> u64 {
    if array.unique { MAX_MATCHED as u64 } else { DEFAULT_SPREAD }
}

/// How many elements may be contained: in a set no more than there are values.
fn most_of(contains: &ContainsView, array: &Array) -> Option<u64> {
    let most = cardinality(contains.max_contains.as_ref());
    let values = match contains.schema.view() {
        _ if !array.unique => None,
        CanonicalView::Const(_) => Some(1),
        CanonicalView::Enum(values) => Some(values.len() as u64),
        _ => None,
    };
    most.into_iter().chain(values).min()
}

/// Whether nothing in a form has to be drawn on trial further down.
fn is_shallow(form: &CanonicalSchema) -> bool {
    let text = form.to_json_schema().to_string();
    !["\"$ref\"", "\"contains\"", "\"not\"", "\"oneOf\""].iter().any(|key| text.contains(key))
}
