//! Which nodes of a place a distribution is for: its numbers, or what of it has a length.

use super::{Filler, Spot};
use crate::config::Setting;
use crate::error::{Error, Stage};
use crate::plan::hints::Hints;
use crate::plan::node::{Kind, NodeId, TextSource};
use crate::plan::policy;
use crate::plan::spread::{Asker, Spread, widen};

impl Filler<'_> {
    /// The range of lengths that is asked for: that of the place, or the one for all places, which one that
    /// spreads its lengths in its own way does without.
    pub(super) fn asked_lengths(&self, hints: &Hints) -> Option<(u64, u64)> {
        hints.lengths.or(self.config.lengths.filter(|_| hints.length.is_none()))
    }

    /// Hands a distribution of the place to the nodes that draw it: whether any of them spreads something
    /// so.
    pub(super) fn spread(
        &mut self,
        drawn: &[NodeId],
        setting: Setting,
        spot: &Spot,
        hints: &Hints,
    ) -> Result<bool, Error> {
        let (asked, what) = match setting {
            Setting::LengthSpread => (&hints.length, Spreads::Lengths),
            _ => (&hints.numbers, Spreads::Numbers),
        };
        let Some(asked) = asked else { return Ok(false) };
        let are_open = self.asked_lengths(hints).is_none();
        let policy = match asked.by {
            Asker::Policy => policy::setter(self.config, &spot.matched, setting),
            Asker::Author => None,
        };
        let mut is_met = false;
        for id in drawn {
            let spread = Spread::new(asked.distribution.clone(), policy.as_deref());
            is_met |= self.hand_over(*id, spread, what, are_open);
        }
        if !is_met && asked.by == Asker::Author {
            return Err(unheeded(self.pointer_of(spot), what));
        }
        Ok(is_met)
    }

    /// Whether anything of the node is spread so; nobody else says how long its values are where the
    /// lengths `are_open`.
    fn hand_over(&mut self, id: NodeId, spread: Spread, what: Spreads, are_open: bool) -> bool {
        let node = &mut self.nodes[id.index()];
        // Who says how values are spread means all that are allowed.
        node.kind.make_plain();
        match &node.kind {
            // What has no value is told of elsewhere, with its reason.
            Kind::Nothing | Kind::Pending => true,
            // One number alone is spread in whatever way.
            Kind::Literal(literals) => {
                what == Spreads::Numbers
                    && literals.len() == 1
                    && literals[0].value.get().is_number()
            }
            kind if is_for(kind, what) => {
                if node.spread.is_none() {
                    node.spread = Some(Box::new(spread));
                    if what == Spreads::Lengths && are_open {
                        widen(node);
                    }
                }
                true
            }
            _ => false,
        }
    }
}

/// What is spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spreads {
    Numbers,
    Lengths,
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
