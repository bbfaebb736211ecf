//! Tokens → [`Container`]: reads every attribute, records every mistake of grammar, and goes on.

mod distributions;
mod effective;
mod grammar;
mod items;
mod options;
mod rules;
mod words;

use proc_macro2::Span;
use serde_derive_internals::{Ctxt, Derive, ast};
use syn::{Attribute, DeriveInput, Ident};

pub(crate) use items::{ListItem, parse_list};

use self::grammar::check_grammar;
use self::words::Place;
use crate::diag::Diagnostics;
use crate::messages::types;
use crate::model::{Container, Data, Field, TypeOptions, Variant};

/// Reads the type; `None` where nothing can be said of it beyond the recorded mistakes.
///
/// `effective` is the same item after [`effective_input`].
pub(crate) fn read<'a>(
    original: &'a DeriveInput,
    effective: &'a DeriveInput,
    diagnostics: &mut Diagnostics,
) -> Option<Container<'a>> {
    if let syn::Data::Union(union) = &original.data {
        diagnostics.report(union.union_token, types::union(&original.ident));
        return None;
    }
    let ctxt = Ctxt::new();
    let private = Ident::new("__private", Span::call_site());
    let container = ast::Container::from_ast(&ctxt, effective, Derive::Deserialize, &private);
    if let Err(errors) = ctxt.check() {
        diagnostics.pass_on(errors);
    }
    let container = container?;
    check_grammar(&original.attrs, Place::Type, diagnostics);
    let data = match container.data {
        ast::Data::Struct(style, fields) => {
            let written = match &original.data {
                syn::Data::Struct(data) => data.fields.iter().collect(),
                _ => Vec::new(),
            };
            Data::Struct(style, read_fields(fields, &written, diagnostics))
        }
        ast::Data::Enum(variants) => {
            let written = match &original.data {
                syn::Data::Enum(data) => data.variants.iter().collect(),
                _ => Vec::new(),
            };
            let pairs = variants.into_iter().zip(written);
            Data::Enum(pairs.map(|(variant, of)| read_variant(variant, of, diagnostics)).collect())
        }
    };
    Some(Container {
        original,
        serde: container.attrs,
        data,
        options: options::read_type_options(&original.attrs, diagnostics),
        written: items::read_written(&original.attrs),
    })
}

/// The item with `#[schemars(…)]` items moved over the `#[serde(…)]` items that they replace, so
/// that serde's reader sees what schemars goes by.
pub(crate) fn effective_input(
    original: &DeriveInput,
    diagnostics: &mut Diagnostics,
) -> DeriveInput {
    let mut input = original.clone();
    let mut apply = |attrs: &mut Vec<Attribute>| effective::apply_overrides(attrs, diagnostics);
    apply(&mut input.attrs);
    match &mut input.data {
        syn::Data::Struct(data) => data.fields.iter_mut().for_each(|field| apply(&mut field.attrs)),
        syn::Data::Enum(data) => {
            for variant in &mut data.variants {
                apply(&mut variant.attrs);
                variant.fields.iter_mut().for_each(|field| apply(&mut field.attrs));
            }
        }
        syn::Data::Union(_) => {}
    }
    input
}

/// The options of a type whose mistakes are recorded already, as far as they can be read.
pub(crate) fn read_type_options_again(item: &DeriveInput) -> TypeOptions {
    options::read_type_options(&item.attrs, &mut Diagnostics::default())
}

fn read_variant<'a>(
    variant: ast::Variant<'a>,
    original: &'a syn::Variant,
    diagnostics: &mut Diagnostics,
) -> Variant<'a> {
    let written: Vec<_> = original.fields.iter().collect();
    check_grammar(&original.attrs, Place::Variant, diagnostics);
    Variant {
        original,
        style: variant.style,
        options: options::read_variant_options(&original.attrs, diagnostics),
        written: items::read_written(&original.attrs),
        fields: read_fields(variant.fields, &written, diagnostics),
        serde: variant.attrs,
    }
}

fn read_fields<'a>(
    fields: Vec<ast::Field<'a>>,
    written: &[&'a syn::Field],
    diagnostics: &mut Diagnostics,
) -> Vec<Field<'a>> {
    let pairs = fields.into_iter().zip(written);
    pairs
        .map(|(field, &original)| {
            check_grammar(&original.attrs, Place::Field, diagnostics);
            Field {
                original,
                member: field.member,
                ty: &original.ty,
                serde: field.attrs,
                options: options::read_field_options(&original.attrs, diagnostics),
                rules: rules::read_rules(&original.attrs),
                written: items::read_written(&original.attrs),
            }
        })
        .collect()
}
