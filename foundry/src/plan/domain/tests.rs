//! Numbers by number: within their bounds, each once, and in order where they are a sequence.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::plan::node::{Integer, Number, Step};

fn integer(min: i128, max: i128, step: i128, barred: &[i128]) -> Integer {
    Integer { min, max, step, barred: barred.to_vec(), bounded: true, plain: None, like: None }
}

fn number(min: f64, max: f64, step: Option<Step>, single: bool) -> Number {
    let (range, plain, like) = (None, None, None);
    Number { min, max, step, range, single, bounded: true, step_checks: 0, plain, like }
}

/// Some numbers below `size`, both ends among them.
fn some(size: u128) -> impl Iterator<Item = u128> {
    let step = (size / 500).max(1);
    let ends = (0..size.min(200)).chain(size.saturating_sub(200)..size);
    let all: std::collections::BTreeSet<u128> =
        (0..500).map(|at| at * step).filter(|at| *at < size).chain(ends).collect();
    all.into_iter()
}

proptest! {
    #[test]
    fn integers_are_those_that_the_plan_admits(
        min in -60_i128..60,
        length in 0_i128..120,
        step in 1_i128..7,
        barred in proptest::collection::vec(2_i128..9, 0..3),
    ) {
        let plan = integer(min, min + length, step, &barred);
        let expected: Vec<i128> = plan.values().collect();
        // Of a node without values nothing is drawn, and no domain is asked for.
        prop_assume!(!expected.is_empty());
        for by_row in [ByRow::Unique, ByRow::Sequence] {
            let Ok(integers) = Integers::of(&plan, by_row) else { continue };
            prop_assert_eq!(integers.size(), expected.len() as u128);
            let mut drawn: Vec<i128> = (0..integers.size()).map(|at| integers.nth(at)).collect();
            if by_row == ByRow::Unique {
                drawn.sort_unstable();
            }
            prop_assert_eq!(&drawn, &expected);
        }
    }

    #[test]
    fn numbers_stay_within_their_bounds_and_differ(
        low in any::<f64>().prop_filter("finite", |low| low.is_finite()),
        high in any::<f64>().prop_filter("finite", |high| high.is_finite()),
        is_near in any::<bool>(),
    ) {
        let high = if is_near { low.abs() + 1.0 } else { high };
        let (min, max) = (low.min(high), low.max(high));
        for by_row in [ByRow::Unique, ByRow::Sequence] {
            let Ok(grid) = Grid::of(&number(min, max, None, false), by_row) else { continue };
            let drawn: Vec<f64> = some(grid.size()).map(|at| grid.nth(at)).collect();
            prop_assert!(drawn.iter().all(|one| (min..=max).contains(one)), "{:?}", drawn);
            prop_assert!(drawn.is_sorted_by(|one, two| one < two), "{:?} {:?}", grid, drawn);
        }
    }

    #[test]
    fn singles_are_exact_and_differ(low: f32, high: f32) {
        prop_assume!(low.is_finite() && high.is_finite());
        let (min, max) = (f64::from(low.min(high)), f64::from(low.max(high)));
        for by_row in [ByRow::Unique, ByRow::Sequence] {
            let Ok(grid) = Grid::of(&number(min, max, None, true), by_row) else { continue };
            let drawn: Vec<f64> = some(grid.size()).map(|at| grid.nth(at)).collect();
            #[expect(clippy::cast_possible_truncation, reason = "whether it is exact is the question")]
            let is_single = |one: &f64| f64::from(*one as f32).to_bits() == one.to_bits();
            prop_assert!(drawn.iter().all(is_single) && drawn.is_sorted_by(|one, two| one < two));
            prop_assert!(drawn.iter().all(|one| (min..=max).contains(one)));
        }
    }

    #[test]
    fn multiples_are_decimals_of_the_step(
        min in -1e6_f64..1e6,
        length in 0.0_f64..1e4,
        unit in 1_i128..500,
        scale in 0_u32..6,
    ) {
        let plan = number(min, min + length, Some(Step { unit, scale }), false);
        let Ok(grid) = Grid::of(&plan, ByRow::Unique) else { return Ok(()) };
        let mut seen = HashSet::new();
        for at in some(grid.size()) {
            let text = grid.nth(at).to_string();
            let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
            prop_assert!(fraction.len() <= scale as usize, "{}", text);
            let zeros = "0".repeat(scale as usize - fraction.len());
            let mantissa: i128 = format!("{whole}{fraction}{zeros}").parse().unwrap();
            prop_assert_eq!(mantissa % unit, 0);
            prop_assert!(seen.insert(mantissa));
        }
    }
}

#[test]
fn sequences_begin_at_the_lower_bound_or_at_zero() {
    let first = |min: i128, max: i128| {
        Integers::of(&integer(min, max, 1, &[]), ByRow::Sequence).map(|all| all.nth(0)).ok()
    };
    assert_eq!(first(7, 20), Some(7));
    assert_eq!(first(-7, 20), Some(-7));
    assert_eq!(first(i32::MIN.into(), i32::MAX.into()), Some(0));
    assert_eq!(first(i64::MIN.into(), -5), Some(i64::MIN.into()));
}

#[test]
fn large_ranges_keep_to_small_numbers_first() {
    let Ok(integers) =
        Integers::of(&integer(i64::MIN.into(), u64::MAX.into(), 1, &[]), ByRow::Unique)
    else {
        panic!("every number is there");
    };
    let indexed = Indexed::new(ByRow::Unique, vec![Domain::Integers(integers)]);
    assert_eq!(indexed.layer_of(0), Some(0..1 << 32));
    assert_eq!(indexed.layer_of(1 << 32), Some(1 << 32..1 << 53));
    assert_eq!(indexed.layer_of(1 << 53), Some(1 << 53..(1 << 63) + (1 << 64)));
    assert_eq!(indexed.layer_of((1 << 63) + (1 << 64)), None);
    let last = indexed.find((1 << 63) + (1 << 64) - 1);
    assert!(matches!(last, Some((Domain::Integers(all), at)) if all.nth(at) == i64::MIN.into()));
}
