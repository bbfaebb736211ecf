//! One place of the instance: the subschemas that hold there, and the steps from it into its children.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::escape;
use super::names::matches;
use crate::plan::hints::Hints;

/// The index of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct PlaceId(u32);

/// A branch that was taken: at the schema of this pointer, this keyword's branch.
pub(crate) type Picks = BTreeMap<(String, &'static str), usize>;

impl PlaceId {
    /// The root of the instance, which is walked first.
    pub(crate) const ROOT: Self = Self(0);

    /// The place at a position in the order of the walk.
    pub(super) fn at(position: usize) -> Self {
        Self(u32::try_from(position).unwrap_or(u32::MAX))
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// One place: all subschemas that hold there.
pub(crate) struct Place<'a> {
    /// The pointers of the subschemas that always hold and are not a part of one another.
    pub(crate) seeds: Vec<String>,
    pub(super) conditional: Vec<String>,
    pub(crate) picks: Picks,
    pub(crate) conjuncts: Vec<Conjunct<'a>>,
    /// The first choice that is still open here.
    pub(crate) choice: Option<Choice>,
    /// Whether choices are open here that are hidden from the canonical form.
    pub(super) is_hidden: bool,
    /// Where the steps lead that the author speaks of.
    pub(super) children: BTreeMap<Step<'a>, PlaceId>,
}

/// One subschema that holds at a place.
pub(crate) struct Conjunct<'a> {
    pub(crate) pointer: String,
    pub(crate) schema: &'a Map<String, Value>,
    /// Reached through `if`, `then`, `else` or a dependency: it may not apply.
    pub(crate) is_conditional: bool,
    pub(crate) hints: Hints,
}

/// A choice of the author.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) pointer: String,
    pub(crate) keyword: &'static str,
    pub(crate) branches: Vec<PlaceId>,
    /// Set where each branch is a combination of several choices: whether they are all that there
    /// may be.
    pub(crate) combined: Option<bool>,
}

/// A step from a place into a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step<'n> {
    Member(&'n str),
    /// Members that `additionalProperties` or `unevaluatedProperties` describe.
    OpenMember,
    Pattern(&'n str),
    Element(usize),
    /// Elements after those that have a schema of their own.
    Rest,
    Contains,
}

impl<'a> Place<'a> {
    /// The subschemas that always hold.
    pub(crate) fn firm(&self) -> impl Iterator<Item = &Conjunct<'a>> {
        self.conjuncts.iter().filter(|conjunct| !conjunct.is_conditional)
    }

    /// Whether nothing holds here under a condition alone.
    pub(crate) fn is_firm(&self) -> bool {
        self.conditional.is_empty()
    }

    /// Where the first subschema of the place stands.
    pub(crate) fn pointer(&self) -> &str {
        self.seeds.first().or(self.conditional.first()).map_or("", String::as_str)
    }

    /// The names that the author declares, in the author's order.
    pub(crate) fn declared(&self) -> Vec<&'a str> {
        let names = self.conjuncts.iter().filter_map(Conjunct::properties).flat_map(Map::keys);
        let mut known = BTreeSet::new();
        names.map(String::as_str).filter(|name| known.insert(*name)).collect()
    }

    /// The names that the author declares or requires, if only under a condition or beside another.
    pub(crate) fn named(&self) -> Vec<&'a str> {
        let mut names = self.declared();
        let mut known: BTreeSet<&'a str> = names.iter().copied().collect();
        let lists = self.conjuncts.iter().filter_map(|conjunct| conjunct.schema.get("required"));
        let dependents = ["dependentRequired", "dependencies"];
        let beside = self.conjuncts.iter().flat_map(|conjunct| {
            let maps = dependents.iter().filter_map(|key| conjunct.schema.get(*key)?.as_object());
            maps.flat_map(Map::values)
        });
        let required = lists.chain(beside).filter_map(Value::as_array).flatten();
        let required = required.filter_map(Value::as_str);
        names.extend(required.filter(|name| known.insert(*name)));
        names
    }

    /// Whether the author says with what an object may be filled beyond its names.
    pub(crate) fn speaks_of_open(&self) -> bool {
        let keywords = ["additionalProperties", "unevaluatedProperties"];
        self.firm().any(|conjunct| {
            let says = |key: &&str| {
                conjunct.schema.get(*key).is_some_and(|value| *value != Value::Bool(false))
            };
            keywords.iter().any(says)
        })
    }

    /// Whether the author says nothing of members beyond the named ones, not even under a condition.
    pub(crate) fn is_silent_of_open(&self) -> bool {
        const SPEAKING: [&str; 4] =
            ["additionalProperties", "unevaluatedProperties", "patternProperties", "propertyNames"];
        let speaks =
            |conjunct: &Conjunct<'_>| SPEAKING.iter().any(|key| conjunct.schema.contains_key(*key));
        !self.conjuncts.iter().any(speaks)
    }

    pub(super) fn steps(&self) -> Vec<Step<'a>> {
        let mut steps = vec![Step::OpenMember, Step::Rest, Step::Contains];
        steps.extend(self.declared().into_iter().map(Step::Member));
        for conjunct in &self.conjuncts {
            if let Some(Value::Object(patterns)) = conjunct.schema.get("patternProperties") {
                steps.extend(patterns.keys().map(|pattern| Step::Pattern(pattern)));
            }
            let positions = conjunct.prefix_len();
            steps.extend((0..positions).map(Step::Element));
        }
        steps
    }
}

impl<'a> Conjunct<'a> {
    pub(crate) fn properties(&self) -> Option<&'a Map<String, Value>> {
        self.schema.get("properties").and_then(Value::as_object)
    }

    /// How many positions have a schema of their own here.
    fn prefix_len(&self) -> usize {
        let prefix = items_of(self.schema, "prefixItems").count();
        // Before 2020-12 a list under `items` is what `prefixItems` is now.
        if prefix > 0 { prefix } else { items_of(self.schema, "items").count() }
    }

    pub(super) fn seeds_of(&self, step: Step<'_>) -> Vec<String> {
        let at = |keyword: &str| format!("{}/{keyword}", self.pointer);
        let below =
            |keyword: &str, key: &str| format!("{}/{keyword}/{}", self.pointer, escape(key));
        let has = |keyword: &str| self.schema.get(keyword).is_some_and(Value::is_object);
        match step {
            Step::Member(name) => {
                let is_declared = self.properties().is_some_and(|map| map.contains_key(name));
                let mut seeds: Vec<_> =
                    is_declared.then(|| below("properties", name)).into_iter().collect();
                if let Some(Value::Object(patterns)) = self.schema.get("patternProperties") {
                    let matching = patterns.keys().filter(|pattern| matches(pattern, name));
                    seeds.extend(matching.map(|pattern| below("patternProperties", pattern)));
                }
                if seeds.is_empty() && has("additionalProperties") {
                    seeds.push(at("additionalProperties"));
                }
                seeds
            }
            Step::OpenMember => {
                let keywords = ["additionalProperties", "unevaluatedProperties"];
                keywords.into_iter().filter(|keyword| has(keyword)).map(at).collect()
            }
            Step::Pattern(pattern) => {
                let patterns = self.schema.get("patternProperties").and_then(Value::as_object);
                let is_here = patterns.is_some_and(|patterns| patterns.contains_key(pattern));
                is_here.then(|| below("patternProperties", pattern)).into_iter().collect()
            }
            Step::Element(position) => {
                for keyword in ["prefixItems", "items"] {
                    if items_of(self.schema, keyword).nth(position).is_some() {
                        return vec![format!("{}/{keyword}/{position}", self.pointer)];
                    }
                }
                self.seeds_of(Step::Rest)
            }
            Step::Rest => {
                let keywords = ["items", "additionalItems", "unevaluatedItems"];
                keywords.into_iter().filter(|keyword| has(keyword)).map(at).take(1).collect()
            }
            Step::Contains => has("contains").then(|| at("contains")).into_iter().collect(),
        }
    }
}

pub(super) fn items_of<'m>(
    schema: &'m Map<String, Value>,
    keyword: &str,
) -> impl Iterator<Item = (usize, &'m Value)> {
    schema.get(keyword).and_then(Value::as_array).into_iter().flatten().enumerate()
}
