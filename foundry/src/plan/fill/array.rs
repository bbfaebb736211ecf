//! Lists: positions with a schema of their own, the rest, and what they must contain.

mod contained;
mod repeated;

use jsonschema::canonical::{ArrayView, Distinctness};

use contained::Fit;

use super::object::lengths;
use super::{Filler, Spot};
use crate::error::Error;
use crate::generators::ValueType;
use crate::plan::hints::Hints;
use crate::plan::node::{Array, Branch, Hooks, Kind};
use crate::plan::outline::Step;

/// How many elements a list has above its least where nothing else is said.
const DEFAULT_SPREAD: u64 = 4;

/// How many lists heed what they must contain, for each one that is drawn without it.
const HEEDING: u32 = 7;

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
        let has_contains = !view.contains.is_empty();
        let kind = self.list(spot, view, hints)?;
        // Where a position holds what several things ask of it, the others may have nothing left: then a list that is drawn
        // without any of them may be one.
        let is_settled = view.contains.len() > 1
            || (has_contains && view.distinctness == Distinctness::SomeRepeated);
        let kind = match kind {
            Some(Kind::Array(array)) if is_settled => {
                self.beside_plain(spot, view, hints, array)?
            }
            Some(kind) => kind,
            None => self.plain_list(spot, view, hints)?,
        };
        if has_contains && !matches!(kind, Kind::Nothing) {
            // An element drawn for one schema may match, or miss, another.
            hooks.verify.extend(self.verify(spot)?);
        }
        Ok(kind)
    }

    /// A list that heeds what it must contain, or now and then one that does not, which is judged like the other.
    fn beside_plain(
        &mut self,
        spot: &Spot,
        view: &ArrayView,
        hints: &Hints,
        array: Array,
    ) -> Result<Kind, Error> {
        let pointer = self.pointer_of(spot);
        let plain = match self.plain_list(spot, view, hints) {
            Ok(plain @ Kind::Array(_)) => self.push(pointer.clone(), plain)?,
            Ok(_) | Err(_) => return Ok(Kind::Array(array)),
        };
        let array = Array { is_one_way: true, ..array };
        let heeding = self.push(pointer, Kind::Array(array))?;
        Ok(Kind::Choice(vec![
            Branch::new("contains".to_owned(), HEEDING, heeding),
            Branch::new("plain".to_owned(), 1, plain),
        ]))
    }

    /// A list of which nothing is known of what it contains.
    fn plain_list(&mut self, spot: &Spot, view: &ArrayView, hints: &Hints) -> Result<Kind, Error> {
        let plain = ArrayView { contains: Vec::new(), ..view.clone() };
        Ok(self.list(spot, &plain, hints)?.unwrap_or(Kind::Nothing))
    }

    /// The list of a view; `None` where none was found, and there may be one.
    fn list(
        &mut self,
        spot: &Spot,
        view: &ArrayView,
        hints: &Hints,
    ) -> Result<Option<Kind>, Error> {
        let (min, max) = lengths(view.min_items.as_ref(), view.max_items.as_ref());
        let mut array = Array {
            min,
            max,
            unique: view.distinctness == Distinctness::AllDistinct,
            ..Array::default()
        };
        let parent = self.parent(spot);
        for (position, schema) in view.prefix_items.iter().enumerate() {
            let name = position.to_string();
            let child = self.child(&parent, Step::Element(position), Some(&name), schema.clone());
            let mut child = parent.hand_down(child);
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
            let child = self.child(&parent, Step::Rest, None, schema);
            let mut child = parent.hand_down(child);
            child.is_distinct |= array.unique;
            let items = self.fill(child)?;
            if self.is_nothing(items) {
                array.max = Some(array.max.map_or(prefix, |max| max.min(prefix)));
            } else {
                array.items = Some(items);
            }
        }
        let in_front = match self.contain(spot, view, &mut array)? {
            Fit::Lists(in_front) => in_front,
            Fit::Nothing => return Ok(Some(Kind::Nothing)),
            Fit::Unknown => return Ok(None),
        };
        if view.distinctness == Distinctness::SomeRepeated
            && !self.repeat(spot, &in_front, &mut array)?
        {
            // What must be contained has taken the positions that could be the same.
            return Ok(view.contains.is_empty().then_some(Kind::Nothing));
        }
        if array.max.is_some_and(|max| max < array.min) {
            return Ok((view.contains.len() < 2).then_some(Kind::Nothing));
        }
        array.lengths = self.lengths(&array, view.items.is_some(), hints);
        for contains in &mut array.contains {
            contains.spread = contains.spread.min(array.lengths.1);
        }
        array.is_seldom_empty = self.fills_up(hints);
        Ok(Some(Kind::Array(array)))
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
