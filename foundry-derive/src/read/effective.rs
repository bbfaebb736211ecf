//! `#[schemars(…)]` over `#[serde(…)]`: the attributes that the schema really goes by.
//!
//! Where schemars differs from serde on purpose, its word counts: `#[schemars(rename = "x")]`
//! replaces `#[serde(rename = "y")]`, and `#[schemars(!flatten)]` takes `#[serde(flatten)]` back.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::{Attribute, parse_quote};

use super::items::{ListItem, of_origin, parse_list};
use crate::diag::Diagnostics;
use crate::messages::grammar;
use crate::model::Origin;

/// The words of `#[schemars(…)]` that stand for the serde attribute of the same name.
pub(super) const SHARED: [&str; 18] = [
    "rename",
    "rename_all",
    "rename_all_fields",
    "deny_unknown_fields",
    "tag",
    "content",
    "untagged",
    "default",
    "skip",
    "skip_serializing",
    "skip_serializing_if",
    "skip_deserializing",
    "flatten",
    "remote",
    "transparent",
    "into",
    "from",
    "try_from",
];

/// Rewrites the serde attributes in place; schemars' own stay, as the twin needs them.
pub(super) fn apply_overrides(attrs: &mut Vec<Attribute>, diagnostics: &mut Diagnostics) {
    let mut overrides = Vec::new();
    let mut replaced = BTreeSet::new();
    for attr in of_origin(attrs, Origin::Schemars) {
        let list = match parse_list(attr) {
            Ok(list) => list,
            Err(error) => {
                diagnostics.report_each(error, |why| grammar::unreadable("schemars", why));
                continue;
            }
        };
        for item in list {
            let Some(name) = item.name() else { continue };
            match item {
                ListItem::Not(..) => {
                    replaced.insert(name);
                }
                ListItem::Meta(meta) if is_shared(&name) => {
                    if name == "skip" {
                        replaced.extend(["skip_serializing".into(), "skip_deserializing".into()]);
                    }
                    replaced.insert(name);
                    overrides.push(meta);
                }
                ListItem::Meta(_) => {}
            }
        }
    }
    if replaced.is_empty() {
        return;
    }
    for attr in attrs.iter_mut().filter(|attr| attr.path().is_ident("serde")) {
        // A list that does not parse stays: serde's reader says what is wrong with it.
        let Ok(list) = parse_list(attr) else { continue };
        let kept = list.into_iter().filter(|item| !is_replaced(item, &replaced));
        let kept = kept.map(ToTokens::into_token_stream);
        *attr = parse_quote!(#[serde(#(#kept),*)]);
    }
    if !overrides.is_empty() {
        attrs.push(parse_quote!(#[serde(#(#overrides),*)]));
    }
}

fn is_shared(name: &str) -> bool {
    // `bound` is schemars' own in either place: a serde bound is about other traits.
    SHARED.contains(&name)
}

fn is_replaced(item: &ListItem, replaced: &BTreeSet<String>) -> bool {
    item.name().is_some_and(|name| replaced.contains(&name))
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    fn effective(mut attrs: Vec<Attribute>) -> String {
        let mut diagnostics = Diagnostics::default();
        apply_overrides(&mut attrs, &mut diagnostics);
        assert!(diagnostics.is_empty());
        attrs.retain(|attr| attr.path().is_ident("serde"));
        quote!(#(#attrs)*).to_string()
    }

    #[test]
    fn schemars_words_replace_serdes() {
        let attrs = vec![
            parse_quote!(#[serde(rename = "a", default)]),
            parse_quote!(#[schemars(rename = "b", length(min = 1), !default)]),
        ];
        assert_eq!(effective(attrs), quote!(#[serde()] #[serde(rename = "b")]).to_string());
    }

    #[test]
    fn a_schemars_skip_replaces_one_sided_skips() {
        let attrs = vec![
            parse_quote!(#[serde(skip_serializing, alias = "z")]),
            parse_quote!(#[schemars(skip)]),
        ];
        assert_eq!(effective(attrs), quote!(#[serde(alias = "z")] #[serde(skip)]).to_string());
    }
}
