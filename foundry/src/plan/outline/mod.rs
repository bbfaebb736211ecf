//! The outline: which of the author's subschemas apply at which place of the instance.
//!
//! The canonical form says what is valid and forgets who wrote it. The outline walks the document
//! as it was written and remembers: names in their order, branches, formats, hints. It also finds
//! every choice (`anyOf`, `oneOf`) beforehand, so that each branch can be canonicalized by itself.

mod names;
mod place;

use std::collections::BTreeMap;

use ahash::AHashMap;
use serde_json::{Map, Value};

pub(crate) use names::{compile, matches};
pub(crate) use place::{Choice, Conjunct, Picks, Place, PlaceId, Step};

use super::hints::Hints;
use super::wide::{Part, Search, Site};
use crate::error::{Error, Stage};
use crate::parse::building::Attachments;
use crate::parse::keywords::is_silent;
use crate::parse::references::schema_at;
pub(crate) use crate::parse::references::{escape, local_pointer, pointer_below};
use place::{Seed, items_of};

/// More places than this come from a document made to exhaust the planner.
const MAX_PLACES: usize = 50_000;

/// More subschemas than this at one place, for the same reason.
const MAX_CONJUNCTS: usize = 10_000;

/// What leads to a place: its subschemas, and the branches taken at them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key<'a> {
    seeds: Seeds<'a>,
    picks: Picks,
}

/// The subschemas that meet at one place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct Seeds<'a> {
    /// Those that always hold.
    firm: Vec<Seed<'a>>,
    /// Those that hold under a condition.
    conditional: Vec<Seed<'a>>,
}

/// Every place of one document.
pub(crate) struct Outline<'a> {
    document: &'a Value,
    attachments: &'a Attachments,
    /// Where places have more combinations than can be written out.
    search: Option<&'a Search<'a>>,
    places: Vec<Place<'a>>,
    by_key: AHashMap<Key<'a>, PlaceId>,
}

impl<'a> Outline<'a> {
    /// Walks the whole document from its root.
    pub(crate) fn draw(
        document: &'a Value,
        attachments: &'a Attachments,
        search: Option<&'a Search<'a>>,
    ) -> Result<Self, Error> {
        let (places, by_key) = (Vec::new(), AHashMap::new());
        let mut outline = Self { document, attachments, search, places, by_key };
        let root = outline.seeds(&[String::new()], &[]);
        outline.place(root, Picks::new())?;
        let mut next = 0;
        while next < outline.places.len() {
            outline.visit_children(PlaceId::at(next))?;
            next += 1;
        }
        Ok(outline)
    }

    pub(crate) fn get(&self, id: PlaceId) -> &Place<'a> {
        &self.places[id.index()]
    }

    /// How many places there are.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// The first place at which the subschema at `pointer` holds as one of its seeds.
    pub(crate) fn starting_at(&self, pointer: &str) -> Option<PlaceId> {
        let holds = |place: &Place<'_>| place.seeds.iter().any(|seed| seed == pointer);
        self.places.iter().position(holds).map(PlaceId::at)
    }

    /// The places whose choices are all taken, with at least one taken.
    pub(crate) fn narrowed(&self) -> impl Iterator<Item = (PlaceId, &Place<'a>)> {
        let all = self.places.iter().enumerate().map(|(id, place)| (PlaceId::at(id), place));
        all.filter(|(_, place)| place.choice.is_none() && !place.picks.is_empty())
    }

    /// Whether the author leaves a choice at any place.
    pub(crate) fn has_choices(&self) -> bool {
        self.places.iter().any(|place| place.choice.is_some())
    }

    /// The place below `id` that `step` leads to; `None` where the author says nothing of it.
    pub(crate) fn child(&self, id: PlaceId, step: Step<'_>) -> Option<PlaceId> {
        if let Some(child) = self.get(id).children.get(&step) {
            return Some(*child);
        }
        let seeds = self.child_seeds(id, step);
        self.by_key.get(&Key { seeds: self.normalize(seeds), picks: Picks::new() }).copied()
    }

    /// The hints of a subschema that stands at `pointer`.
    pub(crate) fn read_hints(
        &self,
        schema: &Map<String, Value>,
        pointer: &str,
    ) -> Result<Option<Box<Hints>>, Error> {
        Hints::read(schema, pointer, self.attachments)
    }

    /// The subschema at `pointer`.
    pub(crate) fn schema_at(&self, pointer: &str) -> Option<&'a Value> {
        schema_at(self.document, pointer)
    }

    fn visit_children(&mut self, id: PlaceId) -> Result<(), Error> {
        if let Some(search) =
            self.search.filter(|_| self.get(id).is_hidden && self.get(id).picks.is_empty())
        {
            return self.visit_combinations(id, search);
        }
        if let Some(choice) = self.get(id).choice.clone() {
            let count = self.branch_count(&choice);
            let mut branches = Vec::with_capacity(count);
            for branch in 0..count {
                let (firm, picks) = self.branch_key(id, &choice, branch);
                let seeds = self.seeds(&firm, &self.get(id).conditional);
                branches.push(self.place(seeds, picks)?);
            }
            if let Some(choice) = &mut self.places[id.index()].choice {
                choice.branches = branches;
            }
            return Ok(());
        }
        for step in self.get(id).steps() {
            let seeds = self.child_seeds(id, step);
            if !(seeds.firm.is_empty() && seeds.conditional.is_empty()) {
                let child = self.place(seeds, Picks::new())?;
                self.places[id.index()].children.insert(step, child);
            }
        }
        Ok(())
    }

    /// Each combination of the hidden choices is a place by itself.
    fn visit_combinations(&mut self, id: PlaceId, search: &Search<'_>) -> Result<(), Error> {
        let combined = search.combine(&self.get(id).seeds)?;
        let mut branches = Vec::with_capacity(combined.picks.len());
        for picks in combined.picks {
            let place = self.get(id);
            let seeds = self.seeds(&place.seeds, &place.conditional);
            branches.push(self.place(seeds, picks)?);
        }
        let pointer = self.get(id).pointer().to_owned();
        let combined = Some(combined.is_certain);
        self.places[id.index()].choice =
            Some(Choice { pointer, keyword: "allOf", branches, combined });
        Ok(())
    }

    /// What leads to a branch. Where nothing is said beside the choice, that is the branch alone: a
    /// recursion through `Option` then comes back to the place it started from.
    fn branch_key(&self, id: PlaceId, choice: &Choice, branch: usize) -> (Vec<String>, Picks) {
        let place = self.get(id);
        let is_alone = place.picks.is_empty()
            && place.conjuncts.len() == 1
            && place.firm().all(|conjunct| {
                let mut keys = conjunct.schema.keys().map(String::as_str);
                keys.all(|key| key == choice.keyword || is_silent(key))
            });
        if is_alone {
            let alone = format!("{}/{}/{branch}", choice.pointer, choice.keyword);
            return (vec![alone], Picks::new());
        }
        let mut picks = place.picks.clone();
        picks.insert((choice.pointer.clone(), choice.keyword), branch);
        (place.seeds.clone(), picks)
    }

    fn branch_count(&self, choice: &Choice) -> usize {
        let schema = schema_at(self.document, &choice.pointer);
        let branches = schema.and_then(|schema| schema.get(choice.keyword));
        branches.and_then(Value::as_array).map_or(0, Vec::len)
    }

    fn place(&mut self, seeds: Seeds<'a>, picks: Picks) -> Result<PlaceId, Error> {
        let key = Key { seeds: self.normalize(seeds), picks };
        if let Some(id) = self.by_key.get(&key) {
            return Ok(*id);
        }
        if self.places.len() >= MAX_PLACES {
            return Err(Error::new(
                Stage::Plan,
                format!("the contract has more than {MAX_PLACES} places to plan"),
            )
            .at(key.seeds.firm.first().map(|seed| seed.pointer.clone()).unwrap_or_default())
            .with_help("split the schema, or name fewer alternatives at one place"));
        }
        let id = PlaceId::at(self.places.len());
        let mut place = Place {
            seeds: pointers(&key.seeds.firm),
            conditional: pointers(&key.seeds.conditional),
            picks: key.picks.clone(),
            conjuncts: Vec::new(),
            choice: None,
            is_hidden: false,
            is_loose: false,
            children: BTreeMap::new(),
        };
        for seed in &key.seeds.firm {
            self.collect(seed.clone(), false, &mut place)?;
        }
        for seed in &key.seeds.conditional {
            self.collect(seed.clone(), true, &mut place)?;
        }
        self.places.push(place);
        self.by_key.insert(key, id);
        Ok(id)
    }

    /// Adds a subschema and all that hold with it.
    fn collect(
        &self,
        seed: Seed<'a>,
        is_conditional: bool,
        place: &mut Place<'a>,
    ) -> Result<(), Error> {
        let Seed { pointer, schema: Some(Value::Object(schema)) } = seed else { return Ok(()) };
        if place.conjuncts.iter().any(|known| known.pointer == pointer) {
            return Ok(());
        }
        if place.conjuncts.len() >= MAX_CONJUNCTS {
            return Err(Error::new(
                Stage::Plan,
                format!("more than {MAX_CONJUNCTS} subschemas hold at one place"),
            )
            .at(pointer));
        }
        let hints = Hints::read(schema, &pointer, self.attachments)?;
        // Most schemas lead to no other one at the same place.
        let leads_on = schema.keys().any(|keyword| IN_PLACE.contains(&keyword.as_str()));
        let own = leads_on.then(|| pointer.clone());
        place.conjuncts.push(Conjunct { pointer, schema, is_conditional, hints });
        match own {
            Some(pointer) => self.collect_parts(&pointer, schema, is_conditional, place),
            None => Ok(()),
        }
    }

    /// Adds what holds with the subschema at `pointer`.
    fn collect_parts(
        &self,
        pointer: &str,
        schema: &'a Map<String, Value>,
        is_conditional: bool,
        place: &mut Place<'a>,
    ) -> Result<(), Error> {
        let below = |at: String, schema: &'a Value| Seed {
            pointer: format!("{pointer}/{at}"),
            schema: Some(schema),
        };
        if let Some(target) = schema.get("$ref").and_then(Value::as_str).and_then(local_pointer) {
            self.collect(self.seed(target), is_conditional, place)?;
        }
        for (at, part) in items_of(schema, "allOf") {
            self.collect(below(format!("allOf/{at}"), part), is_conditional, place)?;
        }
        for keyword in ["anyOf", "oneOf"] {
            if !schema.get(keyword).is_some_and(Value::is_array) {
                continue;
            }
            if self.collect_hidden(&(pointer.to_owned(), keyword), is_conditional, place)? {
                continue;
            }
            if is_conditional {
                for (at, part) in items_of(schema, keyword) {
                    self.collect(below(format!("{keyword}/{at}"), part), true, place)?;
                }
            } else if let Some(branch) = place.picks.get(&(pointer.to_owned(), keyword)).copied() {
                if let Some((_, part)) = items_of(schema, keyword).nth(branch) {
                    self.collect(below(format!("{keyword}/{branch}"), part), false, place)?;
                }
            } else if place.choice.is_none() {
                place.choice = Some(Choice {
                    pointer: pointer.to_owned(),
                    keyword,
                    branches: Vec::new(),
                    combined: None,
                });
            }
        }
        if schema.contains_key("not") {
            self.collect_hidden(&(pointer.to_owned(), "not"), is_conditional, place)?;
        }
        let is_taken = self.collect_hidden(&(pointer.to_owned(), "if"), is_conditional, place)?;
        for keyword in ["if", "then", "else"] {
            if let Some(part) = schema.get(keyword).filter(|_| !is_taken) {
                self.collect(below(keyword.to_owned(), part), true, place)?;
            }
        }
        for keyword in ["dependentSchemas", "dependencies"] {
            if let Some(Value::Object(dependents)) = schema.get(keyword) {
                for (name, part) in dependents {
                    let seed = below(format!("{keyword}/{}", escape(name)), part);
                    let site = (seed.pointer.clone(), keyword);
                    if !self.collect_hidden(&site, is_conditional, place)? {
                        self.collect(seed, true, place)?;
                    }
                }
            }
        }
        if let Some(Value::Object(dependents)) = schema.get("dependentRequired") {
            for name in dependents.keys() {
                let at = format!("{pointer}/dependentRequired/{}", escape(name));
                self.collect_hidden(&(at, "dependentRequired"), is_conditional, place)?;
            }
        }
        Ok(())
    }

    /// Adds what holds with the branch that was taken of a hidden choice; `false` where none was
    /// taken, and the choice is one like others.
    fn collect_hidden(
        &self,
        site: &Site,
        is_conditional: bool,
        place: &mut Place<'a>,
    ) -> Result<bool, Error> {
        let Some(search) = self.search else { return Ok(false) };
        if is_conditional {
            place.is_loose |= search.hidden().is_hidden(site);
            return Ok(false);
        }
        if let Some(branch) = place.picks.get(site).copied()
            && search.hidden().is_hidden(site)
        {
            for part in search.parts(site, branch)? {
                if let Part::At(pointer) = part {
                    self.collect(self.seed(pointer), false, place)?;
                }
            }
            return Ok(true);
        }
        place.is_hidden |= search.hidden().is_hidden(site);
        Ok(false)
    }

    fn seed(&self, pointer: String) -> Seed<'a> {
        Seed { schema: self.schema_at(&pointer), pointer }
    }

    fn seeds(&self, firm: &[String], conditional: &[String]) -> Seeds<'a> {
        let all = |pointers: &[String]| pointers.iter().cloned().map(|at| self.seed(at)).collect();
        Seeds { firm: all(firm), conditional: all(conditional) }
    }

    /// Follows seeds that are references and nothing else, so that one place has one key.
    fn normalize(&self, seeds: Seeds<'a>) -> Seeds<'a> {
        let firm = self.followed(seeds.firm);
        let mut conditional = self.followed(seeds.conditional);
        conditional.retain(|seed| !firm.contains(seed));
        Seeds { firm, conditional }
    }

    fn followed(&self, seeds: Vec<Seed<'a>>) -> Vec<Seed<'a>> {
        let mut normal: Vec<Seed<'_>> = Vec::with_capacity(seeds.len());
        for mut seed in seeds {
            // A circle of bare references ends here; the canonical form refuses it with a reason.
            for _ in 0..MAX_REFERENCE_CHAIN {
                let schema = seed.schema.and_then(Value::as_object);
                let bare = schema.filter(|schema| schema.len() == 1).and_then(|s| s.get("$ref"));
                let Some(target) = bare.and_then(Value::as_str).and_then(local_pointer) else {
                    break;
                };
                seed = self.seed(target);
            }
            if !normal.contains(&seed) {
                normal.push(seed);
            }
        }
        normal
    }

    fn child_seeds(&self, id: PlaceId, step: Step<'_>) -> Seeds<'a> {
        let mut seeds = Seeds::default();
        for conjunct in &self.get(id).conjuncts {
            let list =
                if conjunct.is_conditional { &mut seeds.conditional } else { &mut seeds.firm };
            list.extend(conjunct.seeds_of(step));
        }
        seeds
    }
}

fn pointers(seeds: &[Seed<'_>]) -> Vec<String> {
    seeds.iter().map(|seed| seed.pointer.clone()).collect()
}

/// The keywords whose schemas hold at the place of their own.
const IN_PLACE: [&str; 11] = [
    "$ref",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "dependentSchemas",
    "dependencies",
    "dependentRequired",
];

/// A chain of bare references longer than this is not followed for hints.
const MAX_REFERENCE_CHAIN: usize = 64;
