//! Fields that borrow: made data has no owner that outlives it, so `T` must be `DeserializeOwned`.

use quote::ToTokens;
use syn::{Type, TypeReference};

use super::sites::Site;
use crate::diag::Diagnostics;
use crate::messages::types;
use crate::model::Origin;
use crate::ty::{show, ungroup};

/// Records a reference that serde would have to read, and `#[serde(borrow)]`.
pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    // A function of the user's own may make the reference from nothing, or leak it. The definition of
    // a remote type is never made at all.
    let is_remote = site.container.serde.remote().is_some();
    if !site.is_read() || site.has_own_serde() || is_remote {
        return;
    }
    // A remote definition is a schema of something else; no value of it is ever made.
    if site.container.serde.remote().is_some() {
        return;
    }
    let label = site.field.label();
    if let Some(reference) = find_reference(site.field.ty) {
        let (ty, owned) = (show(reference), owned_type(reference));
        diagnostics.report(reference, types::borrowed(&label, &ty, &owned));
    } else if !site.field.serde.borrowed_lifetimes().is_empty() {
        // It may stand on a newtype variant, too.
        let own = site.field.written.find(Origin::Serde, "borrow");
        let outer = site.variant.and_then(|of| of.written.find(Origin::Serde, "borrow"));
        if let Some(item) = own.or(outer) {
            diagnostics.report(&item.key, types::borrowed_by_serde(&label));
        }
    }
}

/// `&'a str`, also in an `Option` or a tuple; not in a `Vec<&str>` of a library that nobody knows.
fn find_reference(ty: &Type) -> Option<&TypeReference> {
    match ungroup(ty) {
        // `&dyn Trait` is first of all a trait object.
        Type::Reference(reference) => {
            (!matches!(ungroup(&reference.elem), Type::TraitObject(_))).then_some(reference)
        }
        Type::Tuple(tuple) => tuple.elems.iter().find_map(find_reference),
        Type::Array(array) => find_reference(&array.elem),
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            if !["Option", "Vec", "Box", "HashMap", "BTreeMap"]
                .iter()
                .any(|word| last.ident == word)
            {
                return None;
            }
            let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else {
                return None;
            };
            arguments.args.iter().find_map(|argument| match argument {
                syn::GenericArgument::Type(ty) => find_reference(ty),
                _ => None,
            })
        }
        _ => None,
    }
}

fn owned_type(reference: &TypeReference) -> String {
    match ungroup(&reference.elem) {
        Type::Slice(slice) => format!("Vec<{}>", show(&slice.elem)),
        Type::Path(path) if path.path.is_ident("str") => "String".to_owned(),
        Type::Path(path) if path.path.is_ident("Path") => "PathBuf".to_owned(),
        elem => show(elem.to_token_stream()),
    }
}
