//! What a document's author shows: `examples` and `default` are drawn now and then.

use jsonschema::canonical::{CanonicalKind, CanonicalSchema, CanonicalView};
use serde_json::Value;

use super::{Filler, Spot};
use crate::error::Error;
use crate::plan::node::{Branch, Kind, Literal, Verify};
use crate::plan::outline::PlaceId;

/// For each value that the author shows, so many are drawn.
const DRAWN_WEIGHT: u32 = 4;

impl Filler<'_> {
    /// `kind`, or one of the values that the author of the document shows for the place. Only texts,
    /// numbers and booleans: a whole example would come back in row after row. A type's examples are
    /// documentation, and what serde makes of a missing member is said by `default` already.
    pub(super) fn or_shown(
        &mut self,
        spot: &Spot,
        kind: Kind,
        checks: &[Verify],
    ) -> Result<Kind, Error> {
        let Some(place) = spot.place.filter(|place| !self.is_typed && *place != PlaceId::ROOT)
        else {
            return Ok(kind);
        };
        if matches!(kind, Kind::Literal(_) | Kind::Nothing | Kind::Boolean)
            || !is_of_scalars(&spot.canonical)
        {
            return Ok(kind);
        }
        let mut shown = self.shown_at(spot, place);
        if shown.is_empty() {
            return Ok(kind);
        }
        let pointer = self.pointer_of(spot);
        let own = self.judge.verify_form(pointer.clone(), &spot.canonical)?;
        shown.retain(|value| own.admits(value) && checks.iter().all(|check| check.admits(value)));
        if shown.is_empty() {
            return Ok(kind);
        }
        let drawn = self.push(pointer.clone(), kind)?;
        let literals = shown.into_iter().map(Literal::new).collect();
        let shown = self.push(pointer, Kind::Literal(literals))?;
        let branch = |label: &str, weight, node| Branch::new(label.to_owned(), weight, node);
        Ok(Kind::Choice(vec![branch("drawn", DRAWN_WEIGHT, drawn), branch("shown", 1, shown)]))
    }

    /// The texts, numbers and booleans that the schemas of the place show, each once.
    fn shown_at(&self, spot: &Spot, place: PlaceId) -> Vec<Value> {
        let outer = spot.branch_of.map(|outer| self.outline.get(outer));
        let mut shown: Vec<Value> = Vec::new();
        for conjunct in self.outline.get(place).firm() {
            // A branch meets the schemas of its choice again.
            if outer
                .is_some_and(|outer| outer.conjuncts.iter().any(|c| c.pointer == conjunct.pointer))
            {
                continue;
            }
            let examples = conjunct.schema.get("examples").and_then(Value::as_array);
            let values = examples.into_iter().flatten().chain(conjunct.schema.get("default"));
            for value in values.filter(|value| is_scalar(value)) {
                if !shown.contains(value) {
                    shown.push(value.clone());
                }
            }
        }
        shown
    }
}

fn is_scalar(value: &Value) -> bool {
    matches!(value, Value::String(_) | Value::Number(_) | Value::Bool(_))
}

/// Whether a form speaks of texts and numbers, and of no members or elements.
pub(super) fn is_of_scalars(form: &CanonicalSchema) -> bool {
    match form.kind() {
        CanonicalKind::MultiType
        | CanonicalKind::TypedGroup
        | CanonicalKind::String
        | CanonicalKind::Integer
        | CanonicalKind::Number => true,
        CanonicalKind::AnyOf => match form.view() {
            CanonicalView::AnyOf(options) => options.iter().all(is_of_scalars),
            _ => false,
        },
        _ => false,
    }
}
