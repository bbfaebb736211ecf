//! What the checks say of a type, for their tests.

use proc_macro2::TokenStream;

use crate::check;
use crate::diag::Diagnostics;
use crate::read;

/// What was found in an item, from reading to checking.
pub(crate) fn diagnose(item: TokenStream) -> Diagnostics {
    let item = syn::parse2(item).expect("the test writes an item");
    let mut diagnostics = Diagnostics::default();
    let effective = read::effective_input(&item, &mut diagnostics);
    if let Some(container) = read::read(&item, &effective, &mut diagnostics) {
        check::check(&container, &mut diagnostics);
    }
    diagnostics
}

/// The first line of everything that was found.
pub(crate) fn found(item: TokenStream) -> Vec<String> {
    let texts = diagnose(item).texts();
    texts.iter().filter_map(|text| text.lines().next()).map(str::to_owned).collect()
}

/// Asserts that nothing is wrong with each of the items.
#[track_caller]
pub(crate) fn assert_fine(items: impl IntoIterator<Item = TokenStream>) {
    for item in items {
        let shown = item.to_string();
        assert_eq!(found(item), [""; 0], "{shown}");
    }
}
