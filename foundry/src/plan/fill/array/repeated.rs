//! Lists that must repeat an element: two positions that hold the same value.

use jsonschema::canonical::CanonicalSchema;

use super::super::{Filler, Spot, unsupported};
use crate::error::Error;
use crate::plan::form::admits_nothing;
use crate::plan::node::Array;
use crate::plan::outline::Step;

/// Of more positions than this no two are looked for that may hold the same value.
const PAIRED: usize = 16;

impl Filler<'_> {
    /// Finds two positions that may hold the same value; `false` where there are none.
    pub(super) fn repeat(
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
        let what = if array.prefix.is_empty() {
            "a list that must repeat one of the elements that it contains"
        } else {
            "a list that must repeat an element of its first positions"
        };
        if array.prefix.len() > PAIRED {
            return Err(unsupported(&self.pointer_of(spot), what));
        }
        for again in 1..array.prefix.len() {
            for position in 0..again {
                let (one, other) = (&schemas[position], &schemas[again]);
                let both =
                    one.intersect(other).map_err(|error| super::super::canonical_error(&error))?;
                if admits_nothing(&both) {
                    continue;
                }
                let name = position.to_string();
                let mut child =
                    self.child(&self.parent(spot), Step::Element(position), Some(&name), both);
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
}
