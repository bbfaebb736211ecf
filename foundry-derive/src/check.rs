//! Model → mistakes: everything that is wrong for certain before the program runs.
//!
//! A check refuses only what is certain; where it guesses a type by its tokens, `ty` tells how it
//! errs. What no token shows, the plan refuses at run time.

mod borrowing;
mod by_row;
mod distributions;
mod hints;
mod kinds;
mod lengths;
mod levels;
mod names;
mod patterns;
mod ranges;
mod recursion;
mod schemas;
mod sites;
mod tagging;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod types;
mod unread;
mod variants;
mod words;

use crate::diag::Diagnostics;
use crate::model::Container;

/// Records every mistake of the type.
pub(crate) fn check(container: &Container, diagnostics: &mut Diagnostics) {
    hints::check(container, diagnostics);
    if container.options.own_schema.is_some() {
        // What its attributes say to schemars is the user's own affair.
        return;
    }
    variants::check(container, diagnostics);
    names::check(container, diagnostics);
    tagging::check(container, diagnostics);
    recursion::check(container, diagnostics);
    schemas::check(container, diagnostics);
    unread::check(container, diagnostics);
    for site in sites::of(container) {
        borrowing::check(&site, diagnostics);
        types::check(&site, diagnostics);
        let ty = site.contract_type();
        for level in levels::of(&site, ty.as_deref()) {
            kinds::check(&level, diagnostics);
            ranges::check(&level, diagnostics);
            lengths::check(&level, diagnostics);
            patterns::check(&level, diagnostics);
        }
    }
}
