//! The whole way: tokens → item → model → checks → output, or all mistakes and a fallback.

use proc_macro2::TokenStream;

use crate::diag::Diagnostics;
use crate::read;

/// The whole way of one derive.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let original = match syn::parse2(input) {
        Ok(original) => original,
        Err(error) => return error.into_compile_error(),
    };
    let mut diagnostics = Diagnostics::default();
    let effective = read::effective_input(&original, &mut diagnostics);
    let _container = read::read(&original, &effective, &mut diagnostics);
    diagnostics.into_tokens()
}
