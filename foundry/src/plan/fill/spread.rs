//! Which nodes of a place a distribution is for: its numbers, or what of it has a length.

use super::{Filler, Spot};
use crate::error::{Error, Stage};
use crate::plan::hints::Hints;
use crate::plan::node::{Kind, NodeId, TextSource};
use crate::plan::spread::{Asked, Asker, Spread, widen};

/// What is spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Spreads {
    Numbers,
    Lengths,
}

impl Filler<'_> {
    /// Hands the distributions of a place to its node, or to those of its alternatives.
    pub(super) fn spread(&mut self, id: NodeId, spot: &Spot, hints: &Hints) -> Result<(), Error> {
        for (asked, what) in [(hints.numbers, Spreads::Numbers), (hints.length, Spreads::Lengths)] {
            let Some(asked) = asked else { continue };
            let mut met = Vec::new();
            let is_met = self.hand_over(id, asked, what, hints, &mut met);
            match asked.by {
                Asker::Policy if is_met => self.paths.heed(self.config, &spot.matched, what),
                Asker::Author if !is_met => return Err(unheeded(self.pointer_of(spot), what)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether anything of the node is spread so.
    fn hand_over(
        &mut self,
        id: NodeId,
        asked: Asked,
        what: Spreads,
        hints: &Hints,
        met: &mut Vec<NodeId>,
    ) -> bool {
        if met.contains(&id) {
            return false;
        }
        met.push(id);
        // Who says how values are spread means all that are allowed.
        self.nodes[id.index()].kind.make_plain();
        let children = match &self.nodes[id.index()].kind {
            Kind::Alias(inner) | Kind::Nullable { inner, .. } => vec![*inner],
            Kind::Choice(branches) => branches.iter().map(|branch| branch.node).collect(),
            // What has no value is told of elsewhere, with its reason.
            Kind::Nothing | Kind::Pending => return true,
            // One number alone is spread in whatever way.
            Kind::Literal(literals) => {
                return what == Spreads::Numbers
                    && literals.len() == 1
                    && literals[0].value.is_number();
            }
            kind => {
                if !is_for(kind, what) {
                    return false;
                }
                let node = &mut self.nodes[id.index()];
                if node.spread.is_none() {
                    node.spread = Some(Box::new(Spread::new(asked.distribution)));
                    if what == Spreads::Lengths && hints.lengths.or(self.config.lengths).is_none() {
                        widen(node);
                    }
                }
                return true;
            }
        };
        let mut is_met = false;
        for child in children {
            is_met |= self.hand_over(child, asked, what, hints, met);
        }
        is_met
    }
}

fn is_for(kind: &Kind, what: Spreads) -> bool {
    match kind {
        Kind::Integer(_) | Kind::Number(_) => what == Spreads::Numbers,
        Kind::Text(text) => {
            let is_plain = matches!(text.source, TextSource::Words | TextSource::AsciiWords);
            what == Spreads::Lengths && is_plain
        }
        Kind::Array(_) => what == Spreads::Lengths,
        Kind::Object(object) => what == Spreads::Lengths && !object.open.is_empty(),
        _ => false,
    }
}

/// A distribution that spreads nothing would change nothing in silence.
fn unheeded(pointer: String, what: Spreads) -> Error {
    let place = match pointer.as_str() {
        "" => "the root".to_owned(),
        pointer => format!("`{pointer}`"),
    };
    let (told, keyword, help) = match what {
        Spreads::Numbers => (
            format!("`distribution` spreads numbers, and none is drawn at {place}"),
            "distribution",
            "values of a list have `weights`; lengths are spread by `lengths`",
        ),
        Spreads::Lengths => (
            format!(
                "`lengths` spreads lengths, and no list, map or plain text is drawn at {place}"
            ),
            "lengths",
            "texts with a format or a pattern have the lengths that these give",
        ),
    };
    Error::new(Stage::Plan, told).at(pointer).with_keyword(keyword).with_help(help)
}
