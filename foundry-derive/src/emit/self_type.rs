//! `Self` → the type itself, in types, expressions, and the paths inside attribute texts.

use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{DeriveInput, GenericParam, LitStr};

/// Attribute words whose text is a path, a type or a bound.
const CODE_WORDS: [&str; 16] = [
    "bound",
    "default",
    "deserialize_with",
    "equal",
    "from",
    "getter",
    "into",
    "max",
    "min",
    "path",
    "schema_with",
    "serialize_with",
    "skip_serializing_if",
    "try_from",
    "with",
    "remote",
];

/// The type under the derive, as the twin must name it.
pub(super) struct SelfType {
    ident: Ident,
    /// `::<'a, T, N>`, or nothing.
    arguments: TokenStream,
    has_type_params: bool,
}

impl SelfType {
    pub(super) fn of(item: &DeriveInput) -> Self {
        let arguments = item.generics.params.iter().map(|param| match param {
            GenericParam::Lifetime(param) => param.lifetime.to_token_stream(),
            GenericParam::Type(param) => param.ident.to_token_stream(),
            GenericParam::Const(param) => param.ident.to_token_stream(),
        });
        Self {
            ident: item.ident.clone(),
            arguments: if item.generics.params.is_empty() {
                TokenStream::new()
            } else {
                quote!(::<#(#arguments),*>)
            },
            has_type_params: item.generics.type_params().next().is_some(),
        }
    }

    /// The type, good in types and in expressions: `Tree::<T>`.
    pub(super) fn path(&self) -> TokenStream {
        let Self { ident, arguments, .. } = self;
        quote!(#ident #arguments)
    }

    /// `Self` in an expression, a bound, or an attribute.
    pub(super) fn replace(&self, tokens: impl ToTokens) -> TokenStream {
        replace(tokens.into_token_stream(), &|word| {
            let ident = self.ident_at(word);
            let arguments = &self.arguments;
            quote!(#ident #arguments)
        })
    }

    /// `Self` in the type of a field.
    ///
    /// schemars takes every parameter in sight for one that needs `JsonSchema` and belongs into the
    /// name of the schema; it does not look into macros, as it does not look into `Self`.
    pub(super) fn replace_in_type(&self, ty: impl ToTokens, krate: &TokenStream) -> TokenStream {
        if !self.has_type_params {
            return self.replace(ty);
        }
        replace(ty.into_token_stream(), &|word| {
            let ident = self.ident_at(word);
            let arguments = &self.arguments;
            quote!(#krate::__private::the_type!(#ident #arguments))
        })
    }

    /// `Self` in attribute tokens, also inside texts such as `default = "Self::three"`.
    pub(super) fn replace_in_attribute(&self, tokens: TokenStream) -> TokenStream {
        self.replace(self.replace_in_texts(tokens, false))
    }

    fn replace_in_texts(&self, tokens: TokenStream, inside_code_word: bool) -> TokenStream {
        let mut is_code = inside_code_word;
        tokens
            .into_iter()
            .map(|token| match token {
                TokenTree::Ident(word) => {
                    is_code = inside_code_word || CODE_WORDS.iter().any(|code| word == *code);
                    TokenTree::Ident(word)
                }
                TokenTree::Group(group) => {
                    let stream = self.replace_in_texts(group.stream(), is_code);
                    regroup(&group, stream)
                }
                TokenTree::Literal(literal) if is_code => self.replace_in_text(literal),
                TokenTree::Punct(punct) => {
                    if punct.as_char() == ',' {
                        is_code = inside_code_word;
                    }
                    TokenTree::Punct(punct)
                }
                other @ TokenTree::Literal(_) => other,
            })
            .collect()
    }

    fn replace_in_text(&self, literal: Literal) -> TokenTree {
        let span = literal.span();
        let text = syn::parse2::<LitStr>(TokenTree::from(literal.clone()).into());
        let Ok(code) = text.and_then(|text| text.parse::<TokenStream>()) else {
            return literal.into();
        };
        if !mentions_self(&code) {
            return literal.into();
        }
        let mut replaced = Literal::string(&self.replace(code).to_string());
        replaced.set_span(span);
        replaced.into()
    }

    fn ident_at(&self, word: &Ident) -> Ident {
        let mut ident = self.ident.clone();
        ident.set_span(word.span());
        ident
    }
}

fn replace(tokens: TokenStream, by: &impl Fn(&Ident) -> TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Ident(word) if word == "Self" => by(&word),
            TokenTree::Group(group) => {
                TokenStream::from(regroup(&group, replace(group.stream(), by)))
            }
            other => other.into(),
        })
        .collect()
}

fn mentions_self(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == "Self",
        TokenTree::Group(group) => mentions_self(&group.stream()),
        _ => false,
    })
}

fn regroup(group: &Group, stream: TokenStream) -> TokenTree {
    let mut new = Group::new(group.delimiter(), stream);
    new.set_span(group.span());
    new.into()
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    fn self_type() -> SelfType {
        let item: DeriveInput = parse_quote!(
            struct Tree<'a, T, const N: usize>(&'a [T; N]);
        );
        SelfType::of(&item)
    }

    #[test]
    fn self_becomes_the_type_with_its_parameters() {
        let replaced = self_type().replace(quote!(Vec<Option<(Self, u8)>>));
        assert_eq!(replaced.to_string(), quote!(Vec<Option<(Tree::<'a, T, N>, u8)>>).to_string());
    }

    #[test]
    fn self_in_a_field_hides_the_parameters_from_schemars() {
        let replaced = self_type().replace_in_type(quote!(Box<Self>), &quote!(::foundry));
        assert_eq!(
            replaced.to_string(),
            quote!(Box<::foundry::__private::the_type!(Tree::<'a, T, N>)>).to_string()
        );
    }

    #[test]
    fn only_texts_that_are_code_are_rewritten() {
        let item: DeriveInput = parse_quote!(
            struct Node;
        );
        let replaced = SelfType::of(&item).replace_in_attribute(quote!(
            default = "Self::three",
            rename = "Self",
            bound(serialize = "Self: Clone"),
            regex(pattern = "Self"),
            example = Self::new()
        ));
        assert_eq!(
            replaced.to_string(),
            quote!(
                default = "Node :: three",
                rename = "Self",
                bound(serialize = "Node : Clone"),
                regex(pattern = "Self"),
                example = Node::new()
            )
            .to_string()
        );
    }
}
