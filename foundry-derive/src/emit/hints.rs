//! Hints: how to make values, attached to the schema while a contract is built.
//!
//! They go in by `#[schemars(transform = …)]`, last of all, so that a schema which anybody else
//! asks for never sees them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use serde_derive_internals::attr::TagType;
use syn::{Expr, ExprClosure, Lit, Type};

use super::Context;
use crate::model::{
    Container, Data, Field, Origin, Parameter, Rule, RuleKind, Set, Spread, Style, Variant,
    to_weight,
};
use crate::names;
use crate::shape::Shape;

/// `#[schemars(transform = …)]` for a field of the twin, where there is anything to say.
///
/// The user's own expressions go to `lifted`, functions outside of the schema code: in there, names
/// such as `schema` and `generator` mean schemars' variables.
pub(super) fn emit_field_hints(
    context: &Context,
    field: &Field,
    variant: Option<&Variant>,
    lifted: &mut TokenStream,
) -> Option<TokenStream> {
    // A transparent type must stay transparent for schemars: its hints are attached to the whole.
    if field.is_skipped() || field.serde.transparent() {
        return None;
    }
    let private = private(context);
    let hints = local();
    let mut calls = automatic_calls(context, field);
    if let Some(tag) = tag_around(context.container, variant) {
        calls.extend(quote!(.tag(#tag)));
    }
    let own = own_calls(context, field);
    let mut start = quote!(#hints);
    if !own.is_empty() {
        let name = lifted_name(field, variant);
        lifted.extend(quote! {
            fn #name(#hints: #private::Hints) -> #private::Hints {
                #hints #own
            }
        });
        start = quote!(Self::#name(#hints));
    }
    // What a `required` field inlines is no longer merged with anything.
    let is_required = field.rules.iter().any(|rule| matches!(rule.kind, RuleKind::Required));
    if own.is_empty() && calls.is_empty() && !is_required {
        return None;
    }
    Some(quote!(#[schemars(transform = #private::hints(|#hints| #start #calls))]))
}

/// `|hints| hints.depth(3)…` for the type as a whole, where there is anything to say.
pub(super) fn emit_container_hints(context: &Context) -> Option<TokenStream> {
    let container = context.container;
    let options = &container.options;
    let mut calls = TokenStream::new();
    if let Some(depth) = &options.depth {
        let depth = depth.value;
        calls.extend(quote!(.depth(#depth)));
    }
    if let Some(check) = &options.check {
        let check = &check.value;
        calls.extend(hook_call(context, "check", check));
    }
    if let Some(finish) = &options.finish {
        let finish = &finish.value;
        calls.extend(hook_call(context, "finish", finish));
    }
    if let Data::Enum(variants) = &container.data {
        calls.extend(variant_calls(container, variants));
    }
    if let Some(field) = container.data.all_fields().find(|field| field.serde.transparent()) {
        calls.extend(own_calls(context, field));
        calls.extend(automatic_calls(context, field));
    }
    let hints = local();
    (!calls.is_empty()).then(|| quote!(|#hints| #hints #calls))
}

/// `.check(of::<Self>(), path)`; the parameters of a closure are inferred only where the bound is a
/// plain `Fn`. With its type named at the method, rustc would not underline a path that is none.
fn hook_call(context: &Context, name: &str, hook: &Expr) -> TokenStream {
    let private = private(context);
    let method = match closure_of(hook).map(|closure| closure.inputs.len()) {
        Some(1) => format_ident!("{name}_closure"),
        Some(2) => format_ident!("{name}_drawing"),
        _ => format_ident!("{name}"),
    };
    quote!(.#method(#private::of::<Self>(), #hook))
}

/// One call for each variant that `weight` or `skip` speaks of; for all of them where schemars does
/// not keep their order.
fn variant_calls(container: &Container, variants: &[Variant]) -> TokenStream {
    let readable = variants.iter().filter(|variant| !variant.serde.skip_deserializing());
    let is_split = readable.clone().any(is_described);
    let mut calls = TokenStream::new();
    for (index, variant) in readable.enumerate() {
        let options = &variant.options;
        let mut settings = TokenStream::new();
        if let Some(weight) = &options.weight {
            let weight = weight.value;
            settings.extend(quote!(.weight(#weight)));
        }
        if options.skip.is_some() {
            settings.extend(quote!(.skip()));
        }
        let tagging = names::tagging(container, variant);
        // Whether serde reaches an untagged variant at all is for the plan to find out.
        if !settings.is_empty() || tagging == "untagged" || is_split {
            let name = names::variant_name(variant);
            let hints = local();
            calls.extend(quote!(.variant(#name, #index, #tagging, |#hints| #hints #settings)));
        }
    }
    calls
}

/// Whether schemars writes the variant behind those that have nothing but a name.
fn is_described(variant: &Variant) -> bool {
    let describes = |attr: &syn::Attribute| {
        ["doc", "deprecated", "schemars"].iter().any(|name| attr.path().is_ident(name))
    };
    matches!(variant.style, Style::Unit) && variant.original.attrs.iter().any(describes)
}

/// What the user said with `#[foundry(…)]`.
fn own_calls(context: &Context, field: &Field) -> TokenStream {
    let options = &field.options;
    let mut calls = TokenStream::new();
    if let Some(with) = &options.with {
        let generator = context.self_type.replace(&with.value);
        // The parameter of a closure is inferred only where the bound is a plain `Fn`.
        calls.extend(if closure_of(&with.value).is_some() {
            quote!(.with_closure(#generator))
        } else {
            quote!(.with(#generator))
        });
    }
    if let Some(faker) = &options.faker {
        let name = &faker.value;
        calls.extend(quote!(.faker(#name)));
    }
    if let Some(by) = &options.by {
        let words = &by.value;
        calls.extend(quote!(.by(#words)));
    }
    if let Some(presence) = &options.presence {
        let presence = presence.value;
        calls.extend(quote!(.presence(#presence)));
    }
    if let Some(values) = &options.values {
        for value in &values.value.elems {
            let value = context.self_type.replace(widen_literals(value));
            calls.extend(quote!(.value(&(#value))));
        }
    }
    if let Some(weights) = &options.weights {
        let weights = &weights.value;
        calls.extend(quote!(.weights(&[#(#weights),*])));
    }
    calls.extend(options.unique.as_ref().map(|_| quote!(.unique())));
    calls.extend(options.sequence.as_ref().map(|_| quote!(.sequence())));
    calls.extend(spread_calls(&quote!(distribution), options.distribution.as_ref()));
    calls.extend(spread_calls(&quote!(lengths), options.lengths.as_ref()));
    calls.extend(ascii_calls(&field.rules));
    calls
}

/// `.distribution("normal", &[("mean", 40.0), …])`.
fn spread_calls(method: &TokenStream, spread: Option<&Set<Spread>>) -> TokenStream {
    let Some(Set { value, key, .. }) = spread else { return TokenStream::new() };
    if let (Some(values), Some(weights)) = (value.find("values"), value.find("weights")) {
        let numbers = |parameter: &Parameter| {
            let list = parameter.list.iter().flatten();
            list.map(|(_, number)| number.unwrap_or_default()).collect::<Vec<f64>>()
        };
        let choices = numbers(values).into_iter().zip(numbers(weights));
        let choices = choices.map(|(value, weight)| {
            let weight = to_weight(weight).unwrap_or_default();
            quote!((#value, #weight))
        });
        let key = key.to_string();
        return quote!(.weighted(#key, &[#(#choices),*]));
    }
    let Spread { name, parameters } = value;
    let name = name.to_string();
    let parameters = parameters.iter().map(|parameter| {
        // Those without a number were refused.
        let (key, value) = (parameter.key.to_string(), parameter.number.unwrap_or_default());
        quote!((#key, #value))
    });
    quote!(.#method(#name, &[#(#parameters),*]))
}

/// garde counts the bytes of a text unless it is told to count something else, and a schema counts
/// characters: of ASCII there are as many.
fn ascii_calls(rules: &[Rule]) -> TokenStream {
    let counts_bytes = |rule: &&Rule| {
        rule.origin == Origin::Garde
            && matches!(rule.kind, RuleKind::Length(_))
            && !rule.unread.iter().any(|mode| mode == "chars")
    };
    let here = rules.iter().find(counts_bytes).map(|_| quote!(.ascii()));
    let inner = rules.iter().find_map(|rule| match &rule.kind {
        RuleKind::Inner(inner) => Some(each(ascii_calls(inner))),
        _ => None,
    });
    quote!(#here #inner)
}

fn closure_of(value: &Expr) -> Option<&ExprClosure> {
    match value {
        Expr::Closure(closure) => Some(closure),
        Expr::Paren(paren) => closure_of(&paren.expr),
        Expr::Group(group) => closure_of(&group.expr),
        _ => None,
    }
}

/// A bare `3000000000` would be an `i32` here, which it does not fit.
fn widen_literals(value: &Expr) -> Expr {
    let mut value = value.clone();
    match &mut value {
        Expr::Lit(literal) => {
            if let Lit::Int(integer) = &literal.lit
                && integer.suffix().is_empty()
            {
                let digits = integer.base10_digits();
                let suffix = if digits.parse::<i64>().is_ok() { "i64" } else { "i128" };
                literal.lit =
                    Lit::Int(syn::LitInt::new(&format!("{digits}{suffix}"), integer.span()));
            }
        }
        Expr::Unary(unary) => *unary.expr = widen_literals(&unary.expr),
        Expr::Reference(reference) => *reference.expr = widen_literals(&reference.expr),
        Expr::Array(array) => array.elems.iter_mut().for_each(|item| *item = widen_literals(item)),
        Expr::Tuple(tuple) => tuple.elems.iter_mut().for_each(|item| *item = widen_literals(item)),
        _ => {}
    }
    value
}

/// What the schema does not say and the type does: keys of maps, formats of addresses.
fn automatic_calls(context: &Context, field: &Field) -> TokenStream {
    if field.written.find(Origin::Schemars, "schema_with").is_some() {
        return TokenStream::new();
    }
    let replacement = field
        .written
        .find(Origin::Schemars, "with")
        .or_else(|| field.written.find(Origin::Serde, "with"))
        .and_then(|item| item.value.as_ref());
    match replacement {
        None => type_calls(context, field.ty),
        Some(Expr::Lit(literal)) => match &literal.lit {
            Lit::Str(text) => {
                text.parse().map(|ty: Type| type_calls(context, &ty)).unwrap_or_default()
            }
            _ => TokenStream::new(),
        },
        Some(_) => TokenStream::new(),
    }
}

fn type_calls(context: &Context, ty: &Type) -> TokenStream {
    match Shape::of(ty) {
        Shape::Formatted(format) => quote!(.format(#format)),
        Shape::Option(inner) | Shape::Wrapper(inner) => type_calls(context, inner),
        Shape::Sequence(item) | Shape::Array(item, _) => each(type_calls(context, item)),
        Shape::Map(key, value) => {
            let each = each(type_calls(context, value));
            if is_text(key) {
                return each;
            }
            let private = private(context);
            let calls = type_calls(context, key);
            let key = context.self_type.replace_in_type(key, &context.krate);
            let schema = quote!(#private::key_schema!(#key));
            if calls.is_empty() {
                return quote!(.keys(#schema) #each);
            }
            let hints = local();
            quote! {
                .keys(#schema.map(|schema| #private::attach(schema, |#hints| #hints #calls))) #each
            }
        }
        Shape::Tuple(items) => {
            let items: Vec<_> = items.into_iter().map(|item| type_calls(context, item)).collect();
            if items.iter().all(TokenStream::is_empty) {
                return TokenStream::new();
            }
            let hints = local();
            quote!(#(.item(|#hints| #hints #items))*)
        }
        _ => TokenStream::new(),
    }
}

fn each(calls: TokenStream) -> TokenStream {
    if calls.is_empty() {
        return calls;
    }
    let hints = local();
    quote!(.each(|#hints| #hints #calls))
}

fn is_text(ty: &Type) -> bool {
    match Shape::of(ty) {
        Shape::Text => true,
        Shape::Wrapper(inner) => is_text(inner),
        _ => false,
    }
}

/// The tag beside the fields of another type: an internally tagged variant that holds one.
fn tag_around<'a>(container: &'a Container, variant: Option<&Variant>) -> Option<&'a str> {
    let variant = variant?;
    match container.serde.tag() {
        TagType::Internal { tag }
            if matches!(variant.style, Style::Newtype) && !variant.serde.untagged() =>
        {
            Some(tag)
        }
        _ => None,
    }
}

fn lifted_name(field: &Field, variant: Option<&Variant>) -> Ident {
    let variant = variant.map(|variant| variant.original.ident.to_string()).unwrap_or_default();
    // With its length, for `A { b_c }` is not `A_b { c }`.
    format_ident!(
        "__foundry_{}{}_{}",
        variant.len(),
        variant.trim_start_matches("r#"),
        field.label()
    )
}

fn local() -> Ident {
    Ident::new("hints", Span::mixed_site())
}

fn private(context: &Context) -> TokenStream {
    let krate = &context.krate;
    quote!(#krate::__private)
}
