//! `impl Foundry for T`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, parse_quote};

use super::Context;

/// The bounds stand only where there are parameters: without any, rustc says at the type which
/// trait is missing.
pub(super) fn emit_foundry(context: &Context) -> TokenStream {
    let Context { container, krate, .. } = context;
    let item = container.original;
    let ident = &item.ident;
    let (_, ty_generics, _) = item.generics.split_for_impl();
    let mut generics: Generics = item.generics.clone();
    if !generics.params.is_empty() {
        generics.make_where_clause().predicates.push(parse_quote! {
            #ident #ty_generics: #krate::__private::Serialize
                + #krate::__private::DeserializeOwned
                + #krate::__private::JsonSchema
                + 'static
        });
    }
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Foundry for #ident #ty_generics #where_clause {
            fn __foundry_verdict(&self) -> #krate::__private::Verdict {
                #krate::__private::verdict!(self)
            }
        }
    }
}
