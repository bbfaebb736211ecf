//! `#[derive(Foundry)]`: a serde type becomes a JSON Schema contract and the source of its own test data.

use proc_macro::TokenStream;

/// Derives `Foundry` and `JsonSchema` for a serde type.
#[proc_macro_derive(Foundry, attributes(foundry, schemars, serde, validate, garde))]
pub fn derive_foundry(_input: TokenStream) -> TokenStream {
    TokenStream::new()
}
