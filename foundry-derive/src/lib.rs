//! `#[derive(Foundry)]`: a serde type becomes a JSON Schema contract and the source of its own test data.

mod check;
mod diag;
mod emit;
mod expand;
mod messages;
mod model;
mod names;
mod read;
mod shape;
mod suggest;
mod ty;

use proc_macro::TokenStream;

/// Derives `Foundry` and `JsonSchema`. Its documentation stands where the crate `foundry` exports it, for the example
/// there needs the crate that needs this one.
#[proc_macro_derive(Foundry, attributes(foundry, schemars, serde, validate, garde))]
pub fn derive_foundry(input: TokenStream) -> TokenStream {
    expand::expand(input.into()).into()
}
