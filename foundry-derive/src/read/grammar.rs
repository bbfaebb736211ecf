//! The grammar of `#[schemars(…)]`, and of what schemars reads in `#[validate]` and `#[garde]`.
//!
//! schemars would refuse the same, but only in the hidden twin: too late for a fallback.

use std::collections::{BTreeMap, BTreeSet};

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, Path, Token, Type};

use super::effective::SHARED;
use super::items::{ListItem, read_items};
use super::words::{Form, Place, Word, find_word, words_of};
use crate::diag::Diagnostics;
use crate::messages::grammar as messages;
use crate::model::Origin;
use crate::suggest;
use crate::ty::show;

/// Records what schemars would not take.
pub(super) fn check_grammar(attrs: &[Attribute], place: Place, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeMap::new();
    check_negations(attrs, diagnostics);
    check_items(
        read_items(attrs, Origin::Schemars),
        Origin::Schemars,
        place,
        &mut seen,
        diagnostics,
    );
    if place == Place::Field {
        for origin in [Origin::Validate, Origin::Garde] {
            check_items(
                read_items(attrs, origin),
                origin,
                place,
                &mut BTreeMap::new(),
                diagnostics,
            );
        }
    }
}

/// `!flatten` needs a `#[serde(flatten)]` to take back.
fn check_negations(attrs: &[Attribute], diagnostics: &mut Diagnostics) {
    let serde: BTreeSet<_> =
        read_items(attrs, Origin::Serde).iter().filter_map(ListItem::name).collect();
    let items = read_items(attrs, Origin::Schemars);
    let said: BTreeSet<_> = items
        .iter()
        .filter(|item| matches!(item, ListItem::Meta(_)))
        .filter_map(ListItem::name)
        .collect();
    let mut taken_back = BTreeSet::new();
    for item in &items {
        let (ListItem::Not(..), Some(name)) = (item, item.name()) else { continue };
        if said.contains(&name) {
            let (one, other) = (format!("!{name}"), name.as_str());
            diagnostics.report(item, messages::conflict(&one, other));
            for said in items.iter().filter(|said| matches!(said, ListItem::Meta(_))) {
                if said.name().as_deref() == Some(other) {
                    diagnostics.report(said.path(), messages::conflict(other, &one));
                }
            }
        } else if !serde.contains(&name) {
            diagnostics.report(item, messages::needless_negation(&name));
        } else if !taken_back.insert(name.clone()) {
            diagnostics.report(item, messages::twice(&format!("!{name}")));
        }
    }
}

fn check_items(
    items: impl IntoIterator<Item = ListItem>,
    origin: Origin,
    place: Place,
    seen: &mut BTreeMap<&'static str, Path>,
    diagnostics: &mut Diagnostics,
) {
    for item in items {
        let ListItem::Meta(meta) = item else { continue };
        let Some(name) = meta.path().get_ident().map(ToString::to_string) else {
            continue;
        };
        let Some(word) = find_word(&name, place, origin) else {
            if origin == Origin::Schemars && !SHARED.contains(&name.as_str()) && name != "bound" {
                report_unknown(&meta, &name, place, diagnostics);
            }
            continue;
        };
        // Among `with` and `schema_with`, and among `pattern`, `regex` and `contains`, one is enough.
        if origin == Origin::Schemars && !word.repeats {
            if let Some(first) = seen.get(word.group) {
                report_second(first, meta.path(), diagnostics);
                continue;
            }
            seen.insert(word.group, meta.path().clone());
        }
        check_form(&meta, word, origin, diagnostics);
    }
}

/// Records a word that is taken already, by itself or by one of its group.
fn report_second(first: &Path, second: &Path, diagnostics: &mut Diagnostics) {
    let (one, other) = (show(first), show(second));
    if one == other {
        diagnostics.report(second, messages::twice(&other));
        return;
    }
    diagnostics.report(first, messages::conflict(&one, &other));
    diagnostics.report(second, messages::conflict(&other, &one));
}

fn report_unknown(meta: &Meta, name: &str, place: Place, diagnostics: &mut Diagnostics) {
    if let Some(other) = Place::ALL.into_iter().find(|other| words_of(*other).contains(&name)) {
        let (here, there) = (place.word(), other.word());
        diagnostics.report(meta.path(), messages::misplaced(name, there, here));
        return;
    }
    let mut known = words_of(place);
    known.extend(SHARED);
    let help = suggest::help_for_unknown(name, &known);
    diagnostics.report(meta.path(), messages::unknown(name, place.word(), help));
}

fn check_form(meta: &Meta, word: &Word, origin: Origin, diagnostics: &mut Diagnostics) {
    let attribute = origin.attribute();
    let fits = match (word.form, meta) {
        (Form::Flag | Form::Format, Meta::Path(_)) => true,
        // validator's own messages may stand inside.
        (Form::Format, Meta::List(_)) => origin == Origin::Validate,
        (Form::Value, Meta::NameValue(pair)) => {
            check_value(word.name, &pair.value, diagnostics);
            true
        }
        (Form::Text | Form::TypeText | Form::PathText, Meta::NameValue(pair)) => {
            match &pair.value {
                Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => {
                    check_text(word, text, diagnostics);
                    true
                }
                _ => false,
            }
        }
        (Form::List, Meta::List(_)) if word.name == "contains" && origin == Origin::Validate => {
            nested(meta, origin, diagnostics).iter().any(|item| item.path().is_ident("pattern"))
        }
        (Form::List, Meta::List(list)) => !list.tokens.is_empty(),
        (Form::Bounds, Meta::List(_)) => {
            check_bounds(meta, word.name, origin, diagnostics);
            true
        }
        (Form::Inner, Meta::List(list)) => {
            let parser = Punctuated::<ListItem, Token![,]>::parse_terminated;
            match list.parse_args_with(parser) {
                Ok(items) => {
                    let seen = &mut BTreeMap::new();
                    check_items(items, origin, Place::Inner, seen, diagnostics);
                }
                Err(error) => {
                    diagnostics.report_each(error, |why| messages::unreadable(attribute, why));
                }
            }
            true
        }
        (Form::Regex, Meta::List(_)) => {
            check_regex(meta, origin, diagnostics);
            true
        }
        _ => false,
    };
    if !fits {
        // What to write depends on the attribute here alone.
        let example = match (word.name, origin) {
            ("contains", Origin::Validate) => r#"contains(pattern = "part")"#,
            _ => word.example,
        };
        diagnostics.report(meta, messages::malformed(word.name, attribute, example));
    }
}

/// schemars keeps two texts for itself that it once took for paths.
fn check_value(name: &str, value: &Expr, diagnostics: &mut Diagnostics) {
    let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = value else { return };
    let written = text.value();
    match name {
        "example" if text.parse::<Path>().is_ok() => {
            diagnostics.report(text, messages::example_like_a_path(&written));
        }
        "transform" if text.parse::<Expr>().is_ok() => {
            diagnostics.report(text, messages::transform_as_text(&written));
        }
        _ => {}
    }
}

fn check_text(word: &Word, text: &LitStr, diagnostics: &mut Diagnostics) {
    let (fits, wanted) = match word.form {
        Form::TypeText => (text.parse::<Type>().is_ok(), "type"),
        Form::PathText => (text.parse::<Path>().is_ok(), "path"),
        _ => return,
    };
    if !fits {
        let (name, written) = (word.name, text.value());
        diagnostics.report(text, messages::no_code(name, wanted, &written, word.example));
    }
}

fn check_bounds(meta: &Meta, name: &str, origin: Origin, diagnostics: &mut Diagnostics) {
    let items = nested(meta, origin, diagnostics);
    let written: Vec<_> = items.iter().filter_map(ListItem::name).collect();
    let mut seen = BTreeSet::new();
    for item in &items {
        let Some(key) = item.name() else { continue };
        let is_bound = matches!(key.as_str(), "min" | "max" | "equal");
        if origin != Origin::Schemars && !is_bound {
            continue;
        }
        if !is_bound {
            let help = suggest::help_for_unknown(&key, &["min", "max", "equal"]);
            diagnostics.report(item.path(), messages::unknown_bound(&key, name, help));
        } else if !matches!(item, ListItem::Meta(Meta::NameValue(_))) {
            diagnostics.report(item, messages::bound_without_value(&key, name));
        } else if origin == Origin::Schemars && !seen.insert(key.clone()) {
            diagnostics.report(item, messages::twice(&key));
        } else if origin == Origin::Schemars && written.contains(&"equal".to_owned()) {
            let others = written.iter().filter(|other| (*other == "equal") != (key == "equal"));
            if let Some(other) = others.into_iter().next() {
                diagnostics.report(item, messages::conflict(&key, other));
            }
        }
    }
}

fn check_regex(meta: &Meta, origin: Origin, diagnostics: &mut Diagnostics) {
    let (wanted, other) = match origin {
        Origin::Validate => ("path", "pattern"),
        _ => ("pattern", "path"),
    };
    let attribute = origin.attribute();
    let items = nested(meta, origin, diagnostics);
    let has = |key: &str| items.iter().find(|item| item.path().is_ident(key));
    if let Some(item) = has(other) {
        diagnostics.report(item, messages::regex_of_other_words(other, attribute));
    } else if has(wanted).is_none() {
        diagnostics.report(meta, messages::regex_without_words(wanted, attribute));
    }
}

fn nested(meta: &Meta, origin: Origin, diagnostics: &mut Diagnostics) -> Vec<ListItem> {
    let Meta::List(list) = meta else { return Vec::new() };
    match list.parse_args_with(Punctuated::<ListItem, Token![,]>::parse_terminated) {
        Ok(items) => items.into_iter().collect(),
        Err(error) => {
            diagnostics.report_each(error, |why| messages::unreadable(origin.attribute(), why));
            Vec::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    fn told(attr: Attribute, place: Place) -> Vec<String> {
        let mut diagnostics = Diagnostics::default();
        check_grammar(&[attr], place, &mut diagnostics);
        diagnostics.texts()
    }

    #[test]
    fn everything_that_schemars_takes_passes() {
        let attrs: [(Attribute, Place); 6] = [
            (
                parse_quote!(#[schemars(
                    title = "a", description = B, example = 1, example = f(), extend("x" = 1),
                    transform = f, with = "Vec<u8>", rename = "x", crate = "a::b", inline, bound = ""
                )]),
                Place::Type,
            ),
            (parse_quote!(#[schemars(schema_with = "a::b", skip, untagged)]), Place::Variant),
            (
                parse_quote!(#[schemars(
                    length(min = 1, max = M), range(equal = 3), required, email, flatten,
                    inner(length(min = 1), inner(ip)), regex(pattern = "a")
                )]),
                Place::Field,
            ),
            (parse_quote!(#[schemars(contains("a"))]), Place::Field),
            (
                parse_quote!(#[validate(email(message = "no"), range(exclusive_min = 1), custom)]),
                Place::Field,
            ),
            (parse_quote!(#[garde(length(graphemes, min = 1), skip, pattern("a"))]), Place::Field),
        ];
        for (attr, place) in attrs {
            assert_eq!(told(attr, place), [""; 0]);
        }
    }

    #[test]
    fn slips_are_told_with_the_word_that_was_meant() {
        let cases: [(Attribute, &str); 6] = [
            (
                parse_quote!(#[schemars(lenght(min = 1))]),
                "unknown word `lenght` in `#[schemars(...)]` on a field\nhelp: did you mean `length`?",
            ),
            (
                parse_quote!(#[schemars(inline)]),
                "`inline` in `#[schemars(...)]` is for a type, and this is a field\n\
                 help: move it there, or remove it",
            ),
            (
                parse_quote!(#[schemars(range(minimum = 1))]),
                "unknown bound `minimum` in `range(...)`\nhelp: did you mean `min`?",
            ),
            (
                parse_quote!(#[schemars(length = 3)]),
                "`length` in `#[schemars(...)]` is written otherwise\n\
                 help: write `#[schemars(length(min = 1, max = 64))]`",
            ),
            (
                parse_quote!(#[schemars(!flatten)]),
                "`!flatten` takes back nothing\n\
                 help: it is for an item that has `#[serde(flatten …)]`; remove it",
            ),
            (
                parse_quote!(#[validate(regex(pattern = "a"))]),
                "`regex` in `#[validate(...)]` takes no `pattern`\n\
                 help: write `#[schemars(regex(pattern = \"^[a-z]+$\"))]`",
            ),
        ];
        for (attr, text) in cases {
            assert_eq!(told(attr, Place::Field), [text]);
        }
    }

    #[test]
    fn a_conflict_is_told_at_both_places() {
        assert_eq!(
            told(parse_quote!(#[schemars(length(equal = 1, min = 2))]), Place::Field),
            [
                "`equal` and `min` cannot stand together\nhelp: keep one of them",
                "`min` and `equal` cannot stand together\nhelp: keep one of them",
            ]
        );
        assert_eq!(
            told(parse_quote!(#[schemars(with = "u8", schema_with = "f")]), Place::Field),
            [
                "`with` and `schema_with` cannot stand together\nhelp: keep one of them",
                "`schema_with` and `with` cannot stand together\nhelp: keep one of them",
            ]
        );
    }
}
