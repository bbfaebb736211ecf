//! `#[serde(with = …)]` and its kin: the JSON is what a function makes of it, which no schema knows.

use quote::ToTokens;
use syn::Path;

use super::sites::{self, Site, names_type, text_value};
use crate::diag::Diagnostics;
use crate::messages::schemas;
use crate::model::{Container, Data, Item, Origin, Written};

/// Records the functions of serde that need a schema beside them.
pub(super) fn check(container: &Container, diagnostics: &mut Diagnostics) {
    if container.written.overrides_schema() {
        return;
    }
    if let Data::Enum(variants) = &container.data {
        for variant in variants {
            let sides = Sides {
                read: reads(container) && !variant.serde.skip_deserializing(),
                written: writes(container) && !variant.serde.skip_serializing(),
            };
            let owner = format!("variant `{}`", variant.original.ident);
            check_owner(&variant.written, &variant.original.ident, sides, &owner, diagnostics);
        }
    }
    for site in sites::of(container).filter(Site::is_in_schema) {
        let sides = Sides { read: site.is_read(), written: site.is_written() };
        let owner = format!("field `{}`", site.field.label());
        check_owner(&site.field.written, site.field.ty, sides, &owner, diagnostics);
    }
}

/// Which sides of the contract see the field or variant.
#[derive(Clone, Copy)]
struct Sides {
    read: bool,
    written: bool,
}

/// `at` is where to tell what a macro wrote, which has no place of its own.
fn check_owner(
    written: &Written,
    at: impl ToTokens,
    sides: Sides,
    owner: &str,
    diagnostics: &mut Diagnostics,
) {
    if written.overrides_schema() {
        return;
    }
    for (word, is_seen) in [
        ("with", sides.read || sides.written),
        ("serialize_with", sides.written),
        ("deserialize_with", sides.read),
    ] {
        // `#[schemars(!with)]` says that the schema of the type is right as it is.
        if is_seen
            && !written.takes_back(word)
            && let Some(item) = written.find(Origin::Serde, word)
        {
            check_item(item, &at, word, owner, diagnostics);
        }
    }
}

fn check_item(
    item: &Item,
    at: impl ToTokens,
    word: &str,
    owner: &str,
    diagnostics: &mut Diagnostics,
) {
    // What is no path at all, serde's reader has refused already.
    let Some(text) = text_value(item) else { return };
    let Ok(path) = text.parse::<Path>() else { return };
    if is_serde_as(&path) {
        diagnostics.report(at, schemas::serde_as(owner));
        return;
    }
    if word == "with" && names_type(&path) {
        return;
    }
    let shown = text.value();
    let module = match (word, shown.rsplit_once("::")) {
        ("with", _) | (_, None) => shown.as_str(),
        (_, Some((module, _))) => module,
    };
    diagnostics.report(text, schemas::unknown(word, &shown, owner, module));
}

/// `::serde_with::As::<DisplayFromStr>`, which `#[serde_as]` leaves behind.
fn is_serde_as(path: &Path) -> bool {
    path.segments.first().is_some_and(|first| first.ident == "serde_with")
        && path.segments.iter().any(|segment| segment.ident == "As")
}

fn reads(container: &Container) -> bool {
    container.serde.type_from().is_none() && container.serde.type_try_from().is_none()
}

fn writes(container: &Container) -> bool {
    container.serde.type_into().is_none()
}
