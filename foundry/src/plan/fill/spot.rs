//! One place of the instance, as filling meets it: what holds there, and what is said of it.

use std::rc::Rc;

use jsonschema::canonical::CanonicalSchema;

use super::{Filler, MOSTLY_THERE};
use crate::config::Setting;
use crate::error::Error;
use crate::plan::hints::Hints;
use crate::plan::outline::{Place, PlaceId, Step};
use crate::plan::policy::{self, Matched};

/// One place of the instance, as filling meets it.
#[derive(Clone)]
pub(crate) struct Spot {
    pub(crate) place: Option<PlaceId>,
    pub(crate) canonical: CanonicalSchema,
    /// Whether the subschemas of the place say all that holds there.
    pub(crate) is_complete: bool,
    /// The place whose choice this spot is a branch of; its hints were applied there.
    pub(crate) branch_of: Option<PlaceId>,
    pub(crate) matched: Matched,
    /// Hints that the parent gives to its elements.
    pub(crate) inherited: Option<Hints>,
    /// The name of the member that holds the value, or the list that it is an element of.
    pub(crate) member: Option<Rc<str>>,
    /// What the object around is called: its type, or the member that holds it.
    pub(crate) around: Option<Rc<str>>,
    /// Whether the value is an element of a list without equal ones, or a part of one: no value may
    /// be left out there, or there may be too few.
    pub(crate) is_distinct: bool,
}

/// A spot, and what all of its members or elements have from it.
pub(super) struct Parent<'s> {
    pub(super) spot: &'s Spot,
    says_all: bool,
    /// What objects call it, whose members they are.
    name: Option<Rc<str>>,
    /// Hints for what a map or list holds, handed down from the field that owns it.
    each: Option<Hints>,
    /// A name for a list, which is one for its elements.
    named: Option<Hints>,
}

impl Parent<'_> {
    /// Hands the hints for each of them down to `child`.
    pub(super) fn hand_down(&self, mut child: Spot) -> Spot {
        let mut each = self.each.clone();
        if let Some(named) = &self.named
            && child.member == self.spot.member
        {
            each.get_or_insert_default().merge(named);
        }
        child.inherited = each;
        child
    }
}

impl Filler<'_> {
    /// What the children of `spot` have from it.
    pub(super) fn parent<'s>(&self, spot: &'s Spot) -> Parent<'s> {
        let hints = self.hints_of(spot);
        let named = hints.name_alone();
        Parent {
            spot,
            says_all: spot.is_complete && self.says_all(spot.place),
            name: self.name_around(spot),
            each: hints.each.map(|each| *each),
            named,
        }
    }

    /// The spot of a child: `step` in the outline, `canonical` in the form.
    pub(super) fn child(
        &mut self,
        parent: &Parent<'_>,
        step: Step<'_>,
        name: Option<&str>,
        canonical: CanonicalSchema,
    ) -> Spot {
        let spot = parent.spot;
        let place = spot.place.and_then(|place| self.outline.child(place, step));
        let matched = policy::step(self.config, &spot.matched, name);
        self.paths.step(self.config, &spot.matched, &matched, name);
        Spot {
            place,
            canonical,
            is_complete: parent.says_all,
            branch_of: None,
            matched,
            inherited: None,
            member: name.map(Rc::from).or_else(|| spot.member.clone()),
            around: name.and_then(|_| parent.name.clone()),
            is_distinct: spot.is_distinct,
        }
    }

    /// Whether the subschemas of the children alone decide what holds there.
    fn says_all(&self, place: Option<PlaceId>) -> bool {
        const FROM_OUTSIDE: [&str; 9] = [
            "if",
            "not",
            "dependentRequired",
            "dependentSchemas",
            "dependencies",
            "contains",
            "const",
            "enum",
            "unevaluatedItems",
        ];
        place.is_some_and(|place| {
            let place: &Place<'_> = self.outline.get(place);
            let mut keywords = place.firm().flat_map(|conjunct| conjunct.schema);
            !keywords.any(|(key, value)| {
                // What it leaves over are members without a place, or members that other subschemas describe.
                let is_left_over = key == "unevaluatedProperties" && value.is_object();
                is_left_over || FROM_OUTSIDE.contains(&key.as_str())
            })
        })
    }

    /// Whether empty values are rare at a place: in documents, most members of which are optional, and
    /// where nobody asked for a spread of their own.
    pub(super) fn fills_up(&self, hints: &Hints) -> bool {
        let asked = self.asked_lengths(hints);
        !self.is_typed && asked.is_none() && self.config.presence >= MOSTLY_THERE
    }

    /// What the author and the policies say of a spot, the nearest first.
    pub(super) fn hints_of(&self, spot: &Spot) -> Hints {
        let of_policies = policy::hints(self.config, &spot.matched);
        let mut hints = match spot.branch_of {
            None => of_policies,
            // A branch meets the hints of its choice again; they were applied there, but for what only
            // the list or map itself can heed.
            Some(_) => Hints { lengths: of_policies.lengths, ..Hints::default() },
        };
        if let Some(inherited) = &spot.inherited {
            hints.merge(inherited);
        }
        if let Some(place) = spot.place {
            let outer = spot.branch_of.map(|outer| self.outline.get(outer));
            for conjunct in self.outline.get(place).firm() {
                let is_outer = outer.is_some_and(|outer| {
                    outer.conjuncts.iter().any(|c| c.pointer == conjunct.pointer)
                });
                if let Some(said) = conjunct.hints.as_deref().filter(|_| !is_outer) {
                    hints.merge(said);
                }
            }
        }
        hints
    }

    /// An error of a setting says who sets it, where that is a policy.
    pub(super) fn with_setter(&self, error: Error, spot: &Spot) -> Error {
        let is_here = error.pointer() == Some(self.pointer_of(spot).as_str());
        if !is_here || spot.branch_of.is_some() {
            return error;
        }
        let mut named = Setting::ALL.into_iter().filter(|one| error.keyword() == Some(one.name()));
        let set = named.find_map(|setting| policy::setter(self.config, &spot.matched, setting));
        match (set, error.keyword()) {
            (Some(by), Some(name)) => {
                let help = format!("`{name}` is set by {by}");
                error.with_help(help).of_setting()
            }
            _ => error,
        }
    }

    pub(super) fn pointer_of(&self, spot: &Spot) -> String {
        let pointer = spot.place.map_or("", |place| self.outline.get(place).pointer());
        self.copy.written_at(pointer).into_owned()
    }
}
