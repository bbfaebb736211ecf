//! Rules on a type that they cannot speak of: schemars drops them in silence.

use super::levels::Level;
use crate::diag::Diagnostics;
use crate::messages::{Message, rules};
use crate::model::{Rule, RuleKind};
use crate::ty::{Kind, show};

/// Records every rule of the level that its type has no ears for.
pub(super) fn check(level: &Level, diagnostics: &mut Diagnostics) {
    let Some(guess) = &level.guess else { return };
    let ty = show(guess.ty);
    for rule in &level.rules {
        if level.excuses(rule) {
            continue;
        }
        if let Some(message) = find_fault(rule, &level.place, &ty, &guess.kind) {
            diagnostics.report(&rule.key, message);
        }
    }
}

fn find_fault(rule: &Rule, place: &str, ty: &str, kind: &Kind) -> Option<Message> {
    let key = rule.key.to_string();
    let likes = match rule.kind {
        RuleKind::Range(_) => "u32",
        RuleKind::Inner(_) => "Vec<String>",
        _ => "String",
    };
    // schemars writes a format beside the `$ref` of another type, where it counts.
    if matches!(kind, Kind::Own) && !matches!(rule.kind, RuleKind::Format) {
        let is_dropped = !matches!(rule.kind, RuleKind::Required | RuleKind::Unread);
        return is_dropped.then(|| rules::of_other_type(&key, place, ty, likes));
    }
    let noun = kind.noun()?;
    match rule.kind {
        RuleKind::Range(_) => range_fault(place, ty, kind, noun),
        RuleKind::Length(_) => length_fault(place, ty, kind, noun),
        RuleKind::Pattern(_) | RuleKind::Contains(_) | RuleKind::Format => {
            text_fault(&key, place, ty, kind, noun)
        }
        RuleKind::Inner(_) => match kind {
            Kind::List(_) | Kind::Array(..) => None,
            _ => Some(rules::inner_of_other(place, ty, noun)),
        },
        RuleKind::Required | RuleKind::Unread => None,
    }
}

fn range_fault(place: &str, ty: &str, kind: &Kind, noun: &str) -> Option<Message> {
    Some(match kind {
        Kind::Integer { .. } | Kind::Float => return None,
        Kind::Text | Kind::Char => rules::range_of_text(place, ty),
        Kind::List(_) | Kind::Array(..) => rules::range_of_list(place, ty),
        _ => rules::range_of_other(place, ty, noun),
    })
}

fn length_fault(place: &str, ty: &str, kind: &Kind, noun: &str) -> Option<Message> {
    Some(match kind {
        Kind::Text | Kind::Char | Kind::List(_) | Kind::Array(..) | Kind::Tuple(_) => return None,
        Kind::Integer { .. } | Kind::Float => rules::length_of_number(place, ty),
        Kind::Map(..) => rules::length_of_map(place, ty),
        _ => rules::length_of_other(place, ty, noun),
    })
}

fn text_fault(key: &str, place: &str, ty: &str, kind: &Kind, noun: &str) -> Option<Message> {
    Some(match kind {
        Kind::Text | Kind::Char => return None,
        Kind::Integer { .. } | Kind::Float => rules::text_rule_of_number(key, place, ty),
        Kind::List(_) | Kind::Array(..) => {
            let example = match key {
                "regex" => r#"regex(pattern = "^[a-z]+$")"#,
                "pattern" => r#"pattern("^[a-z]+$")"#,
                "contains" => r#"contains("part")"#,
                format => format,
            };
            rules::text_rule_of_list(key, place, ty, example)
        }
        _ => rules::text_rule_of_other(key, place, ty, noun),
    })
}
