//! From the root to every node whose values are taken by row: how many of them one row has.

use std::collections::BTreeSet;

use super::Refusal;
use crate::error::Error;
use crate::plan::node::{Kind, Node, NodeId};

/// More elements of one row than this are not told apart: beyond it numbers would end before rows do.
const MAX_NUMBERED_ELEMENTS: u64 = 1 << 40;

/// What stands between the root and a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// Members, branches, and lists of so many elements altogether.
    Counted(u64),
    /// Lists of more elements than [`MAX_NUMBERED_ELEMENTS`] altogether.
    Endless,
    /// A list that may hold itself: how often, only the row knows.
    Recursive,
    /// A member whose name is drawn.
    Open,
    /// The name of such a member.
    Name,
    /// What a list must contain.
    Contained,
}

/// The marked nodes that a row may reach, each with how many of its values one row has at most. On
/// several ways a node comes several times.
pub(super) fn find_marked(nodes: &[Node], root: NodeId) -> Result<Vec<(NodeId, u64)>, Error> {
    let mut marked = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![(root, Way::Counted(1))];
    while let Some((id, way)) = open.pop() {
        if !seen.insert((id, way)) {
            continue;
        }
        let node = &nodes[id.index()];
        if let Some(mark) = &node.by_row {
            let refused = |refusal: Refusal| refusal.told(mark.by_row, &node.pointer);
            let each = way.elements().map_err(refused)?;
            marked.push((id, each));
            continue;
        }
        // The first child is looked at first.
        open.extend(children(node, way).into_iter().rev());
    }
    Ok(marked)
}

fn children(node: &Node, way: Way) -> Vec<(NodeId, Way)> {
    match &node.kind {
        Kind::Array(array) => {
            let prefix = array.prefix.iter().map(|id| (*id, way));
            let items = array.items.map(|id| (id, way.into_list(array.longest(), node.cyclic)));
            let contained = array.contains.iter().map(|one| (one.node, Way::Contained));
            prefix.chain(items).chain(contained).collect()
        }
        Kind::Object(object) => {
            let members = object.members.iter().map(|member| (member.node, way));
            let open = object.open.iter();
            let open = open.flat_map(|open| [(open.key, Way::Name), (open.value, Way::Open)]);
            members.chain(open).collect()
        }
        kind => kind.children().into_iter().map(|id| (id, way)).collect(),
    }
}

impl Way {
    fn into_list(self, longest: u64, is_cyclic: bool) -> Self {
        match self {
            // One element at each level has the number of its row.
            Self::Counted(_) if is_cyclic && longest > 1 => Self::Recursive,
            Self::Counted(each) => each
                .checked_mul(longest.max(1))
                .filter(|each| *each <= MAX_NUMBERED_ELEMENTS)
                .map_or(Self::Endless, Self::Counted),
            other => other,
        }
    }

    fn elements(self) -> Result<u64, Refusal> {
        Err(match self {
            Self::Counted(each) => return Ok(each),
            Self::Endless => Refusal::new(
                format!(
                    "a row may have more than {MAX_NUMBERED_ELEMENTS} of them, in lists of lists"
                ),
                "bound the lists with `maxItems`, or put the hint on what each row has once",
            ),
            Self::Recursive => Refusal::new(
                "they stand in a list that may hold itself, whose elements have no number",
                "put the hint on what each row has once",
            ),
            Self::Open => Refusal::new(
                "they stand in a map, whose members have no number",
                "take a list, or put the hint on what each row has once",
            ),
            Self::Name => Refusal::new(
                "they are the names of members",
                "names in one object differ anyway; put the hint on what each row has once",
            ),
            Self::Contained => Refusal::new(
                "they are what `contains` asks for, beside other elements",
                "put the hint under `items`",
            ),
        })
    }
}
