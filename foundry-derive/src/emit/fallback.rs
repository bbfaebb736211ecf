//! After a mistake: impls that keep the rest of the program compiling.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{DeriveInput, parse_quote};

use super::relocate::{relocate_generics, relocate_ident};
use super::{krate, wrap};
use crate::read;

/// Empty impls of both traits, so that no second wave of errors hides the first.
pub(crate) fn emit_fallback(item: &DeriveInput) -> TokenStream {
    let options = read::read_type_options_again(item);
    let krate = krate(options.krate.as_ref().map(|krate| &krate.value));
    let private = quote!(#krate::__private);
    let ident = relocate_ident(&item.ident);
    let mut generics = relocate_generics(item);
    let name = ident.to_string();
    let generator = Ident::new("generator", Span::mixed_site());
    let split = generics.clone();
    let (impl_generics, ty_generics, where_clause) = split.split_for_impl();
    let json_schema = options.own_schema.is_none().then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics #private::JsonSchema for #ident #ty_generics #where_clause {
                fn schema_name() -> #private::Cow<'static, #private::str> {
                    #private::Cow::Borrowed(#name)
                }
                fn json_schema(#generator: &mut #private::SchemaGenerator) -> #private::Schema {
                    #private::Schema::default()
                }
            }
        }
    });
    // Under a lifetime of its own, a bound that does not hold is an error only where it is needed.
    generics.make_where_clause().predicates.push(parse_quote! {
        for<'__foundry> #ident #ty_generics: #private::Serialize
            + #private::DeserializeOwned
            + #private::JsonSchema
            + 'static
    });
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    wrap(&quote! {
        #json_schema
        #[automatically_derived]
        impl #impl_generics #krate::Foundry for #ident #ty_generics #where_clause {}
    })
}
