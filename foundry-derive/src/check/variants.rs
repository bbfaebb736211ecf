//! Enums of which nothing can be drawn, and weights that cannot be followed.

use crate::diag::Diagnostics;
use crate::messages::variants;
use crate::model::{Container, Data, Origin, Variant};

/// Records an enum without a value, and weights without a meaning.
pub(super) fn check(container: &Container, diagnostics: &mut Diagnostics) {
    let Data::Enum(all) = &container.data else { return };
    let serde = &container.serde;
    if serde.type_from().is_some() || serde.type_try_from().is_some() {
        return;
    }
    let ident = &container.original.ident;
    let name = ident.to_string();
    for variant in all {
        check_skipped_weight(variant, diagnostics);
    }
    let drawn: Vec<_> = all.iter().filter(|variant| is_drawn(variant)).collect();
    if all.is_empty() {
        diagnostics.report(ident, variants::none(&name));
    } else if drawn.is_empty() {
        diagnostics.report(ident, variants::all_skipped(&name));
    } else if drawn.iter().all(|variant| weight_of(variant) == Some(0)) {
        for weight in drawn.iter().filter_map(|variant| variant.options.weight.as_ref()) {
            diagnostics.report(&weight.tokens, variants::weights_of_zero(&name));
        }
    }
}

fn is_drawn(variant: &Variant) -> bool {
    variant.options.skip.is_none() && !variant.serde.skip_deserializing()
}

fn weight_of(variant: &Variant) -> Option<u64> {
    variant.options.weight.as_ref().map(|weight| weight.value)
}

fn check_skipped_weight(variant: &Variant, diagnostics: &mut Diagnostics) {
    let Some(weight) = &variant.options.weight else { return };
    let name = variant.original.ident.to_string();
    if let Some(skip) = &variant.options.skip {
        diagnostics.report(&weight.key, variants::weight_of_skipped(&name, "skip"));
        diagnostics.report(&skip.key, variants::weight_of_skipped(&name, "skip"));
        return;
    }
    if !variant.serde.skip_deserializing() {
        return;
    }
    let skips = [Origin::Schemars, Origin::Serde].into_iter().flat_map(|origin| {
        ["skip", "skip_deserializing"].into_iter().map(move |word| (origin, word))
    });
    let item = skips.into_iter().find_map(|(origin, word)| variant.written.find(origin, word));
    let word = item.map_or("skip", |item| item.name.as_str());
    diagnostics.report(&weight.key, variants::weight_of_skipped(&name, word));
    if let Some(item) = item {
        diagnostics.report(&item.key, variants::weight_of_skipped(&name, word));
    }
}
