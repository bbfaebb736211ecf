//! Which of the settings of a place decide something there: the others are not told of, and refused where
//! they decide nothing anywhere.

use super::{Filler, Spot};
use crate::config::Setting;
use crate::error::Error;
use crate::plan::hints::Hints;
use crate::plan::node::{Kind, NodeId};
use crate::plan::outline::Place;
use crate::plan::policy::{self, ALWAYS};

impl Filler<'_> {
    /// Notes what decides something at the node of `spot`; `has_words` says that its title or its
    /// description stands for its name.
    pub(super) fn heed(
        &mut self,
        id: NodeId,
        spot: &Spot,
        hints: &Hints,
        has_words: bool,
    ) -> Result<(), Error> {
        if !Setting::ALL.into_iter().any(|setting| hints.sets(setting)) {
            return Ok(());
        }
        let drawn = self.alternatives(id);
        let is_open =
            |id: &NodeId| matches!(self.nodes[id.index()].kind, Kind::Nothing | Kind::Pending);
        if drawn.iter().any(is_open) {
            self.heed_all(spot);
        }
        for setting in Setting::ALL.into_iter().filter(|setting| hints.sets(*setting)) {
            let decides = match setting {
                Setting::Presence => matches!(self.nodes[id.index()].kind, Kind::Nullable { .. }),
                Setting::Lengths => {
                    drawn.iter().any(|id| self.nodes[id.index()].kind.has_lengths())
                }
                Setting::LengthSpread | Setting::NumberSpread => {
                    self.spread(&drawn, setting, spot, hints)?
                }
                Setting::By => has_words,
                Setting::Values | Setting::Faker => true,
            };
            if decides {
                self.note_heeded(id, spot, setting);
            }
            if setting == Setting::Presence {
                self.heed_author(spot, hints, decides);
            }
        }
        Ok(())
    }

    /// The presence of an optional member decides whether it is there.
    pub(super) fn heed_member(&mut self, id: NodeId, spot: &Spot, hints: &Hints) {
        self.note_heeded(id, spot, Setting::Presence);
        self.heed_author(spot, hints, true);
    }

    /// What has no value is told of elsewhere, with its reason.
    pub(super) fn heed_all(&mut self, spot: &Spot) {
        for setting in Setting::ALL {
            self.paths.heed(self.config, &spot.matched, setting);
        }
        self.heed_author(spot, &self.hints_of(spot), true);
    }

    fn note_heeded(&mut self, id: NodeId, spot: &Spot, setting: Setting) {
        self.paths.heed(self.config, &spot.matched, setting);
        let by = policy::setter(self.config, &spot.matched, setting);
        self.nodes[id.index()].told.get_or_insert_default().add(setting, by);
    }

    /// Notes whether the presence that an author wrote decides something at `spot`.
    fn heed_author(&mut self, spot: &Spot, hints: &Hints, decides: bool) {
        let is_of_policy = policy::setter(self.config, &spot.matched, Setting::Presence).is_some();
        if is_of_policy || hints.presence.is_none_or(|presence| presence >= ALWAYS) {
            return;
        }
        let is_inherited = spot.inherited.as_ref().is_some_and(|hints| hints.presence.is_some());
        let place = spot.place.map(|place| self.outline.get(place));
        let mut firm = place.into_iter().flat_map(Place::firm);
        // The first one holds, as it does for all hints.
        let written = firm.find(|conjunct| {
            conjunct.hints.as_deref().is_some_and(|hints| hints.presence.is_some())
        });
        let pointer = match written.filter(|_| !is_inherited) {
            Some(conjunct) => conjunct.pointer.clone(),
            None => self.pointer_of(spot),
        };
        self.paths.heed_author(pointer, decides);
    }

    /// The nodes that draw the values of a place: its own, or those of its alternatives.
    fn alternatives(&self, id: NodeId) -> Vec<NodeId> {
        let mut found = vec![id];
        let mut at = 0;
        while let Some(id) = found.get(at) {
            let inner: Vec<NodeId> = match &self.nodes[id.index()].kind {
                Kind::Alias(inner) | Kind::Nullable { inner, .. } => vec![*inner],
                Kind::Choice(branches) => branches.iter().map(|branch| branch.node).collect(),
                _ => Vec::new(),
            };
            for id in inner {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
            at += 1;
        }
        found
    }
}
