//! Parts that hold together and that the canonical form could not fold into one.

use jsonschema::canonical::{CanonicalKind, CanonicalSchema, CanonicalView};

use super::{Filler, Spot};
use crate::error::Error;
use crate::plan::hints::Hints;
use crate::plan::node::{Hooks, Kind};

/// More parts of one place than this are not taken apart any further: their form is drawn from as it is.
const MAX_PARTS: usize = 64;

impl Filler<'_> {
    /// Parts that the canonical form could not fold: draw from their intersection where it can be
    /// had now that references are known, else from one of the alternatives together with the rest,
    /// and hold the value against all.
    pub(super) fn all_of(
        &mut self,
        spot: &Spot,
        parts: Vec<CanonicalSchema>,
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        let mut resolved = Vec::with_capacity(parts.len());
        let mut open = parts;
        while let Some(part) = open.pop() {
            let part = self.resolve(part, spot.place)?;
            // A reference may lead to the next one of these, and back.
            let is_taken_apart =
                part.kind() == CanonicalKind::AllOf && resolved.len() + open.len() < MAX_PARTS;
            match is_taken_apart.then(|| part.view()) {
                Some(CanonicalView::AllOf(inner)) => open.extend(inner),
                _ => resolved.push(part),
            }
        }
        // What is no choice comes first, so that a choice that cannot be folded meets all the rest.
        resolved.sort_by_key(|part| options_of(part).is_some());
        let mut folded: Option<CanonicalSchema> = None;
        let mut alternatives: Option<Vec<CanonicalSchema>> = None;
        let mut is_exact = true;
        for part in resolved {
            let Some(sum) = &folded else {
                folded = Some(part);
                continue;
            };
            match sum.intersect(&part) {
                Ok(both) if both.kind() != CanonicalKind::AllOf => folded = Some(both),
                _ => {
                    is_exact = false;
                    if alternatives.is_none() {
                        alternatives = options_of(&part);
                    }
                }
            }
        }
        if !is_exact {
            hooks.verify.extend(self.verify(spot)?);
        }
        match (folded, alternatives) {
            (None, _) => Ok(Kind::Anything),
            (Some(sum), None) => self.view(&Spot { canonical: sum, ..spot.clone() }, hints, hooks),
            (Some(sum), Some(options)) => {
                let mut narrowed = Vec::with_capacity(options.len());
                for option in options {
                    let option = self.resolve(option, spot.place)?;
                    narrowed.push(sum.intersect(&option).unwrap_or(option));
                }
                self.any_of(spot, narrowed, hints, hooks)
            }
        }
    }
}

/// What a choice that nobody made yet is between.
fn options_of(canonical: &CanonicalSchema) -> Option<Vec<CanonicalSchema>> {
    if !matches!(canonical.kind(), CanonicalKind::AnyOf | CanonicalKind::OneOf) {
        return None;
    }
    match canonical.view() {
        CanonicalView::AnyOf(options) | CanonicalView::OneOf(options) => Some(options),
        _ => None,
    }
}
