//! What each branch of a `oneOf` has for itself alone, where branches may hide each other.

use jsonschema::canonical::{CanonicalKind, CanonicalSchema, CanonicalView, ObjectView};

use super::options::{ALL_TYPES, types_of};
use super::{Filler, Spot};
use crate::error::Error;
use crate::plan::form::admits_nothing;
use crate::plan::node::Branch;

/// Of more branches than this, none is told what the others leave to it.
const MOST_EXCLUSIVE: usize = 8;

/// Of branches with larger forms than this, in bytes of JSON, none is told either: taking one large
/// form out of another takes seconds.
const LARGEST_EXCLUSIVE: usize = 4096;

impl Filler<'_> {
    /// What each branch has for itself alone: the others are taken out of it, where that can be
    /// written down.
    pub(super) fn exclusive_branches(
        &mut self,
        taken: &[Spot],
        written: &[CanonicalSchema],
    ) -> Result<Vec<Branch>, Error> {
        let mut branches = Vec::new();
        let size = |form: &CanonicalSchema| form.to_json_schema().to_string().len();
        if taken.len() > MOST_EXCLUSIVE || written.iter().any(|form| size(form) > LARGEST_EXCLUSIVE)
        {
            return Ok(branches);
        }
        for (position, spot) in taken.iter().enumerate() {
            let is_hidden = |(other, theirs): (usize, &CanonicalSchema)| {
                other != position && may_hide(&spot.canonical, theirs)
            };
            if !written.iter().enumerate().any(is_hidden) {
                continue;
            }
            let others = written.iter().enumerate().filter(|(other, _)| *other != position);
            let mut mine = Some(spot.canonical.clone());
            for (_, other) in others {
                mine = mine.and_then(|mine| mine.subtract(other).ok());
            }
            let options = match mine.as_ref().map(CanonicalSchema::view) {
                Some(CanonicalView::AnyOf(options)) => options,
                _ => mine.into_iter().collect(),
            };
            // What would be drawn on trial again is of no help.
            for (at, option) in options.into_iter().filter(is_plain).enumerate() {
                let spot = Spot { canonical: option, is_complete: false, ..spot.clone() };
                let node = self.fill(spot)?;
                if self.is_nothing(node) {
                    continue;
                }
                let label = format!("only #{position}.{at}");
                branches.push(Branch { is_spare: true, ..Branch::new(label, 1, node) });
            }
        }
        Ok(branches)
    }
}

/// Whether all that is drawn for `mine`, or for a part of it, may be valid for `theirs` too.
fn may_hide(mine: &CanonicalSchema, theirs: &CanonicalSchema) -> bool {
    if let (Some(mine), Some(theirs)) = (types_of(mine), types_of(theirs))
        && !ALL_TYPES.into_iter().any(|ty| mine.contains(ty) && theirs.contains(ty))
    {
        return false;
    }
    match (mine.view(), theirs.view()) {
        (CanonicalView::AnyOf(parts) | CanonicalView::OneOf(parts), _) => {
            parts.iter().any(|part| may_hide(part, theirs))
        }
        (_, CanonicalView::AnyOf(parts) | CanonicalView::OneOf(parts)) => {
            parts.iter().any(|part| may_hide(mine, part))
        }
        (CanonicalView::Object(mine), CanonicalView::Object(theirs)) => {
            theirs.required.iter().all(|name| mine.required.contains(name))
                && mine.required.iter().all(|name| admits_name(&theirs, name))
        }
        _ => true,
    }
}

/// Whether an object may have a member of this name; also where it takes more to tell.
fn admits_name(object: &ObjectView, name: &str) -> bool {
    match object.property_names.as_ref().map(CanonicalSchema::view) {
        Some(CanonicalView::Enum(names)) => names.iter().any(|known| known == name),
        Some(CanonicalView::Const(known)) => known == name,
        _ => true,
    }
}

/// Whether values of a form are drawn without trial.
fn is_plain(form: &CanonicalSchema) -> bool {
    let is_open = matches!(
        form.kind(),
        CanonicalKind::AllOf | CanonicalKind::OneOf | CanonicalKind::Not | CanonicalKind::Raw
    );
    !is_open && !admits_nothing(form)
}
