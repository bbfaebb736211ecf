//! What the user wrote, as read: names, options and rules with their spans. Nothing here is checked.
//!
//! `serde` is what serde's own reader makes of the attributes, after `#[schemars(rename = …)]` and
//! its like have taken the place of their `#[serde(…)]` twins, as schemars does it.

use serde_derive_internals::attr as serde_attr;
use syn::{DeriveInput, Expr, ExprArray, Ident, LitStr, Member, Path, Type};

pub(crate) use serde_derive_internals::ast::Style;

/// The type under the derive.
pub(crate) struct Container<'a> {
    /// The whole item, as written.
    pub(crate) original: &'a DeriveInput,
    pub(crate) serde: serde_attr::Container,
    pub(crate) data: Data<'a>,
    pub(crate) options: TypeOptions,
    pub(crate) written: Written,
}

/// What the type holds.
pub(crate) enum Data<'a> {
    Struct(Style, Vec<Field<'a>>),
    Enum(Vec<Variant<'a>>),
}

/// One variant of an enum.
pub(crate) struct Variant<'a> {
    pub(crate) original: &'a syn::Variant,
    pub(crate) serde: serde_attr::Variant,
    pub(crate) style: Style,
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) options: VariantOptions,
    pub(crate) written: Written,
}

/// One field of a struct or variant.
pub(crate) struct Field<'a> {
    pub(crate) original: &'a syn::Field,
    pub(crate) member: Member,
    pub(crate) ty: &'a Type,
    pub(crate) serde: serde_attr::Field,
    pub(crate) options: FieldOptions,
    pub(crate) rules: Vec<Rule>,
    pub(crate) written: Written,
}

/// `#[foundry(…)]` on a type.
#[derive(Default)]
pub(crate) struct TypeOptions {
    pub(crate) depth: Option<Set<u64>>,
    pub(crate) check: Option<Set<Expr>>,
    pub(crate) finish: Option<Set<Expr>>,
    /// Where the crate `foundry` is; `::foundry` where nothing is said.
    pub(crate) krate: Option<Set<Path>>,
    /// `schema = "own"`: the type has its own `JsonSchema`.
    pub(crate) own_schema: Option<Set<()>>,
}

/// `#[foundry(…)]` on a variant.
#[derive(Default)]
pub(crate) struct VariantOptions {
    pub(crate) weight: Option<Set<u64>>,
    pub(crate) skip: Option<Set<()>>,
}

/// `#[foundry(…)]` on a field.
#[derive(Default)]
pub(crate) struct FieldOptions {
    pub(crate) with: Option<Set<Expr>>,
    pub(crate) faker: Option<Set<String>>,
    pub(crate) by: Option<Set<String>>,
    pub(crate) presence: Option<Set<f64>>,
    pub(crate) values: Option<Set<ExprArray>>,
    pub(crate) weights: Option<Set<Vec<Weight>>>,
    pub(crate) unique: Option<Set<()>>,
    pub(crate) sequence: Option<Set<()>>,
    pub(crate) distribution: Option<Set<Spread>>,
    pub(crate) lengths: Option<Set<Spread>>,
}

/// How often a value comes, beside the weights of the others.
pub(crate) type Weight = u32;

/// The weight that a number is; `None` where it is none.
pub(crate) fn to_weight(number: f64) -> Option<Weight> {
    let is_one = number.fract() == 0.0 && (0.0..=f64::from(Weight::MAX)).contains(&number);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "looked at above")]
    is_one.then_some(number as Weight)
}

/// `normal(mean = 40.0, deviation = 10.0)`.
#[derive(Clone, Debug)]
pub(crate) struct Spread {
    pub(crate) name: Ident,
    pub(crate) parameters: Vec<Parameter>,
}

/// `mean = 40.0`.
#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) key: Ident,
    pub(crate) value: Expr,
    /// The number, where it is written as a literal.
    pub(crate) number: Option<f64>,
    /// The elements, where it is a list in brackets, each with its number.
    pub(crate) list: Option<Vec<(Expr, Option<f64>)>>,
}

impl Spread {
    /// The parameter of this name.
    pub(crate) fn find(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.key == name)
    }
}

/// The value of an option, with the spans of its name and of its value.
#[derive(Clone, Debug)]
pub(crate) struct Set<T> {
    pub(crate) value: T,
    pub(crate) key: Ident,
    /// The tokens of the value; those of the key for an option without one.
    pub(crate) tokens: proc_macro2::TokenStream,
}

/// Whose attribute list something stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Origin {
    Schemars,
    Validate,
    Garde,
    Serde,
}

/// One constraint on the value of a field.
///
/// A field may carry one in each of `#[schemars]`, `#[validate]` and `#[garde]`; where two say the
/// same kind of thing, schemars takes the first in this order ([`Field::rules`] is sorted so).
#[derive(Clone)]
pub(crate) struct Rule {
    pub(crate) origin: Origin,
    /// The name of the rule as written.
    pub(crate) key: Ident,
    pub(crate) kind: RuleKind,
    /// Items inside the rule that the schema knows nothing of, such as `exclusive_min`.
    pub(crate) unread: Vec<Ident>,
}

/// What a [`Rule`] asks for.
#[derive(Clone)]
pub(crate) enum RuleKind {
    /// `length(min = 1, max = 64)` or `length(equal = 3)`.
    Length(Bounds),
    /// `range(min = 1, max = 10)`.
    Range(Bounds),
    /// `regex(pattern = "…")`, `pattern("…")` or validator's `regex(path = …)`; the text, where it
    /// is written as a literal.
    Pattern(Option<LitStr>),
    /// `contains("…")` or `contains(pattern = "…")`; the text, where it is written as a literal.
    Contains(Option<LitStr>),
    /// `email`, `url`, `ip`, `ipv4` or `ipv6`; the name is the key.
    Format,
    /// `required`: the field is there and not `null`.
    Required,
    /// `inner(…)`: rules for the elements.
    Inner(Vec<Rule>),
    /// A rule of validator or garde that never reaches the schema.
    Unread,
}

/// Both ends of a `length` or `range`; `equal` stands in both with its own key.
#[derive(Clone, Default)]
pub(crate) struct Bounds {
    pub(crate) min: Option<Bound>,
    pub(crate) max: Option<Bound>,
    pub(crate) equal: Option<Bound>,
}

/// One end of a `length` or `range`.
#[derive(Clone)]
pub(crate) struct Bound {
    pub(crate) key: Ident,
    /// The expression, taken out of its quotes where it was written as a text.
    pub(crate) value: Expr,
    /// The number, where it is written as a literal.
    pub(crate) literal: Option<Number>,
}

/// A number literal with its sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Number {
    Integer(i128),
    Float(f64),
}

/// Every item of `#[serde]`, `#[schemars]`, `#[validate]` and `#[garde]` lists, as written.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) items: Vec<Item>,
}

/// One item of an attribute list.
pub(crate) struct Item {
    pub(crate) origin: Origin,
    pub(crate) name: String,
    /// `#[schemars(!name)]`, which takes back a serde attribute.
    pub(crate) negated: bool,
    pub(crate) key: Path,
    /// Everything of the item: `name`, `name = value` or `name(…)`.
    pub(crate) tokens: proc_macro2::TokenStream,
    /// The value of `name = value`.
    pub(crate) value: Option<Expr>,
}

impl Written {
    /// The item that `#[origin(name …)]` gives, if it is written.
    pub(crate) fn find(&self, origin: Origin, name: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.origin == origin && !item.negated && item.name == name)
    }

    /// Whether `#[schemars(with = …)]` or `#[schemars(schema_with = …)]` replaces the schema.
    ///
    /// A serde `with` counts only where it names a type, which no one can see by its tokens.
    pub(crate) fn overrides_schema(&self) -> bool {
        self.find(Origin::Schemars, "with").is_some()
            || self.find(Origin::Schemars, "schema_with").is_some()
    }
}

impl Bounds {
    /// The lower end: `min`, or `equal`.
    pub(crate) fn low(&self) -> Option<&Bound> {
        self.min.as_ref().or(self.equal.as_ref())
    }

    /// The upper end: `max`, or `equal`.
    pub(crate) fn high(&self) -> Option<&Bound> {
        self.max.as_ref().or(self.equal.as_ref())
    }
}

impl Field<'_> {
    /// How messages name the field.
    pub(crate) fn label(&self) -> String {
        match &self.member {
            Member::Named(ident) => ident.to_string().trim_start_matches("r#").to_owned(),
            Member::Unnamed(index) => index.index.to_string(),
        }
    }

    /// Whether the field is in neither contract.
    pub(crate) fn is_skipped(&self) -> bool {
        self.serde.skip_deserializing() && self.serde.skip_serializing()
    }
}

impl<'a> Data<'a> {
    /// The fields of the struct, or of all variants.
    pub(crate) fn all_fields(&self) -> Box<dyn Iterator<Item = &Field<'a>> + '_> {
        match self {
            Self::Struct(_, fields) => Box::new(fields.iter()),
            Self::Enum(variants) => {
                Box::new(variants.iter().flat_map(|variant| variant.fields.iter()))
            }
        }
    }
}
