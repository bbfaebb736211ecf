//! Lists: how long, with what, and distinct where they must be.

mod layout;

use super::object::shrink;
use super::seen::Seen;
use super::{Drawer, PLAIN_AFTER};
use crate::error::{Error, Stage};
use crate::instance::{MAX_NODES, Open};
use crate::plan::FULL_SHARE;
use crate::plan::node::{Array, Node, NodeId};
use crate::seed::{Path, Purpose, rank};
use layout::Layout;

/// The elements of longer sets are told apart by their hashes first.
const PAIRWISE: u64 = 32;

/// So often a set is drawn: its first elements may be all that one behind them can be.
const SET_TRIES: u32 = 64;

impl Drawer<'_> {
    #[inline(never)]
    pub(super) fn draw_array(
        &mut self,
        node: &Node,
        array: &Array,
        path: Path,
    ) -> Result<(), Error> {
        // What is too short is refused by whoever draws another one.
        let is_tried = array.unique && !array.is_uniform() && !array.is_one_way;
        let tries = if is_tried { SET_TRIES } else { 1 };
        let before = (tries > 1).then(|| self.out.checkpoint());
        for attempt in 0..tries {
            if self.draw_list(node, array, path.attempt(attempt))? || array.is_one_way {
                return Ok(());
            }
            if let Some(before) = before {
                self.take_back(before);
            }
        }
        Err(self.exhausted("elements that are taken"))
    }

    /// Draws a list once; `false` where what stands in it leaves nothing for an element that has to be there.
    fn draw_list(&mut self, node: &Node, array: &Array, path: Path) -> Result<bool, Error> {
        let is_recursive = node.cyclic && array.items.is_some_and(|id| self.plan.node(id).cyclic);
        let (low, high) = shrink(array.lengths, is_recursive, self.level);
        let (least, most) = (array.shortest(), array.max.unwrap_or(u64::MAX));
        let (low, high) = (low.max(least).min(most), high.max(least).min(most));
        let mut stream = self.row.stream(path.purpose(Purpose::Length));
        // A recursion has to be able to end.
        let may_fill = array.is_seldom_empty && low == 0 && high > 0 && !is_recursive;
        let low = if may_fill && stream.chance(FULL_SHARE) { 1 } else { low };
        let wanted = match self.spread_length(node, path) {
            Some(length) => length.clamp(low, high.max(low)),
            None => low + stream.below((high - low).saturating_add(1)),
        };
        if wanted > MAX_NODES as u64 {
            return Err(Error::new(Stage::Generate, "the row does not fit an instance")
                .at("")
                .with_cause(format!("a list of {wanted} elements"))
                .with_help("set smaller `lengths` or a smaller `depth`"));
        }
        let open = self.out.open_array();
        let around = self.about;
        let mut is_whole = true;
        if let Some(domain) = &array.domain {
            let base = self.row.stream(path.purpose(Purpose::Order)).next_u64();
            let order = &mut self.scratch.order;
            order.clear();
            order.extend(domain.iter().enumerate().map(|(at, one)| (rank(base, one.0), at)));
            order.sort_unstable();
            let count = usize::try_from(wanted).unwrap_or(usize::MAX);
            for (_, at) in order.iter().take(count) {
                self.out.prepared_value(&domain[*at].1);
            }
        } else {
            let may_hold_more = array.contains.iter().any(|contains| contains.spread > 0);
            let dice = if may_hold_more { stream.next_u64() } else { 0 };
            let layout = Layout { array, counted: self.count_in_front(array, wanted, path), dice };
            is_whole = self.draw_elements(&open, &layout, wanted, path)?;
        }
        self.about = around;
        self.out.close_array(open);
        Ok(is_whole)
    }

    /// Draws the elements of a list; `false` where there is none for a position that has to be there.
    fn draw_elements(
        &mut self,
        open: &Open,
        layout: &Layout<'_>,
        wanted: u64,
        path: Path,
    ) -> Result<bool, Error> {
        let array = layout.array;
        let Some((wanted, matched)) = self.match_elements(layout, wanted, path) else {
            return Ok(false);
        };
        let has_hashes = array.unique && (wanted > PAIRWISE || !matched.is_empty());
        let taken = matched.iter().flatten().map(|one| one.hash);
        let mut seen = has_hashes.then(|| self.scratch.empty_seen(taken));
        let around = self.element;
        let mut is_whole = true;
        for position in 0..wanted {
            // Nothing is written any more, and there may be a great many of them.
            if self.out.fault().is_some() {
                break;
            }
            let at = usize::try_from(position).unwrap_or(usize::MAX);
            if let Some(Some(one)) = matched.get(at) {
                self.out.prepared_value(&one.value);
                continue;
            }
            // What must come twice is drawn twice, as if it stood at the same position.
            let position = match array.repeated {
                Some((first, again)) if position == again => first,
                _ => position,
            };
            let Some(id) = layout.element(position) else { break };
            let at = if position < array.prefix.len() as u64 {
                path.element(position)
            } else {
                self.element = around.into_list(array, position);
                path.item(position)
            };
            let is_drawn = if array.unique {
                self.draw_distinct(open, id, at, seen.as_mut())
            } else {
                self.about = at;
                self.draw(id, at).map(|()| true)
            };
            if !is_drawn.map_err(|error| error.below(&position.to_string()))? {
                is_whole = position >= layout.needed();
                break;
            }
        }
        self.element = around;
        self.scratch.seen.extend(seen);
        Ok(is_whole)
    }

    /// Draws an element unlike those before it; `false` where none was found.
    fn draw_distinct(
        &mut self,
        open: &Open,
        id: NodeId,
        path: Path,
        mut seen: Option<&mut Seen>,
    ) -> Result<bool, Error> {
        let before = self.out.checkpoint();
        let was_plain = self.is_plain;
        for attempt in 0..self.plan.config().attempts() {
            let path = path.attempt(attempt);
            self.about = path;
            self.is_plain = was_plain || attempt >= PLAIN_AFTER;
            self.draw(id, path)?;
            self.is_plain = was_plain;
            let Some(drawn) = self.out.value_since(&before) else { return Ok(true) };
            let is_new = if let Some(seen) = &mut seen {
                // Another value of the same hash, should there ever be one, is drawn again.
                seen.insert(drawn.hash_as_json())
            } else {
                // The last element is the drawn one itself.
                let elements = self.out.opened(open).elements();
                elements.filter(|one| one.same_as(drawn)).count() <= 1
            };
            if is_new {
                return Ok(true);
            }
            self.scratch.counts.retries += 1;
            self.take_back(before);
        }
        Ok(false)
    }
}
