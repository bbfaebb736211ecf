//! Lists: positions with a schema of their own, the rest, and what they must contain.

use jsonschema::canonical::{ArrayView, CanonicalSchema, ContainsView, Distinctness};

use super::exclusive::{is_large, is_plain};
use super::object::{cardinality, lengths};
use super::{Filler, Spot, unsupported};
use crate::error::Error;
use crate::generators::ValueType;
use crate::plan::form::admits_nothing;
use crate::plan::hints::Hints;
use crate::plan::node::{Array, Contains, Hooks, Kind};
use crate::plan::outline::Step;

/// How many elements a list has above its least where nothing else is said.
const DEFAULT_SPREAD: u64 = 4;

/// Of more positions than this no two are looked for that may hold the same value.
const PAIRED: usize = 16;

impl Filler<'_> {
    pub(super) fn array(
        &mut self,
        spot: &Spot,
        view: &ArrayView,
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        let lengths = lengths(view.min_items.as_ref(), view.max_items.as_ref());
        if let Some(served) = self.served_whole(spot, (ValueType::Array, lengths), hints, hooks)? {
            return Ok(served);
        }
        let mut array = Array {
            min: lengths.0,
            max: lengths.1,
            unique: view.distinctness == Distinctness::AllDistinct,
            ..Array::default()
        };
        for (position, schema) in view.prefix_items.iter().enumerate() {
            let name = position.to_string();
            let child = self.child(spot, Step::Element(position), Some(&name), schema.clone());
            let mut child = self.with_each(spot, child);
            child.is_distinct |= array.unique;
            if let Some(item) = hints.items.get(position) {
                child.inherited = Some(item.clone());
            }
            if let Some(named) = hints.name_alone() {
                child.inherited.get_or_insert_default().merge(&named);
            }
            let node = self.fill(child)?;
            if self.is_nothing(node) {
                // No list is longer than what stands in front of an impossible position.
                array.max = Some(array.max.map_or(position as u64, |max| max.min(position as u64)));
                break;
            }
            array.prefix.push(node);
        }
        let prefix = array.prefix.len() as u64;
        if array.max.is_none_or(|max| max > prefix) {
            let schema = match &view.items {
                Some(schema) => schema.clone(),
                None => self.forms.anything()?,
            };
            let schema = self.without_contained(spot, schema, view, &mut array)?;
            let child = self.child(spot, Step::Rest, None, schema);
            let mut child = self.with_each(spot, child);
            child.is_distinct |= array.unique;
            let items = self.fill(child)?;
            if self.is_nothing(items) {
                array.max = Some(array.max.map_or(prefix, |max| max.min(prefix)));
            } else {
                array.items = Some(items);
            }
        }
        let Some(in_front) = self.contain(spot, view, &mut array)? else {
            return Ok(Kind::Nothing);
        };
        if view.distinctness == Distinctness::SomeRepeated
            && !self.repeat(spot, &in_front, &mut array)?
        {
            return Ok(Kind::Nothing);
        }
        if !view.contains.is_empty() {
            // An element drawn for one schema may match, or miss, another.
            hooks.verify.extend(self.verify(spot)?);
        }
        if array.max.is_some_and(|max| max < array.min) {
            return Ok(Kind::Nothing);
        }
        array.lengths = self.lengths(&array, view.items.is_some(), hints);
        array.is_seldom_empty = self.fills_up(hints);
        Ok(Kind::Array(array))
    }

    /// Adds what the list must contain, and says what the positions in front are then; `None` where no list does.
    fn contain(
        &mut self,
        spot: &Spot,
        view: &ArrayView,
        array: &mut Array,
    ) -> Result<Option<Vec<CanonicalSchema>>, Error> {
        let mut in_front = view.prefix_items.clone();
        for contains in &view.contains {
            // The element that is contained is an element like the others.
            let mut schema = contains.schema.clone();
            if let Some(items) = &view.items {
                schema = schema.intersect(items).map_err(|error| super::canonical_error(&error))?;
            }
            let mut child = self.child(spot, Step::Contains, None, schema);
            child.is_distinct |= array.unique;
            let node = self.fill(child)?;
            let asked = cardinality(contains.min_contains.as_ref()).unwrap_or(1);
            let most = cardinality(contains.max_contains.as_ref());
            // More of them than there may be, or a second one in a set, is nothing that another try would mend.
            let held = if most.is_some() || array.unique {
                held_in_front(&view.prefix_items, contains, array)
            } else {
                Vec::new()
            };
            let sure = held.len() as u64;
            if let Some(beyond) = most.and_then(|most| held.get(usize::try_from(most).ok()?)) {
                array.max = Some(array.max.map_or(*beyond, |max| max.min(*beyond)));
            }
            let min = asked.saturating_sub(sure);
            if let Some(last) =
                asked.checked_sub(1).and_then(|last| held.get(usize::try_from(last).ok()?))
            {
                array.min = array.min.max(last + 1);
            }
            let behind = (array.prefix.len() as u64).saturating_add(min);
            let has_room = array.items.is_some() && array.max.is_none_or(|max| behind <= max);
            // Where they are counted, what stands in front may be one of them.
            let is_counted = most.is_some() && !array.prefix.is_empty();
            if min > 0 && (self.is_nothing(node) || !has_room || is_counted) {
                // The positions are left to hold it, and what they do not hold stands behind them.
                let (held, last) = self.contained_in_front(spot, &mut in_front, contains, array)?;
                let behind = asked - held;
                let needed = if behind == 0 {
                    last
                } else {
                    (array.prefix.len() as u64).saturating_add(behind)
                };
                let has_room = array.max.is_none_or(|max| needed <= max);
                let is_drawn = array.items.is_some() && !self.is_nothing(node);
                if !has_room || (behind > 0 && !is_drawn) {
                    return Ok(None);
                }
                array.min = array.min.max(needed);
                if behind > 0 {
                    array.contains.push(Contains { node, min: behind, spread: 0 });
                }
                continue;
            }
            array.min = array.min.max(asked);
            let spread = most.unwrap_or(asked).saturating_sub(asked.max(sure));
            let spread = if self.is_nothing(node) { 0 } else { spread };
            array.contains.push(Contains { node, min, spread: spread.min(DEFAULT_SPREAD) });
        }
        Ok(Some(in_front))
    }

    /// Finds two positions that may hold the same value; `false` where there are none.
    fn repeat(
        &mut self,
        spot: &Spot,
        schemas: &[CanonicalSchema],
        array: &mut Array,
    ) -> Result<bool, Error> {
        let in_front = array.prefix.len() as u64;
        let contained = array.contains.iter().map(|contains| contains.min);
        let behind = contained.fold(in_front, u64::saturating_add);
        let has_room = |last: u64, array: &Array| array.max.is_none_or(|max| last < max);
        if array.items.is_some() && has_room(behind.saturating_add(1), array) {
            for contains in &mut array.contains {
                contains.spread = 0;
            }
            array.repeated = Some((behind, behind + 1));
            array.min = array.min.max(behind + 2);
            return Ok(true);
        }
        let what = "a list that must repeat an element of its first positions";
        if array.prefix.len() > PAIRED {
            return Err(unsupported(&self.pointer_of(spot), what));
        }
        for again in 1..array.prefix.len() {
            for position in 0..again {
                let (one, other) = (&schemas[position], &schemas[again]);
                let both = one.intersect(other).map_err(|error| super::canonical_error(&error))?;
                if admits_nothing(&both) {
                    continue;
                }
                let name = position.to_string();
                let mut child = self.child(spot, Step::Element(position), Some(&name), both);
                child.is_complete = false;
                let node = self.fill(child)?;
                if !self.is_nothing(node) {
                    array.prefix[position] = node;
                    array.repeated = Some((position as u64, again as u64));
                    array.min = array.min.max(again as u64 + 1);
                    return Ok(true);
                }
            }
        }
        if array.items.is_some() && has_room(in_front, array) {
            return Err(unsupported(&self.pointer_of(spot), what));
        }
        Ok(false)
    }

    /// What the elements are that no `contains` with a `maxContains` speaks of, so that lists of any length keep to it.
    /// Where all elements are spoken of, it bounds the length.
    fn without_contained(
        &self,
        spot: &Spot,
        elements: CanonicalSchema,
        view: &ArrayView,
        array: &mut Array,
    ) -> Result<CanonicalSchema, Error> {
        // Of a set every element is drawn from one list.
        if array.unique {
            return Ok(elements);
        }
        let mut others = self.resolve(elements.clone(), spot.place)?;
        let mut is_less = false;
        for contains in &view.contains {
            let Some(most) = cardinality(contains.max_contains.as_ref()) else { continue };
            let longest = most.saturating_add(array.prefix.len() as u64);
            if array.max.is_some_and(|max| max <= longest) || is_large(&others) {
                continue;
            }
            let contained = self.resolve(contains.schema.clone(), None)?;
            if is_large(&contained) {
                continue;
            }
            match others.subtract(&contained) {
                Ok(rest) if admits_nothing(&rest) => array.max = Some(longest),
                // What would be drawn on trial again is of no help.
                Ok(rest) if is_plain(&rest) && is_shallow(&rest) => {
                    (others, is_less) = (rest, true);
                }
                _ => {}
            }
        }
        Ok(if is_less { others } else { elements })
    }

    /// Narrows the first positions that may hold what must be contained: how many of them do, and how
    /// many elements there are up to the last one.
    fn contained_in_front(
        &mut self,
        spot: &Spot,
        in_front: &mut [CanonicalSchema],
        contains: &ContainsView,
        array: &mut Array,
    ) -> Result<(u64, u64), Error> {
        let min = cardinality(contains.min_contains.as_ref()).unwrap_or(1);
        let (mut held, mut last) = (0, 0);
        for (position, schema) in in_front.iter_mut().enumerate().take(array.prefix.len()) {
            if held == min {
                break;
            }
            let Ok(both) = schema.intersect(&contains.schema) else { continue };
            if admits_nothing(&both) {
                continue;
            }
            let name = position.to_string();
            let mut child = self.child(spot, Step::Element(position), Some(&name), both.clone());
            child.is_complete = false;
            let node = self.fill(child)?;
            if !self.is_nothing(node) {
                array.prefix[position] = node;
                *schema = both;
                (held, last) = (held + 1, position as u64 + 1);
            }
        }
        Ok((held, last))
    }

    fn lengths(&self, array: &Array, has_items: bool, hints: &Hints) -> (u64, u64) {
        let most = array.max.unwrap_or(u64::MAX).max(array.min);
        if let Some((low, high)) = self.asked_lengths(hints) {
            let low = low.clamp(array.min, most);
            return (low, high.clamp(low, most));
        }
        let prefix = array.prefix.len() as u64;
        // One element may serve for several schemas; where there is room, each gets its own.
        let contained = array.contains.iter().map(|contains| contains.min);
        let contained = contained.fold(0, u64::saturating_add);
        let behind = if contained > 0 { prefix.saturating_add(contained) } else { 0 };
        let wanted = array.min.max(behind).min(most);
        // Past its positions a list goes on only where the author says with what.
        let usual =
            if has_items || prefix == 0 { wanted.saturating_add(DEFAULT_SPREAD) } else { prefix };
        (wanted, usual.clamp(wanted, most))
    }
}

/// Whether nothing in a form has to be drawn on trial further down.
fn is_shallow(form: &CanonicalSchema) -> bool {
    let text = form.to_json_schema().to_string();
    !["\"$ref\"", "\"contains\"", "\"not\"", "\"oneOf\""].iter().any(|key| text.contains(key))
}

/// The positions that hold what must be contained, whatever stands there.
fn held_in_front(in_front: &[CanonicalSchema], contains: &ContainsView, array: &Array) -> Vec<u64> {
    let is_held = |schema: &CanonicalSchema| {
        !is_large(schema)
            && schema.subtract(&contains.schema).is_ok_and(|other| admits_nothing(&other))
    };
    let positions = (0_u64..).zip(in_front.iter().take(array.prefix.len()));
    positions.filter(|(_, schema)| is_held(schema)).map(|(position, _)| position).collect()
}
