//! Alternatives that nobody wrote: what exact normalization leaves open beside the author's own.

use jsonschema::canonical::{CanonicalKind, CanonicalSchema, CanonicalView};
use jsonschema::{JsonType, JsonTypeSet};
use serde_json::Value;

use super::registered::json_type;
use super::{Filler, Spot};
use crate::error::{Error, Stage};
use crate::plan::hints::Hints;
use crate::plan::node::{Branch, Hooks, Kind, Literal};
use crate::plan::outline::{Conjunct, PlaceId};

impl Filler<'_> {
    /// Alternatives of the canonical form, less those that the author never meant.
    pub(super) fn any_of(
        &mut self,
        spot: &Spot,
        options: Vec<CanonicalSchema>,
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        let mut resolved = Vec::with_capacity(options.len());
        for option in options {
            resolved.push(self.resolve(option, spot.place)?);
        }
        let meant = if self.is_lenient { resolved.clone() } else { self.meant(spot, &resolved) };
        let kind = self.branches_of(spot, meant, hints, hooks)?;
        // What the author thought of may hold no value, and the rest is as valid.
        if matches!(kind, Kind::Nothing) {
            return self.branches_of(spot, resolved, hints, hooks);
        }
        Ok(kind)
    }

    fn branches_of(
        &mut self,
        spot: &Spot,
        meant: Vec<CanonicalSchema>,
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        if let [single] = meant.as_slice() {
            let spot = Spot { canonical: single.clone(), ..spot.clone() };
            return self.view(&spot, hints, hooks);
        }
        let mut branches = Vec::new();
        let mut has_null = false;
        for (position, option) in meant.into_iter().enumerate() {
            let option = Spot { canonical: option, ..spot.clone() };
            // An option is the same place again; its hints and hooks stand at the whole.
            let mut inner = Hooks::default();
            let mut kind = self.view(&option, hints, &mut inner)?;
            let passed_over = inner.passed_over.take();
            hooks.passed_over = hooks.passed_over.take().or(passed_over);
            let label = option_label(&option.canonical, position);
            has_null |= inner.is_empty() && take_null(&mut kind);
            if matches!(kind, Kind::Nothing) {
                continue;
            }
            let node = self.push(self.pointer_of(&option), kind)?;
            self.nodes[node.index()].hooks = (!inner.is_empty()).then(|| Box::new(inner));
            branches.push(Branch::new(label, 1, node));
        }
        Ok(self.joined(branches, has_null, hints))
    }

    /// A place that names types and nothing else.
    pub(super) fn types(
        &mut self,
        spot: &Spot,
        types: JsonTypeSet,
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        let is_left = |declared: &JsonTypeSet| {
            ALL_TYPES.into_iter().any(|ty| types.contains(ty) && declared.contains(ty))
        };
        // What the author thought of may hold no value, and the rest is as valid.
        let declared = self.declared_types(spot.place).filter(is_left);
        let declared = declared.filter(|_| !self.is_lenient);
        // Where nobody wrote the types, those that are left are not meant beside what is named.
        if let Some(name) = hints.faker.as_ref().filter(|_| declared.is_none()) {
            let named = self.type_of_named(name, spot)?.map(json_type);
            if let Some(ty) = named.filter(|ty| types.contains(*ty)) {
                return self.bare(spot, ty, hints, hooks);
            }
        }
        let mut branches = Vec::new();
        let mut has_null = false;
        for ty in ALL_TYPES.into_iter().filter(|ty| types.contains(*ty)) {
            let is_meant = declared.is_none_or(|declared| declared.contains(ty));
            // Every whole number is a number: one branch draws both.
            let is_twice = ty == JsonType::Integer && types.contains(JsonType::Number);
            if !is_meant || is_twice {
                continue;
            }
            if ty == JsonType::Null {
                has_null = true;
                continue;
            }
            let kind = self.bare(spot, ty, hints, hooks)?;
            let label = ty.as_str().to_owned();
            let node = self.push(self.pointer_of(spot), kind)?;
            branches.push(Branch::new(label, 1, node));
        }
        Ok(self.joined(branches, has_null, hints))
    }

    /// The branches as one kind: alone, as a choice, and with `null` beside them.
    pub(super) fn joined(
        &mut self,
        mut branches: Vec<Branch>,
        has_null: bool,
        hints: &Hints,
    ) -> Kind {
        let null = || Kind::Literal(vec![Literal::new(Value::Null)]);
        let kind = match branches.len() {
            0 if has_null => return null(),
            0 => return Kind::Nothing,
            1 => branches.pop().map_or(Kind::Nothing, |branch| Kind::Alias(branch.node)),
            _ => Kind::Choice(branches),
        };
        if !has_null {
            return kind;
        }
        if let Kind::Alias(inner) = kind {
            return Kind::Nullable { inner, presence: hints.presence };
        }
        match self.push(String::new(), kind) {
            Ok(inner) => Kind::Nullable { inner, presence: hints.presence },
            Err(_) => null(),
        }
    }

    /// Whether `null` is valid here and the author said so.
    pub(super) fn admits_null(&self, spot: &Spot) -> Result<bool, Error> {
        let admits = |canonical: &CanonicalSchema| matches!(types_of(canonical), Some(types) if types.contains(JsonType::Null));
        if spot.canonical.kind() != CanonicalKind::AnyOf {
            return Ok(admits(&spot.canonical));
        }
        let CanonicalView::AnyOf(options) = spot.canonical.view() else { return Ok(false) };
        let mut any = false;
        for option in options {
            any |= admits(&self.resolve(option, spot.place)?);
        }
        Ok(any)
    }

    /// A type that the author names and that no value has: an `Option` that is never `Some`.
    pub(super) fn note_lost_types(&mut self, spot: &Spot) {
        let Some(place) = spot.place.filter(|_| self.is_typed) else { return };
        let named = self.outline.get(place).firm().find_map(named_types);
        let Some(named) = named.filter(|_| spot.canonical.kind() == CanonicalKind::Const) else {
            return;
        };
        if spot.canonical.view() != CanonicalView::Const(Value::Null) {
            return;
        }
        let is_lost = |ty: &JsonType| *ty != JsonType::Null && named.contains(*ty);
        if let Some(lost) = ALL_TYPES.into_iter().find(is_lost) {
            let pointer = self.pointer_of(spot);
            self.unreachable.push(
                Error::new(Stage::Plan, format!("no {lost} is valid at `{pointer}`, only `null`"))
                    .at(pointer),
            );
        }
    }

    /// The options of a declared type that ask for no property which nobody declared.
    fn meant(&self, spot: &Spot, options: &[CanonicalSchema]) -> Vec<CanonicalSchema> {
        let declared = self.declared_types(spot.place);
        let names = spot.place.map(|place| self.outline.get(place).named()).unwrap_or_default();
        let of_type = |option: &CanonicalSchema| match (declared, types_of(option)) {
            (Some(declared), Some(types)) => {
                ALL_TYPES.into_iter().any(|ty| declared.contains(ty) && types.contains(ty))
            }
            _ => true,
        };
        let of_names = |option: &CanonicalSchema| {
            if names.is_empty() || option.kind() != CanonicalKind::Object {
                return true;
            }
            match option.view() {
                CanonicalView::Object(view) => {
                    view.required.iter().all(|name| names.contains(&name.as_str()))
                }
                _ => true,
            }
        };
        let keep = |wanted: &dyn Fn(&CanonicalSchema) -> bool, from: Vec<CanonicalSchema>| {
            let kept: Vec<_> = from.iter().filter(|option| wanted(option)).cloned().collect();
            if kept.is_empty() { from } else { kept }
        };
        keep(&of_names, keep(&of_type, options.to_vec()))
    }

    /// The types that the author names, or that the keywords in use speak of; `None` where neither
    /// says anything.
    pub(super) fn declared_types(&self, place: Option<PlaceId>) -> Option<JsonTypeSet> {
        let place = self.outline.get(place?);
        let mut declared: Option<JsonTypeSet> = None;
        for conjunct in place.firm() {
            if let Some(types) = named_types(conjunct) {
                declared = Some(declared.map_or(types, |known| intersect(known, types)));
            }
        }
        declared.or_else(|| {
            let implied = place.firm().filter_map(implied_types);
            implied.reduce(|one, two| {
                ALL_TYPES.into_iter().fold(
                    one,
                    |all, ty| {
                        if two.contains(ty) { all.insert(ty) } else { all }
                    },
                )
            })
        })
    }
}

/// Whether `null` is the only value.
pub(super) fn is_null(canonical: &CanonicalSchema) -> bool {
    let is_only = |types: JsonTypeSet| {
        ALL_TYPES.into_iter().all(|ty| types.contains(ty) == (ty == JsonType::Null))
    };
    types_of(canonical).is_some_and(is_only)
}

/// Takes `null` out of a list of values; `true` where it was there.
pub(super) fn take_null(kind: &mut Kind) -> bool {
    let Kind::Literal(literals) = kind else { return false };
    let before = literals.len();
    literals.retain(|literal| !literal.value.get().is_null());
    let had_null = literals.len() < before;
    if literals.is_empty() {
        *kind = Kind::Nothing;
    }
    had_null
}

/// The JSON types in the order in which alternatives are listed.
pub(super) const ALL_TYPES: [JsonType; 7] = [
    JsonType::Null,
    JsonType::Boolean,
    JsonType::Integer,
    JsonType::Number,
    JsonType::String,
    JsonType::Array,
    JsonType::Object,
];

/// The types that values of `canonical` have; `None` where the form does not tell.
pub(super) fn types_of(canonical: &CanonicalSchema) -> Option<JsonTypeSet> {
    let one = |ty| Some(JsonTypeSet::empty().insert(ty));
    match canonical.kind() {
        CanonicalKind::String => return one(JsonType::String),
        CanonicalKind::Integer => return one(JsonType::Integer),
        CanonicalKind::Number => {
            return Some(JsonTypeSet::empty().insert(JsonType::Integer).insert(JsonType::Number));
        }
        CanonicalKind::Array => return one(JsonType::Array),
        CanonicalKind::Object => return one(JsonType::Object),
        CanonicalKind::MultiType
        | CanonicalKind::TypedGroup
        | CanonicalKind::Const
        | CanonicalKind::Enum => {}
        _ => return None,
    }
    match canonical.view() {
        // Every whole number is a number.
        CanonicalView::MultiType(types) if types.contains(JsonType::Number) => {
            Some(types.insert(JsonType::Integer))
        }
        CanonicalView::MultiType(types) => Some(types),
        CanonicalView::TypedGroup(group) => one(group.ty),
        CanonicalView::Const(value) => one(type_of(&value)),
        CanonicalView::Enum(values) => {
            Some(values.iter().fold(JsonTypeSet::empty(), |all, value| all.insert(type_of(value))))
        }
        _ => None,
    }
}

pub(super) fn type_of(value: &Value) -> JsonType {
    match value {
        Value::Null => JsonType::Null,
        Value::Bool(_) => JsonType::Boolean,
        Value::Number(number) if number.is_f64() => JsonType::Number,
        Value::Number(_) => JsonType::Integer,
        Value::String(_) => JsonType::String,
        Value::Array(_) => JsonType::Array,
        Value::Object(_) => JsonType::Object,
    }
}

fn named_types(conjunct: &Conjunct<'_>) -> Option<JsonTypeSet> {
    let names: Vec<&str> = match conjunct.schema.get("type")? {
        Value::String(name) => vec![name],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    Some(names.into_iter().fold(JsonTypeSet::empty(), |types, name| match name {
        "null" => types.insert(JsonType::Null),
        "boolean" => types.insert(JsonType::Boolean),
        "integer" => types.insert(JsonType::Integer),
        "number" => types.insert(JsonType::Number).insert(JsonType::Integer),
        "string" => types.insert(JsonType::String),
        "array" => types.insert(JsonType::Array),
        "object" => types.insert(JsonType::Object),
        _ => types,
    }))
}

/// The type that keywords speak of where `type` itself is missing.
fn implied_types(conjunct: &Conjunct<'_>) -> Option<JsonTypeSet> {
    const SPEAKING_OF: [(JsonType, &[&str]); 4] = [
        (
            JsonType::Object,
            &[
                "properties",
                "required",
                "patternProperties",
                "additionalProperties",
                "propertyNames",
                "minProperties",
                "maxProperties",
                "dependentRequired",
                "dependentSchemas",
                "dependencies",
            ],
        ),
        (
            JsonType::Array,
            &["items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains"],
        ),
        (JsonType::String, &["pattern", "format", "minLength", "maxLength", "contentEncoding"]),
        (
            JsonType::Number,
            &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
        ),
    ];
    let mut types = None;
    for (ty, keywords) in SPEAKING_OF {
        if keywords.iter().any(|keyword| conjunct.schema.contains_key(*keyword)) {
            let known: JsonTypeSet = types.unwrap_or(JsonTypeSet::empty());
            let known = known.insert(ty);
            types =
                Some(if ty == JsonType::Number { known.insert(JsonType::Integer) } else { known });
        }
    }
    types
}

fn intersect(one: JsonTypeSet, two: JsonTypeSet) -> JsonTypeSet {
    ALL_TYPES
        .into_iter()
        .filter(|ty| one.contains(*ty) && two.contains(*ty))
        .fold(JsonTypeSet::empty(), JsonTypeSet::insert)
}

fn option_label(canonical: &CanonicalSchema, position: usize) -> String {
    match types_of(canonical) {
        Some(types) => {
            let names: Vec<_> = ALL_TYPES
                .into_iter()
                .filter(|ty| types.contains(*ty))
                .map(JsonType::as_str)
                .collect();
            format!("{} {position}", names.join("|"))
        }
        None => position.to_string(),
    }
}
