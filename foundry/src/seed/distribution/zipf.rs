//! Whole numbers in proportion to a power of themselves: the first ones from a table, those behind it by
//! the area below the curve, which differs from the sum by less than a millionth there.

use super::{as_float, to_integer};

/// So many shares are kept; for an exponent of 2 the curve behind them is off by 4 in a million.
const TABLE: usize = 256;

/// The numbers `first..=last`, each with its share.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Zipf {
    first: i128,
    last: i128,
    exponent: f64,
    /// Running sums of the first shares, where that of `first` counts as 1.
    sums: Vec<f64>,
    /// The sum of all.
    total: f64,
}

impl Zipf {
    /// The numbers from 1 on between `first` and `last`; `None` where there are none.
    pub(super) fn over(exponent: f64, first: i128, last: i128) -> Option<Self> {
        let first = first.max(1);
        if last < first {
            return None;
        }
        let count = usize::try_from(last - first + 1).unwrap_or(usize::MAX).min(TABLE);
        let mut sums = Vec::with_capacity(count);
        let mut total = 0.0;
        for number in (first..=last).take(count) {
            total += libm::pow(as_float(number) / as_float(first), -exponent);
            sums.push(total);
        }
        let mut zipf = Self { first, last, exponent, sums, total };
        zipf.total += zipf.area(as_float(last) + 0.5) - zipf.area(zipf.table_end());
        Some(zipf)
    }

    /// The number below which `share` of all lies.
    pub(super) fn at(&self, share: f64) -> i128 {
        let wanted = share * self.total;
        let at = self.sums.partition_point(|sum| *sum <= wanted);
        if at < self.sums.len() {
            return self.first + i128::try_from(at).unwrap_or(0);
        }
        let rest = wanted - self.sums.last().copied().unwrap_or(0.0);
        let edge = self.edge(self.area(self.table_end()) + rest);
        let behind = self.first.saturating_add(i128::try_from(self.sums.len()).unwrap_or(0));
        to_integer(edge.round()).clamp(behind.min(self.last), self.last)
    }

    /// Half a number behind the last one of the table.
    fn table_end(&self) -> f64 {
        as_float(self.first + i128::try_from(self.sums.len()).unwrap_or(0)) - 0.5
    }

    /// The area below the curve from `first` to `edge`.
    fn area(&self, edge: f64) -> f64 {
        let first = as_float(self.first);
        let power = 1.0 - self.exponent;
        let log = libm::log(edge / first);
        first * if is_none(power) { log } else { libm::expm1(power * log) / power }
    }

    /// The inverse of [`Self::area`].
    fn edge(&self, area: f64) -> f64 {
        let first = as_float(self.first);
        let power = 1.0 - self.exponent;
        let area = area / first;
        first * libm::exp(if is_none(power) { area } else { libm::log1p(power * area) / power })
    }
}

/// Whether the curve is that of the logarithm.
fn is_none(power: f64) -> bool {
    power.abs() < 1e-12
}
