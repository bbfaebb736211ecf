//! The hidden twin: the same type under another name, with the attributes that schemars reads.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

use super::relocate::{relocate, relocate_ident};
use super::{Context, hints};
use crate::model::{Data, Field, Origin, Style, Variant};
use crate::names;
use crate::read::{ListItem, parse_list};

/// Attributes that reach the schema; all others belong to other derives.
const KEPT: [&str; 6] = ["doc", "deprecated", "schemars", "serde", "validate", "garde"];

/// The name of the twin.
pub(super) fn twin_ident() -> Ident {
    format_ident!("__FoundryTwin")
}

/// ```text
/// use ::foundry::__private::schemars as __foundry_schemars;
/// #[derive(__foundry_schemars::JsonSchema)]
/// #[schemars(crate = "__foundry_schemars")]
/// #[serde(rename = "Order")]
/// struct __FoundryTwin { … }
/// ```
pub(super) fn emit_twin(context: &Context) -> TokenStream {
    let Context { container, krate, self_type, .. } = context;
    let twin = twin_ident();
    let mut generics = context.generics.clone();
    if let Some(bound) = context.invariant_bound() {
        generics.make_where_clause().predicates.push(bound);
    }
    let where_clause = generics.where_clause.as_ref().map(|clause| self_type.replace(clause));
    let attrs = container_attributes(context);
    let mut lifted = TokenStream::new();
    let item = match &container.data {
        Data::Struct(style, fields) => {
            let fields = emit_fields(context, *style, fields, None, &mut lifted);
            if let Style::Struct = style {
                quote!(struct #twin #generics #where_clause #fields)
            } else {
                quote!(struct #twin #generics #fields #where_clause;)
            }
        }
        Data::Enum(variants) => {
            let variants =
                variants.iter().map(|variant| emit_variant(context, variant, &mut lifted));
            let variants: Vec<_> = variants.collect();
            quote!(enum #twin #generics #where_clause { #(#variants),* })
        }
    };
    let lifted = (!lifted.is_empty()).then(|| {
        let (impl_generics, ty_generics, _) = generics.split_for_impl();
        quote!(impl #impl_generics #twin #ty_generics #where_clause { #lifted })
    });
    let serde = serde_alias(context);
    quote! {
        use #krate::__private::schemars as __foundry_schemars;
        #serde
        #[derive(__foundry_schemars::JsonSchema)]
        #attrs
        #item
        #lifted
    }
}

fn emit_variant(context: &Context, variant: &Variant, lifted: &mut TokenStream) -> TokenStream {
    let attrs = kept_attributes(context, &variant.original.attrs);
    let ident = relocate_ident(&variant.original.ident);
    let fields = emit_fields(context, variant.style, &variant.fields, Some(variant), lifted);
    quote!(#attrs #ident #fields)
}

fn emit_fields(
    context: &Context,
    style: Style,
    fields: &[Field],
    variant: Option<&Variant>,
    lifted: &mut TokenStream,
) -> TokenStream {
    let fields = fields.iter().map(|field| {
        let attrs = kept_attributes(context, &field.original.attrs);
        let hints = hints::emit_field_hints(context, field, variant, lifted);
        let name = field.original.ident.as_ref().map(|ident| {
            let ident = relocate_ident(ident);
            quote!(#ident:)
        });
        let ty = relocate(context.self_type.replace_in_type(field.ty, &context.krate));
        quote!(#attrs #hints #name #ty)
    });
    match style {
        Style::Struct => quote!({ #(#fields),* }),
        Style::Tuple | Style::Newtype => quote!((#(#fields),*)),
        Style::Unit => TokenStream::new(),
    }
}

/// The attributes of a field or variant, word for word but for `Self`.
fn kept_attributes(context: &Context, attrs: &[Attribute]) -> TokenStream {
    attrs
        .iter()
        .filter(|attr| is_kept(attr))
        .map(|attr| match Origin::of_attribute(attr) {
            Some(_) => context.self_type.replace_in_attribute(attr.to_token_stream()),
            None => relocate(attr),
        })
        .collect()
}

fn is_kept(attr: &Attribute) -> bool {
    KEPT.iter().any(|kept| attr.path().is_ident(kept))
}

/// The attributes of the type: its name and its default have to be said for another type now.
fn container_attributes(context: &Context) -> TokenStream {
    let Context { container, self_type, .. } = context;
    let name = names::schema_name(container);
    let mut tokens: TokenStream = container
        .original
        .attrs
        .iter()
        .filter(|attr| is_kept(attr))
        .map(|attr| match Origin::of_attribute(attr) {
            Some(Origin::Serde | Origin::Schemars) => {
                let items = parse_list(attr).unwrap_or_default();
                let items = rewrite_items(items, name.is_some(), context);
                let path = attr.path();
                self_type.replace_in_attribute(quote!(#[#path(#(#items),*)]))
            }
            _ => relocate(attr),
        })
        .collect();
    if let Some(name) = name {
        tokens.extend(quote!(#[serde(rename = #name)]));
    }
    if container.written.find(Origin::Schemars, "crate").is_none() {
        // A path as text would lose what `$crate` means in a macro.
        tokens.extend(quote!(#[schemars(crate = "__foundry_schemars")]));
    }
    tokens
}

fn rewrite_items(
    items: Punctuated<ListItem, Token![,]>,
    has_own_name: bool,
    context: &Context,
) -> Vec<TokenStream> {
    let items = items.into_iter().filter(|item| !(has_own_name && item.path().is_ident("rename")));
    items
        .map(|item| match &item {
            // The default of the twin's fields is taken from a value of the type itself.
            ListItem::Meta(Meta::Path(path)) if path.is_ident("default") => {
                let self_type = context.self_type.path();
                let default = quote!(<#self_type>::default).to_string();
                quote!(default = #default)
            }
            _ => item.into_token_stream(),
        })
        .collect()
}

/// schemars writes `serde::Serialize` for defaults under `serialize_with`; under a renamed serde
/// that name has to be made.
fn serde_alias(context: &Context) -> Option<TokenStream> {
    let path = context.container.serde.custom_serde_path()?;
    let mut fields = context.container.data.all_fields();
    fields.any(|field| field.serde.serialize_with().is_some()).then(|| {
        let serde = Ident::new("serde", Span::call_site());
        quote!(use #path as #serde;)
    })
}
