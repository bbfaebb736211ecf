//! Lists: how long, with what, and distinct where they must be.

use super::object::shrink;
use super::seen::Seen;
use super::{Drawer, FULL_SHARE, PLAIN_AFTER};
use crate::error::{Error, Stage};
use crate::instance::{MAX_NODES, Open};
use crate::plan::node::{Array, Node, NodeId};
use crate::seed::{Path, Purpose, rank};

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
        let is_uniform = array.prefix.is_empty() && array.contains.is_empty();
        let tries = if array.unique && !is_uniform { SET_TRIES } else { 1 };
        let before = (tries > 1).then(|| self.out.checkpoint());
        for attempt in 0..tries {
            if self.draw_list(node, array, path.attempt(attempt))? {
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
        let most = array.max.unwrap_or(u64::MAX);
        let (low, high) = (low.max(array.min).min(most), high.max(array.min).min(most));
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
            let mut seen = (array.unique && wanted > PAIRWISE).then(|| self.scratch.empty_seen([]));
            let around = self.element;
            let may_hold_more = array.contains.iter().any(|contains| contains.spread > 0);
            let dice = if may_hold_more { stream.next_u64() } else { 0 };
            for position in 0..wanted {
                // Nothing is written any more, and there may be a great many of them.
                if self.out.fault().is_some() {
                    break;
                }
                // What must come twice is drawn twice, as if it stood at the same position.
                let position = match array.repeated {
                    Some((first, again)) if position == again => first,
                    _ => position,
                };
                let Some(id) = element_of(array, position, dice) else { break };
                let at = if position < array.prefix.len() as u64 {
                    path.element(position)
                } else {
                    self.element = around.into_list(array, position);
                    path.item(position)
                };
                let is_drawn = if array.unique {
                    self.draw_distinct(&open, id, at, seen.as_mut())
                } else {
                    self.about = at;
                    self.draw(id, at).map(|()| true)
                };
                if !is_drawn.map_err(|error| error.below(&position.to_string()))? {
                    is_whole = position >= array.min;
                    break;
                }
            }
            self.element = around;
            self.scratch.seen.extend(seen);
        }
        self.about = around;
        self.out.close_array(open);
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

/// What stands at a position. How many elements beyond the least a `contains` gets is in `dice`.
fn element_of(array: &Array, position: u64, dice: u64) -> Option<NodeId> {
    let at = usize::try_from(position).unwrap_or(usize::MAX);
    if let Some(id) = array.prefix.get(at) {
        return Some(*id);
    }
    // What must be contained comes first, as many times as it must, and what may be, behind it.
    let mut rest = position - array.prefix.len() as u64;
    let behind = |rest: &mut u64, count: u64| {
        let is_here = *rest < count;
        *rest = rest.saturating_sub(count);
        is_here
    };
    let least = array.contains.iter().find(|contains| behind(&mut rest, contains.min));
    let more = || {
        let mut all = array.contains.iter();
        all.find(|contains| behind(&mut rest, dice % (contains.spread + 1)))
    };
    least.or_else(more).map(|contains| contains.node).or(array.items)
}
