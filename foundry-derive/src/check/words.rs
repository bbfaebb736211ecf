//! A rule that schemars does not read → words of schemars' own that say the same, or more.

use proc_macro2::{TokenStream, TokenTree};
use syn::LitStr;

use crate::model::{Origin, Written};
use crate::ty::show;

/// Words to paste into `#[schemars(…)]`.
pub(super) struct Words {
    pub(super) text: String,
    /// Whether they say what the text looks like, as any pattern or format does.
    pub(super) describe_text: bool,
}

/// What would say the same as the rule `name`, written among `written`, `depth` lists deep.
pub(super) fn words_of_schemars(name: &str, written: &Written, depth: usize) -> Option<Words> {
    let value = || {
        let items = written.items.iter().filter(|item| item.origin != Origin::Schemars);
        items.into_iter().find_map(|item| value_of(name, item.tokens.clone()))
    };
    let part = || {
        let part = syn::parse2::<LitStr>(value()?).ok()?;
        // A hyphen means something only in a class.
        Some(regex_syntax::escape(&part.value()).replace(r"\-", "-"))
    };
    let pattern = |pattern: &str| {
        let hashes = if pattern.contains('"') { "#" } else { "" };
        let raw = if pattern.contains(['\\', '"']) { "r" } else { "" };
        format!("regex(pattern = {raw}{hashes}\"{pattern}\"{hashes})")
    };
    let (mut text, describe_text) = match name {
        "exclusive_min" => (format!(r#"extend("exclusiveMinimum" = {})"#, show(value()?)), false),
        "exclusive_max" => (format!(r#"extend("exclusiveMaximum" = {})"#, show(value()?)), false),
        "prefix" => (pattern(&format!("^{}", part()?)), true),
        "suffix" => (pattern(&format!("{}$", part()?)), true),
        // Each character of ASCII is one byte, one grapheme and one unit of UTF-16.
        "ascii" | "bytes" | "graphemes" | "utf16" => (pattern("^[ -~]*$"), true),
        "alphanumeric" => (pattern("^[0-9A-Za-z]*$"), true),
        "non_control_character" => (pattern(r"^[^\x00-\x1f\x7f]*$"), true),
        "v4" => ("ipv4".to_owned(), true),
        "v6" => ("ipv6".to_owned(), true),
        _ => return None,
    };
    if depth > 0 && !describe_text {
        // `extend` reaches the list alone, not its elements.
        return None;
    }
    for _ in 0..depth {
        text = format!("inner({text})");
    }
    Some(Words { text, describe_text })
}

/// The tokens behind `name =`, or inside `name(…)`, at any depth.
fn value_of(name: &str, tokens: TokenStream) -> Option<TokenStream> {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if word == name => match tokens.next()? {
                TokenTree::Group(group) => return Some(group.stream()),
                TokenTree::Punct(equals) if equals.as_char() == '=' => {
                    let is_comma = |token: &TokenTree| token.to_string() == ",";
                    return Some(tokens.take_while(|token| !is_comma(token)).collect());
                }
                _ => {}
            },
            TokenTree::Group(group) => {
                if let Some(found) = value_of(name, group.stream()) {
                    return Some(found);
                }
            }
            _ => {}
        }
    }
    None
}
