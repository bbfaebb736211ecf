//! `#[foundry(…)]` → options: how to make values, never what is valid.

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Ident, Lit, Meta, Token};

use super::distributions;
use crate::diag::Diagnostics;
use crate::model::{FieldOptions, Set, Spread, TypeOptions, VariantOptions, Weight};
use crate::{messages::options as messages, suggest};

/// What an option can stand on.
#[derive(Clone, Copy, PartialEq)]
enum Target {
    Type,
    Variant,
    Field,
}

const TYPE_OPTIONS: [&str; 5] = ["depth", "check", "finish", "crate", "schema"];
const VARIANT_OPTIONS: [&str; 2] = ["weight", "skip"];
const FIELD_OPTIONS: [&str; 10] = [
    "with",
    "faker",
    "by",
    "presence",
    "values",
    "weights",
    "unique",
    "sequence",
    "distribution",
    "lengths",
];
/// Part of the grammar, so that nobody else takes the names; not built yet.
const LATER_FIELD_OPTIONS: [&str; 1] = ["references"];

/// Reads the options of a type.
pub(super) fn read_type_options(attrs: &[Attribute], diagnostics: &mut Diagnostics) -> TypeOptions {
    let mut options = TypeOptions::default();
    for option in read_options(attrs, Target::Type, diagnostics) {
        match option.name.as_str() {
            "depth" => set(&mut options.depth, option.integer(diagnostics), &option, diagnostics),
            "check" => set(&mut options.check, option.expr(diagnostics), &option, diagnostics),
            "finish" => set(&mut options.finish, option.expr(diagnostics), &option, diagnostics),
            "crate" => set(&mut options.krate, option.path(diagnostics), &option, diagnostics),
            _ => set(&mut options.own_schema, option.own(diagnostics), &option, diagnostics),
        }
    }
    options
}

/// Reads the options of a variant.
pub(super) fn read_variant_options(
    attrs: &[Attribute],
    diagnostics: &mut Diagnostics,
) -> VariantOptions {
    let mut options = VariantOptions::default();
    for option in read_options(attrs, Target::Variant, diagnostics) {
        match option.name.as_str() {
            "weight" => set(&mut options.weight, option.integer(diagnostics), &option, diagnostics),
            _ => set(&mut options.skip, option.bare(diagnostics), &option, diagnostics),
        }
    }
    options
}

/// Reads the options of a field.
pub(super) fn read_field_options(
    attrs: &[Attribute],
    diagnostics: &mut Diagnostics,
) -> FieldOptions {
    let mut options = FieldOptions::default();
    let read = read_options(attrs, Target::Field, diagnostics);
    for option in &read {
        match option.name.as_str() {
            "with" => set(&mut options.with, option.expr(diagnostics), option, diagnostics),
            "faker" => {
                set(&mut options.faker, option.name_of_one(diagnostics), option, diagnostics);
            }
            "by" => set(&mut options.by, option.words(diagnostics), option, diagnostics),
            "presence" => {
                set(&mut options.presence, option.number(diagnostics), option, diagnostics);
            }
            "weights" => {
                set(&mut options.weights, option.weights(diagnostics), option, diagnostics);
            }
            "unique" => set(&mut options.unique, option.bare(diagnostics), option, diagnostics),
            "sequence" => {
                set(&mut options.sequence, option.bare(diagnostics), option, diagnostics);
            }
            "distribution" => {
                set(&mut options.distribution, option.spread(diagnostics), option, diagnostics);
            }
            "lengths" => {
                set(&mut options.lengths, option.spread(diagnostics), option, diagnostics);
            }
            _ => set(&mut options.values, option.array(diagnostics), option, diagnostics),
        }
    }
    // Values that cannot be read are one mistake, and not another one of their weights.
    if options.values.is_none() && read.iter().any(|option| option.name == "values") {
        options.weights = None;
    }
    options
}

/// `name` or `name = value`.
struct RawOption {
    key: Ident,
    name: String,
    value: Option<Expr>,
}

impl Parse for RawOption {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        // Keywords such as `crate` are words here.
        let key = input.call(Ident::parse_any)?;
        let name = key.to_string();
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            Some(input.parse()?)
        } else {
            None
        };
        Ok(Self { key, name, value })
    }
}

/// The options that are known and belong here; the others are recorded as mistakes.
fn read_options(
    attrs: &[Attribute],
    target: Target,
    diagnostics: &mut Diagnostics,
) -> Vec<RawOption> {
    let mut options = Vec::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("foundry")) {
        let Meta::List(list) = &attr.meta else {
            let known = suggest::list_of_known(target.options());
            diagnostics.report(&attr.meta, messages::none(known));
            continue;
        };
        match list.parse_args_with(Punctuated::<RawOption, Token![,]>::parse_terminated) {
            Ok(list) if list.is_empty() => {
                let known = suggest::list_of_known(target.options());
                diagnostics.report(&attr.meta, messages::none(known));
            }
            Ok(list) => options.extend(list),
            Err(error) => diagnostics.report_each(error, |why| messages::unreadable(why)),
        }
    }
    options.retain(|option| is_known(option, target, diagnostics));
    options
}

fn is_known(option: &RawOption, target: Target, diagnostics: &mut Diagnostics) -> bool {
    let name = option.name.as_str();
    if target.options().contains(&name) {
        return true;
    }
    if target == Target::Field && LATER_FIELD_OPTIONS.contains(&name) {
        diagnostics.report(&option.key, messages::not_yet(name));
        return false;
    }
    let elsewhere = [Target::Type, Target::Variant, Target::Field]
        .into_iter()
        .find(|other| other.options().contains(&name));
    if let Some(other) = elsewhere {
        let known = suggest::list_of_known(target.options());
        let message = messages::misplaced(name, other.word(), target.word(), known);
        diagnostics.report(&option.key, message);
        return false;
    }
    let help = suggest::help_for_unknown(name, target.options());
    diagnostics.report(&option.key, messages::unknown(target.word(), name, help));
    false
}

/// Keeps the first value of an option; a second one is a mistake.
fn set<T>(
    slot: &mut Option<Set<T>>,
    value: Option<T>,
    option: &RawOption,
    diagnostics: &mut Diagnostics,
) {
    let Some(value) = value else { return };
    if slot.is_some() {
        diagnostics.report(&option.key, messages::twice(&option.name));
        return;
    }
    *slot = Some(Set { value, key: option.key.clone(), tokens: option.tokens() });
}

impl Target {
    fn options(self) -> &'static [&'static str] {
        match self {
            Self::Type => &TYPE_OPTIONS,
            Self::Variant => &VARIANT_OPTIONS,
            Self::Field => &FIELD_OPTIONS,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Variant => "variant",
            Self::Field => "field",
        }
    }
}

impl RawOption {
    fn tokens(&self) -> TokenStream {
        self.value.as_ref().map_or_else(|| self.key.to_token_stream(), Expr::to_token_stream)
    }

    fn expr(&self, diagnostics: &mut Diagnostics) -> Option<Expr> {
        let example = match self.name.as_str() {
            "with" => "with = path::to::generator",
            "check" => "check = Self::is_consistent",
            _ => "finish = Self::fill_total",
        };
        if self.value.is_none() {
            return self.reject("an expression", example, diagnostics);
        }
        self.value.clone()
    }

    fn path(&self, diagnostics: &mut Diagnostics) -> Option<syn::Path> {
        if let Some(Expr::Path(path)) = &self.value
            && path.qself.is_none()
        {
            return Some(path.path.clone());
        }
        self.reject("the path of the crate", "crate = my_crate::foundry", diagnostics)
    }

    fn integer(&self, diagnostics: &mut Diagnostics) -> Option<u64> {
        if let Some(Expr::Lit(ExprLit { lit: Lit::Int(integer), .. })) = &self.value
            && let Ok(number) = integer.base10_parse()
        {
            return Some(number);
        }
        let example = format!("{} = 3", self.name);
        self.reject("a whole number", example, diagnostics)
    }

    /// A number literal, also a negative one: the check says which numbers will do.
    fn number(&self, diagnostics: &mut Diagnostics) -> Option<f64> {
        let number = self.value.as_ref().and_then(number_literal);
        if number.is_none() {
            return self.reject("a number from 0 to 1", "presence = 0.3", diagnostics);
        }
        number
    }

    fn array(&self, diagnostics: &mut Diagnostics) -> Option<syn::ExprArray> {
        if let Some(Expr::Array(array)) = &self.value {
            return Some(array.clone());
        }
        self.reject("a list in brackets", r#"values = ["a", "b"]"#, diagnostics)
    }

    /// Whole numbers in brackets, as large as a weight may be in a document.
    fn weights(&self, diagnostics: &mut Diagnostics) -> Option<Vec<Weight>> {
        let example = "values = [\"a\", \"b\"], weights = [9, 1]";
        let Some(Expr::Array(array)) = &self.value else {
            return self.reject("a list of whole numbers in brackets", example, diagnostics);
        };
        let mut weights = Some(Vec::new());
        for weight in &array.elems {
            let number = match weight {
                Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => number.base10_parse().ok(),
                _ => None,
            };
            if number.is_none() {
                let wanted = format!("whole numbers from 0 to {}", Weight::MAX);
                diagnostics.report(weight, messages::wrong_value(&self.name, &wanted, example));
            }
            weights = weights.zip(number).map(|(mut known, number): (Vec<_>, Weight)| {
                known.push(number);
                known
            });
        }
        weights
    }

    /// The name of a generator: the registry knows at run time which ones there are.
    fn name_of_one(&self, diagnostics: &mut Diagnostics) -> Option<String> {
        if let Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) = &self.value {
            return Some(text.value());
        }
        self.reject("the name of a generator", r#"faker = "internet.email""#, diagnostics)
    }

    /// Which words of the schema say what the values look like.
    fn words(&self, diagnostics: &mut Diagnostics) -> Option<String> {
        if let Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) = &self.value
            && matches!(text.value().as_str(), "title" | "description")
        {
            return Some(text.value());
        }
        self.reject("`\"title\"` or `\"description\"`", r#"by = "title""#, diagnostics)
    }

    fn spread(&self, diagnostics: &mut Diagnostics) -> Option<Spread> {
        let spread = self.value.as_ref().and_then(distributions::read);
        if spread.is_none() {
            let example = format!("{} = normal(mean = 40.0, deviation = 10.0)", self.name);
            return self.reject("a distribution", example, diagnostics);
        }
        spread
    }

    fn own(&self, diagnostics: &mut Diagnostics) -> Option<()> {
        if let Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) = &self.value
            && text.value() == "own"
        {
            return Some(());
        }
        self.reject("the text `\"own\"`", r#"schema = "own""#, diagnostics)
    }

    fn bare(&self, diagnostics: &mut Diagnostics) -> Option<()> {
        if self.value.is_none() {
            return Some(());
        }
        diagnostics.report(self.tokens(), messages::needless_value(&self.name));
        None
    }

    fn reject<T>(
        &self,
        wanted: &str,
        example: impl Display,
        diagnostics: &mut Diagnostics,
    ) -> Option<T> {
        diagnostics.report(self.tokens(), messages::wrong_value(&self.name, wanted, example));
        None
    }
}

pub(super) fn number_literal(value: &Expr) -> Option<f64> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Float(number), .. }) => number.base10_parse().ok(),
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => number.base10_parse().ok(),
        Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Neg(_)) => {
            number_literal(&unary.expr).map(|number| -number)
        }
        _ => None,
    }
}
