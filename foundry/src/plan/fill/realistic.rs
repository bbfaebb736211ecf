//! Texts and numbers as a person would type them: chosen by the name of the field, within the contract.

use std::rc::Rc;

use jsonschema::canonical::StringView;

use super::registered::none_fits;
use super::{Filler, Spot};
use crate::error::Error;
use crate::generators::Slot;
use crate::generators::realistic::{self, Faker, Found, Known, Span};
use crate::plan::hints::Hints;
use crate::plan::node::{Integer, Number, Realistic, Step, TextSource};
use crate::seed::{Path, Purpose, Row, Seed, hash_name};

/// How many texts are drawn on trial before planning says whether a faker fits a place.
const TRIED_TEXTS: usize = 32;

/// So many of them have to fit, where nobody named the generator.
const ENOUGH_TEXTS: usize = 16;

/// The rows of which those texts are.
pub(super) fn trials() -> Vec<Row> {
    Seed::from(0).rows().take(TRIED_TEXTS).collect()
}

/// What the name of a field asks for.
pub(super) struct Asked {
    text: Option<Found>,
    number: Option<&'static Span>,
}

impl Filler<'_> {
    /// What the name of the field asks for; `None` where it asks for nothing.
    pub(super) fn field_asks(&self, spot: &Spot) -> Option<Rc<Asked>> {
        let member = spot.member.as_ref().filter(|_| self.config.realism)?;
        let field = (Rc::clone(member), spot.around.clone());
        if let Some(known) = self.asked.borrow().get(&field) {
            return known.clone();
        }
        let text = realistic::faker_of(member, spot.around.as_deref());
        let number = realistic::span_of(member);
        let asks = text.is_some() || number.is_some();
        let asked = asks.then(|| Rc::new(Asked { text, number }));
        self.asked.borrow_mut().insert(field, asked.clone());
        asked
    }

    /// A faker that the place did not choose by its name alone: the words before its own say of whom.
    fn about(&self, faker: &'static Faker, spot: &Spot) -> Found {
        let found = self.field_asks(spot).and_then(|asked| asked.text.clone());
        let prefix = found.map(|found| found.prefix).unwrap_or_default();
        Found { faker, prefix, by_format: false }
    }

    /// What texts of the place look like: as the faker that it names, else as its format does in a
    /// manner of its own, else as the name of its field asks.
    pub(super) fn manner(&self, spot: &Spot, wanted: &Slot<'_>, hints: &Hints) -> Option<Found> {
        let named = hints.faker.as_deref().and_then(realistic::find);
        match (named, wanted.format()) {
            (Some(faker), _) => Some(self.about(faker, spot)),
            (None, _) if hints.faker.is_some() || !self.config.realism => None,
            (None, Some(format)) => {
                // Where no field is, none asks for anything.
                let (faker, is_whole) =
                    realistic::faker_of_format(format, spot.member.as_deref()?)?;
                Some(Found { by_format: !is_whole, ..self.about(faker, spot) })
            }
            (None, None) => self.field_asks(spot).and_then(|asked| asked.text.clone()),
        }
    }

    /// Where the texts of a place come from: from the faker that it names or asks for, where that
    /// mostly fits the contract, and from `plain` where it does not.
    pub(super) fn lifelike(
        &mut self,
        found: Found,
        wanted: &Slot<'_>,
        view: &StringView,
        hints: &Hints,
        plain: TextSource,
    ) -> Result<TextSource, Error> {
        let Found { faker, prefix, by_format } = found;
        let named = hints.faker.as_ref();
        let known = &mut self.factory.patterns;
        let mut patterns =
            |list: &[String]| list.iter().map(|pattern| known.matcher(pattern)).collect();
        let all: [Option<Vec<regex::Regex>>; 2] =
            [patterns(&view.patterns), patterns(&view.excluded_patterns)];
        // What cannot be held against the text here is left to the plain source.
        let [Some(matched), Some(excluded)] = all else { return Ok(plain) };
        let (min, max) = wanted.lengths();
        let source = Realistic {
            faker,
            locale: self.config.locale,
            whose: hash_name(&prefix),
            min,
            max,
            is_named: named.is_some(),
            by_format,
            is_ascii: hints.ascii,
            matched,
            excluded,
            plain,
        };
        let fits = |row: &&Row| {
            let shared = row.stream(Path::ROOT.purpose(Purpose::Shared));
            let (own, known) = (&mut row.stream(Path::ROOT), &mut Known::default());
            source.draw_fitting(own, &shared, known, &mut String::new())
        };
        // A text that nobody bounds is never too long, and none of them is empty.
        let is_free = min <= 1 && max.is_none() && !hints.ascii;
        let is_free = is_free && source.matched.is_empty() && source.excluded.is_empty();
        let enough = if named.is_some() { 1 } else { ENOUGH_TEXTS };
        let is_enough = is_free || self.trials.iter().filter(fits).take(enough).count() == enough;
        if named.is_some() && !is_enough {
            return Err(none_fits(faker.name, "text", wanted));
        }
        if !is_enough {
            return Ok(source.plain);
        }
        Ok(TextSource::Realistic(Box::new(source)))
    }

    /// A whole number of a field whose name says how large it is, where its author did not.
    pub(super) fn lifelike_integer(
        &self,
        spot: &Spot,
        plain: &Integer,
        is_open: bool,
    ) -> Option<Integer> {
        let span = self.span(spot).filter(|_| is_open)?;
        #[expect(clippy::cast_possible_truncation, reason = "spans are small")]
        let (low, high) = (span.low.ceil() as i128, span.high.floor() as i128);
        let narrowed = Integer {
            min: plain.min.max(low),
            max: plain.max.min(high),
            bounded: false,
            plain: Some(Box::new(plain.clone())),
            like: Some(span),
            ..plain.clone()
        };
        let (first, last) = narrowed.counts();
        // Where a divisor bars many numbers, those that are left may all lie elsewhere.
        (first <= last && narrowed.barred.is_empty()).then_some(narrowed)
    }

    /// The same for a number, in the decimals that it is written with.
    pub(super) fn lifelike_number(
        &self,
        spot: &Spot,
        plain: &Number,
        is_open: bool,
    ) -> Option<Number> {
        let span = self.span(spot)?;
        if plain.step.is_some() || plain.single {
            return None;
        }
        let (low, high) = if is_open { (span.low, span.high) } else { (plain.min, plain.max) };
        let (min, max) = (plain.min.max(low), plain.max.min(high));
        let unit = 10_f64.powi(span.decimals.cast_signed());
        // A handful of steps at least, and none beyond what a number of that size tells apart.
        let has_steps = (max - min) * unit >= 8.0 && max.abs().max(min.abs()) * unit < 1e15;
        let step = Some(Step { unit: 1, scale: span.decimals });
        let bounded = plain.bounded && !is_open;
        let (all, like) = (Some(Box::new(plain.clone())), Some(span));
        let number = Number { min, max, step, bounded, plain: all, like, ..plain.clone() };
        has_steps.then_some(number)
    }

    fn span(&self, spot: &Spot) -> Option<&'static Span> {
        let asked = self.field_asks(spot).filter(|_| !spot.is_distinct)?;
        asked.number
    }
}
