//! Numbers as texts: decimals and versions.

use std::fmt::Write as _;

use super::{Layer, Window, take};

/// What every type for exact numbers holds.
const MOST_DIGITS: u64 = 20;

/// Whole numbers without leading zeros: few digits come first.
pub(super) fn decimals(window: Window) -> Vec<Layer> {
    (window.min.max(1)..=window.longest(MOST_DIGITS))
        .map(|digits| {
            let end = 10_u128.pow(u32::try_from(digits).unwrap_or_default());
            let first = if digits == 1 { 0 } else { end / 10 };
            Layer::new(end - first, move |number, _, out| {
                // Writing to a `String` cannot fail.
                let _ = write!(out, "{}", first + number);
            })
        })
        .collect()
}

/// Versions in their order: a hundred releases of each minor version, a hundred of those of each
/// major one.
pub(super) fn versions(sign: &'static str, window: Window) -> Vec<Layer> {
    const MAJOR_DIGITS: [u32; 3] = [1, 3, 15];
    let shortest = 5 + sign.len() as u64;
    let mut first = 0;
    let mut layers = Vec::new();
    for digits in MAJOR_DIGITS {
        let start = first;
        let end = 10_u128.pow(digits) * 10_000;
        if window.holds(shortest, shortest + 1 + u64::from(digits)) {
            layers.push(Layer::new(end - start, move |number, _, out| {
                let mut number = start + number;
                let patch = take(&mut number, 100);
                let minor = take(&mut number, 100);
                let _ = write!(out, "{sign}{number}.{minor}.{patch}");
            }));
        }
        first = end;
    }
    layers
}
