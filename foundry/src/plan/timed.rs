//! Nodes that draw single values → the same ones with a clock around them: planned, so that a walk
//! without clocks does not even ask.

use super::node::{Kind, Node, NodeId};

/// Puts a clock around each generator: its node keeps its checks, and stands for a new one that draws.
pub(super) fn time_generators(nodes: &mut Vec<Node>) {
    for at in 0..nodes.len() {
        let Ok(next) = u32::try_from(nodes.len()) else { return };
        let node = &mut nodes[at];
        if !node.kind.is_leaf() && node.indexed.is_none() {
            continue;
        }
        if node.indexed.is_some() {
            // What is taken by the number of the row is not checked again.
            node.hooks = None;
        }
        let inner = Node {
            kind: std::mem::replace(&mut node.kind, Kind::Timed(NodeId(next))),
            pointer: node.pointer.clone(),
            height: node.height,
            recursive: false,
            cyclic: false,
            component: node.component,
            depth: None,
            spread: node.spread.take(),
            hooks: None,
            by_row: node.by_row.take(),
            indexed: node.indexed.take(),
            told: node.told.take(),
        };
        nodes.push(inner);
    }
}
