//! Lists: positions with a schema of their own, the rest, and what they must contain.

mod contained;
mod repeated;

use jsonschema::canonical::{ArrayView, Distinctness};

use super::object::lengths;
use super::{Filler, Spot};
use crate::error::Error;
use crate::generators::ValueType;
use crate::plan::hints::Hints;
use crate::plan::node::{Array, Hooks, Kind};
use crate::plan::outline::Step;

/// How many elements a list has above its least where nothing else is said.
const DEFAULT_SPREAD: u64 = 4;

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

    fn lengths(&self, array: &Array, has_items: bool, hints: &Hints) -> (u64, u64) {
        let most = array.max.unwrap_or(u64::MAX).max(array.min);
        if let Some((low, high)) = self.asked_lengths(hints) {
            let low = low.clamp(array.min, most);
            return (low, high.clamp(low, most));
        }
        let prefix = array.prefix.len() as u64;
        let wanted = array.shortest();
        // Past its positions a list goes on only where the author says with what.
        let usual =
            if has_items || prefix == 0 { wanted.saturating_add(DEFAULT_SPREAD) } else { prefix };
        (wanted, usual.clamp(wanted, most))
    }
}
