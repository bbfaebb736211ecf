//! The bell curve between two bounds: its tails are measured from outside, so that what is far out keeps
//! all its digits.

use super::LEAST_SHARE;

/// The part of a normal distribution between two bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bell {
    mean: f64,
    deviation: f64,
    /// The shares beyond the lower and the upper bound: to the right of them where both bounds lie
    /// right of the middle, else to the left.
    from: f64,
    to: f64,
    is_right: bool,
}

impl Bell {
    /// `None` where too little lies between the bounds to tell one number from another.
    pub(super) fn over(mean: f64, deviation: f64, low: f64, high: f64) -> Option<Self> {
        let (low, high) = ((low - mean) / deviation, (high - mean) / deviation);
        let is_right = low > 0.0;
        let side = if is_right { 1.0 } else { -1.0 };
        let (from, to) = (beyond(side * low), beyond(side * high));
        let is_there = (from - to).abs() >= LEAST_SHARE;
        is_there.then_some(Self { mean, deviation, from, to, is_right })
    }

    /// The number below which `share` of the part lies.
    pub(super) fn at(&self, share: f64) -> f64 {
        let tail = self.from + share * (self.to - self.from);
        let units = match (self.is_right, tail <= 0.5) {
            (true, _) => from_tail(tail),
            (false, true) => -from_tail(tail),
            (false, false) => from_tail(1.0 - tail),
        };
        self.mean + self.deviation * units
    }
}

/// Bounds that are nearer to each other than this part of a deviation see no curve between them.
const FLAT: f64 = 1e-9;

/// Whether the curve is even between two bounds, as far as an `f64` can tell.
pub(super) fn is_flat(mean: f64, deviation: f64, low: f64, high: f64) -> bool {
    (high - low) / deviation < FLAT && beyond(((low - mean) / deviation).abs()) >= LEAST_SHARE
}

/// The share of the standard normal distribution above `units`.
pub(super) fn beyond(units: f64) -> f64 {
    0.5 * libm::erfc(units * std::f64::consts::FRAC_1_SQRT_2)
}

/// The inverse of [`beyond`] for shares up to one half, good to 16 digits: the approximation by
/// quotients of polynomials of Wichura (1988), "The Percentage Points of the Normal Distribution".
pub(super) fn from_tail(tail: f64) -> f64 {
    let offset = 0.5 - tail;
    if offset <= 0.425 {
        let square = 0.180_625 - offset * offset;
        return offset * quotient(&MIDDLE, square);
    }
    let depth = (-libm::log(tail)).sqrt();
    if depth <= 5.0 { quotient(&FLANK, depth - 1.6) } else { quotient(&FAR, depth - 5.0) }
}

/// The coefficients of a quotient of two polynomials, the constant ones first.
struct Quotient {
    above: [f64; 8],
    below: [f64; 8],
}

fn quotient(of: &Quotient, x: f64) -> f64 {
    let sum = |terms: &[f64; 8]| terms.iter().rev().fold(0.0, |sum, term| sum * x + term);
    sum(&of.above) / sum(&of.below)
}

/// Where at least 0.075 lies on either side.
const MIDDLE: Quotient = Quotient {
    above: [
        3.387_132_872_796_366_6,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    below: [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
};

/// Down to tails of e⁻²⁵.
const FLANK: Quotient = Quotient {
    above: [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        0.000_774_545_014_278_341_4,
    ],
    below: [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        0.000_547_593_808_499_534_5,
        1.050_750_071_644_416_9e-9,
    ],
};

/// Beyond.
const FAR: Quotient = Quotient {
    above: [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        0.000_027_115_555_687_434_876,
        2.010_334_399_292_288_1e-7,
    ],
    below: [
        1.0,
        0.599_832_206_555_887_9,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        0.000_786_869_131_145_613_3,
        0.000_018_463_183_175_100_548,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
};
