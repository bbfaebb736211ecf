//! What serde cannot put beside a tag, and what it cannot read back once it has buffered it.

use serde_derive_internals::attr::TagType;
use syn::{Generics, Type};

use super::sites::{self, Site};
use crate::diag::Diagnostics;
use crate::messages::{Message, tagging};
use crate::model::{Container, Data, Style};
use crate::ty::{Guess, Kind, show};

/// Records what an internal tag, `untagged` or `flatten` makes impossible.
pub(super) fn check(container: &Container, diagnostics: &mut Diagnostics) {
    for site in sites::of(container).filter(|site| !site.has_own_serde()) {
        check_newtype(&site, diagnostics);
        if site.field.serde.flatten() {
            check_flattened(&site, diagnostics);
        }
        if let Some(way) = way_of_buffering(&site)
            && site.is_read()
        {
            let generics = &container.original.generics;
            let place = format!("field `{}`", site.field.label());
            if let Some((ty, message)) = find_unreadable(site.field.ty, generics, &place, way) {
                diagnostics.report(ty, message);
            }
        }
    }
}

/// An internally tagged newtype variant takes only what is an object: there is no other place.
fn check_newtype(site: &Site, diagnostics: &mut Diagnostics) {
    let (Some(variant), TagType::Internal { tag }) = (site.variant, site.container.serde.tag())
    else {
        return;
    };
    if !matches!(variant.style, Style::Newtype) || variant.serde.untagged() {
        return;
    }
    let guess = Guess::of(site.field.ty, &site.container.original.generics);
    let what = match guess.kind {
        _ if guess.optional => "an `Option`",
        Kind::Map(..) | Kind::Unit => return,
        kind => match kind.noun() {
            Some(noun) => noun,
            None => return,
        },
    };
    let (name, ty) = (variant.original.ident.to_string(), show(site.field.ty));
    diagnostics.report(site.field.ty, tagging::newtype(&name, what, &ty, tag));
}

fn check_flattened(site: &Site, diagnostics: &mut Diagnostics) {
    let guess = Guess::of(site.field.ty, &site.container.original.generics);
    if matches!(guess.kind, Kind::Map(..) | Kind::Unit) {
        return;
    }
    if let Some(what) = guess.kind.noun() {
        let (label, ty) = (site.field.label(), show(site.field.ty));
        diagnostics.report(site.field.ty, tagging::flattened(&label, what, &ty));
    }
}

/// Through what serde reads the field into a buffer first, if it does. The buffer holds no integer
/// above 64 bits, and its keys are texts.
fn way_of_buffering(site: &Site) -> Option<&'static str> {
    if let Data::Enum(variants) = &site.container.data {
        // One untagged variant is enough: the others are tried on the same buffer.
        let is_untagged = matches!(site.container.serde.tag(), TagType::None)
            || variants.iter().any(|variant| variant.serde.untagged());
        if is_untagged {
            return Some("from an untagged enum");
        }
        if matches!(site.container.serde.tag(), TagType::Internal { .. }) {
            return Some("from an internally tagged enum");
        }
    }
    site.field.serde.flatten().then_some("through `flatten`")
}

fn find_unreadable<'a>(
    ty: &'a Type,
    generics: &Generics,
    place: &str,
    way: &str,
) -> Option<(&'a Type, Message)> {
    let guess = Guess::of(ty, generics);
    match guess.kind {
        Kind::Integer { min, max, .. } => {
            let is_wide = max.is_none_or(|max| max == i128::MAX) || min == i128::MIN;
            is_wide.then(|| (guess.ty, tagging::wide_integer(&show(guess.ty), place, way)))
        }
        Kind::List(item) | Kind::Array(item, _) => find_unreadable(item, generics, place, way),
        Kind::Tuple(items) => {
            items.into_iter().find_map(|item| find_unreadable(item, generics, place, way))
        }
        Kind::Map(key, value) => {
            let key = Guess::of(key, generics);
            if matches!(key.kind, Kind::Integer { .. } | Kind::Bool) {
                return Some((key.ty, tagging::keys(&show(key.ty), place, way)));
            }
            find_unreadable(value, generics, place, way)
        }
        _ => None,
    }
}
