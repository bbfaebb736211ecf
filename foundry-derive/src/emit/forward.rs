//! `impl JsonSchema for T`: every method, also the hidden ones, is the twin's.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::parse_quote;

use super::Context;
use super::hints;
use super::twin::twin_ident;
use crate::model::{Container, Data, Origin};

/// Without the two hidden methods a transparent newtype over `Option` would become required.
pub(super) fn emit_json_schema(context: &Context) -> TokenStream {
    let Context { container, krate, ident, .. } = context;
    let private = quote!(#krate::__private);
    let twin = twin_ident();
    let mut generics = context.generics.clone();
    let (_, ty_generics, _) = context.generics.split_for_impl();
    let hints = hints::emit_container_hints(context);
    if !generics.params.is_empty() {
        // The bounds are schemars' own choice: whatever makes the twin's impl hold.
        let mut predicates: Vec<syn::WherePredicate> =
            vec![parse_quote!(#twin #ty_generics: #private::JsonSchema)];
        predicates.extend(context.invariant_bound());
        generics.make_where_clause().predicates.extend(predicates);
    }
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let twin = quote!(<#twin #ty_generics as #private::JsonSchema>);
    let generator = Ident::new("generator", Span::mixed_site());

    let (name, id, inline) = emit_identity(context, &twin, hints.is_some());
    let mut schema = quote!(#twin::json_schema(#generator));
    let mut non_optional = quote!(#twin::_schemars_private_non_optional_json_schema(#generator));
    if flattens(container) {
        schema = quote!(#private::gather_flattened(#schema));
        non_optional = quote!(#private::gather_flattened(#non_optional));
    }
    if let Some(hints) = &hints {
        schema = quote!(#private::attach(#schema, #hints));
        non_optional = quote!(#private::attach(#non_optional, #hints));
    }
    quote! {
        #[automatically_derived]
        impl #impl_generics #private::JsonSchema for #ident #ty_generics #where_clause {
            fn inline_schema() -> bool {
                #inline
            }
            fn schema_name() -> #private::Cow<'static, #private::str> {
                #name
            }
            fn schema_id() -> #private::Cow<'static, #private::str> {
                #id
            }
            fn json_schema(#generator: &mut #private::SchemaGenerator) -> #private::Schema {
                #private::within(#generator, |#generator| #schema)
            }
            fn _schemars_private_non_optional_json_schema(
                #generator: &mut #private::SchemaGenerator,
            ) -> #private::Schema {
                #private::within_flattened::<Self>(#generator, |#generator| #non_optional)
            }
            fn _schemars_private_is_option() -> bool {
                #twin::_schemars_private_is_option()
            }
        }
    }
}

/// The schema's name and id, and whether it is written where it is used.
///
/// A transparent type passes for its content in all three, so its hints would be lost behind the
/// content's reference: while a contract is built, such a type stands for itself.
fn emit_identity(
    context: &Context,
    twin: &TokenStream,
    has_hints: bool,
) -> (TokenStream, TokenStream, TokenStream) {
    let Context { container, krate, .. } = context;
    let private = quote!(#krate::__private);
    let (name, id, inline) =
        (quote!(#twin::schema_name()), quote!(#twin::schema_id()), quote!(#twin::inline_schema()));
    if !has_hints || !passes_for_content(container) {
        return (name, id, inline);
    }
    let own = container.original.ident.to_string();
    let module = quote!(::core::module_path!());
    (
        quote!(#private::own_name(#own, #name)),
        quote!(#private::own_id(#module, #own, #id)),
        quote!(!#private::is_building() && #inline),
    )
}

fn passes_for_content(container: &Container) -> bool {
    container.serde.transparent() || container.written.find(Origin::Schemars, "with").is_some()
}

fn flattens(container: &Container) -> bool {
    matches!(&container.data, Data::Struct(..) | Data::Enum(_))
        && container.data.all_fields().any(|field| field.serde.flatten())
}
