//! One place of the instance: the subschemas that hold there, and the steps from it into its children.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use ahash::AHashSet;
use serde_json::{Map, Value};

use super::names::matches;
use super::pointer_below;
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
    /// Whether a choice holds here under a condition that is hidden from the canonical form: nobody takes it, so what is
    /// drawn is judged.
    pub(crate) is_loose: bool,
    /// Where the steps lead that the author speaks of.
    pub(super) children: BTreeMap<Step<'a>, PlaceId>,
}

/// One subschema that holds at a place.
pub(crate) struct Conjunct<'a> {
    pub(crate) pointer: String,
    pub(crate) schema: &'a Map<String, Value>,
    /// Reached through `if`, `then`, `else` or a dependency: it may not apply.
    pub(crate) is_conditional: bool,
    pub(crate) hints: Option<Box<Hints>>,
}

/// A subschema that holds at a place: where it stands, and what stands there. The one tells the other, so the pointer alone
/// is compared.
#[derive(Debug, Clone)]
pub(super) struct Seed<'a> {
    pub(super) pointer: String,
    pub(super) schema: Option<&'a Value>,
}

impl PartialEq for Seed<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.pointer == other.pointer
    }
}

impl Eq for Seed<'_> {}

impl Hash for Seed<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.pointer.hash(state);
    }
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
        let mut known = AHashSet::new();
        names.map(String::as_str).filter(|name| known.insert(*name)).collect()
    }

    /// The names that the author declares or requires, if only under a condition or beside another.
    pub(crate) fn named(&self) -> Vec<&'a str> {
        let mut names = self.declared();
        let mut known: AHashSet<&'a str> = names.iter().copied().collect();
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
        self.firm().any(|conjunct| {
            let says = |key: &&str| {
                conjunct.schema.get(*key).is_some_and(|value| *value != Value::Bool(false))
            };
            OPEN.iter().any(says)
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
        let mut steps = Vec::new();
        // A look through a few keywords is faster than a lookup of each one.
        let says = |keywords: &[&str]| {
            let mut keys = self.conjuncts.iter().flat_map(|conjunct| conjunct.schema.keys());
            keys.any(|key| keywords.contains(&key.as_str()))
        };
        let open =
            [(Step::OpenMember, &OPEN[..]), (Step::Rest, &REST), (Step::Contains, &CONTAINS)];
        steps.extend(open.into_iter().filter(|(_, keywords)| says(keywords)).map(|(step, _)| step));
        if says(&["properties"]) {
            steps.extend(self.declared().into_iter().map(Step::Member));
        }
        if !says(&["patternProperties", "prefixItems", "items"]) {
            return steps;
        }
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

    /// What is declared of the member `name`.
    pub(crate) fn property(&self, name: &str) -> Option<&'a Value> {
        self.properties()?.get(name)
    }

    /// How many positions have a schema of their own here.
    fn prefix_len(&self) -> usize {
        let prefix = items_of(self.schema, "prefixItems").count();
        // Before 2020-12 a list under `items` is what `prefixItems` is now.
        if prefix > 0 { prefix } else { items_of(self.schema, "items").count() }
    }

    pub(super) fn seeds_of(&self, step: Step<'_>) -> Vec<Seed<'a>> {
        let at = |keyword: &&str| {
            let schema = self.schema.get(*keyword).filter(|schema| schema.is_object())?;
            Some(Seed { pointer: [&self.pointer, "/", keyword].concat(), schema: Some(schema) })
        };
        let below = |keyword: &str, key: &str, schema: &'a Value| Seed {
            pointer: pointer_below(&self.pointer, keyword, key),
            schema: Some(schema),
        };
        let patterns = || self.schema.get("patternProperties").and_then(Value::as_object);
        match step {
            Step::Member(name) => {
                let declared = self.property(name);
                let declared = declared.map(|schema| below("properties", name, schema));
                let mut seeds: Vec<_> = declared.into_iter().collect();
                let matching = patterns().into_iter().flatten();
                let matching = matching.filter(|(pattern, _)| matches(pattern, name));
                seeds.extend(
                    matching.map(|(pattern, schema)| below("patternProperties", pattern, schema)),
                );
                if seeds.is_empty() {
                    seeds.extend(at(&"additionalProperties"));
                }
                seeds
            }
            Step::OpenMember => OPEN.iter().filter_map(at).collect(),
            Step::Pattern(pattern) => {
                let schema = patterns().and_then(|patterns| patterns.get(pattern));
                schema
                    .map(|schema| below("patternProperties", pattern, schema))
                    .into_iter()
                    .collect()
            }
            Step::Element(position) => {
                let element = ["prefixItems", "items"].into_iter().find_map(|keyword| {
                    let (_, schema) = items_of(self.schema, keyword).nth(position)?;
                    Some(below(keyword, &position.to_string(), schema))
                });
                element.map_or_else(|| self.seeds_of(Step::Rest), |seed| vec![seed])
            }
            Step::Rest => REST.iter().filter_map(at).take(1).collect(),
            Step::Contains => CONTAINS.iter().filter_map(at).collect(),
        }
    }
}

/// The keywords of members that have no name or pattern of their own.
const OPEN: [&str; 2] = ["additionalProperties", "unevaluatedProperties"];

/// The keywords of elements behind those with a schema of their own, of which the first one counts.
const REST: [&str; 3] = ["items", "additionalItems", "unevaluatedItems"];

const CONTAINS: [&str; 1] = ["contains"];

pub(super) fn items_of<'m>(
    schema: &'m Map<String, Value>,
    keyword: &str,
) -> impl Iterator<Item = (usize, &'m Value)> {
    schema.get(keyword).and_then(Value::as_array).into_iter().flatten().enumerate()
}
