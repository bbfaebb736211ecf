//! `#[schemars]`, `#[validate]` and `#[garde]` on a field → rules, read as schemars reads them.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Ident, Lit, LitStr, Meta, MetaList, Token, UnOp};

use super::items::{ListItem, read_items};
use crate::model::{Bound, Bounds, Number, Origin, Rule, RuleKind};

/// The rules of a field, schemars' first, then validator's, then garde's.
pub(super) fn read_rules(attrs: &[Attribute]) -> Vec<Rule> {
    [Origin::Schemars, Origin::Validate, Origin::Garde]
        .into_iter()
        .flat_map(|origin| read_list(read_items(attrs, origin), origin))
        .collect()
}

fn read_list(items: impl IntoIterator<Item = ListItem>, origin: Origin) -> Vec<Rule> {
    items.into_iter().filter_map(|item| read_rule(item, origin)).collect()
}

fn read_rule(item: ListItem, origin: Origin) -> Option<Rule> {
    let ListItem::Meta(meta) = item else { return None };
    let key = meta.path().get_ident()?.clone();
    let mut unread = Vec::new();
    let kind = match (key.to_string().as_str(), origin) {
        ("length", _) => RuleKind::Length(read_bounds(&meta, &mut unread)),
        ("range", _) => RuleKind::Range(read_bounds(&meta, &mut unread)),
        ("pattern", Origin::Schemars | Origin::Garde) => {
            RuleKind::Pattern(literal(&list_of(&meta)?.parse_args().ok()?))
        }
        ("regex", Origin::Schemars) => RuleKind::Pattern(literal(&nested(&meta, "pattern")?)),
        ("regex", Origin::Validate) => {
            // A path, though it may stand in quotes.
            nested(&meta, "path")?;
            RuleKind::Pattern(None)
        }
        ("contains", _) => RuleKind::Contains(literal(&read_contains(&meta, origin)?)),
        ("email" | "url" | "ip" | "ipv4" | "ipv6", _) => {
            // `ip(v4 = true)`
            read_bounds(&meta, &mut unread);
            RuleKind::Format
        }
        ("required", _) => RuleKind::Required,
        ("inner", Origin::Schemars | Origin::Garde) => {
            RuleKind::Inner(read_list(nested_items(&meta)?, origin))
        }
        (_, Origin::Schemars | Origin::Serde) => return None,
        _ => RuleKind::Unread,
    };
    Some(Rule { origin, key, kind, unread })
}

fn read_bounds(meta: &Meta, unread: &mut Vec<Ident>) -> Bounds {
    let mut bounds = Bounds::default();
    for item in nested_items(meta).into_iter().flatten() {
        let Some(key) = item.path().get_ident().cloned() else { continue };
        let slot = match key.to_string().as_str() {
            "min" => &mut bounds.min,
            "max" => &mut bounds.max,
            "equal" => &mut bounds.equal,
            // Said by both validators for their own messages; no rule.
            "message" | "code" => continue,
            _ => {
                unread.push(key);
                continue;
            }
        };
        if let ListItem::Meta(Meta::NameValue(pair)) = item
            && slot.is_none()
        {
            let value = unquote(pair.value);
            let literal = number(&value);
            *slot = Some(Bound { key, value, literal });
        }
    }
    bounds
}

/// garde: `contains("x")`; validator: `contains(pattern = "x")`; schemars takes both.
fn read_contains(meta: &Meta, origin: Origin) -> Option<Expr> {
    let list = list_of(meta)?;
    if origin == Origin::Garde {
        return list.parse_args().ok();
    }
    nested(meta, "pattern").or_else(|| list.parse_args().ok())
}

/// The value of `name = value` inside `rule(…)`.
fn nested(meta: &Meta, name: &str) -> Option<Expr> {
    nested_items(meta)?.into_iter().find_map(|item| match item {
        ListItem::Meta(Meta::NameValue(pair)) if pair.path.is_ident(name) => Some(pair.value),
        _ => None,
    })
}

fn nested_items(meta: &Meta) -> Option<Punctuated<ListItem, Token![,]>> {
    list_of(meta)?.parse_args_with(Punctuated::parse_terminated).ok()
}

fn list_of(meta: &Meta) -> Option<&MetaList> {
    match meta {
        Meta::List(list) => Some(list),
        _ => None,
    }
}

fn literal(value: &Expr) -> Option<LitStr> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(literal), .. }) => Some(literal.clone()),
        _ => None,
    }
}

/// `min = "MIN"` means the constant `MIN`.
fn unquote(value: Expr) -> Expr {
    if let Expr::Lit(ExprLit { lit: Lit::Str(literal), .. }) = &value
        && let Ok(inner) = literal.parse()
    {
        return inner;
    }
    value
}

fn number(value: &Expr) -> Option<Number> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Int(literal), .. }) => match literal.suffix() {
            "f32" | "f64" => literal.base10_parse().ok().map(Number::Float),
            _ => literal.base10_parse().ok().map(Number::Integer),
        },
        Expr::Lit(ExprLit { lit: Lit::Float(literal), .. }) => {
            literal.base10_parse().ok().map(Number::Float)
        }
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => match number(&unary.expr)? {
            Number::Integer(integer) => Some(Number::Integer(-integer)),
            Number::Float(float) => Some(Number::Float(-float)),
        },
        Expr::Group(group) => number(&group.expr),
        Expr::Paren(paren) => number(&paren.expr),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    fn kinds(attrs: &[Attribute]) -> Vec<String> {
        read_rules(attrs).iter().map(describe).collect()
    }

    fn describe(rule: &Rule) -> String {
        let name = format!("{}:{}", rule.origin.attribute(), rule.key);
        match &rule.kind {
            RuleKind::Length(bounds) | RuleKind::Range(bounds) => {
                let end = |bound: Option<&Bound>| match bound.and_then(|bound| bound.literal) {
                    Some(Number::Integer(integer)) => integer.to_string(),
                    Some(Number::Float(float)) => format!("{float:?}"),
                    None => "_".to_owned(),
                };
                format!("{name}({}..{})", end(bounds.low()), end(bounds.high()))
            }
            RuleKind::Pattern(text) | RuleKind::Contains(text) => {
                let text = text.as_ref().map(LitStr::value);
                format!("{name}({})", text.unwrap_or_else(|| "_".to_owned()))
            }
            RuleKind::Inner(rules) => {
                let inner: Vec<_> = rules.iter().map(describe).collect();
                format!("{name}({})", inner.join(","))
            }
            RuleKind::Unread => format!("{name}?"),
            RuleKind::Format | RuleKind::Required => name,
        }
    }

    #[test]
    fn rules_come_in_the_order_in_which_schemars_prefers_them() {
        let attrs: Vec<Attribute> = vec![
            parse_quote!(#[garde(length(min = 3), ascii)]),
            parse_quote!(#[validate(range(min = -1, max = "MAX", exclusive_min = 2.0), email)]),
            parse_quote!(#[schemars(length(equal = 4), rename = "x", inner(pattern("^a")))]),
        ];
        assert_eq!(
            kinds(&attrs),
            [
                "schemars:length(4..4)",
                "schemars:inner(schemars:pattern(^a))",
                "validate:range(-1.._)",
                "validate:email",
                "garde:length(3.._)",
                "garde:ascii?",
            ]
        );
        assert_eq!(read_rules(&attrs)[2].unread, ["exclusive_min"]);
    }

    #[test]
    fn texts_are_read_in_each_dialect() {
        let attrs: Vec<Attribute> = vec![
            parse_quote!(#[schemars(regex(pattern = "a+"), contains("b"))]),
            parse_quote!(#[validate(regex(path = *RE), contains(pattern = "c"))]),
            parse_quote!(#[garde(pattern("d"), contains(PART))]),
        ];
        assert_eq!(
            kinds(&attrs),
            [
                "schemars:regex(a+)",
                "schemars:contains(b)",
                "validate:regex(_)",
                "validate:contains(c)",
                "garde:pattern(d)",
                "garde:contains(_)",
            ]
        );
    }
}
