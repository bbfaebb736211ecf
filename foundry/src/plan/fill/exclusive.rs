//! What each branch of a `oneOf` has for itself alone, where branches may hide each other.

use std::collections::BTreeSet;

use jsonschema::canonical::{CanonicalKind, CanonicalSchema, CanonicalView, ObjectView};
use jsonschema::{JsonType, JsonTypeSet};
use serde_json::{Map, Value, json};

use super::options::{ALL_TYPES, types_of};
use super::{Filler, Spot};
use crate::error::Error;
use crate::parse::keywords::nothing;
use crate::plan::form::admits_nothing;
use crate::plan::node::{Branch, Kind, Literal, Verify};
use crate::plan::settle::{MAX_LISTED, domain_of};

/// Of more branches than this, none is told what the others leave to it.
const MOST_EXCLUSIVE: usize = 8;

/// Forms larger than this, in bytes of JSON, are not taken out of one another: that takes seconds.
const LARGEST_EXCLUSIVE: usize = 4096;

/// Into how much a branch is split by what is taken out of it.
#[derive(Clone, Copy)]
struct Split {
    /// Of the options, this many are gone on with.
    options: usize,
    /// And only those of no more bytes of JSON: to take a form out of what another one has split takes long.
    bytes: usize,
}

/// What is split is tried in small, and then as far as the rest allows.
const MOST_SPLIT: Split = Split { options: 16, bytes: usize::MAX };
const FIRST_OPTIONS: usize = 4;
const FIRST_BYTES: usize = 1024;

impl Filler<'_> {
    /// The values that one branch alone admits, where all values of all of them are listed: most of
    /// what many branches draw may be valid for two of them.
    pub(super) fn exclusive_values(
        &mut self,
        pointer: &str,
        branches: &[Branch],
        verify: &[Verify],
    ) -> Result<Option<Branch>, Error> {
        let mut values: Vec<Value> = Vec::new();
        for branch in branches {
            let Some(listed) = domain_of(&self.nodes, branch.node) else { return Ok(None) };
            for value in listed {
                if !values.contains(&value) {
                    values.push(value);
                }
            }
            if values.len() > MAX_LISTED {
                return Ok(None);
            }
        }
        values.retain(|value| verify.iter().all(|verify| verify.admits(value)));
        if values.is_empty() {
            return Ok(None);
        }
        let literals = values.into_iter().map(Literal::new).collect();
        let node = self.push(pointer.to_owned(), Kind::Literal(literals))?;
        Ok(Some(Branch { is_spare: true, ..Branch::new("only".to_owned(), 1, node) }))
    }

    /// What each branch has for itself alone: the others are taken out of it, where that can be
    /// written down. Of branches whose forms are too large for that, it is done type by type: what
    /// a branch says of lists is short, however much it says of objects.
    pub(super) fn exclusive_branches(
        &mut self,
        taken: &[Spot],
        written: &[CanonicalSchema],
    ) -> Result<Vec<Branch>, Error> {
        let mut branches = Vec::new();
        if taken.len() > MOST_EXCLUSIVE {
            return Ok(branches);
        }
        let large: Vec<bool> = written.iter().map(is_large).collect();
        if !large.contains(&true) {
            self.take_apart(taken, written, "", &mut branches)?;
            return Ok(branches);
        }
        let types: Vec<_> = written.iter().map(types_of).collect();
        for ty in ALL_TYPES.into_iter().filter(|ty| *ty != JsonType::Integer) {
            let may_have = |types: &&Option<JsonTypeSet>| types.is_none_or(|all| all.contains(ty));
            let is_nothing_else =
                |all: JsonTypeSet| ALL_TYPES.into_iter().filter(|one| all.contains(*one)).eq([ty]);
            // A large branch of this type alone stays as large as it is.
            let mut sizes = types.iter().zip(&large);
            let stays_large =
                sizes.any(|(types, large)| *large && types.is_some_and(is_nothing_else));
            if stays_large || types.iter().filter(may_have).count() < 2 {
                continue;
            }
            let only = self.forms.of(&json!({ "type": ty.as_str() }))?;
            let theirs = written.iter().map(|form| self.part_of(form, &only));
            let Some(theirs) = theirs.collect::<Option<Vec<_>>>() else { continue };
            if theirs.iter().any(is_large) {
                continue;
            }
            let mine = taken.iter().map(|spot| {
                let canonical = self.part_of(&spot.canonical, &only)?;
                Some(Spot { canonical, ..spot.clone() })
            });
            let Some(mine) = mine.collect::<Option<Vec<_>>>() else { continue };
            self.take_apart(&mine, &theirs, ty.as_str(), &mut branches)?;
        }
        Ok(branches)
    }

    /// Each branch without the names that another one asks for, where they may be drawn: of objects that have many of
    /// them by chance few are valid for one branch only.
    pub(super) fn lonely_branches(
        &mut self,
        taken: &[Spot],
        written: &[CanonicalSchema],
    ) -> Result<Vec<Branch>, Error> {
        let asked: Vec<Vec<String>> = written.iter().map(required_of).collect();
        let mut branches = Vec::new();
        for (position, spot) in taken.iter().enumerate() {
            let mine = required_of(&spot.canonical);
            let barred = barred_of(&spot.canonical);
            let is_left = |name: &&String| !mine.contains(*name) && !barred.contains(*name);
            let theirs = asked.iter().flatten().filter(is_left);
            let absent: Map<String, Value> = theirs.map(|name| (name.clone(), nothing())).collect();
            if absent.is_empty() {
                continue;
            }
            let alone = self.forms.of(&json!({ "properties": absent }))?;
            let Ok(canonical) = spot.canonical.intersect(&alone) else { continue };
            if canonical == spot.canonical || !is_plain(&canonical) {
                continue;
            }
            let node = self.fill(Spot { canonical, is_complete: false, ..spot.clone() })?;
            if !self.is_nothing(node) {
                let label = format!("only #{position}");
                branches.push(Branch { is_spare: true, ..Branch::new(label, 1, node) });
            }
        }
        Ok(branches)
    }

    /// What `form` says of the values of the type that `only` admits, where that can be written down.
    fn part_of(&self, form: &CanonicalSchema, only: &CanonicalSchema) -> Option<CanonicalSchema> {
        let form = self.resolve(form.clone(), None).ok()?;
        form.intersect(only).ok()
    }

    /// Adds what each of the branches has for itself alone.
    fn take_apart(
        &mut self,
        taken: &[Spot],
        written: &[CanonicalSchema],
        part: &str,
        branches: &mut Vec<Branch>,
    ) -> Result<(), Error> {
        for (position, spot) in taken.iter().enumerate() {
            let is_hidden = |(other, theirs): (usize, &CanonicalSchema)| {
                other != position && may_hide(&spot.canonical, theirs)
            };
            if !written.iter().enumerate().any(is_hidden) {
                continue;
            }
            let others = written.iter().enumerate().filter(|(other, _)| *other != position);
            let others: Vec<_> = others.map(|(_, theirs)| theirs).collect();
            let bytes = (2 * bytes_of(&spot.canonical)).max(FIRST_BYTES);
            for most in [Split { options: FIRST_OPTIONS, bytes }, MOST_SPLIT] {
                let options = alone(&spot.canonical, &others, most);
                let before = branches.len();
                // What would be drawn on trial again is of no help.
                for (at, option) in options.into_iter().filter(is_plain).enumerate() {
                    let spot = Spot { canonical: option, is_complete: false, ..spot.clone() };
                    let node = self.fill(spot)?;
                    if self.is_nothing(node) {
                        continue;
                    }
                    let label = format!("only #{position}{part}.{at}");
                    branches.push(Branch { is_spare: true, ..Branch::new(label, 1, node) });
                }
                if branches.len() > before {
                    break;
                }
            }
        }
        Ok(())
    }
}

/// What is left of a form without the values of the others, in options, each of which is taken apart by itself. Where
/// that cannot be written down for one of them, it is left out: that some values are valid for one branch alone is
/// enough.
fn alone(form: &CanonicalSchema, others: &[&CanonicalSchema], most: Split) -> Vec<CanonicalSchema> {
    others.iter().fold(options_of(form.clone()), |options, theirs| {
        let mut left: Vec<CanonicalSchema> = Vec::new();
        for rest in options.iter().filter_map(|option| option.subtract(theirs).ok()) {
            for rest in options_of(rest) {
                if left.len() < most.options
                    && !left.contains(&rest)
                    && bytes_of(&rest) <= most.bytes
                {
                    left.push(rest);
                }
            }
        }
        left
    })
}

fn options_of(form: CanonicalSchema) -> Vec<CanonicalSchema> {
    match form.view() {
        CanonicalView::AnyOf(options) => options,
        _ => vec![form],
    }
}

/// Whether taking another form out of this one takes too long.
pub(super) fn is_large(form: &CanonicalSchema) -> bool {
    bytes_of(form) > LARGEST_EXCLUSIVE
}

fn bytes_of(form: &CanonicalSchema) -> usize {
    form.to_json_schema().to_string().len()
}

/// Whether all that is drawn for `mine`, or for a part of it, may be valid for `theirs` too.
fn may_hide(mine: &CanonicalSchema, theirs: &CanonicalSchema) -> bool {
    if let (Some(mine), Some(theirs)) = (types_of(mine), types_of(theirs))
        && !ALL_TYPES.into_iter().any(|ty| mine.contains(ty) && theirs.contains(ty))
    {
        return false;
    }
    match (mine.view(), theirs.view()) {
        (CanonicalView::AnyOf(parts) | CanonicalView::OneOf(parts), _) => {
            parts.iter().any(|part| may_hide(part, theirs))
        }
        (_, CanonicalView::AnyOf(parts) | CanonicalView::OneOf(parts)) => {
            parts.iter().any(|part| may_hide(mine, part))
        }
        (CanonicalView::Object(mine), CanonicalView::Object(theirs)) => {
            theirs.required.iter().all(|name| mine.required.contains(name))
                && mine.required.iter().all(|name| admits_name(&theirs, name))
        }
        _ => true,
    }
}

/// The names that each object of a form has, as far as one part of it speaks of objects.
fn required_of(form: &CanonicalSchema) -> Vec<String> {
    match form.view() {
        CanonicalView::Object(view) => view.required,
        CanonicalView::AnyOf(parts) => {
            let mut objects = parts.iter().filter(|part| part.kind() == CanonicalKind::Object);
            match (objects.next(), objects.next()) {
                (Some(only), None) => required_of(only),
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

/// The names that no object of a form has.
fn barred_of(form: &CanonicalSchema) -> BTreeSet<String> {
    let CanonicalView::Object(view) = form.view() else { return BTreeSet::new() };
    let is_barred = |(_, member): &(&String, &CanonicalSchema)| admits_nothing(member);
    view.properties.iter().filter(is_barred).map(|(name, _)| name.clone()).collect()
}

/// Whether an object may have a member of this name; also where it takes more to tell.
fn admits_name(object: &ObjectView, name: &str) -> bool {
    match object.property_names.as_ref().map(CanonicalSchema::view) {
        Some(CanonicalView::Enum(names)) => names.iter().any(|known| known == name),
        Some(CanonicalView::Const(known)) => known == name,
        _ => true,
    }
}

/// Whether values of a form are drawn without trial.
pub(super) fn is_plain(form: &CanonicalSchema) -> bool {
    let is_open = matches!(
        form.kind(),
        CanonicalKind::AllOf | CanonicalKind::OneOf | CanonicalKind::Not | CanonicalKind::Raw
    );
    !is_open && !admits_nothing(form)
}
