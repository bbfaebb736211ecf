//! `unique` and `sequence`: places whose value is taken by the number of the row, each value once.
//!
//! A domain is all values of a place, each with a number. No row knows of another one: row `i` takes
//! number `i`, or what a bijection makes of `i`.

mod find;
mod integer;
mod number;
mod reach;
#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::Range;

use serde_json::Value;

use super::node::{Absent, Kind, Node, NodeId, Presence};
use crate::error::{Error, Stage};
use crate::generators::numbered::{Numbered, Spread};
use crate::generators::pattern::Numbering;
use crate::parse::Contract;
use crate::parse::building::HINTS_KEY;
pub(crate) use integer::Integers;
pub(crate) use number::Grid;

/// How the number of a row says which value is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ByRow {
    /// No two rows have the same value.
    Unique,
    /// Each row has the next value.
    Sequence,
}

/// What a hint says of a node.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    pub(crate) by_row: ByRow,
    /// The order of the values that the author lists, for a sequence.
    pub(crate) written: Vec<Value>,
}

/// The values of a place, each with a number.
pub(crate) struct Indexed {
    pub(crate) by_row: ByRow,
    pub(crate) domains: Vec<Domain>,
    /// How many values there are up to each of some numbers; rows keep to the first part as long as
    /// it lasts. Never empty.
    bounds: Vec<u128>,
}

/// Values of one kind, each with a number.
pub(crate) enum Domain {
    Values(Vec<Value>),
    Integers(Integers),
    Numbers(Grid),
    /// Texts of a format, or words where it has no name.
    Texts(Option<&'static str>, Numbered),
    Pattern(Numbering),
}

/// How many values a place has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    values: u128,
    /// Which values there are beside those that have a number.
    rest: Rest,
}

/// Which values of a place have no number.
#[derive(Debug, Clone, Copy)]
enum Rest {
    None,
    /// Texts of more characters.
    Longer(u64),
    /// Others of the same kind: texts that are no words with a number, more decimals.
    Some,
}

/// A place whose values are taken by the number of the row.
pub(crate) struct ByRowPlace {
    pointer: String,
    by_row: ByRow,
    size: Size,
    /// How many values a row takes: more than one where the place stands in lists.
    each: u64,
}

/// Gives every node that a hint marks its domain, and tells which places these are.
pub(crate) fn take_by_row(
    nodes: &mut Vec<Node>,
    root: NodeId,
    is_typed: bool,
) -> Result<Vec<ByRowPlace>, Error> {
    if nodes.iter().all(|node| node.by_row.is_none()) {
        return Ok(Vec::new());
    }
    let reached = reach::find_marked(nodes, root)?;
    let mut places: Vec<ByRowPlace> = Vec::new();
    for (id, each) in reached {
        let node = &nodes[id.index()];
        let Some(mark) = node.by_row.clone() else { continue };
        let by_row = mark.by_row;
        let pointer = node.pointer.clone();
        let size = match indexed_in(nodes, id) {
            Some(indexed) => indexed.told_size(),
            None => find::index_node(nodes, id, &mark)?,
        };
        places.push(ByRowPlace { pointer, by_row, size, each });
    }
    settle_parents(nodes, is_typed);
    Ok(places)
}

/// The domain that a node was given already: one node may be reached on several ways.
fn indexed_in(nodes: &[Node], id: NodeId) -> Option<&Indexed> {
    let node = &nodes[id.index()];
    let inner = match node.kind {
        Kind::Nullable { inner, .. } => nodes[inner.index()].indexed.as_deref(),
        _ => None,
    };
    node.indexed.as_deref().or(inner)
}

/// What stands around such a place: sets do not list its values themselves, and serde's default does
/// not take the place of a value in row after row.
fn settle_parents(nodes: &mut [Node], is_typed: bool) {
    let is_marked: Vec<bool> = (0..nodes.len()).map(|at| is_marked(nodes, at)).collect();
    for node in nodes {
        match &mut node.kind {
            Kind::Array(array) => {
                array.listed.retain(|(id, _)| !is_marked[id.index()]);
                if array.items.is_some_and(|items| is_marked[items.index()]) {
                    array.domain = None;
                }
            }
            Kind::Object(object) if is_typed => {
                for member in object.members.iter_mut().filter(|m| is_marked[m.node.index()]) {
                    member.presence = Presence::Always;
                    member.absent = Absent::Missing;
                }
            }
            _ => {}
        }
    }
}

fn is_marked(nodes: &[Node], mut at: usize) -> bool {
    // Aliases never circle: one is only made for a node that stands already.
    for _ in 0..nodes.len() {
        match nodes[at].kind {
            _ if nodes[at].by_row.is_some() => return true,
            Kind::Alias(inner) => at = inner.index(),
            _ => return false,
        }
    }
    false
}

impl ByRow {
    /// The name of the hint.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Unique => "unique",
            Self::Sequence => "sequence",
        }
    }

    /// Reads the hint `name` into `slot`; each says which values to take, so there is one of them.
    pub(crate) fn set(slot: &mut Option<Self>, name: &str, is_set: bool) -> Result<(), Error> {
        if !is_set {
            return Ok(());
        }
        if slot.is_some() {
            return Err(Error::new(
                Stage::Plan,
                "a place has both `unique` and `sequence`, and each of them says which values to make",
            )
            .with_keyword(HINTS_KEY)
            .with_help("keep one of them: the values of a sequence are unique"));
        }
        *slot = Some(if name == "unique" { Self::Unique } else { Self::Sequence });
        Ok(())
    }

    pub(crate) fn spread(self) -> Spread {
        match self {
            Self::Unique => Spread::Mixed,
            Self::Sequence => Spread::Ascending,
        }
    }
}

impl Indexed {
    fn new(by_row: ByRow, domains: Vec<Domain>) -> Self {
        let mut bounds = Vec::new();
        let mut start = 0;
        for domain in &domains {
            bounds.extend(domain.bounds().into_iter().map(|bound| start + bound));
            start += domain.size();
            bounds.push(start);
        }
        Self { by_row, domains, bounds }
    }

    /// How many values there are.
    pub(crate) fn size(&self) -> u128 {
        self.bounds.last().copied().unwrap_or(0)
    }

    /// How many values there are, for a reader.
    pub(crate) fn told_size(&self) -> Size {
        let rest = |domain: &Domain| match domain {
            Domain::Pattern(texts) => texts.longest().map(Rest::Longer),
            Domain::Texts(..) | Domain::Numbers(_) => Some(Rest::Some),
            Domain::Values(_) | Domain::Integers(_) => None,
        };
        let rest = self.domains.iter().find_map(rest).unwrap_or(Rest::None);
        Size { values: self.size(), rest }
    }

    /// The numbers among which value number `index` may be; `None` where there is no such value.
    pub(crate) fn layer_of(&self, index: u128) -> Option<Range<u128>> {
        let at = self.bounds.partition_point(|bound| *bound <= index);
        let end = *self.bounds.get(at)?;
        let start = at.checked_sub(1).and_then(|at| self.bounds.get(at)).copied();
        Some(start.unwrap_or(0)..end)
    }

    /// The domain that value `number` is of, and its number there.
    pub(crate) fn find(&self, number: u128) -> Option<(&Domain, u128)> {
        let mut number = number;
        for domain in &self.domains {
            if number < domain.size() {
                return Some((domain, number));
            }
            number -= domain.size();
        }
        None
    }
}

impl Domain {
    fn size(&self) -> u128 {
        match self {
            Self::Values(values) => values.len() as u128,
            Self::Integers(integers) => integers.size(),
            Self::Numbers(grid) => grid.size(),
            Self::Texts(_, texts) => texts.counts().sum(),
            Self::Pattern(texts) => texts.total(),
        }
    }

    /// Up to which numbers rows keep to readable values, below the size.
    fn bounds(&self) -> Vec<u128> {
        let mut bounds = match self {
            Self::Values(_) | Self::Numbers(_) => Vec::new(),
            Self::Integers(_) => integer::FIRST_NUMBERS.to_vec(),
            Self::Texts(_, texts) => {
                let running = |sum: &mut u128, count| {
                    *sum += count;
                    Some(*sum)
                };
                texts.counts().scan(0, running).collect()
            }
            Self::Pattern(texts) => texts.bounds(),
        };
        bounds.retain(|bound| *bound < self.size());
        bounds
    }
}

impl ByRowPlace {
    pub(super) fn tell_of_original(&mut self, contract: &Contract) {
        let error = contract.told_of_original(Error::new(Stage::Plan, "").at(&*self.pointer));
        if let Some(pointer) = error.pointer() {
            pointer.clone_into(&mut self.pointer);
        }
    }

    /// Fails where the values end before the rows do.
    pub(super) fn check_rows(&self, rows: &Range<u64>) -> Result<(), Error> {
        let needed = u128::from(rows.end) * u128::from(self.each);
        if rows.is_empty() || needed <= self.size.values {
            return Ok(());
        }
        let place = if self.pointer.is_empty() {
            "the root".to_owned()
        } else {
            format!("`{}`", self.pointer)
        };
        let rows_told = match (rows.start, rows.end) {
            (0, 1) => "1 row".to_owned(),
            (0, count) => format!("{count} rows"),
            (_, end) => format!("the rows up to {}", end - 1),
        };
        let each = match self.each {
            1 => String::new(),
            each => format!(" of up to {each} elements"),
        };
        let name = self.by_row.name();
        let most = self.size.values / u128::from(self.each.max(1));
        Err(Error::new(
            Stage::Plan,
            format!(
                "{place} has {}, and `{name}` needs {needed} of them for {rows_told}{each}",
                self.size
            ),
        )
        .at(&*self.pointer)
        .with_keyword(name)
        .with_help(match most {
            0 => "widen what the contract allows there".to_owned(),
            most => format!(
                "widen what the contract allows there, or ask for no row after {}",
                most - 1
            ),
        }))
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let noun = if self.values == 1 { "value" } else { "different values" };
        write!(f, "{} {noun}", self.values)?;
        match self.rest {
            Rest::None => Ok(()),
            Rest::Longer(longest) => write!(f, " of up to {longest} characters"),
            Rest::Some => f.write_str(" that are numbered"),
        }
    }
}

/// Why the values of a place cannot be taken by the number of the row.
pub(crate) struct Refusal {
    why: String,
    help: String,
}

impl Refusal {
    fn new(why: impl Into<String>, help: impl Into<String>) -> Self {
        Self { why: why.into(), help: help.into() }
    }

    fn told(self, by_row: ByRow, pointer: &str) -> Error {
        let place = if pointer.is_empty() { "the root" } else { pointer };
        let what = match by_row {
            ByRow::Unique => "cannot make the values unique",
            ByRow::Sequence => "cannot count through the values",
        };
        Error::new(Stage::Plan, format!("{what} at `{place}`: {}", self.why))
            .at(pointer)
            .with_keyword(by_row.name())
            .with_help(self.help)
    }
}
