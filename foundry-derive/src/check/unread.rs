//! Rules of validator and garde that schemars does not read: the contract knows nothing of them.

use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

use super::levels;
use super::sites::{self, Site};
use crate::diag::Diagnostics;
use crate::messages::{Message, unread};
use crate::model::{Container, Origin, Rule, RuleKind};

/// Words of validator that stand beside rules and are none.
const NO_RULES_OF_VALIDATE: [&str; 2] = ["skip", "nested"];
/// Words of garde that stand beside rules and are none.
const NO_RULES_OF_GARDE: [&str; 5] = ["skip", "dive", "rename", "code", "adapt"];
/// Ways of garde to count that agree with JSON Schema, or that are garde's default.
const HARMLESS_MODES: [&str; 2] = ["chars", "simple"];

/// Records every rule that no one would keep to.
pub(super) fn check(container: &Container, diagnostics: &mut Diagnostics) {
    if container.options.check.is_some() {
        return;
    }
    let place = format!("the type `{}`", container.original.ident);
    for (origin, name) in [(Origin::Validate, "schema"), (Origin::Garde, "custom")] {
        if let Some(item) = container.written.find(origin, name) {
            diagnostics.report(&item.key, message(name, &place, origin));
        }
    }
    for site in sites::of(container) {
        check_site(&site, diagnostics);
    }
}

fn check_site(site: &Site, diagnostics: &mut Diagnostics) {
    for level in levels::of(site, None) {
        if level.is_told {
            return;
        }
        for rule in &level.rules {
            check_rule(rule, &level.place, diagnostics);
        }
    }
    let place = format!("field `{}`", site.field.label());
    for attr in &site.field.original.attrs {
        check_unreadable(attr, &place, diagnostics);
    }
}

fn check_rule(rule: &Rule, place: &str, diagnostics: &mut Diagnostics) {
    let key = rule.key.to_string();
    let is_rule = match rule.origin {
        Origin::Validate => !NO_RULES_OF_VALIDATE.contains(&key.as_str()),
        Origin::Garde => !NO_RULES_OF_GARDE.contains(&key.as_str()),
        // What schemars does not read of its own, it refuses itself.
        Origin::Schemars | Origin::Serde => return,
    };
    if matches!(rule.kind, RuleKind::Unread) && is_rule {
        diagnostics.report(&rule.key, message(&key, place, rule.origin));
    }
    for item in &rule.unread {
        let name = item.to_string();
        if !HARMLESS_MODES.contains(&name.as_str()) {
            diagnostics.report(item, message(&name, place, rule.origin));
        }
    }
}

/// garde's `if(…)` is a keyword, so schemars' parser gives up on the whole list that holds it.
fn check_unreadable(attr: &Attribute, place: &str, diagnostics: &mut Diagnostics) {
    let Meta::List(list) = &attr.meta else { return };
    let readable = attr.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).is_ok();
    if readable || !attr.path().is_ident("garde") {
        return;
    }
    let mut tokens = list.tokens.clone().into_iter();
    let Some(keyword) = tokens.find(|token| token.to_string() == "if") else { return };
    let is_alone = list.tokens.clone().into_iter().count() <= 3 && tokens.count() <= 2;
    let message = if is_alone {
        message("if", place, Origin::Garde)
    } else {
        unread::list("garde", place, "if")
    };
    diagnostics.report(keyword.to_token_stream(), message);
}

fn message(rule: &str, place: &str, origin: Origin) -> Message {
    let check = match origin {
        Origin::Validate => "|value: &Self| validator::Validate::validate(value).is_ok()",
        _ => "|value: &Self| garde::Validate::validate(value).is_ok()",
    };
    match schemars_words(rule) {
        Some(words) => unread::rule_with_words(rule, place, check, words),
        None => unread::rule(rule, place, check),
    }
}

/// What says the same, or more, in words that schemars reads.
fn schemars_words(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "exclusive_min" => r#"extend("exclusiveMinimum" = 0)"#,
        "exclusive_max" => r#"extend("exclusiveMaximum" = 100)"#,
        "prefix" => r#"regex(pattern = "^prefix")"#,
        "suffix" => r#"regex(pattern = "suffix$")"#,
        "ascii" | "bytes" | "graphemes" | "utf16" => r#"regex(pattern = "^[ -~]*$")"#,
        "alphanumeric" => r#"regex(pattern = "^[0-9A-Za-z]*$")"#,
        "non_control_character" => r#"regex(pattern = "^[^\\x00-\\x1f]*$")"#,
        "v4" => "ipv4",
        "v6" => "ipv6",
        _ => return None,
    })
}
