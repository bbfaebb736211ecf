//! Attribute lists → their items: `name`, `name = value`, `name(…)`, and schemars' `!name`.

use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Path, Token};

use crate::model::{Item, Origin, Written};

const ORIGINS: [Origin; 4] = [Origin::Schemars, Origin::Validate, Origin::Garde, Origin::Serde];

/// One item of a list, as schemars reads it.
#[derive(Clone)]
#[expect(clippy::large_enum_variant, reason = "few of them live, and not for long")]
pub(crate) enum ListItem {
    /// `!name`.
    Not(Token![!], Path),
    Meta(Meta),
}

impl Origin {
    /// Whose list an attribute is, if it is one of ours.
    pub(crate) fn of_attribute(attr: &Attribute) -> Option<Self> {
        ORIGINS.into_iter().find(|origin| attr.path().is_ident(origin.attribute()))
    }

    /// The name of the attribute.
    pub(crate) fn attribute(self) -> &'static str {
        match self {
            Self::Schemars => "schemars",
            Self::Validate => "validate",
            Self::Garde => "garde",
            Self::Serde => "serde",
        }
    }
}

/// The items of all attributes of one kind; a list that does not parse is left out.
pub(super) fn read_items(attrs: &[Attribute], origin: Origin) -> Vec<ListItem> {
    of_origin(attrs, origin).filter_map(|attr| parse_list(attr).ok()).flatten().collect()
}

/// All attributes of one kind.
pub(super) fn of_origin(attrs: &[Attribute], origin: Origin) -> impl Iterator<Item = &Attribute> {
    attrs.iter().filter(move |attr| attr.path().is_ident(origin.attribute()))
}

/// The items of one attribute.
pub(crate) fn parse_list(attr: &Attribute) -> syn::Result<Punctuated<ListItem, Token![,]>> {
    attr.parse_args_with(Punctuated::parse_terminated)
}

/// The items of every list that the model keeps, in the order of [`Origin`].
pub(super) fn read_written(attrs: &[Attribute]) -> Written {
    let items = ORIGINS.into_iter().flat_map(|origin| {
        read_items(attrs, origin).into_iter().map(move |item| item.into_written(origin))
    });
    Written { items: items.collect() }
}

impl ListItem {
    pub(crate) fn path(&self) -> &Path {
        match self {
            Self::Not(_, path) => path,
            Self::Meta(meta) => meta.path(),
        }
    }

    /// The name, where it is a single word.
    pub(super) fn name(&self) -> Option<String> {
        self.path().get_ident().map(ToString::to_string)
    }

    fn into_written(self, origin: Origin) -> Item {
        Item {
            origin,
            name: self.name().unwrap_or_default(),
            negated: matches!(self, Self::Not(..)),
            key: self.path().clone(),
            tokens: self.to_token_stream(),
            value: match self {
                Self::Meta(Meta::NameValue(pair)) => Some(pair.value),
                _ => None,
            },
        }
    }
}

impl Parse for ListItem {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.peek(Token![!]) {
            Ok(Self::Not(input.parse()?, input.parse()?))
        } else {
            input.parse().map(Self::Meta)
        }
    }
}

impl ToTokens for ListItem {
    fn to_tokens(&self, tokens: &mut proc_macro2::TokenStream) {
        match self {
            Self::Not(not, path) => {
                not.to_tokens(tokens);
                path.to_tokens(tokens);
            }
            Self::Meta(meta) => meta.to_tokens(tokens),
        }
    }
}
