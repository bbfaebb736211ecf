//! Types that always hold another value of their own: no finite one exists.

use syn::{Expr, ExprLit, Ident, Lit, Type};

use super::sites::{self, Site};
use crate::diag::Diagnostics;
use crate::messages::recursion;
use crate::model::{Container, Data, Number, RuleKind};
use crate::shape::Shape;
use crate::ty::ungroup;

/// Records what leads back to the type itself without a way out. What leads there through other
/// types, the plan finds.
pub(super) fn check(container: &Container, diagnostics: &mut Diagnostics) {
    if container.written.overrides_schema() {
        return;
    }
    let name = &container.original.ident;
    let sites: Vec<_> = sites::all(container).filter(must_be_read).collect();
    match &container.data {
        Data::Struct(..) => {
            for site in &sites {
                if let Some(ty) = find_self(site) {
                    diagnostics.report(ty, recursion::always(&name.to_string()));
                }
            }
        }
        Data::Enum(variants) => {
            let mut readable =
                variants.iter().filter(|variant| !variant.serde.skip_deserializing()).peekable();
            let is_endless =
                |variant| sites.iter().any(|site| site.is_of(variant) && find_self(site).is_some());
            if readable.peek().is_some() && readable.all(is_endless) {
                diagnostics.report(name, recursion::every_variant(&name.to_string()));
            }
        }
    }
}

/// Whether every value has the field, made by the contract of its type.
fn must_be_read(site: &Site) -> bool {
    let hints = &site.field.options;
    site.is_read()
        && site.is_in_schema()
        && site.field.serde.default().is_none()
        && site.container.serde.default().is_none()
        && !site.field.written.overrides_schema()
        && !site.has_own_serde()
        && hints.with.is_none()
        && hints.values.is_none()
}

fn find_self<'a>(site: &Site<'a>) -> Option<&'a Type> {
    let wants = |pick: fn(&RuleKind) -> bool| site.field.rules.iter().any(|rule| pick(&rule.kind));
    let search = Search {
        name: &site.container.original.ident,
        is_required: wants(|kind| matches!(kind, RuleKind::Required)),
        is_never_empty: wants(|kind| match kind {
            RuleKind::Length(bounds) => bounds
                .low()
                .and_then(|low| low.literal)
                .and_then(Number::to_integer)
                .is_some_and(|count| count > 0),
            _ => false,
        }),
    };
    search.within(site.field.ty)
}

/// What to look for, and which ways out the rules of the field close.
struct Search<'a> {
    name: &'a Ident,
    /// `required`: an `Option` is `Some`.
    is_required: bool,
    /// `length(min = 1)`: a `Vec` holds something.
    is_never_empty: bool,
}

impl Search<'_> {
    /// The innermost wrapper of the type itself, if every value of `ty` holds one.
    fn within<'a>(&self, ty: &'a Type) -> Option<&'a Type> {
        let ty = ungroup(ty);
        if self.is_self(ty) {
            return Some(ty);
        }
        match Shape::of(ty) {
            Shape::Wrapper(inner) => self.wrapped(ty, inner),
            Shape::Option(inner) if self.is_required => self.wrapped(ty, inner),
            Shape::Sequence(item) if self.is_never_empty => self.wrapped(ty, item),
            Shape::Array(item, Expr::Lit(ExprLit { lit: Lit::Int(length), .. }))
                if length.base10_digits() != "0" =>
            {
                self.wrapped(ty, item)
            }
            Shape::Tuple(items) => items.into_iter().find_map(|item| self.within(item)),
            _ => None,
        }
    }

    fn wrapped<'a>(&self, ty: &'a Type, inner: &'a Type) -> Option<&'a Type> {
        let found = self.within(inner)?;
        Some(if self.is_self(found) { ty } else { found })
    }

    fn is_self(&self, ty: &Type) -> bool {
        let Type::Path(path) = ty else { return false };
        path.qself.is_none()
            && path.path.segments.len() == 1
            && path
                .path
                .segments
                .first()
                .is_some_and(|only| only.ident == *self.name || only.ident == "Self")
    }
}
