//! `#[foundry(…)]` options that contradict each other, or the type that they stand on.

use syn::{Expr, ExprLit, Lit, UnOp};

use super::by_row;
use super::distributions;
use super::sites::{self, Site};
use crate::diag::Diagnostics;
use crate::messages::hints;
use crate::model::{Container, Data, FieldOptions, Number};
use crate::ty::{Guess, Kind, show};

/// Records options that cannot be followed.
pub(super) fn check(container: &Container, diagnostics: &mut Diagnostics) {
    if let Some(own) = &container.options.own_schema {
        check_own_schema(container, &own.key, diagnostics);
    }
    for site in sites::all(container) {
        let options = &site.field.options;
        let owner = format!("field `{}`", site.field.label());
        let with = options.with.as_ref().map(|option| &option.key);
        let faker = options.faker.as_ref().map(|option| &option.key);
        let values = options.values.as_ref().map(|option| &option.key);
        for (one, other) in [(with, values), (with, faker), (faker, values)] {
            if let (Some(one), Some(other)) = (one, other) {
                for key in [one, other] {
                    let message = hints::both(&owner, &one.to_string(), &other.to_string());
                    diagnostics.report(key, message);
                }
            }
        }
        by_row::check_pairs(options, &owner, diagnostics);
        for spread in [&options.distribution, &options.lengths].into_iter().flatten() {
            let (with, values) = (options.with.as_ref(), options.values.as_ref());
            let keys = [with.map(|with| &with.key), values.map(|values| &values.key)];
            for key in keys.into_iter().flatten() {
                let message = || hints::both(&owner, &key.to_string(), &spread.key.to_string());
                diagnostics.report(key, message());
                diagnostics.report(&spread.key, message());
            }
        }
        if !site.is_read() || !site.is_in_schema() {
            for key in keys_of(options) {
                diagnostics.report(key, hints::of_unread_field(&key.to_string(), &owner));
            }
            continue;
        }
        check_presence(&site, diagnostics);
        check_values(&site, diagnostics);
        check_weights(&site, diagnostics);
        check_faker(&site, diagnostics);
        by_row::check_type(&site, diagnostics);
        distributions::check(&site, diagnostics);
    }
}

fn check_presence(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(presence) = &site.field.options.presence else { return };
    let label = site.field.label();
    if !(0.0..=1.0).contains(&presence.value) {
        let value = show(&presence.tokens);
        diagnostics.report(&presence.tokens, hints::presence_beyond_one(&label, &value));
    }
    let Some(ty) = site.contract_type() else { return };
    let guess = Guess::of(&ty, &site.container.original.generics);
    if !guess.optional && !matches!(guess.kind, Kind::Unknown) {
        diagnostics.report(&presence.key, hints::presence_of_required(&label, &show(ty)));
    }
}

/// What the names of built-in generators begin with; all of those make texts.
const FAMILIES: [&str; 12] = [
    "address", "commerce", "company", "file", "internet", "language", "lorem", "money", "person",
    "phone", "software", "time",
];

/// Built-in generators with a name make texts. A generator of one's own may serve any type, and only
/// planning sees it.
///
/// Wrongly refused: one of one's own that is called like a family, such as `time.is_late`. Not refused
/// before planning: formats such as `uuid`.
fn check_faker(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(faker) = &site.field.options.faker else { return };
    let Some(ty) = site.contract_type() else { return };
    let guess = Guess::of(&ty, &site.container.original.generics);
    let family = faker.value.split_once('.').map(|(family, _)| family);
    let is_of_texts = family.is_some_and(|family| FAMILIES.contains(&family));
    if matches!(guess.kind, Kind::Bool) && is_of_texts {
        let message = hints::faker_of_other_kind(&site.field.label(), &show(guess.ty));
        diagnostics.report(&faker.key, message);
    }
}

fn check_values(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(values) = &site.field.options.values else { return };
    let label = site.field.label();
    if values.value.elems.is_empty() {
        diagnostics.report(&values.tokens, hints::no_values(&label));
    }
    let Some(ty) = site.contract_type() else { return };
    let guess = Guess::of(&ty, &site.container.original.generics);
    let (Some(noun), ty) = (guess.kind.noun(), show(guess.ty)) else { return };
    for value in &values.value.elems {
        let Some(literal) = Literal::of(value) else { continue };
        if !literal.fits(&guess.kind) {
            let message = hints::value_of_other_kind(&label, literal.noun(), noun, &ty);
            diagnostics.report(value, message);
        } else if let (Literal::Number(number), Kind::Integer { min, max, .. }) =
            (&literal, &guess.kind)
            && (number.is_below(Number::Integer(*min))
                || max.is_some_and(|max| Number::Integer(max).is_below(*number)))
        {
            let limits =
                max.map_or_else(|| format!("at least {min}"), |max| format!("from {min} to {max}"));
            diagnostics.report(value, hints::value_beyond_type(&label, &show(value), &ty, &limits));
        }
    }
}

/// One weight for each value, and one of them above 0.
fn check_weights(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(weights) = &site.field.options.weights else { return };
    let label = site.field.label();
    let Some(values) = &site.field.options.values else {
        diagnostics.report(&weights.key, hints::weights_without_values(&label));
        return;
    };
    let (count, of_weights) = (values.value.elems.len(), weights.value.len());
    if count == 0 {
        return;
    }
    if count != of_weights {
        for tokens in [&values.tokens, &weights.tokens] {
            diagnostics.report(tokens, hints::other_count_of_weights(&label, count, of_weights));
        }
    } else if weights.value.iter().all(|weight| *weight == 0) {
        diagnostics.report(&weights.tokens, hints::weights_of_zero(&label));
    }
}

/// Hints stand in the schema that the derive writes; a schema of the user's own has no place for them.
fn check_own_schema(container: &Container, own: &syn::Ident, diagnostics: &mut Diagnostics) {
    let mut keys: Vec<syn::Ident> = Vec::new();
    keys.extend(container.options.depth.iter().map(|option| option.key.clone()));
    keys.extend(container.options.check.iter().map(|option| option.key.clone()));
    keys.extend(container.options.finish.iter().map(|option| option.key.clone()));
    if let Data::Enum(variants) = &container.data {
        for variant in variants {
            keys.extend(variant.options.weight.iter().map(|option| option.key.clone()));
            keys.extend(variant.options.skip.iter().map(|option| option.key.clone()));
        }
    }
    for site in sites::all(container) {
        keys.extend(keys_of(&site.field.options).cloned());
    }
    for key in keys {
        let message = || hints::beside_own_schema(&key.to_string());
        diagnostics.report(&key, message());
        diagnostics.report(own, message());
    }
}

fn keys_of(options: &FieldOptions) -> impl Iterator<Item = &syn::Ident> {
    let with = options.with.iter().map(|option| &option.key);
    let presence = options.presence.iter().map(|option| &option.key);
    let values = options.values.iter().map(|option| &option.key);
    let values = values.chain(options.weights.iter().map(|option| &option.key));
    let faker = options.faker.iter().chain(&options.by).map(|option| &option.key);
    let by_row = options.unique.iter().chain(&options.sequence).map(|option| &option.key);
    let spreads = [&options.distribution, &options.lengths].into_iter().flatten();
    let spreads = spreads.map(|option| &option.key);
    with.chain(faker).chain(presence).chain(values).chain(by_row).chain(spreads)
}

/// A value written as a literal.
enum Literal {
    Text,
    Char,
    Bool,
    Number(Number),
}

impl Literal {
    fn of(value: &Expr) -> Option<Self> {
        match value {
            Expr::Lit(ExprLit { lit, .. }) => match lit {
                Lit::Str(_) => Some(Self::Text),
                Lit::Char(_) => Some(Self::Char),
                Lit::Bool(_) => Some(Self::Bool),
                Lit::Int(number) => {
                    number.base10_parse().ok().map(Number::Integer).map(Self::Number)
                }
                Lit::Float(number) => {
                    number.base10_parse().ok().map(Number::Float).map(Self::Number)
                }
                _ => None,
            },
            Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => {
                match Self::of(&unary.expr)? {
                    Self::Number(Number::Integer(integer)) => {
                        Some(Self::Number(Number::Integer(-integer)))
                    }
                    Self::Number(Number::Float(float)) => Some(Self::Number(Number::Float(-float))),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn fits(&self, kind: &Kind) -> bool {
        match (self, kind) {
            (Self::Number(number), Kind::Integer { .. }) => number.to_integer().is_some(),
            (_, Kind::Own | Kind::Unknown)
            | (Self::Text | Self::Char, Kind::Text | Kind::Char)
            | (Self::Bool, Kind::Bool)
            | (Self::Number(_), Kind::Float) => true,
            _ => false,
        }
    }

    fn noun(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Char => "a character",
            Self::Bool => "true or false",
            Self::Number(Number::Integer(_)) => "a number",
            Self::Number(Number::Float(_)) => "a number with a fraction",
        }
    }
}
