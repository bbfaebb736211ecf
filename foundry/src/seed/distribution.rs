//! A [`Distribution`] and the bounds of a contract → numbers, each within the bounds by construction.
//!
//! What is drawn is the inverse of the distribution function, at a point of the part that lies in the
//! bounds: one draw of the stream for each number, and none is thrown away. Every function beyond
//! `+ − × ÷ √` is that of `libm`, since the standard library's differ from machine to machine.

use std::fmt;

use super::Stream;

mod bell;
mod choices;
#[cfg(test)]
mod tests;
mod zipf;

use bell::Bell;
use choices::Choices;
use zipf::Zipf;

/// How numbers, or lengths, are spread over what the contract allows.
///
/// A distribution is cut to the bounds: what lies outside of them is not drawn, and the rest keeps its
/// proportions. A weighted choice is not cut: each of its numbers has to be one that the contract allows. Whole numbers and multiples are what is drawn rounded to the nearest of them; of an
/// exponential one they are rounded down, so that each is likelier than the next.
///
/// In a document and in `foundry.toml` it is written as `"uniform"` or
/// `{"normal": {"mean": 40, "deviation": 10}}`, and so it is read and written by serde.
///
/// # Examples
///
/// ```
/// use foundry::Pipeline;
/// use foundry::config::Distribution;
/// use serde_json::json;
///
/// let schema = json!({
///     "type": "integer", "minimum": 18, "maximum": 120,
///     "x-foundry": {"distribution": {"normal": {"mean": 40, "deviation": 10}}}
/// });
/// let ages = Pipeline::builder().schema(&schema).build()?.generate(42, 1000)?;
/// let ages: Vec<i64> = ages.values().filter_map(|age| age.as_i64()).collect();
/// assert!(ages.iter().all(|age| (18..=120).contains(age)));
/// assert!(ages.iter().filter(|age| (30..=50).contains(*age)).count() > 600);
///
/// let read: Distribution = serde_json::from_value(json!({"exponential": {"rate": 0.5}})).unwrap();
/// assert_eq!(read, Distribution::Exponential { mean: 2.0 });
/// # Ok::<(), foundry::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Distribution {
    /// Each value as likely as the others. Without a distribution, the bounds and small numbers come
    /// more often.
    Uniform,
    /// The bell curve around `mean`; two of three values lie within one `deviation` of it.
    Normal {
        /// The middle.
        mean: f64,
        /// The standard deviation, above 0.
        deviation: f64,
    },
    /// Numbers above 0 whose natural logarithm is normal: the middle one is e to the `mean`.
    LogNormal {
        /// The mean of the logarithm.
        mean: f64,
        /// The standard deviation of the logarithm, above 0.
        deviation: f64,
    },
    /// Numbers from 0 on, the smaller the likelier, as the times between events are.
    Exponential {
        /// The mean, above 0: one over the rate.
        mean: f64,
    },
    /// The whole numbers 1, 2, 3, …, of which number k comes in proportion to k to the power of minus
    /// `exponent`; of multiples, the first, the second, and so on.
    Zipf {
        /// The exponent, above 0.
        exponent: f64,
    },
    /// Each of a few numbers, as often as its weight says beside those of the others. One that is added
    /// moves only the draws that it wins.
    Weighted {
        /// The numbers with their weights, each number once; a weight of 0 is never drawn.
        choices: Vec<(f64, u32)>,
    },
}

/// What is left of a distribution within bounds has to be more than this share of it: far out in its
/// tail, an `f64` tells no two places apart.
const LEAST_SHARE: f64 = 1e-300;

impl Distribution {
    /// The name in documents and attributes.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Uniform => "uniform",
            Self::Normal { .. } => "normal",
            Self::LogNormal { .. } => "log_normal",
            Self::Exponential { .. } => "exponential",
            Self::Zipf { .. } => "zipf",
            Self::Weighted { .. } => "weighted",
        }
    }

    /// The parameters that are numbers, by name, and whether each has to be above 0.
    pub(crate) fn parameters(&self) -> Vec<(&'static str, f64, bool)> {
        match *self {
            Self::Uniform | Self::Weighted { .. } => Vec::new(),
            Self::Normal { mean, deviation } | Self::LogNormal { mean, deviation } => {
                vec![("mean", mean, false), ("deviation", deviation, true)]
            }
            Self::Exponential { mean } => vec![("mean", mean, true)],
            Self::Zipf { exponent } => vec![("exponent", exponent, true)],
        }
    }

    /// What is wrong with the parameters.
    pub(crate) fn fault(&self) -> Option<String> {
        if let Self::Weighted { choices } = self {
            return fault_of_choices(choices);
        }
        let is_wrong = |(_, value, above_zero): &(_, f64, bool)| {
            !value.is_finite() || (*above_zero && *value <= 0.0)
        };
        let (parameter, value, above_zero) = self.parameters().into_iter().find(is_wrong)?;
        let wanted = if above_zero { "a number above 0" } else { "a number" };
        Some(format!("the {parameter} of `{}` is {value}, and not {wanted}", self.name()))
    }

    /// The distribution over the multiples `first × unit` to `last × unit`; `None` where no share of it
    /// lies there.
    pub(crate) fn over_steps(&self, first: i128, last: i128, unit: f64) -> Option<Steps> {
        let edges = |below: f64, above: f64| {
            Curve::over(self, (as_float(first) - below) * unit, (as_float(last) + above) * unit)
        };
        let kind = match *self {
            Self::Weighted { ref choices } => {
                let count = |number: f64| {
                    let units = number / unit;
                    let count = to_integer(units.round());
                    let is_one = (units - as_float(count)).abs() <= OFF_BY * units.abs().max(1.0);
                    (is_one && (first..=last).contains(&count)).then_some(count)
                };
                StepKind::Chosen(Choices::over(choices, count)?)
            }
            _ if first == last => StepKind::Even,
            Self::Uniform => StepKind::Even,
            Self::Normal { .. } | Self::LogNormal { .. } => StepKind::Rounded(edges(0.5, 0.5)?),
            Self::Exponential { .. } => StepKind::RoundedDown(edges(0.0, 1.0)?),
            Self::Zipf { exponent } => StepKind::Ranked(Zipf::over(exponent, first, last)?),
        };
        Some(Steps { first, last, unit, kind })
    }

    /// The distribution over the numbers from `low` to `high`; `None` where no share of it lies there.
    pub(crate) fn over_line(&self, low: f64, high: f64) -> Option<Line> {
        let kind = match *self {
            Self::Weighted { ref choices } => {
                let within = |number: f64| (low..=high).contains(&number).then_some(number);
                LineKind::Chosen(Choices::over(choices, within)?)
            }
            Self::Zipf { exponent } => {
                let (first, last) = (to_integer(low.ceil()), to_integer(high.floor()));
                LineKind::Ranked(Zipf::over(exponent, first.max(1), last.min(EXACT))?)
            }
            _ if low.to_bits() == high.to_bits() => LineKind::Curved(Curve::Even { low, high }),
            _ => LineKind::Curved(Curve::over(self, low, high)?),
        };
        Some(Line { low, high, kind })
    }
}

impl fmt::Display for Distribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        if let Self::Weighted { choices } = self {
            let told = |(number, weight): &(f64, u32)| format!("{number} × {weight}");
            let mut told: Vec<String> = choices.iter().take(MAX_TOLD).map(told).collect();
            if choices.len() > MAX_TOLD {
                told.push(format!("… {} values", choices.len()));
            }
            return write!(f, " {}", told.join(" | "));
        }
        self.parameters().iter().enumerate().try_for_each(|(at, (name, value, _))| {
            write!(f, "{} {name} {value}", if at == 0 { " of" } else { " and" })
        })
    }
}

/// How many numbers of a weighted choice are told.
const MAX_TOLD: usize = 8;

/// How far a multiple of a unit may be from what division makes of it: `0.35 / 0.01` is not quite 35.
const OFF_BY: f64 = 1e-12;

#[expect(clippy::float_cmp, reason = "the same number, and not one that is near it")]
fn fault_of_choices(choices: &[(f64, u32)]) -> Option<String> {
    if choices.is_empty() {
        return Some("`weighted` has no values".to_owned());
    }
    for (at, (number, _)) in choices.iter().enumerate() {
        if !number.is_finite() {
            return Some(format!("one of the values of `weighted` is {number}, and not a number"));
        }
        if choices[..at].iter().any(|(earlier, _)| earlier == number) {
            return Some(format!("`weighted` has the value {number} twice"));
        }
    }
    let is_never = choices.iter().all(|(_, weight)| *weight == 0);
    is_never.then(|| "all weights of `weighted` are 0".to_owned())
}

/// Multiples of a unit, each with its share.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Steps {
    first: i128,
    last: i128,
    unit: f64,
    kind: StepKind,
}

#[derive(Debug, Clone, PartialEq)]
enum StepKind {
    Even,
    Rounded(Curve),
    RoundedDown(Curve),
    Ranked(Zipf),
    Chosen(Choices<i128>),
}

impl Steps {
    /// How many units one of the multiples has.
    pub(crate) fn draw(&self, stream: &mut Stream) -> i128 {
        match &self.kind {
            StepKind::Even => stream.integer(self.first, self.last),
            StepKind::Chosen(choices) => choices.draw(stream).unwrap_or(self.first),
            _ => self.at(stream.inner_unit()),
        }
    }

    /// The middle one: half of what is drawn is below it.
    pub(crate) fn middle(&self) -> i128 {
        self.at(0.5)
    }

    fn at(&self, share: f64) -> i128 {
        let count = match &self.kind {
            StepKind::Even => self.first.midpoint(self.last),
            StepKind::Rounded(curve) => to_integer((curve.at(share) / self.unit).round()),
            StepKind::RoundedDown(curve) => to_integer((curve.at(share) / self.unit).floor()),
            StepKind::Ranked(zipf) => zipf.at(share),
            // Nobody asks for another share of it than the middle.
            StepKind::Chosen(choices) => choices.middle().unwrap_or(self.first),
        };
        count.clamp(self.first, self.last)
    }
}

/// Numbers between two bounds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    low: f64,
    high: f64,
    kind: LineKind,
}

#[derive(Debug, Clone, PartialEq)]
enum LineKind {
    Curved(Curve),
    Ranked(Zipf),
    Chosen(Choices<f64>),
}

impl Line {
    /// One of the numbers.
    pub(crate) fn draw(&self, stream: &mut Stream) -> f64 {
        let value = match &self.kind {
            LineKind::Curved(Curve::Even { low, high }) => stream.float(*low, *high),
            LineKind::Curved(curve) => curve.at(stream.inner_unit()),
            LineKind::Ranked(zipf) => as_float(zipf.at(stream.inner_unit())),
            LineKind::Chosen(choices) => choices.draw(stream).unwrap_or(self.low),
        };
        value.clamp(self.low, self.high)
    }
}

/// The part of a continuous distribution between two bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Curve {
    Even {
        low: f64,
        high: f64,
    },
    Bell(Bell),
    /// A bell of logarithms.
    Log(Bell),
    /// From `low` on; `share` is what lies between there and the upper bound.
    Falling {
        mean: f64,
        low: f64,
        share: f64,
    },
}

impl Curve {
    fn over(distribution: &Distribution, low: f64, high: f64) -> Option<Self> {
        match *distribution {
            Distribution::Normal { mean, deviation }
                if bell::is_flat(mean, deviation, low, high) =>
            {
                Some(Self::Even { low, high })
            }
            Distribution::Normal { mean, deviation } => {
                Bell::over(mean, deviation, low, high).map(Self::Bell)
            }
            Distribution::LogNormal { mean, deviation } => {
                let log = |bound: f64| {
                    if bound > 0.0 { libm::log(bound) } else { f64::NEG_INFINITY }
                };
                if bell::is_flat(mean, deviation, log(low), log(high)) {
                    return Some(Self::Even { low, high });
                }
                Bell::over(mean, deviation, log(low), log(high)).map(Self::Log)
            }
            Distribution::Exponential { mean } => {
                let low = low.max(0.0);
                let share = -libm::expm1(-(high - low) / mean);
                let is_there = high > low && libm::exp(-low / mean) * share >= LEAST_SHARE;
                is_there.then_some(Self::Falling { mean, low, share })
            }
            // The others have no curve.
            Distribution::Uniform | Distribution::Zipf { .. } | Distribution::Weighted { .. } => {
                Some(Self::Even { low, high })
            }
        }
    }

    /// The number below which `share` of the part lies.
    fn at(&self, share: f64) -> f64 {
        match *self {
            Self::Even { low, high } => low * (1.0 - share) + high * share,
            Self::Bell(bell) => bell.at(share),
            Self::Log(bell) => libm::exp(bell.at(share)),
            Self::Falling { mean, low, share: whole } => low - mean * libm::log1p(-share * whole),
        }
    }
}

/// 2⁵³: beyond it whole numbers are no longer exact in an `f64`.
const EXACT: i128 = 1 << 53;

#[expect(clippy::cast_precision_loss, reason = "the nearest `f64` is what is asked for")]
fn as_float(count: i128) -> f64 {
    count as f64
}

#[expect(clippy::cast_possible_truncation, reason = "saturates, and is clamped to the bounds")]
fn to_integer(value: f64) -> i128 {
    value as i128
}
