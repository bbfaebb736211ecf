//! Rules of validator and garde that schemars does not read: the contract knows nothing of them.

use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Meta, Token};

use super::levels::{self, Level};
use super::sites::{self, Site};
use super::words::words_of_schemars;
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
            diagnostics.report(&item.key, message(name, &place, origin, None));
        }
    }
    for site in sites::of(container) {
        check_site(&site, diagnostics);
    }
}

fn check_site(site: &Site, diagnostics: &mut Diagnostics) {
    let levels = levels::of(site, None);
    if levels.iter().any(|level| level.is_told) {
        return;
    }
    for (depth, level) in levels.iter().enumerate() {
        // The author says in schemars' words what the text looks like.
        let is_described = level.rules.iter().any(|rule| {
            rule.origin == Origin::Schemars
                && matches!(rule.kind, RuleKind::Pattern(_) | RuleKind::Format)
        });
        for rule in level.rules.iter().filter(|rule| is_foreign(rule)) {
            let unread = matches!(rule.kind, RuleKind::Unread).then_some(&rule.key);
            for word in unread.into_iter().chain(&rule.unread) {
                check_word(site, level, (rule, word), (depth, is_described), diagnostics);
            }
        }
    }
    let place = format!("field `{}`", site.field.label());
    for attr in &site.field.original.attrs {
        check_unreadable(attr, &place, diagnostics);
    }
}

fn check_word(
    site: &Site,
    level: &Level,
    (rule, word): (&Rule, &Ident),
    (depth, is_described): (usize, bool),
    diagnostics: &mut Diagnostics,
) {
    let name = word.to_string();
    let is_none = match rule.origin {
        Origin::Validate => NO_RULES_OF_VALIDATE.contains(&name.as_str()),
        _ => NO_RULES_OF_GARDE.contains(&name.as_str()) || HARMLESS_MODES.contains(&name.as_str()),
    };
    if is_none {
        return;
    }
    let words = words_of_schemars(&name, &site.field.written, depth);
    if words.as_ref().is_some_and(|words| words.describe_text && is_described) {
        return;
    }
    let words = words.map(|words| words.text);
    diagnostics.report(word, message(&name, &level.place, rule.origin, words.as_deref()));
}

fn is_foreign(rule: &Rule) -> bool {
    // What schemars does not read of its own, it refuses itself.
    matches!(rule.origin, Origin::Validate | Origin::Garde)
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
    // `if`, its parentheses, and perhaps a comma.
    let is_alone = list.tokens.clone().into_iter().count() <= 3;
    let message = if is_alone {
        message("if", place, Origin::Garde, None)
    } else {
        unread::list("garde", place, "if")
    };
    diagnostics.report(keyword.to_token_stream(), message);
}

fn message(rule: &str, place: &str, origin: Origin, words: Option<&str>) -> Message {
    let check = match origin {
        Origin::Validate => "|value: &Self| validator::Validate::validate(value).is_ok()",
        _ => "|value: &Self| garde::Validate::validate(value).is_ok()",
    };
    match words {
        Some(words) => unread::rule_with_words(rule, place, check, words),
        None => unread::rule(rule, place, check),
    }
}
