//! Distributions → the samplers of the nodes that they were asked for, once the bounds are settled.

use super::node::{Kind, Node};
use crate::config::Limits;
use crate::error::{Error, Stage};
use crate::instance::MAX_NODES;
use crate::seed::{Distribution, Line, Steps, Stream};

/// A distribution that somebody asked for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Asked {
    pub(crate) distribution: Distribution,
    pub(crate) by: Asker,
}

/// Who asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asker {
    /// Of this place, and of no other.
    Author,
    /// Of every place that a path leads to.
    Policy,
}

/// How the numbers, or the lengths, of one node are spread.
#[derive(Debug, Clone)]
pub(crate) struct Spread {
    pub(crate) distribution: Distribution,
    /// The policy that asks for it, where one does.
    policy: Option<Box<str>>,
    sampler: Sampler,
}

#[derive(Debug, Clone)]
enum Sampler {
    /// The bounds may still become narrower.
    Open,
    Steps(Steps),
    Line(Line),
}

impl Spread {
    pub(crate) fn new(distribution: Distribution, policy: Option<&str>) -> Self {
        Self { distribution, policy: policy.map(Into::into), sampler: Sampler::Open }
    }

    /// A whole number, of units or of elements.
    pub(crate) fn count(&self, stream: &mut Stream) -> Option<i128> {
        match &self.sampler {
            Sampler::Steps(steps) => Some(steps.draw(stream)),
            _ => None,
        }
    }

    /// A length.
    pub(crate) fn length(&self, stream: &mut Stream) -> Option<u64> {
        self.count(stream).and_then(|count| u64::try_from(count).ok())
    }

    /// A number without a step.
    pub(crate) fn number(&self, stream: &mut Stream) -> Option<f64> {
        match &self.sampler {
            Sampler::Line(line) => Some(line.draw(stream)),
            _ => None,
        }
    }

    /// The middle of the lengths within bounds, before they are settled.
    pub(super) fn middle(&self, (low, high): (u64, u64)) -> u64 {
        let steps = self.distribution.over_steps(low.into(), high.into(), 1.0);
        steps.and_then(|steps| u64::try_from(steps.middle()).ok()).unwrap_or(low)
    }
}

/// Cuts every distribution to the bounds of its node.
pub(super) fn settle(nodes: &mut [Node], limits: Limits) -> Result<(), Error> {
    for node in nodes {
        let Some(spread) = node.spread.as_deref_mut() else { continue };
        let distribution = &spread.distribution;
        let lengths = |low: u64, high: u64| Within::Steps {
            of: (low.into(), high.into(), 1.0),
            told: format!("{LENGTH} from {low} to {high}"),
        };
        let within = match &node.kind {
            Kind::Integer(integer) => {
                let (first, last) = integer.counts();
                let told = format!("number from {} to {}", integer.min, integer.max);
                Within::Steps { of: (first, last, as_float(integer.step)), told }
            }
            Kind::Number(number) => {
                let told = format!("number from {:?} to {:?}", number.min, number.max);
                match number.step {
                    Some(step) => {
                        let (first, last) = number.counts(step);
                        Within::Steps { of: (first, last, step.times(1)), told }
                    }
                    None => Within::Line { of: (number.min, number.max), told },
                }
            }
            Kind::Text(text) => lengths(text.min, text.max.unwrap_or(limits.chars())),
            Kind::Array(array) => lengths(array.lengths.0, array.lengths.1),
            Kind::Object(object) => lengths(object.lengths.0, object.lengths.1),
            _ => continue,
        };
        let Some(sampler) = within.sampler(distribution) else {
            let error = within.refuse(distribution, &node.pointer);
            return Err(match (&spread.policy, error.keyword()) {
                (Some(policy), Some(name)) => {
                    let help = format!("`{name}` is set by {policy}");
                    error.with_help(help)
                }
                _ => error,
            });
        };
        spread.sampler = sampler;
    }
    Ok(())
}

/// What lists, maps and texts have.
const LENGTH: &str = "length";

/// What a contract leaves of the numbers, or of the lengths, of a node.
enum Within {
    /// The first and the last multiple of a unit.
    Steps {
        of: (i128, i128, f64),
        told: String,
    },
    Line {
        of: (f64, f64),
        told: String,
    },
}

impl Within {
    fn sampler(&self, distribution: &Distribution) -> Option<Sampler> {
        match *self {
            Self::Steps { of: (first, last, unit), .. } => {
                distribution.over_steps(first, last, unit).map(Sampler::Steps)
            }
            Self::Line { of: (low, high), .. } => {
                distribution.over_line(low, high).map(Sampler::Line)
            }
        }
    }

    /// The error for a distribution of which nothing lies here.
    fn refuse(&self, distribution: &Distribution, pointer: &str) -> Error {
        let place = match pointer {
            "" => "the root".to_owned(),
            pointer => format!("`{pointer}`"),
        };
        let (Self::Steps { told: bounds, .. } | Self::Line { told: bounds, .. }) = self;
        let is_stray = |(number, _): &&(f64, u32)| {
            self.sampler(&Distribution::Weighted { choices: vec![(*number, 1)] }).is_none()
        };
        let stray = match distribution {
            Distribution::Weighted { choices } => choices.iter().find(is_stray),
            _ => None,
        };
        let (told, help) = match stray {
            Some((number, _)) => (
                format!("the distribution at {place} lists {number}, which is no {bounds}"),
                "take it out of the values, or widen what the contract allows",
            ),
            None => (
                format!("the distribution at {place} gives no {bounds} ({distribution})"),
                "move it to where the contract has values, or widen the bounds",
            ),
        };
        let keyword = if bounds.starts_with(LENGTH) { "lengths" } else { "distribution" };
        Error::new(Stage::Plan, told).at(pointer).with_keyword(keyword).with_help(help)
    }
}

/// Opens the lengths of a node as far as the contract does, where nobody but a distribution says how
/// long its values are.
pub(super) fn widen(node: &mut Node) {
    let most = MAX_NODES as u64;
    match &mut node.kind {
        Kind::Array(array) => {
            array.is_seldom_empty = false;
            if array.items.is_some() {
                array.lengths.1 = array.max.unwrap_or(most).min(most).max(array.lengths.0);
            }
        }
        Kind::Object(object) => {
            object.is_seldom_empty = false;
            let always = object.always();
            let room = object.max.map_or(most, |max| max.saturating_sub(always).min(most));
            object.lengths.1 = room.max(object.lengths.0);
        }
        _ => {}
    }
}

#[expect(clippy::cast_precision_loss, reason = "the nearest `f64` is what is asked for")]
fn as_float(step: i128) -> f64 {
    step as f64
}
