//! `impl Foundry for T`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse_quote;

use super::Context;

/// The bounds stand only where there are parameters: without any, rustc says at the type which
/// trait is missing.
pub(super) fn emit_foundry(context: &Context) -> TokenStream {
    let Context { krate, ident, .. } = context;
    let (_, ty_generics, _) = context.generics.split_for_impl();
    let mut generics = context.generics.clone();
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
