//! What a generator can serve, and what it promises of its values.

use std::fmt;
use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use super::ranking::{By, Level, Tail};
use super::realistic::{letters, singular, words};
use super::slot::{Slot, ValueType};

/// Where planning may choose a generator by itself, and what its values are sure to meet.
///
/// A generator without a capability serves only the places that name it. The others are chosen from
/// the most exact statement down: a `format` or `pattern` (both of them before one), then the name of the
/// field, then the type alone; among those, by [score](Self::with_score), and of one score, by more words of the field,
/// by a format before a pattern, and by the longer pattern. The built-in ones take part in the same order,
/// with the score 0, and give way to any other one of the same level. Two that would still be equal somewhere
/// are refused when they are registered.
///
/// # Examples
///
/// ```
/// use foundry::generators::Capability;
///
/// // Values for `"format": "isbn"`, which nothing else knows.
/// let isbn = Capability::texts().with_format("isbn").with_lengths(13..=13).always();
/// let isbn = isbn.with_judge(|value| value.as_str().is_some_and(|text| text.starts_with("978")));
/// // Values for fields like `sku`, `product_sku` and `lineSku`, held against their schemas.
/// let sku = Capability::texts().with_fields(["sku"]);
/// assert_ne!(isbn, sku);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Capability {
    pub(crate) types: Vec<ValueType>,
    pub(crate) format: Option<String>,
    pub(crate) pattern: Option<String>,
    /// Field names, as words in lower case.
    pub(crate) fields: Vec<String>,
    pub(crate) lengths: Option<(u64, u64)>,
    pub(crate) bounds: Option<(f64, f64)>,
    pub(crate) score: u32,
    pub(crate) guarantee: Guarantee,
    /// Whether only places that name it are served.
    pub(crate) is_by_name: bool,
    pub(crate) judge: Option<Judge>,
}

/// What says whether a value is right.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Judge(pub(crate) fn(&Value) -> bool);

impl PartialEq for Judge {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

/// What a generator promises of the values that it draws for a place it serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Guarantee {
    /// None: each value is held against the schema of its place, and drawn again where it is wrong.
    #[default]
    Checked,
    /// Every value is valid there, as far as the type, the format, the pattern, the length and the
    /// bounds are concerned that the capability names. [`Registry::check`](super::Registry::check)
    /// proves it.
    Always,
}

/// The score of a generator that says nothing else: above those that are built in.
const DEFAULT_SCORE: u32 = 10;

impl Capability {
    /// Serves no place by itself, only those that name the generator.
    #[must_use]
    pub fn none() -> Self {
        Self::of_types(Vec::new())
    }

    /// Serves texts.
    #[must_use]
    pub fn texts() -> Self {
        Self::of_types(vec![ValueType::Text])
    }

    /// Serves whole numbers.
    #[must_use]
    pub fn integers() -> Self {
        Self::of_types(vec![ValueType::Integer])
    }

    /// Serves numbers, whole ones too.
    #[must_use]
    pub fn numbers() -> Self {
        Self::of_types(vec![ValueType::Integer, ValueType::Number])
    }

    /// Serves booleans.
    #[must_use]
    pub fn booleans() -> Self {
        Self::of_types(vec![ValueType::Boolean])
    }

    /// Serves whole lists. A generator that does not say so and is named at a list serves the elements.
    #[must_use]
    pub fn arrays() -> Self {
        Self::of_types(vec![ValueType::Array])
    }

    /// Serves whole objects.
    #[must_use]
    pub fn objects() -> Self {
        Self::of_types(vec![ValueType::Object])
    }

    fn of_types(types: Vec<ValueType>) -> Self {
        Self {
            types,
            format: None,
            pattern: None,
            fields: Vec::new(),
            lengths: None,
            bounds: None,
            score: DEFAULT_SCORE,
            guarantee: Guarantee::Checked,
            is_by_name: false,
            judge: None,
        }
    }

    /// Only places with this `format`.
    #[must_use]
    pub fn with_format(mut self, format: impl Into<String>) -> Self {
        self.format = Some(format.into());
        self
    }

    /// Only places with this very `pattern`.
    #[must_use]
    pub fn with_pattern(mut self, pattern: impl Into<String>) -> Self {
        self.pattern = Some(pattern.into());
        self
    }

    /// Only fields whose names end with one of these, in any case: `zip code` serves `zip_code`,
    /// `zipCode` and `billing-zip-code`.
    #[must_use]
    pub fn with_fields<S: AsRef<str>>(mut self, fields: impl IntoIterator<Item = S>) -> Self {
        self.fields.extend(fields.into_iter().map(|field| words(field.as_ref())));
        self
    }

    /// The lengths of its texts in characters, of its lists in elements, of its objects in members: it
    /// serves places that allow some of them.
    #[must_use]
    pub fn with_lengths(mut self, lengths: RangeInclusive<u64>) -> Self {
        self.lengths = Some((*lengths.start(), *lengths.end()));
        self
    }

    /// The bounds of its numbers: it serves places that allow some of them. `f64::INFINITY` is an end that is
    /// not there.
    #[must_use]
    pub fn with_bounds(mut self, bounds: RangeInclusive<f64>) -> Self {
        self.bounds = Some((*bounds.start(), *bounds.end()));
        self
    }

    /// Which of two generators comes first that are chosen in the same way. Defaults to 10.
    #[must_use]
    pub fn with_score(mut self, score: u32) -> Self {
        self.score = score;
        self
    }

    /// Serves no place by itself, only those that name the generator; what else is said here is what
    /// it makes.
    #[must_use]
    pub fn only_by_name(mut self) -> Self {
        self.is_by_name = true;
        self
    }

    /// Promises that every value is valid where it is drawn: [`Guarantee::Always`].
    #[must_use]
    pub fn always(mut self) -> Self {
        self.guarantee = Guarantee::Always;
        self
    }

    /// What its values are, where no schema can say it: [`Registry::check`](super::Registry::check) holds each
    /// of them against it too. A format that nothing else knows needs one there.
    #[must_use]
    pub fn with_judge(mut self, judge: fn(&Value) -> bool) -> Self {
        self.judge = Some(Judge(judge));
        self
    }

    /// What is promised.
    pub fn guarantee(&self) -> Guarantee {
        self.guarantee
    }

    /// The score.
    pub fn score(&self) -> u32 {
        self.score
    }

    /// How exactly the generator fits the place; `None` where it does not.
    pub(crate) fn level(&self, slot: &Slot<'_>) -> Option<Level> {
        if self.is_by_name || !self.types.contains(&slot.value_type()) || !self.reaches(slot) {
            return None;
        }
        let by_format = self.format.as_deref();
        let by_pattern = self.pattern.as_ref();
        if by_format.is_some_and(|wanted| slot.format() != Some(wanted))
            || by_pattern.is_some_and(|wanted| !slot.patterns().contains(wanted))
        {
            return None;
        }
        let tail = match self.fields.as_slice() {
            [] => Tail::default(),
            fields => longest_tail(fields, slot.words())?,
        };
        let by = match (by_format.is_some(), by_pattern.is_some()) {
            (true, true) => By::Both,
            (true, false) | (false, true) => By::Exact,
            (false, false) if tail.covered > 0 => By::Field,
            (false, false) => By::Type,
        };
        Some(Level { by, tail, has_format: by_format.is_some() })
    }

    /// Whether one of its fields is called like this, at places of such types.
    pub(crate) fn knows_field(&self, field: &str, of: fn(ValueType) -> bool) -> bool {
        !self.is_by_name
            && self.types.iter().copied().any(of)
            && longest_tail(&self.fields, &words(field)).is_some()
    }

    /// Whether a place of this type may name it.
    pub(crate) fn may_serve(&self, ty: ValueType) -> bool {
        self.types.is_empty() || self.types.contains(&ty)
    }

    /// Whether some values lie within what the place allows.
    fn reaches(&self, slot: &Slot<'_>) -> bool {
        let (min, max) = slot.lengths();
        let (low, high) = slot.bounds();
        let has_length =
            self.lengths.is_none_or(|(least, most)| most >= min && max.is_none_or(|m| least <= m));
        has_length && self.bounds.is_none_or(|(least, most)| most >= low && least <= high)
    }

    /// Whether all values lie within what the place allows, so that none has to be checked.
    pub(crate) fn is_sure(&self, slot: &Slot<'_>) -> bool {
        let (min, max) = slot.lengths();
        let (low, high) = slot.bounds();
        let is_length = match self.lengths {
            Some((least, most)) => least >= min && max.is_none_or(|max| most <= max),
            None => min == 0 && max.is_none(),
        };
        let is_bounds = match self.bounds {
            Some((least, most)) => least >= low && most <= high,
            None => low == f64::NEG_INFINITY && high == f64::INFINITY,
        };
        let is_number = matches!(slot.value_type(), ValueType::Integer | ValueType::Number);
        let is_text = slot.value_type() == ValueType::Text;
        // What a schema says of elements and members, no capability says.
        let is_whole = matches!(slot.value_type(), ValueType::Array | ValueType::Object);
        let has_format = slot.format().is_none_or(|format| self.format.as_deref() == Some(format));
        let is_ours = |pattern: &String| self.pattern.as_ref() == Some(pattern);
        self.guarantee == Guarantee::Always
            && !is_whole
            && (!is_text || is_length)
            && (!is_number || (is_bounds && slot.step().is_none()))
            && has_format
            && slot.patterns().iter().all(is_ours)
    }

    /// A schema of the values that are promised.
    pub(crate) fn schema(&self) -> Map<String, Value> {
        let mut schema = Map::new();
        let mut say = |key: &str, value: Value| schema.insert(key.to_owned(), value);
        if let [one] = self.types.as_slice() {
            say("type", one.name().into());
        } else if !self.types.is_empty() {
            say("type", self.types.iter().map(|ty| ty.name()).collect());
        }
        let exact = [("format", &self.format), ("pattern", &self.pattern)];
        for (key, said) in exact.into_iter().filter_map(|(key, said)| Some((key, said.as_ref()?))) {
            say(key, said.as_str().into());
        }
        if let Some((least, most)) = self.lengths {
            for (ty, first, last) in [
                (ValueType::Text, "minLength", "maxLength"),
                (ValueType::Array, "minItems", "maxItems"),
                (ValueType::Object, "minProperties", "maxProperties"),
            ] {
                if self.types.is_empty() || self.types.contains(&ty) {
                    say(first, least.into());
                    say(last, most.into());
                }
            }
        }
        if let Some((least, most)) = self.bounds {
            for (key, bound) in [("minimum", least), ("maximum", most)] {
                // JSON has no infinity, and says nothing of an end that is not there.
                if bound.is_finite() {
                    say(key, bound.into());
                }
            }
        }
        schema
    }

    /// What both claim with the same score, so that nothing says which of them comes first at a place of it.
    pub(crate) fn shared_claim(&self, other: &Self) -> Option<String> {
        if self.score != other.score {
            return None;
        }
        let theirs: Vec<Claim<'_>> = other.claims().collect();
        self.claims().find(|claim| theirs.contains(claim)).map(|claim| claim.to_string())
    }

    /// The statements that another generator may not make with the same score. Lengths and bounds are none: a
    /// place that has neither takes all of them.
    fn claims(&self) -> impl Iterator<Item = Claim<'_>> {
        let fields: Vec<Option<&str>> = if self.fields.is_empty() {
            vec![None]
        } else {
            self.fields.iter().map(|field| Some(field.as_str())).collect()
        };
        let types = self.types.iter().filter(|_| !self.is_by_name);
        types.flat_map(move |ty| {
            let (format, pattern) = (self.format.as_deref(), self.pattern.as_deref());
            fields.clone().into_iter().map(move |field| Claim { ty: *ty, format, pattern, field })
        })
    }
}

/// A statement by which planning may choose a generator.
struct Claim<'c> {
    ty: ValueType,
    format: Option<&'c str>,
    pattern: Option<&'c str>,
    field: Option<&'c str>,
}

impl PartialEq for Claim<'_> {
    fn eq(&self, other: &Self) -> bool {
        // Wherever the spaces are, the same letters in as many words know the same names.
        let field = |claim: &Self| {
            claim.field.map(|field| (letters(field).collect::<String>(), field.split(' ').count()))
        };
        (self.ty, self.format, self.pattern) == (other.ty, other.format, other.pattern)
            && field(self) == field(other)
    }
}

impl fmt::Display for Claim<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = [
            self.format.map(|format| format!("the format `{format}`")),
            self.pattern.map(|pattern| format!("the pattern `{pattern}`")),
            self.field.map(|field| format!("fields like `{field}`")),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        match said.as_slice() {
            [] => write!(f, "all {}", self.ty.plural()),
            said => write!(f, "{} for {}", self.ty.plural(), said.join(", ")),
        }
    }
}

/// The most of `name` that one of `fields` knows: its last words, also in the plural, wherever the spaces
/// are within them.
fn longest_tail(fields: &[String], name: &str) -> Option<Tail> {
    let as_written = fields.iter().filter_map(|field| tail(field, name, true));
    let singular = singular(name);
    let of_one =
        singular.iter().flat_map(|name| fields.iter().filter_map(|f| tail(f, name, false)));
    as_written.chain(of_one).max()
}

/// How much of `name` is `field`.
fn tail(field: &str, name: &str, is_as_written: bool) -> Option<Tail> {
    let mut starts = std::iter::once(0).chain(name.match_indices(' ').map(|(at, _)| at + 1));
    let start = starts.find(|at| letters(&name[*at..]).eq(letters(field)))?;
    let count = |words: &str| words.split(' ').count();
    Some(Tail { covered: count(&name[start..]), is_as_written, written_in: count(field) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_known_by_its_last_words() {
        let known = ["code".to_owned(), "zip code".to_owned()];
        let tail =
            |name: &str| longest_tail(&known, name).map(|tail| (tail.covered, tail.written_in));
        assert_eq!(tail("billing zip code"), Some((2, 2)));
        assert_eq!(tail("barcode"), None);
        assert_eq!(tail("code"), Some((1, 1)));
        assert_eq!(tail("billing zipcode"), Some((1, 2)));
        assert_eq!(tail("zip codes"), Some((2, 2)));
    }
}
