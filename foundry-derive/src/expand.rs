//! The whole way: tokens → item → model → checks → output, or all mistakes and a fallback.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::diag::Diagnostics;
use crate::{emit, read};

/// One derive, from its input to its output.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let item = match syn::parse2(input) {
        Ok(item) => item,
        Err(error) => return error.into_compile_error(),
    };
    catch_unwind(AssertUnwindSafe(|| expand_item(&item))).unwrap_or_else(|_| report_bug(&item))
}

fn expand_item(item: &DeriveInput) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let effective = read::effective_input(item, &mut diagnostics);
    let container = read::read(item, &effective, &mut diagnostics);
    match container {
        Some(container) if diagnostics.is_empty() => emit::emit(&container),
        _ => give_up(item, diagnostics),
    }
}

fn give_up(item: &DeriveInput, diagnostics: Diagnostics) -> TokenStream {
    let errors = diagnostics.into_tokens();
    let fallback = emit::emit_fallback(item);
    quote!(#errors #fallback)
}

fn report_bug(item: &DeriveInput) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let message = format!("deriving `Foundry` for `{}` panicked: a bug in foundry", item.ident);
    diagnostics.error(&item.ident, message).help("please report it together with this type");
    give_up(item, diagnostics)
}
