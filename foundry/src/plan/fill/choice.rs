//! Choices of the author: each branch is planned by itself, and what it draws is held against the
//! other branches only where they could not be told apart beforehand.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::JsonTypeSet;
use jsonschema::canonical::{CanonicalKind, CanonicalSchema, CanonicalView, Containment};
use serde_json::{Value, json};

use super::options::{ALL_TYPES, take_null, types_of};
use super::{Filler, Spot};
use crate::error::{Error, Stage};
use crate::plan::hints::{Hints, VariantHint};
use crate::plan::node::{Branch, Hooks, Kind};
use crate::plan::outline::{Choice, PlaceId};

impl Filler<'_> {
    pub(super) fn choice(
        &mut self,
        spot: &Spot,
        place: PlaceId,
        choice: &Choice,
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        if let Some(is_certain) = choice.combined {
            return self.combination(spot, place, choice, is_certain, hints, hooks);
        }
        let written = self.written_branches(choice)?;
        self.refuse_shadowed(choice, &written, hints)?;
        let traits: Vec<Traits> = written.iter().map(Traits::of).collect();
        let mut branches = Vec::new();
        let mut taken = Vec::with_capacity(written.len());
        let mut positions = Vec::new();
        let mut has_null = false;
        let mut needs_check = false;
        for (position, &branch) in choice.branches.iter().enumerate() {
            let (inner, is_exact) =
                self.branch_spot(spot, place, branch, &written[position], hints)?;
            needs_check |= !is_exact;
            taken.push(inner.clone());
            let at = format!("{}/{}/{position}", choice.pointer, choice.keyword);
            let mut label = self.branch_label(&written[position], position);
            let node = self.fill(inner)?;
            if self.is_nothing(node) {
                self.note_unreachable(&at, &label);
                continue;
            }
            needs_check |=
                choice.keyword == "oneOf" && !self.is_told_apart(branch, position, &traits);
            // `null` and lists of values stand beside the other branches, each by itself; those that
            // must be checked stay together with their check.
            let inner = &self.nodes[node.index()];
            if let (Kind::Literal(literals), None) = (&inner.kind, &inner.hooks) {
                let mut kind = Kind::Literal(literals.clone());
                // One schema or `null` is an `Option`; beside several, `null` is one more branch, unless
                // somebody says how often it comes.
                if choice.branches.len() == 2 || hints.presence.is_some() {
                    has_null |= take_null(&mut kind);
                }
                let Kind::Literal(literals) = kind else { continue };
                for literal in literals {
                    let weight = weight_of(&literal.label, Some(position), hints);
                    let weight = weight.unwrap_or(literal.weight);
                    let hash = literal.hash;
                    label.clone_from(&literal.label);
                    let node = self.push(at.clone(), Kind::Literal(vec![literal]))?;
                    branches.push(Branch {
                        label: label.clone(),
                        hash,
                        weight,
                        node,
                        is_spare: false,
                    });
                    positions.push(position);
                }
                continue;
            }
            let own = self.hints_at(&at);
            let weight = weight_of(&label, Some(position), hints).or(own.weight).unwrap_or(1);
            let weight = if own.skip { 0 } else { weight };
            branches.push(Branch::new(label, weight, node));
            positions.push(position);
        }
        // What a type's author calls a variant stands by itself, also where one schema lists several.
        if !self.is_typed {
            level(&mut branches, &positions);
        }
        branches.retain(|branch| branch.weight > 0);
        if needs_check {
            hooks.verify.extend(self.verify(spot)?);
            if choice.keyword == "oneOf" && !has_null && !self.is_typed {
                let exclusive =
                    match self.exclusive_values(&choice.pointer, &branches, &hooks.verify)? {
                        Some(branch) => vec![branch],
                        None => self.exclusive_branches(&taken, &written)?,
                    };
                branches.extend(exclusive);
                branches.extend(self.lonely_branches(&taken, &written)?);
            }
        }
        Ok(self.joined(branches, has_null, hints))
    }

    /// Combinations of several choices: each is a branch, and what is drawn is held against the whole.
    fn combination(
        &mut self,
        spot: &Spot,
        place: PlaceId,
        choice: &Choice,
        is_certain: bool,
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        let mut branches = Vec::new();
        for (position, &branch) in choice.branches.iter().enumerate() {
            let (inner, _) = self.branch_spot(spot, place, branch, &spot.canonical, hints)?;
            let node = self.fill(inner)?;
            if !self.is_nothing(node) {
                let label = format!("#{position}");
                branches.push(Branch::new(label, 1, node));
            }
        }
        if branches.is_empty() && !(is_certain && choice.branches.is_empty()) {
            return Err(Error::new(
                Stage::Plan,
                "cannot plan the combinations here: none of those that were tried has a value",
            )
            .at(choice.pointer.clone())
            .with_help("write fewer `anyOf`, `oneOf`, `if` or dependencies beside each other"));
        }
        hooks.verify.extend(self.verify(spot)?);
        Ok(self.joined(branches, false, hints))
    }

    /// The branches as they were written, each in canonical form.
    fn written_branches(&self, choice: &Choice) -> Result<Vec<CanonicalSchema>, Error> {
        (0..choice.branches.len())
            .map(|position| {
                let at = format!("{}/{}/{position}", choice.pointer, choice.keyword);
                self.resolve(self.forms.at(&at)?, None)
            })
            .collect()
    }

    /// The spot of one branch: the place with the branch taken. `false` beside it where the form
    /// says less than what holds there.
    fn branch_spot(
        &self,
        spot: &Spot,
        outer: PlaceId,
        branch: PlaceId,
        written: &CanonicalSchema,
        hints: &Hints,
    ) -> Result<(Spot, bool), Error> {
        let taken = match self.narrowed.get(&branch) {
            Some(pointer) => self.forms.at(pointer)?,
            // More choices are open in the branch; they are narrowed one by one below it.
            None => written.clone(),
        };
        let (canonical, is_exact) = if spot.is_complete {
            (taken, true)
        } else {
            match spot.canonical.intersect(&taken) {
                Ok(both) => (both, true),
                // Two readings of one definition, which the form cannot bring together.
                Err(_) => (taken, false),
            }
        };
        let has_picks = !self.outline.get(branch).picks.is_empty();
        let inner = Spot {
            place: Some(branch),
            canonical,
            is_complete: spot.is_complete,
            branch_of: has_picks.then_some(outer),
            matched: spot.matched.clone(),
            inherited: hints.name_alone(),
            member: spot.member.clone(),
            around: spot.around.clone(),
            is_distinct: spot.is_distinct,
        };
        Ok((inner, is_exact))
    }

    /// Whether nothing that is drawn for the branch can be valid for another one.
    fn is_told_apart(&self, branch: PlaceId, position: usize, traits: &[Traits]) -> bool {
        let place = self.outline.get(branch);
        let is_open = place.firm().any(|conjunct| {
            let is_schema = |key: &str| {
                conjunct.schema.get(key).is_some_and(|value| *value != Value::Bool(false))
            };
            is_schema("additionalProperties") || is_schema("patternProperties")
        });
        let declared: BTreeSet<&str> = place.declared().into_iter().collect();
        let is_open = is_open || (!self.is_typed && declared.is_empty());
        let mine = &traits[position];
        traits.iter().enumerate().all(|(other, theirs)| {
            other == position || mine.is_disjoint(theirs, is_open, &declared)
        })
    }

    /// An untagged variant that serde never reaches, because an earlier one takes all its values.
    fn refuse_shadowed(
        &self,
        choice: &Choice,
        written: &[CanonicalSchema],
        hints: &Hints,
    ) -> Result<(), Error> {
        let variants: Vec<&VariantHint> =
            hints.variants.iter().filter(|hint| hint.untagged && hint.weight > 0).collect();
        if variants.is_empty() || variants.iter().any(|hint| hint.index >= written.len()) {
            return Ok(());
        }
        for (at, later) in variants.iter().enumerate() {
            for earlier in &variants[..at] {
                if !self.takes_all(
                    choice,
                    &written[earlier.index],
                    &written[later.index],
                    later.index,
                )? {
                    continue;
                }
                return Err(Error::new(
                    Stage::Plan,
                    format!(
                        "the untagged variant `{}` is unreachable: serde reads each of its values as `{}`",
                        later.name, earlier.name
                    ),
                )
                .at(format!("{}/{}/{}", choice.pointer, choice.keyword, later.index))
                .with_keyword(choice.keyword)
                .with_help(format!("put `{}` in front of `{}`", later.name, earlier.name))
                .with_help("or leave it out of the data: `#[foundry(skip)]` on the variant"));
            }
        }
        Ok(())
    }

    /// Whether `earlier` takes all that is drawn for `later`. An object that is drawn has no other
    /// names than its author's, which the schema may leave open.
    fn takes_all(
        &self,
        choice: &Choice,
        earlier: &CanonicalSchema,
        later: &CanonicalSchema,
        index: usize,
    ) -> Result<bool, Error> {
        if matches!(earlier.covers(later), Ok(Containment::Yes)) {
            return Ok(true);
        }
        let place = choice.branches.get(index).map(|branch| self.outline.get(*branch));
        let Some(place) = place.filter(|place| !place.speaks_of_open()) else { return Ok(false) };
        let names = place.declared();
        let only = if names.is_empty() {
            json!({"maxProperties": 0})
        } else {
            json!({"propertyNames": {"enum": names}})
        };
        let drawn = later.intersect(&self.forms.of(&only)?);
        Ok(drawn.is_ok_and(|drawn| matches!(earlier.covers(&drawn), Ok(Containment::Yes))))
    }

    fn note_unreachable(&mut self, pointer: &str, label: &str) {
        let branch = match label.strip_prefix('#') {
            Some(position) => format!("branch {position} of `{}`", keyword_of(pointer)),
            None => format!("the branch `{label}`"),
        };
        self.unreachable.push(
            Error::new(Stage::Plan, format!("no value is valid for {branch}"))
                .at(pointer)
                .with_keyword(keyword_of(pointer))
                .with_help("widen what the contract allows there, or leave the branch out"),
        );
    }

    fn hints_at(&self, pointer: &str) -> Hints {
        let schema = self.outline.schema_at(pointer).and_then(Value::as_object);
        let read = schema.map(|schema| self.outline.read_hints(schema, pointer));
        read.and_then(Result::ok).flatten().map(|hints| *hints).unwrap_or_default()
    }

    /// What a branch is called: its value, its tag, its one key, or its position.
    fn branch_label(&self, written: &CanonicalSchema, position: usize) -> String {
        match written.view() {
            CanonicalView::Const(Value::String(text)) => text,
            CanonicalView::Const(value) => value.to_string(),
            CanonicalView::Object(view) => {
                let tag = view.required.iter().find_map(|name| {
                    let schema = self.resolve(view.properties.get(name)?.clone(), None).ok()?;
                    match schema.view() {
                        CanonicalView::Const(Value::String(text)) => Some(text),
                        _ => None,
                    }
                });
                match (tag, view.required.as_slice()) {
                    (Some(tag), _) => tag,
                    (None, [name]) => name.clone(),
                    _ => format!("#{position}"),
                }
            }
            _ => format!("#{position}"),
        }
    }
}

/// Makes each schema of a choice as likely as it would be with one value: of its values each has a share of it.
fn level(branches: &mut [Branch], positions: &[usize]) {
    let mut counts: BTreeMap<usize, u32> = BTreeMap::new();
    let drawn = branches.iter().zip(positions).filter(|(branch, _)| branch.weight > 0);
    for (_, position) in drawn {
        *counts.entry(*position).or_default() += 1;
    }
    let common = counts.values().try_fold(1, |common: u32, count| {
        let multiple = common / gcd(common, *count) * count;
        (multiple <= MAX_SHARES).then_some(multiple)
    });
    for (branch, position) in branches.iter_mut().zip(positions) {
        let count = counts.get(position).copied().unwrap_or(1);
        // Of very many values no share is lost, however little is left of it.
        let share = common.unwrap_or(MAX_SHARES) / count;
        branch.weight = branch.weight.saturating_mul(share.max(1));
    }
}

fn gcd(one: u32, other: u32) -> u32 {
    if other == 0 { one } else { gcd(other, one % other) }
}

/// Finer shares of a choice would overflow its weights.
const MAX_SHARES: u32 = 1 << 16;

/// The keyword of the choice that the branch at `pointer` belongs to.
fn keyword_of(pointer: &str) -> &str {
    pointer.rsplit('/').nth(1).unwrap_or_default()
}

/// The weight that a type's author gives to the branch of this name or position.
pub(super) fn weight_of(label: &str, position: Option<usize>, hints: &Hints) -> Option<u32> {
    let found = hints
        .variants
        .iter()
        .find(|hint| if hint.untagged { position == Some(hint.index) } else { hint.name == label });
    found.map(|hint| hint.weight)
}

/// What tells one branch from another, read from its form once.
struct Traits {
    types: Option<JsonTypeSet>,
    values: Option<Vec<Value>>,
    object: Option<ObjectTraits>,
}

struct ObjectTraits {
    required: Vec<String>,
    /// The members of few values.
    values: BTreeMap<String, Vec<Value>>,
}

impl Traits {
    fn of(form: &CanonicalSchema) -> Self {
        let object = match (form.kind() == CanonicalKind::Object).then(|| form.view()) {
            Some(CanonicalView::Object(view)) => {
                let known = view.properties.iter();
                let values =
                    known.filter_map(|(name, form)| Some((name.clone(), values_of(form)?)));
                Some(ObjectTraits { values: values.collect(), required: view.required })
            }
            _ => None,
        };
        Self { types: types_of(form), values: values_of(form), object }
    }

    /// Whether no value drawn for this branch is valid for the other. A drawn object holds only the
    /// names that its author declared, unless it `is_open`.
    fn is_disjoint(&self, other: &Self, is_open: bool, declared: &BTreeSet<&str>) -> bool {
        if let (Some(mine), Some(theirs)) = (&self.types, &other.types)
            && !ALL_TYPES.into_iter().any(|ty| mine.contains(ty) && theirs.contains(ty))
        {
            return true;
        }
        if let (Some(mine), Some(theirs)) = (&self.values, &other.values) {
            return !mine.iter().any(|value| theirs.contains(value));
        }
        let (Some(mine), Some(theirs)) = (&self.object, &other.object) else { return false };
        theirs.required.iter().any(|name| {
            let is_drawn =
                is_open || declared.contains(name.as_str()) || mine.required.contains(name);
            if !is_drawn {
                return true;
            }
            match (mine.values.get(name), theirs.values.get(name)) {
                (Some(mine), Some(theirs)) => !mine.iter().any(|value| theirs.contains(value)),
                _ => false,
            }
        })
    }
}

fn values_of(canonical: &CanonicalSchema) -> Option<Vec<Value>> {
    let is_listed = matches!(
        canonical.kind(),
        CanonicalKind::Const | CanonicalKind::Enum | CanonicalKind::TypedGroup
    );
    match is_listed.then(|| canonical.view())? {
        CanonicalView::Const(value) => Some(vec![value]),
        CanonicalView::Enum(values) => Some(values),
        CanonicalView::TypedGroup(group) => values_of(&group.body),
        _ => None,
    }
}
