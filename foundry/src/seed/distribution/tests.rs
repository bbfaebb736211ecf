//! What is drawn, against the theory: Kolmogorov and Smirnov for numbers, chi-square for whole ones.

use super::bell::{beyond, from_tail};
use super::*;
use crate::seed::{Path, Seed};

const DRAWS: u64 = 20_000;

/// One in a thousand samples of the right distribution is farther away than this over √n.
const KOLMOGOROV: f64 = 1.95;

fn streams() -> impl Iterator<Item = Stream> {
    let seed = Seed::from(42);
    (0..DRAWS).map(move |row| seed.row(row).stream(Path::ROOT))
}

/// The integral of `density` from `low` to `high`, by Simpson's rule.
fn integral(density: impl Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    let half = (high - low) / 4000.0;
    let inner = (1..4000).map(|at| {
        let weight = if at % 2 == 0 { 2.0 } else { 4.0 };
        weight * density(low + half * f64::from(at))
    });
    (density(low) + density(high) + inner.sum::<f64>()) * half / 3.0
}

fn bell(mean: f64, deviation: f64) -> impl Fn(f64) -> f64 {
    move |x| (-((x - mean) / deviation).powi(2) / 2.0).exp()
}

/// The greatest distance of a sample from the distribution of `density` between two bounds.
fn assert_follows(
    distribution: &Distribution,
    (low, high): (f64, f64),
    density: impl Fn(f64) -> f64,
) {
    let line = distribution.over_line(low, high).expect("a share between the bounds");
    let mut drawn: Vec<f64> = streams().map(|mut stream| line.draw(&mut stream)).collect();
    drawn.sort_by(f64::total_cmp);
    assert!(drawn[0] >= low && drawn[drawn.len() - 1] <= high, "{distribution}");
    let whole = integral(&density, low, high);
    let count = as_float(i128::from(DRAWS));
    let mut farthest = 0.0_f64;
    for (at, value) in drawn.iter().enumerate().step_by(50) {
        let expected = integral(&density, low, *value) / whole;
        let found = as_float(at as i128) / count;
        farthest = farthest.max((expected - found).abs());
    }
    let far = farthest * count.sqrt();
    assert!(far < KOLMOGOROV, "{distribution} in {low}..={high}: {far}");
}

/// Each of `first..=last` as often as `share` says; `critical` is the value of chi-square that one
/// sample of a thousand exceeds.
fn assert_counts(
    distribution: &Distribution,
    (first, last): (i128, i128),
    share: impl Fn(f64) -> f64,
    critical: f64,
) {
    let steps = distribution.over_steps(first, last, 1.0).expect("a share between the bounds");
    let mut counts = vec![0_u32; usize::try_from(last - first + 1).unwrap()];
    for mut stream in streams() {
        counts[usize::try_from(steps.draw(&mut stream) - first).unwrap()] += 1;
    }
    let shares: Vec<f64> = (first..=last).map(|number| share(as_float(number))).collect();
    let whole: f64 = shares.iter().sum();
    let chi_square: f64 = shares
        .iter()
        .zip(&counts)
        .map(|(share, count)| {
            let expected = share / whole * as_float(i128::from(DRAWS));
            (f64::from(*count) - expected).powi(2) / expected
        })
        .sum();
    assert!(chi_square < critical, "{distribution} in {first}..={last}: {chi_square}\n{counts:?}");
}

/// For 9 and for 19 degrees of freedom.
const TEN: f64 = 27.88;
const TWENTY: f64 = 43.82;

#[test]
fn the_tails_of_the_bell_are_measured_and_found_again() {
    let density = |x: f64| (-x * x / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    for tenth in 0..370 {
        let units = f64::from(tenth) / 10.0;
        let tail = beyond(units);
        assert!((from_tail(tail) - units).abs() < 1e-13 * units.max(1.0), "{units}");
        // Nothing is left behind that an f64 could see.
        let area = integral(density, units, units + 42.0 / (units + 5.0));
        assert!((area / tail - 1.0).abs() < 1e-9, "{units}: {area} {tail}");
    }
}

#[test]
fn numbers_follow_the_normal_distribution_between_any_bounds() {
    let normal = Distribution::Normal { mean: 40.0, deviation: 10.0 };
    for bounds in [(-40.0, 120.0), (18.0, 45.0), (55.0, 80.0), (-3.0, 1.0), (39.9, 40.1)] {
        assert_follows(&normal, bounds, bell(40.0, 10.0));
    }
    // Thirty deviations out, where one in 10²⁰⁰ would come by chance.
    let offset = |x: f64| ((30.0_f64.powi(2) - x.powi(2)) / 2.0).exp();
    let standard = Distribution::Normal { mean: 0.0, deviation: 1.0 };
    assert_follows(&standard, (30.0, 31.0), offset);
    assert_follows(&standard, (-31.0, -30.0), |x| offset(-x));
}

#[test]
fn numbers_follow_the_other_continuous_distributions() {
    let log_normal = Distribution::LogNormal { mean: 1.0, deviation: 0.5 };
    let density = |x: f64| if x > 0.0 { bell(1.0, 0.5)(x.ln()) / x } else { 0.0 };
    for bounds in [(-1.0, 40.0), (2.0, 4.0), (10.0, 20.0)] {
        assert_follows(&log_normal, bounds, density);
    }
    for bounds in [(0.0, 60.0), (1.0, 2.0), (100.0, 160.0)] {
        let falls = |x: f64| ((bounds.0 - x) / 3.0).exp();
        assert_follows(&Distribution::Exponential { mean: 3.0 }, bounds, falls);
    }
    assert_follows(&Distribution::Uniform, (-2.5, 7.25), |_| 1.0);
}

#[test]
fn whole_numbers_come_as_often_as_their_share_says() {
    let normal = Distribution::Normal { mean: 5.3, deviation: 2.5 };
    let cell = |density: fn(f64) -> f64| move |k: f64| integral(density, k - 0.5, k + 0.5);
    assert_counts(&normal, (1, 10), cell(|x| bell(5.3, 2.5)(x)), TEN);
    let log_normal = Distribution::LogNormal { mean: 2.0, deviation: 0.6 };
    assert_counts(&log_normal, (1, 20), cell(|x| bell(2.0, 0.6)(x.ln()) / x), TWENTY);
    let falls = |k: f64| (-k / 4.0).exp();
    assert_counts(&Distribution::Exponential { mean: 4.0 }, (0, 9), falls, TEN);
    assert_counts(
        &Distribution::Exponential { mean: 4.0 },
        (-3, 9),
        |k| {
            if k < 0.0 { f64::MIN_POSITIVE } else { falls(k) }
        },
        TEN,
    );
    assert_counts(&Distribution::Uniform, (-4, 5), |_| 1.0, TEN);
}

#[test]
fn the_numbers_of_zipf_are_a_power_of_their_rank() {
    for exponent in [0.5_f64, 1.0, 1.000_001, 2.5] {
        let zipf = Distribution::Zipf { exponent };
        assert_counts(&zipf, (1, 10), |k| k.powf(-exponent), TEN);
        assert_counts(&zipf, (7, 16), |k| k.powf(-exponent), TEN);
        // Behind the table, in twenty parts of the same width.
        let steps = zipf.over_steps(1, 20_000, 1.0).unwrap();
        let mut counts = [0_u32; 20];
        for mut stream in streams() {
            counts[usize::try_from((steps.draw(&mut stream) - 1) / 1000).unwrap()] += 1;
        }
        let sum = |from: u32| (from..from + 1000).map(|k| f64::from(k).powf(-exponent)).sum();
        let sums: Vec<f64> = (0..20).map(|part| sum(part * 1000 + 1)).collect();
        let whole: f64 = sums.iter().sum();
        let chi_square: f64 = sums
            .iter()
            .zip(counts)
            .map(|(sum, count)| {
                let expected = sum / whole * as_float(i128::from(DRAWS));
                (f64::from(count) - expected).powi(2) / expected
            })
            .sum();
        // Of the steepest one, the far parts expect less than one number each.
        assert!(chi_square < TWENTY || exponent > 2.0, "{exponent}: {chi_square} {counts:?}");
    }
    // Half of what lies in ranks up to 10¹⁸ lies below their root, for an exponent of 1.
    let middle = Distribution::Zipf { exponent: 1.0 }.over_steps(1, 10_i128.pow(18), 1.0).unwrap();
    let (middle, gamma) = (as_float(middle.middle()), 0.577_215_664_901_532_9);
    let half = f64::midpoint(1e18_f64.ln() + gamma, 0.0) - gamma;
    assert!((middle.ln() - half).abs() < 1e-6, "{middle}");
}

#[test]
fn multiples_of_a_unit_are_cells_of_that_width() {
    let steps =
        Distribution::Normal { mean: 40.0, deviation: 10.0 }.over_steps(0, 20, 5.0).unwrap();
    assert_eq!(steps.middle(), 8);
    let drawn: Vec<i128> = streams().map(|mut stream| steps.draw(&mut stream)).collect();
    let within = drawn.iter().filter(|count| (6..=10).contains(*count)).count();
    // From 27.5 to 52.5: 78.9 % of the bell.
    assert!((15_500..16_050).contains(&within), "{within}");
}

#[test]
fn where_no_share_lies_there_is_nothing_to_draw() {
    let normal = Distribution::Normal { mean: 0.0, deviation: 1.0 };
    assert!(normal.over_line(40.0, 50.0).is_none() && normal.over_steps(40, 50, 1.0).is_none());
    assert!(normal.over_line(37.0, 50.0).is_some());
    let positive = [
        Distribution::LogNormal { mean: 0.0, deviation: 1.0 },
        Distribution::Exponential { mean: 1.0 },
        Distribution::Zipf { exponent: 1.0 },
    ];
    for distribution in positive {
        assert!(distribution.over_line(-2.0, -1.0).is_none(), "{distribution}");
        assert!(distribution.over_steps(-20, -10, 1.0).is_none(), "{distribution}");
    }
    assert!(Distribution::Zipf { exponent: 1.0 }.over_line(1.2, 1.8).is_none());
    // One value alone is drawn in any case, and a curve that is flat is drawn evenly.
    assert!(normal.over_steps(40, 40, 1.0).is_some());
    let wide = Distribution::Normal { mean: 0.0, deviation: 1e20 };
    assert_counts(&wide, (0, 9), |_| 1.0, TEN);
}

#[test]
fn the_same_bits_on_every_machine() {
    let bits = |distribution: &Distribution| {
        let line = distribution.over_line(0.0, 1e9).unwrap();
        let drawn = streams().take(1000).map(|mut stream| line.draw(&mut stream).to_bits());
        drawn.fold(0_u64, |all, bits| all.rotate_left(5) ^ bits)
    };
    let golden = [
        (Distribution::Uniform, 0x077f_c525_9b06_0e95),
        (Distribution::Normal { mean: 40.0, deviation: 10.0 }, 0xa00c_367a_24a1_5343),
        (Distribution::LogNormal { mean: 4.0, deviation: 1.5 }, 0x4f62_36fc_530c_223c),
        (Distribution::Exponential { mean: 12.5 }, 0x0dab_acf7_a05c_cdd7),
        (Distribution::Zipf { exponent: 1.1 }, 0x1041_0ea7_17a6_f678),
    ];
    let found = golden.each_ref().map(|(distribution, _)| format!("{:#018x}", bits(distribution)));
    assert_eq!(found, golden.map(|(_, bits): (_, u64)| format!("{bits:#018x}")));
}

fn weighted(choices: &[(f64, u32)]) -> Distribution {
    Distribution::Weighted { choices: choices.to_vec() }
}

#[test]
fn weights_are_shares_of_the_numbers() {
    let choices = [(0.0, 6), (7.0, 0), (2.0, 3), (30.0, 1), (5.0, 2)];
    let steps = weighted(&choices).over_steps(0, 40, 1.0).unwrap();
    let line = weighted(&choices).over_line(0.0, 40.0).unwrap();
    let mut counts = [[0_u32; 5]; 2];
    for mut stream in streams() {
        let both = [as_float(steps.draw(&mut stream.clone())), line.draw(&mut stream)];
        assert_eq!(both[0].to_bits(), both[1].to_bits());
        for (counts, number) in counts.iter_mut().zip(both) {
            counts[choices
                .iter()
                .position(|(known, _)| known.to_bits() == number.to_bits())
                .unwrap()] += 1;
        }
    }
    for counts in counts {
        assert_eq!(counts[1], 0);
        let parts = choices.iter().zip(counts).filter(|((_, weight), _)| *weight > 0);
        let chi_square: f64 = parts
            .map(|((_, weight), count)| {
                let expected = as_float(i128::from(DRAWS)) * f64::from(*weight) / 12.0;
                (f64::from(count) - expected).powi(2) / expected
            })
            .sum();
        // Three degrees of freedom: once in a thousand.
        assert!(chi_square < 16.27, "{chi_square} {counts:?}");
    }
    assert_eq!(steps.middle(), 0);
    assert_eq!(weighted(&[(1.0, 1), (9.0, 3)]).over_steps(0, 9, 1.0).unwrap().middle(), 9);
}

#[test]
fn a_number_that_is_added_moves_only_the_draws_that_it_wins() {
    let before = weighted(&[(1.0, 2), (2.0, 1)]).over_steps(0, 9, 1.0).unwrap();
    let after = weighted(&[(9.0, 1), (2.0, 1), (1.0, 2)]).over_steps(0, 9, 1.0).unwrap();
    let draw = |steps: &Steps, stream: &Stream| steps.draw(&mut stream.clone());
    let moved = streams().filter(|stream| draw(&before, stream) != draw(&after, stream));
    assert!(moved.into_iter().all(|stream| draw(&after, &stream) == 9));
}

#[test]
fn a_number_that_is_no_multiple_or_lies_outside_is_none_to_choose() {
    let over = |choices: &[(f64, u32)], unit| weighted(choices).over_steps(0, 100, unit);
    assert!(over(&[(0.35, 1), (0.07, 1), (1.0, 1)], 0.01).is_some());
    assert!(over(&[(0.355, 1)], 0.01).is_none() && over(&[(1.01, 1)], 0.01).is_none());
    assert!(over(&[(1.0, 1), (101.0, 1)], 1.0).is_none() && over(&[(-1.0, 1)], 1.0).is_none());
    assert!(weighted(&[(0.5, 1)]).over_line(0.6, 1.0).is_none());
    assert!(weighted(&[(2.0, 1)]).over_steps(3, 3, 1.0).is_none());
}
