//! `range(…)` that is empty, or beyond what the type can hold.

use super::levels::{Level, tightest};
use crate::diag::Diagnostics;
use crate::messages::rules;
use crate::model::{Bound, Bounds, Number, RuleKind};
use crate::ty::{Kind, show};

/// Records every bound that no number of the type can keep to.
pub(super) fn check(level: &Level, diagnostics: &mut Diagnostics) {
    let all = level.bounds(|kind| match kind {
        RuleKind::Range(bounds) => Some(bounds),
        _ => None,
    });
    let faults_before = diagnostics.len();
    for bounds in &all {
        for (bound, is_upper) in ends(bounds) {
            check_bound(level, bound, is_upper, diagnostics);
        }
    }
    if diagnostics.len() == faults_before {
        check_empty("range", &level.place, &all, diagnostics);
    }
}

/// Records a start above the end, at both of them. The rules of all validators count together.
pub(super) fn check_empty(rule: &str, place: &str, all: &[&Bounds], diagnostics: &mut Diagnostics) {
    if let (Some((low, start)), Some((high, end))) = tightest(all)
        && high.is_below(low)
    {
        for bound in [start, end] {
            let (start, end) = (show(&start.value), show(&end.value));
            diagnostics.report(&bound.value, rules::empty(rule, place, &start, &end));
        }
    }
}

/// The bounds as written, and whether each is an upper end; `equal` is both, and told once.
fn ends(bounds: &Bounds) -> impl Iterator<Item = (&Bound, bool)> {
    let lower = [&bounds.min, &bounds.equal].into_iter().flatten().map(|bound| (bound, false));
    lower.chain(bounds.max.iter().map(|bound| (bound, true)))
}

fn check_bound(level: &Level, bound: &Bound, is_upper: bool, diagnostics: &mut Diagnostics) {
    let (Some(number), Some(guess)) = (bound.literal, &level.guess) else { return };
    let (key, place) = (bound.key.to_string(), level.place.as_str());
    let (value, ty) = (show(&bound.value), show(guess.ty));
    let (min, max, limits) = match guess.kind {
        Kind::Integer { min, max, nonzero } => {
            if number.to_integer().is_none() {
                let message = rules::fraction_of_integer(&key, place, &value, &ty);
                diagnostics.report(&bound.value, message);
                return;
            }
            // `min = 0` on a `NonZeroU8` says nothing, and does no harm.
            let lowest = if nonzero && !is_upper { min.min(0) } else { min };
            let max = max.map_or_else(|| u128::MAX.to_string(), |max| max.to_string());
            let limits = (min.to_string(), max.clone());
            (Number::Integer(lowest), max.parse().map(Number::Integer).ok(), limits)
        }
        Kind::Float if ty == "f32" => {
            let most = f64::from(f32::MAX);
            let limits = (format!("{:e}", f32::MIN), format!("{:e}", f32::MAX));
            (Number::Float(-most), Some(Number::Float(most)), limits)
        }
        _ => return,
    };
    let is_equal = key == "equal";
    let message = if number.is_below(min) {
        let limits_text = format!("at least {}", limits.0);
        if is_upper || is_equal {
            rules::no_value_of_type(&key, place, &value, &ty, &limits_text)
        } else {
            rules::min_beyond_type(place, &value, &ty, &limits.0)
        }
    } else if max.is_some_and(|max| max.is_below(number)) {
        let limits_text = format!("at most {}", limits.1);
        if is_upper && !is_equal {
            rules::max_beyond_type(place, &value, &ty, &limits.1)
        } else {
            rules::no_value_of_type(&key, place, &value, &ty, &limits_text)
        }
    } else {
        return;
    };
    diagnostics.report(&bound.value, message);
}
