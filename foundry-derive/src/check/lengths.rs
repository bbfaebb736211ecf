//! `length(…)` that is empty, no count, or not what a type of fixed length holds.

use syn::{Expr, ExprLit, Lit};

use super::levels::Level;
use super::ranges::check_empty;
use crate::diag::Diagnostics;
use crate::messages::rules;
use crate::model::{Bound, Bounds, RuleKind};
use crate::ty::{Kind, show};

/// Records every length that no value of the type can have.
pub(super) fn check(level: &Level, diagnostics: &mut Diagnostics) {
    let all = bounds_of(level);
    let faults_before = diagnostics.len();
    let fixed = fixed_length(&level.kind());
    for bound in all.iter().flat_map(|bounds| [&bounds.min, &bounds.max, &bounds.equal]).flatten() {
        check_bound(level, bound, fixed.as_ref(), diagnostics);
    }
    if diagnostics.len() == faults_before {
        check_empty("length", &level.place, &all, diagnostics);
    }
}

/// The bounds of all `length(…)` rules of the level.
pub(super) fn bounds_of<'a>(level: &Level<'a>) -> Vec<&'a Bounds> {
    level.bounds(|kind| match kind {
        RuleKind::Length(bounds) => Some(bounds),
        _ => None,
    })
}

fn check_bound(
    level: &Level,
    bound: &Bound,
    fixed: Option<&(usize, String)>,
    diagnostics: &mut Diagnostics,
) {
    let Some(number) = bound.literal else { return };
    let (key, value) = (bound.key.to_string(), show(&bound.value));
    let Some(count) = number.to_integer().filter(|count| *count >= 0) else {
        diagnostics.report(&bound.value, rules::length_no_count(&key, &level.place, &value));
        return;
    };
    // schemars puts the length in the place of the array's own, so a looser one does harm too.
    if let (Some((length, holds)), Some(guess)) = (fixed, &level.guess)
        && usize::try_from(count) != Ok(*length)
    {
        let ty = show(guess.ty);
        let message = rules::length_of_fixed(&key, &level.place, &value, &ty, holds);
        diagnostics.report(&bound.value, message);
    }
}

/// How many elements or characters each value holds, and in words.
fn fixed_length(kind: &Kind) -> Option<(usize, String)> {
    let length = match kind {
        Kind::Char => return Some((1, "one character".to_owned())),
        Kind::Tuple(items) => items.len(),
        Kind::Array(_, Expr::Lit(ExprLit { lit: Lit::Int(length), .. })) => {
            length.base10_parse().ok()?
        }
        _ => return None,
    };
    let noun = if length == 1 { "element" } else { "elements" };
    Some((length, format!("{length} {noun}")))
}
