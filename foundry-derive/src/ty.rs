//! A type's tokens → what its JSON is, where that is certain enough to refuse something.
//!
//! [`Shape`] goes by the last word of a path; a refusal wants more. Here a path counts only as one
//! word or under the crate that the word belongs to, and words that programs often use for types of
//! their own (`Url`, `Version`, `Path`) count only under it.
//!
//! What is still wrong: a program's own `struct String` looks like text (false positive), and
//! `type Name = String`, `use std::string::String as Text` and `my::String` are not seen through
//! (false negatives), except that [`Kind::Own`] takes `Name` for a struct or an enum.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericParam, Generics, PathArguments, Type, TypePath};

use crate::shape::Shape;

/// What is known of a type, behind every `Option`, `Box` and other wrapper.
pub(crate) struct Guess<'a> {
    /// Whether the type is an `Option`, also inside a wrapper.
    pub(crate) optional: bool,
    /// The type without its wrappers.
    pub(crate) ty: &'a Type,
    pub(crate) kind: Kind<'a>,
}

/// What the JSON of a type is.
#[derive(Clone)]
pub(crate) enum Kind<'a> {
    Bool,
    Char,
    Integer {
        min: i128,
        max: Option<i128>,
        nonzero: bool,
    },
    Float,
    Text,
    List(&'a Type),
    Array(&'a Type, &'a syn::Expr),
    Tuple(Vec<&'a Type>),
    Map(&'a Type, &'a Type),
    Unit,
    /// One word in UpperCamelCase that no library is known for: a struct or an enum of the program.
    ///
    /// False positives: `type Age = u8` and a type whose schema is `inline`. False negatives:
    /// `models::Age`, `Age<T>`, `AGE`, and everything in [`FOREIGN`].
    Own,
    Unknown,
}

/// Where a word means the type that everyone knows.
const ROOTS: [&str; 7] = ["std", "core", "alloc", "indexmap", "smallvec", "arrayvec", "smol_str"];

/// Words of well-known libraries that are also good names for a type of one's own: never judged.
const FOREIGN: [&str; 32] = [
    "BigDecimal",
    "Bytes",
    "BytesMut",
    "Date",
    "DateTime",
    "Decimal",
    "Either",
    "Instant",
    "Map",
    "Month",
    "NaiveDate",
    "NaiveDateTime",
    "NaiveTime",
    "Number",
    "Offset",
    "Path",
    "PhantomData",
    "RawValue",
    "SignedDuration",
    "Span",
    "Time",
    "TimeDelta",
    "TimeZone",
    "Timestamp",
    "Ulid",
    "Url",
    "Uuid",
    "Value",
    "Version",
    "VersionReq",
    "Weekday",
    "Zoned",
];

impl<'a> Guess<'a> {
    /// What `ty` is, in a program whose type has these parameters.
    pub(crate) fn of(ty: &'a Type, generics: &Generics) -> Self {
        let unknown = |ty| Self { optional: false, ty, kind: Kind::Unknown };
        let ty = ungroup(ty);
        if let Type::Path(path) = ty {
            if is_parameter(path, generics) || !is_known_place(path) {
                return unknown(ty);
            }
            if path.path.is_ident("Path") {
                return unknown(ty);
            }
        }
        let kind = match Shape::of(ty) {
            Shape::Option(inner) => return Self { optional: true, ..Self::of(inner, generics) },
            Shape::Wrapper(inner) => return Self::of(inner, generics),
            Shape::Bool => Kind::Bool,
            Shape::Char => Kind::Char,
            Shape::Integer { min, max } => Kind::Integer { min, max, nonzero: is_nonzero(ty) },
            Shape::Float => Kind::Float,
            Shape::Text | Shape::Formatted(_) => Kind::Text,
            Shape::Sequence(item) => Kind::List(item),
            Shape::Array(item, length) => Kind::Array(item, length),
            Shape::Tuple(items) if items.is_empty() => Kind::Unit,
            Shape::Tuple(items) => Kind::Tuple(items),
            Shape::Map(key, value) => Kind::Map(key, value),
            Shape::Other => of_other(ty),
        };
        Self { optional: false, ty, kind }
    }
}

impl Kind<'_> {
    /// How messages call it, where they can.
    pub(crate) fn noun(&self) -> Option<&'static str> {
        Some(match self {
            Self::Bool => "true or false",
            Self::Char => "a character",
            Self::Integer { .. } | Self::Float => "a number",
            Self::Text => "text",
            Self::List(_) | Self::Array(..) => "a list",
            Self::Tuple(_) => "a tuple",
            Self::Map(..) => "a map",
            Self::Unit => "nothing but `null`",
            Self::Own | Self::Unknown => return None,
        })
    }
}

/// The tokens as a reader would write them: `Box<dyn Fn(u8) -> u8>`.
pub(crate) fn show(tokens: impl ToTokens) -> String {
    let mut text = String::new();
    write_tokens(tokens.into_token_stream(), &mut text);
    text
}

fn write_tokens(tokens: TokenStream, text: &mut String) {
    let is_word = |last: char| last.is_alphanumeric() || last == '_';
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{ ", " }"),
                    Delimiter::None => ("", ""),
                };
                if open == "[" && text.ends_with(is_word) {
                    text.push(' ');
                }
                text.push_str(open);
                write_tokens(group.stream(), text);
                text.truncate(text.trim_end().len());
                text.push_str(close);
            }
            TokenTree::Punct(punct) => match punct.as_char() {
                separator @ (',' | ';') => text.extend([separator, ' ']),
                operator @ ('+' | '=') => text.extend([' ', operator, ' ']),
                '-' if punct.spacing() == Spacing::Joint => text.push_str(" -"),
                '>' if text.ends_with('-') => text.push_str("> "),
                '\'' if text.ends_with(is_word) => text.push_str(" '"),
                other => text.push(other),
            },
            word => {
                if text.ends_with(|last| is_word(last) || last == '>') {
                    text.push(' ');
                }
                text.push_str(&word.to_string());
            }
        }
    }
}

/// The type without parentheses, and without the groups that `macro_rules` leaves.
pub(crate) fn ungroup(mut ty: &Type) -> &Type {
    loop {
        ty = match ty {
            Type::Group(group) => &group.elem,
            Type::Paren(paren) => &paren.elem,
            _ => return ty,
        };
    }
}

fn is_parameter(path: &TypePath, generics: &Generics) -> bool {
    let Some(first) = path.path.segments.first() else { return false };
    generics.params.iter().any(|param| match param {
        GenericParam::Type(param) => param.ident == first.ident,
        _ => false,
    })
}

fn is_known_place(path: &TypePath) -> bool {
    let segments = &path.path.segments;
    path.qself.is_none()
        && (segments.len() == 1
            || segments.first().is_some_and(|first| ROOTS.iter().any(|root| first.ident == root)))
}

fn is_nonzero(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|last| last.ident.to_string().starts_with("NonZero"))
}

fn of_other<'a>(ty: &Type) -> Kind<'a> {
    let Type::Path(path) = ty else { return Kind::Unknown };
    let Some(segment) = path.path.segments.last() else { return Kind::Unknown };
    let name = segment.ident.to_string();
    match name.as_str() {
        "Ipv4Addr" | "Ipv6Addr" | "IpAddr" | "Path" => return Kind::Text,
        "AtomicBool" => return Kind::Bool,
        _ if name.starts_with("Atomic") => return Kind::Unknown,
        _ => {}
    }
    let camel = name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
    let plain = path.path.segments.len() == 1 && matches!(segment.arguments, PathArguments::None);
    if plain && camel && !FOREIGN.contains(&name.as_str()) { Kind::Own } else { Kind::Unknown }
}

#[cfg(test)]
mod tests {
    use syn::{DeriveInput, parse_quote, parse_str};

    use super::*;

    fn describe(ty: &Type, generics: &Generics) -> String {
        let guess = Guess::of(ty, generics);
        let kind = match guess.kind {
            Kind::Bool => "bool".into(),
            Kind::Char => "char".into(),
            Kind::Integer { min, nonzero, .. } => {
                format!("{}{min}..", if nonzero { "nonzero " } else { "" })
            }
            Kind::Float => "float".into(),
            Kind::Text => "text".into(),
            Kind::List(item) => format!("[{}]", describe(item, generics)),
            Kind::Array(item, length) => {
                format!("[{}; {}]", describe(item, generics), show(length))
            }
            Kind::Tuple(items) => format!("tuple of {}", items.len()),
            Kind::Map(key, value) => {
                format!("{}->{}", describe(key, generics), describe(value, generics))
            }
            Kind::Unit => "unit".into(),
            Kind::Own => format!("own {}", show(guess.ty)),
            Kind::Unknown => "?".into(),
        };
        if guess.optional { format!("option {kind}") } else { kind }
    }

    #[test]
    fn types_are_known_where_their_words_can_mean_nothing_else() {
        let input: DeriveInput = parse_quote!(
            struct S<T, Item>(T, Item);
        );
        for (ty, kind) in [
            ("Option<Box<u8>>", "option 0.."),
            ("Box<Option<String>>", "option text"),
            ("std::num::NonZeroU8", "nonzero 1.."),
            ("::std::vec::Vec<char>", "[char]"),
            ("Cow<'a, [f32]>", "[float]"),
            ("[[bool; 2]; N]", "[[bool; 2]; N]"),
            ("HashMap<IpAddr, ()>", "text->unit"),
            ("(u8, String)", "tuple of 2"),
            ("Age", "own Age"),
            ("Vec<Option<Age>>", "[option own Age]"),
            ("T", "?"),
            ("Item", "?"),
            ("T::Item", "?"),
            ("models::Age", "?"),
            ("my::String", "?"),
            ("Age<u8>", "?"),
            ("ID", "?"),
            ("Url", "?"),
            ("Path", "?"),
            ("Box<Path>", "?"),
            ("<u8 as Trait>::Age", "?"),
        ] {
            assert_eq!(describe(&parse_str(ty).unwrap(), &input.generics), kind, "{ty}");
        }
    }

    #[test]
    fn types_are_shown_as_they_are_written() {
        for ty in [
            "Box<dyn Fn(u8, &'a str) -> Vec<u8> + Send>",
            "Option<&'static mut [u8; 4]>",
            "*const std::ffi::c_void",
            "HashMap<String, (u8, ())>",
            "for<'a> fn(&'a str) -> bool",
            "<T as Iterator>::Item",
            "[u8; N + 1]",
        ] {
            let parsed: Type = parse_str(ty).unwrap();
            assert_eq!(show(&parsed), ty);
        }
    }
}
