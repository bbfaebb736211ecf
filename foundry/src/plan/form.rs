//! What is asked of a canonical form without looking into it: a view copies all that stands below.

use jsonschema::canonical::{CanonicalKind, CanonicalSchema, CanonicalView};

/// Whether a form is proven to have no value. `satisfiability` says that too, and where it cannot it goes on to look
/// for a value, which nobody asked for and which takes most of its time.
pub(crate) fn admits_nothing(form: &CanonicalSchema) -> bool {
    if form.kind() != CanonicalKind::Reference {
        return form.kind() == CanonicalKind::False;
    }
    let mut followed = Vec::new();
    let mut form = form.clone();
    while let Some(target) = reference_of(&form) {
        let next = form.definition(&target).filter(|_| !followed.contains(&target));
        // What leads nowhere, or round in a circle, proves nothing.
        let Some(next) = next else { return false };
        followed.push(target);
        form = next;
    }
    form.kind() == CanonicalKind::False
}

/// What a form that is a reference and nothing else leads to.
pub(crate) fn reference_of(form: &CanonicalSchema) -> Option<String> {
    if form.kind() != CanonicalKind::Reference {
        return None;
    }
    match form.view() {
        CanonicalView::Reference(target) => Some(target),
        _ => None,
    }
}
