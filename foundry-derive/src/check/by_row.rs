//! `unique` and `sequence`: beside each other, beside a generator, or on a type whose values they cannot
//! count.

use super::sites::Site;
use crate::diag::Diagnostics;
use crate::messages::hints;
use crate::model::FieldOptions;
use crate::ty::{Guess, Kind, show};

/// Records options that each say which values to make.
pub(super) fn check_pairs(options: &FieldOptions, owner: &str, diagnostics: &mut Diagnostics) {
    let mut both = |one: &syn::Ident, other: &syn::Ident| {
        for key in [one, other] {
            let names = [one.to_string(), other.to_string()];
            diagnostics.report(key, hints::both(owner, &names[0], &names[1]));
        }
    };
    if let (Some(unique), Some(sequence)) = (&options.unique, &options.sequence) {
        both(&unique.key, &sequence.key);
    }
    if let Some(with) = &options.with {
        for by_row in options.unique.iter().chain(&options.sequence) {
            both(&with.key, &by_row.key);
        }
    }
}

/// Records the options on types that have too few values, or values of many parts.
///
/// A type of the program is left to the plan: an enum of plain variants has values to count, and a
/// newtype has those of what it holds.
pub(super) fn check_type(site: &Site, diagnostics: &mut Diagnostics) {
    let options = &site.field.options;
    let Some(ty) = site.contract_type() else { return };
    let guess = Guess::of(&ty, &site.container.original.generics);
    let label = site.field.label();
    let shown = show(guess.ty);
    for by_row in options.unique.iter().chain(&options.sequence) {
        let name = by_row.key.to_string();
        let message = match &guess.kind {
            Kind::Bool if options.values.is_none() => {
                hints::few_values(&name, &label, &shown, "two")
            }
            Kind::Unit => hints::few_values(&name, &label, &shown, "one"),
            Kind::List(_) | Kind::Array(..) | Kind::Map(..) | Kind::Tuple(_)
                if options.values.is_none() =>
            {
                let noun = guess.kind.noun().unwrap_or_default();
                hints::of_many_values(&name, &label, noun, &shown)
            }
            _ => continue,
        };
        diagnostics.report(&by_row.key, message);
    }
}
