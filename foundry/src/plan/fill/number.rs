//! Numbers: bounds, steps, and what the format of a Rust type adds.

use jsonschema::canonical::{IntegerView, NumberView};
use serde_json::{Number as JsonNumber, Value};

use super::registered::{misnamed, none_fits};
use super::{Filler, Spot};
use crate::error::{Error, Stage};
use crate::generators::ranking::{BuiltIns, By, rank};
use crate::generators::realistic::{self, Span};
use crate::generators::{Slot, ValueType};
use crate::parse::references::schema_at;
use crate::plan::blame::quoted;
use crate::plan::copy::{WIDE_MAXIMUM, WIDE_MINIMUM, greatest_of, is_rust_number};
use crate::plan::hints::Hints;
use crate::plan::node::{Hooks, Integer, Kind, MAX_BARRED_SCAN, Number, Step};

/// The whole numbers that JSON carries exactly in every common implementation of Rust.
const LEAST_INTEGER: i128 = i64::MIN as i128;
const GREATEST_INTEGER: i128 = u64::MAX as i128;

/// 2⁵³: beyond it whole numbers are no longer exact in an `f64`.
const EXACT: i128 = 1 << 53;

/// Decimal places beyond this are more than an `f64` holds.
const MAX_SCALE: u32 = 20;

impl<'a> Filler<'a> {
    pub(super) fn integer(
        &mut self,
        spot: &Spot,
        view: &IntegerView,
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        let kind = self.plain_integer(spot, view)?;
        let Kind::Integer(plain) = &kind else { return Ok(kind) };
        let pointer = self.pointer_of(spot);
        let wanted = self.number_slot(spot, &pointer, &kind);
        let is_open = self.is_open_above(spot, view.maximum.as_ref());
        let familiar = self.lifelike_integer(spot, plain, is_open);
        let familiar = familiar.map(Kind::Integer);
        let served = self.served(spot, &wanted, hints, &kind, familiar, hooks)?;
        Ok(served.unwrap_or(kind))
    }

    /// The place of the numbers of `plain` as their generators see it.
    pub(super) fn number_slot<'s>(&self, spot: &'s Spot, pointer: &'s str, plain: &Kind) -> Slot<'s>
    where
        'a: 's,
    {
        let ty = match plain {
            Kind::Integer(_) => ValueType::Integer,
            _ => ValueType::Number,
        };
        let mut wanted = self.slot(spot, pointer, ty);
        match plain {
            Kind::Integer(plain) => {
                wanted.bounds = (to_float(plain.min), to_float(plain.max));
                let has_step = plain.step != 1 || !plain.barred.is_empty();
                wanted.step = has_step.then(|| to_float(plain.step));
            }
            Kind::Number(plain) => {
                let decimal =
                    |step: Step| to_float(step.unit) / 10_f64.powi(step.scale.cast_signed());
                wanted.bounds = (plain.min, plain.max);
                wanted.step = plain.step.map(decimal);
            }
            _ => {}
        }
        wanted.format = self.number_format(spot);
        wanted
    }

    /// What draws a number that is not plain: the generator that the place names, else the first one
    /// of those that may serve it. `familiar` is what the name of the field asks for.
    fn served(
        &mut self,
        spot: &Spot,
        wanted: &Slot<'_>,
        hints: &Hints,
        plain: &Kind,
        familiar: Option<Kind>,
        hooks: &mut Hooks,
    ) -> Result<Option<Kind>, Error> {
        if let Some(name) = &hints.faker {
            return match self.named(name, spot, wanted, hooks)? {
                Some(kind) => Ok(Some(kind)),
                None if name == wanted.value_type().name() => Ok(None),
                None => {
                    let span = realistic::find_span(name).ok_or_else(|| misnamed(name, wanted))?;
                    let narrowed = narrow(plain, span);
                    narrowed.map(Some).ok_or_else(|| none_fits(name, "number", wanted))
                }
            };
        }
        let built_ins = BuiltIns { has_field: familiar.is_some(), ..BuiltIns::default() };
        let ranked = rank(self.factory.registry, wanted, built_ins);
        for one in &ranked {
            match (one.added, one.level.by) {
                // What the place says of its numbers comes before whoever is for all of them.
                (Some(_), _) if hints.spreads() => self.pass_over(one, spot, wanted, hooks),
                (Some(_), _) => {
                    if let Some(kind) = self.added(one, spot, wanted, hooks)? {
                        return Ok(Some(kind));
                    }
                }
                (None, By::Field) => return Ok(familiar),
                (None, _) => break,
            }
        }
        Ok(None)
    }

    pub(super) fn plain_integer(&mut self, spot: &Spot, view: &IntegerView) -> Result<Kind, Error> {
        if self.is_beyond_numbers(spot) {
            return Ok(Kind::Nothing);
        }
        let written = (view.minimum.as_ref(), view.maximum.as_ref());
        let min = written.0.and_then(as_integer).unwrap_or(LEAST_INTEGER);
        let max = written.1.and_then(as_integer).unwrap_or_else(|| self.greatest(spot));
        // Bounds beyond `i64` stand beside the form.
        let min = self.wide_bounds(spot, WIDE_MINIMUM).map(ceil).fold(min, i128::max);
        let max = self.wide_bounds(spot, WIDE_MAXIMUM).map(below).fold(max, i128::min);
        if min > GREATEST_INTEGER || max < LEAST_INTEGER {
            return Err(self.too_wide(spot));
        }
        let mut step: i128 = 1;
        let mut is_decimal = false;
        for divisor in &view.multiple_of {
            let divisor = self.step(spot, divisor)?;
            is_decimal |= divisor.scale > 0;
            let whole = divisor.unit / gcd(divisor.unit, 10_i128.pow(divisor.scale));
            if whole > EXACT && whole <= GREATEST_INTEGER && whole.count_ones() > 1 {
                return Err(too_large(&self.pointer_of(spot)));
            }
            step = step
                .checked_mul(whole / gcd(step, whole))
                .ok_or_else(|| too_fine(&self.pointer_of(spot)))?;
        }
        // Whether a larger number is a multiple of a decimal, no validator can say.
        let (min, max) = if is_decimal { (min.max(-EXACT), max.min(EXACT)) } else { (min, max) };
        let mut barred = Vec::new();
        for divisor in &view.not_multiple_of {
            let divisor = self.step(spot, divisor)?;
            barred.push(divisor.unit / gcd(divisor.unit, 10_i128.pow(divisor.scale)));
        }
        let (first, last) =
            (min.div_euclid(step) + i128::from(min.rem_euclid(step) > 0), max.div_euclid(step));
        let is_open = written.0.is_none() || written.1.is_none();
        if first > last && is_open && !is_decimal {
            // There are multiples further out.
            return Err(self.too_wide(spot));
        }
        if first > last || barred.contains(&1) {
            return Ok(Kind::Nothing);
        }
        let bounded = written.0.is_some() || written.1.is_some();
        let integer = Integer { min, max, step, barred, bounded, plain: None, like: None };
        // Of a few numbers all may be barred.
        if last - first < MAX_BARRED_SCAN && integer.values().next().is_none() {
            return Ok(Kind::Nothing);
        }
        Ok(Kind::Integer(integer))
    }

    pub(super) fn number(
        &mut self,
        spot: &Spot,
        view: &NumberView,
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        let kind = self.plain_number(spot, view, hooks)?;
        let Kind::Number(plain) = &kind else { return Ok(kind) };
        let pointer = self.pointer_of(spot);
        let wanted = self.number_slot(spot, &pointer, &kind);
        let is_open = self.is_open_above(spot, view.maximum.as_ref());
        let familiar = self.lifelike_number(spot, plain, is_open);
        let familiar = familiar.map(Kind::Number);
        let served = self.served(spot, &wanted, hints, &kind, familiar, hooks)?;
        Ok(served.unwrap_or(kind))
    }

    /// Whether nobody says how large a number may be but its type.
    fn is_open_above(&self, spot: &Spot, maximum: Option<&JsonNumber>) -> bool {
        let Some(maximum) = maximum else { return true };
        let Some(place) = spot.place else { return false };
        let mut formats = self
            .outline
            .get(place)
            .firm()
            .filter_map(|conjunct| conjunct.schema.get("format")?.as_str());
        formats.any(|format| greatest_of(format).is_some_and(|most| maximum.as_i64() == Some(most)))
    }

    pub(super) fn plain_number(
        &mut self,
        spot: &Spot,
        view: &NumberView,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        if self.is_beyond_numbers(spot) {
            return Ok(Kind::Nothing);
        }
        let single = self.has_format(spot, "float");
        let limit = if single { f64::from(f32::MAX) } else { f64::MAX };
        let (low, high) = (view.minimum.as_ref(), view.maximum.as_ref());
        let (low, high) = (low.and_then(not_below), high.and_then(not_above));
        let mut min = low.unwrap_or(-limit).max(-limit);
        let mut max = high.unwrap_or(limit).min(limit);
        let wide = |key| self.wide_bounds(spot, key).filter_map(JsonNumber::as_f64);
        min = wide(WIDE_MINIMUM).fold(min, f64::max);
        max = wide(WIDE_MAXIMUM).fold(max, f64::min);
        // A bound between two numbers is none of them.
        let is_number = |bound: &JsonNumber| not_below(bound) == not_above(bound);
        if view.exclusive_minimum && view.minimum.as_ref().is_some_and(is_number) {
            min = min.next_up();
        }
        if view.exclusive_maximum && view.maximum.as_ref().is_some_and(is_number) {
            max = max.next_down();
        }
        if single {
            // The bound itself may lie between two numbers of an f32.
            (min, max) = (within_single(min, true), within_single(max, false));
        }
        let mut step: Option<Step> = None;
        for divisor in &view.multiple_of {
            let divisor = self.step(spot, divisor)?;
            let pointer = self.pointer_of(spot);
            step = Some(match step {
                None => divisor,
                Some(known) => common(known, divisor).ok_or_else(|| too_fine(&pointer))?,
            });
        }
        let mut step_checks = 0;
        let excludes = !view.not_multiple_of.is_empty() || view.excludes_integers;
        if excludes || step.is_some() {
            // Whether an f64 is a multiple is for the judge to say.
            let checks = self.verify(spot)?;
            step_checks = if excludes { 0 } else { checks.len() };
            hooks.verify.extend(checks);
        }
        if min > max {
            return Ok(Kind::Nothing);
        }
        let bounded = low.is_some() || high.is_some();
        let (range, plain, like) = (None, None, None);
        Ok(Kind::Number(Number {
            min,
            max,
            step,
            range,
            single,
            bounded,
            plain,
            like,
            step_checks,
        }))
    }

    /// The greatest whole number where the form has no bound: `uint64` reaches beyond `i64`.
    fn greatest(&self, spot: &Spot) -> i128 {
        let is_signed = ["int64", "int"].iter().any(|format| self.has_format(spot, format));
        if is_signed { i64::MAX.into() } else { GREATEST_INTEGER }
    }

    /// The error for whole numbers that only stand in texts which few programs read as what they say.
    fn too_wide(&self, spot: &Spot) -> Error {
        const BOUNDING: [&str; 5] =
            ["multipleOf", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"];
        let pointer = self.pointer_of(spot);
        let schema = schema_at(self.contract.schema(), &pointer);
        let says = |key: &&str| schema.is_some_and(|schema| schema.get(*key).is_some());
        let keywords: Vec<&str> = BOUNDING.into_iter().filter(says).collect();
        let told =
            if keywords.is_empty() { String::new() } else { format!(" ({})", quoted(&keywords)) };
        Error::new(
            Stage::Plan,
            format!("cannot plan an integer beyond {LEAST_INTEGER} to {GREATEST_INTEGER}{told}"),
        )
        .at(pointer)
        .with_keyword(keywords.join(", "))
        .with_help("take `number` for what is that large")
    }

    fn wide_bounds(&self, spot: &Spot, key: &'static str) -> impl Iterator<Item = &JsonNumber> {
        let firm = spot.place.into_iter().flat_map(|place| self.outline.get(place).firm());
        firm.filter_map(move |conjunct| match conjunct.schema.get(key) {
            Some(Value::Number(bound)) => Some(bound),
            _ => None,
        })
    }

    /// Whether a bound asks for more than the greatest number, or for less than the least.
    fn is_beyond_numbers(&self, spot: &Spot) -> bool {
        spot.place.is_some_and(|place| {
            self.outline.get(place).firm().any(|conjunct| {
                let is_null = |key| conjunct.schema.get(key).is_some_and(Value::is_null);
                is_null(WIDE_MINIMUM) || is_null(WIDE_MAXIMUM)
            })
        })
    }

    /// The `format` of a number, for the generators that serve it.
    fn number_format(&self, spot: &Spot) -> Option<String> {
        let mut firm = self.outline.get(spot.place?).firm();
        let format = firm.find_map(|conjunct| conjunct.schema.get("format")?.as_str());
        // Those of Rust's numbers are bounds, and the bounds say so.
        format.filter(|format| !is_rust_number(format)).map(str::to_owned)
    }

    pub(super) fn has_format(&self, spot: &Spot, format: &str) -> bool {
        spot.place.is_some_and(|place| {
            let mut firm = self.outline.get(place).firm();
            firm.any(|conjunct| {
                conjunct.schema.get("format").and_then(Value::as_str) == Some(format)
            })
        })
    }

    /// A divisor as an exact decimal.
    fn step(&self, spot: &Spot, number: &JsonNumber) -> Result<Step, Error> {
        read_decimal(&number.to_string()).ok_or_else(|| too_fine(&self.pointer_of(spot)))
    }
}

/// The numbers of a place that the generator makes which it names; `None` where there are none.
#[expect(clippy::cast_possible_truncation, reason = "spans are small")]
fn narrow(plain: &Kind, span: &'static Span) -> Option<Kind> {
    let (bounded, like) = (false, Some(span));
    match plain {
        Kind::Integer(plain) => {
            let min = plain.min.max(span.low.ceil() as i128);
            let max = plain.max.min(span.high.floor() as i128);
            let integer = Integer { min, max, bounded, like, ..plain.clone() };
            let (first, last) = integer.counts();
            (first <= last).then_some(Kind::Integer(integer))
        }
        Kind::Number(plain) => {
            let (mut min, mut max) = (plain.min.max(span.low), plain.max.min(span.high));
            if plain.single {
                (min, max) = (within_single(min, true), within_single(max, false));
            }
            let number = Number { min, max, bounded, like, ..plain.clone() };
            let has = |step: Step| (min / step.times(1)).ceil() <= (max / step.times(1)).floor();
            // Decimals are not exact in an `f32`, and what a multiple is, the contract says first.
            let decimals = Step { unit: 1, scale: span.decimals };
            let step =
                plain.step.or_else(|| Some(decimals).filter(|one| !plain.single && has(*one)));
            let is_some = min <= max && plain.step.is_none_or(has);
            is_some.then_some(Kind::Number(Number { step, ..number }))
        }
        _ => None,
    }
}

fn too_fine(pointer: &str) -> Error {
    Error::new(Stage::Plan, "cannot plan a `multipleOf` with more digits than a number carries")
        .at(pointer)
        .with_keyword("multipleOf")
        .with_help(format!("write it with at most {MAX_SCALE} decimal places"))
}

fn too_large(pointer: &str) -> Error {
    let told = format!("cannot plan a `multipleOf` above {EXACT} that is no power of two");
    Error::new(Stage::Plan, told).at(pointer).with_keyword("multipleOf").with_help(
        "validators read it as another number, so no multiple is one for all: write a smaller one",
    )
}

fn as_integer(number: &JsonNumber) -> Option<i128> {
    number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from))
}

/// The least number of an f64 that is not below `bound`: beyond 2⁵³ not every whole number is one.
#[expect(clippy::cast_possible_truncation, reason = "of an f64 as large as a whole number of JSON")]
fn not_below(bound: &JsonNumber) -> Option<f64> {
    let near = bound.as_f64()?;
    let is_below = as_integer(bound).is_some_and(|exact| (near as i128) < exact);
    Some(if is_below { near.next_up() } else { near })
}

/// The greatest number of an f64 that is not above `bound`.
#[expect(clippy::cast_possible_truncation, reason = "of an f64 as large as a whole number of JSON")]
fn not_above(bound: &JsonNumber) -> Option<f64> {
    let near = bound.as_f64()?;
    let is_above = as_integer(bound).is_some_and(|exact| (near as i128) > exact);
    Some(if is_above { near.next_down() } else { near })
}

/// The least whole number that is not below `bound`.
#[expect(
    clippy::cast_possible_truncation,
    reason = "saturates, which is far beyond what JSON holds"
)]
fn ceil(bound: &JsonNumber) -> i128 {
    let float = || bound.as_f64().unwrap_or(0.0).ceil() as i128;
    as_integer(bound).unwrap_or_else(float)
}

/// The greatest whole number that is not above `bound`.
#[expect(
    clippy::cast_possible_truncation,
    reason = "saturates, which is far beyond what JSON holds"
)]
fn floor(bound: &JsonNumber) -> i128 {
    let float = || bound.as_f64().unwrap_or(0.0).floor() as i128;
    as_integer(bound).unwrap_or_else(float)
}

/// The greatest whole number within a maximum beyond `i64`. One that reads as the least of them was rounded to it,
/// from below.
fn below(bound: &JsonNumber) -> i128 {
    let most = floor(bound);
    if most == LEAST_INTEGER { LEAST_INTEGER - 1 } else { most }
}

/// `1.25e1` → 125 over 10.
fn read_decimal(text: &str) -> Option<Step> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut unit: i128 = format!("{whole}{fraction}").parse().ok()?;
    let mut scale = i32::try_from(fraction.len()).ok()? - exponent;
    while scale < 0 {
        unit = unit.checked_mul(10)?;
        scale += 1;
    }
    while scale > 0 && unit % 10 == 0 {
        unit /= 10;
        scale -= 1;
    }
    let scale = u32::try_from(scale).ok().filter(|scale| *scale <= MAX_SCALE)?;
    (unit > 0).then_some(Step { unit, scale })
}

fn common(one: Step, two: Step) -> Option<Step> {
    let scale = one.scale.max(two.scale);
    let widen = |step: Step| step.unit.checked_mul(10_i128.pow(scale - step.scale));
    let (one, two) = (widen(one)?, widen(two)?);
    Some(Step { unit: one.checked_mul(two / gcd(one, two))?, scale })
}

fn gcd(mut one: i128, mut two: i128) -> i128 {
    while two != 0 {
        (one, two) = (two, one % two);
    }
    one.abs().max(1)
}

/// The number in an `f32` nearest to `value` that is not below, or not above it.
#[expect(clippy::cast_possible_truncation, reason = "rounding to f32 is what is asked for")]
fn within_single(value: f64, up: bool) -> f64 {
    let near = value as f32;
    let next = match (up, f64::from(near).total_cmp(&value)) {
        (true, std::cmp::Ordering::Less) => near.next_up(),
        (false, std::cmp::Ordering::Greater) => near.next_down(),
        _ => near,
    };
    f64::from(next)
}

/// The nearest number that generators are told.
#[expect(clippy::cast_precision_loss, reason = "what is drawn is checked where it may matter")]
fn to_float(number: i128) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly() {
        assert_eq!(read_decimal("0.01"), Some(Step { unit: 1, scale: 2 }));
        assert_eq!(read_decimal("1e-7"), Some(Step { unit: 1, scale: 7 }));
        assert_eq!(read_decimal("12.50"), Some(Step { unit: 125, scale: 1 }));
        assert_eq!(read_decimal("3"), Some(Step { unit: 3, scale: 0 }));
        assert_eq!(read_decimal("1e-300"), None);
    }
}
