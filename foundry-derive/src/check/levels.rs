//! A field and its `inner(…)` rules → levels: the rules that stand on one type.

use syn::{Generics, Type};

use super::sites::Site;
use crate::model::{Bound, Bounds, Number, Origin, Rule, RuleKind};
use crate::ty::{Guess, Kind};

/// The rules on a field, or on the elements of one.
pub(super) struct Level<'a> {
    /// "field `tags`" or "an element of `tags`".
    pub(super) place: String,
    pub(super) rules: Vec<&'a Rule>,
    /// `None` where nothing is known of the type.
    pub(super) guess: Option<Guess<'a>>,
    /// Whether what validator and garde ask for is taken care of by other means.
    pub(super) is_told: bool,
}

/// The levels of a field; `ty` is the type that schemars describes.
pub(super) fn of<'a>(site: &Site<'a>, ty: Option<&'a Type>) -> Vec<Level<'a>> {
    let generics = &site.container.original.generics;
    let label = site.field.label();
    let hints = &site.field.options;
    let is_told = site.container.options.check.is_some()
        || site.has_own_schema_words()
        || hints.with.is_some()
        || hints.values.is_some();
    let mut levels = Vec::new();
    let mut rules: Vec<_> = site.field.rules.iter().collect();
    let mut guess = ty.map(|ty| Guess::of(ty, generics));
    let mut place = format!("field `{label}`");
    let mut outer = format!("`{label}`");
    while !rules.is_empty() {
        let inner = rules.iter().filter_map(|rule| match &rule.kind {
            RuleKind::Inner(rules) => Some(rules),
            _ => None,
        });
        let inner = inner.flatten().collect();
        let item = guess.as_ref().and_then(|guess| item_of(guess, generics));
        levels.push(Level { place, rules, guess, is_told });
        place = format!("an element of {outer}");
        outer.clone_from(&place);
        rules = inner;
        guess = item;
    }
    levels
}

impl<'a> Level<'a> {
    /// What is known of the type.
    pub(super) fn kind(&self) -> Kind<'a> {
        self.guess.as_ref().map_or(Kind::Unknown, |guess| guess.kind.clone())
    }

    /// The rules that a contradiction would break, by what they are.
    pub(super) fn bounds(
        &self,
        pick: impl Fn(&'a RuleKind) -> Option<&'a Bounds>,
    ) -> Vec<&'a Bounds> {
        self.rules.iter().filter_map(|rule| pick(&rule.kind)).collect()
    }

    /// Whether a rule without an effect on the schema is still of use.
    pub(super) fn excuses(&self, rule: &Rule) -> bool {
        self.is_told && matches!(rule.origin, Origin::Validate | Origin::Garde)
    }
}

/// One end of what is allowed, and where it is written.
pub(super) type End<'a> = (Number, &'a Bound);

/// The highest of the lower ends and the lowest of the upper ends, where they are numbers.
pub(super) fn tightest<'a>(all: &[&'a Bounds]) -> (Option<End<'a>>, Option<End<'a>>) {
    let known = |bound: Option<&'a Bound>| bound.and_then(|bound| Some((bound.literal?, bound)));
    let mut start: Option<End> = None;
    let mut end: Option<End> = None;
    for bounds in all {
        if let Some(low) = known(bounds.low())
            && start.is_none_or(|before| before.0.is_below(low.0))
        {
            start = Some(low);
        }
        if let Some(high) = known(bounds.high())
            && end.is_none_or(|before| high.0.is_below(before.0))
        {
            end = Some(high);
        }
    }
    (start, end)
}

impl Number {
    /// Whether the number is less than the other one.
    pub(super) fn is_below(self, other: Self) -> bool {
        match (self, other) {
            (Self::Integer(one), Self::Integer(other)) => one < other,
            (one, other) => one.to_float() < other.to_float(),
        }
    }

    /// The number as a float, rounded.
    pub(super) fn to_float(self) -> f64 {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "compared only with another float")]
            Self::Integer(integer) => integer as f64,
            Self::Float(float) => float,
        }
    }

    /// The number without a fraction, if it has none.
    pub(super) fn to_integer(self) -> Option<i128> {
        match self {
            Self::Integer(integer) => Some(integer),
            #[expect(clippy::cast_possible_truncation, reason = "`as` keeps to the bounds of i128")]
            Self::Float(float) => (float.fract() == 0.0).then_some(float as i128),
        }
    }
}

fn item_of<'a>(guess: &Guess<'a>, generics: &Generics) -> Option<Guess<'a>> {
    match guess.kind {
        Kind::List(item) | Kind::Array(item, _) => Some(Guess::of(item, generics)),
        _ => None,
    }
}
