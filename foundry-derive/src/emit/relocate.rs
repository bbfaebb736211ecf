//! Tokens of the user's → tokens of this macro that show the user's place in messages.
//!
//! Lints go by where a token comes from: no lint fires in what a macro of another crate wrote, and
//! nothing has to be allowed, which `forbid` would refuse. Names mean the same in either case.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{DeriveInput, Generics, Ident};

/// The same tokens, as if written by this macro at the same place.
pub(super) fn relocate(tokens: impl ToTokens) -> TokenStream {
    tokens.into_token_stream().into_iter().map(relocate_token).collect()
}

/// The name of the item.
pub(super) fn relocate_ident(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(relocate_span(ident.span()));
    ident
}

/// The parameters of the item and their bounds.
pub(super) fn relocate_generics(item: &DeriveInput) -> Generics {
    let parse = || {
        let where_clause = &item.generics.where_clause;
        syn::Result::Ok(Generics {
            where_clause: syn::parse2(relocate(where_clause))?,
            ..syn::parse2(relocate(&item.generics))?
        })
    };
    // What was parsed once parses again; where it does not, only lints may notice.
    parse().unwrap_or_else(|_| item.generics.clone())
}

fn relocate_token(mut token: TokenTree) -> TokenTree {
    if let TokenTree::Group(group) = &token {
        let mut relocated = Group::new(group.delimiter(), relocate(group.stream()));
        relocated.set_span(relocate_span(group.span()));
        return relocated.into();
    }
    // `$crate` means the crate of the macro that it was written in, which only its span knows.
    let is_bound_to_place = matches!(&token, TokenTree::Ident(ident) if ident == "$crate");
    if !is_bound_to_place {
        token.set_span(relocate_span(token.span()));
    }
    token
}

fn relocate_span(span: Span) -> Span {
    Span::call_site().located_at(span)
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn parameters_and_bounds_stay_what_they_are() {
        let item: DeriveInput = parse_quote! {
            struct Item<'a: 'b, 'b, T: Clone = u8, const N: usize>(&'a T) where T: Into<String>;
        };
        let generics = relocate_generics(&item);
        assert_eq!(generics, item.generics);
    }
}
