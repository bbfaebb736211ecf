//! The arena is filled from the canonical form, beside the outline of what the author wrote.
//!
//! The canonical form decides what is valid; the outline decides names, order, branches and hints.
//! This folder is the only place that reads [`CanonicalView`].

mod all_of;
mod array;
mod bare;
mod choice;
mod examples;
mod exclusive;
mod extra;
mod forms;
mod given;
mod heed;
mod judge;
mod meeting;
mod names;
mod number;
mod object;
mod open;
mod options;
mod order;
mod realistic;
mod registered;
mod spot;
mod spread;
mod text;
mod values;
mod words;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use ahash::AHashMap;
use jsonschema::canonical::{CanonicalKind, CanonicalSchema, CanonicalView, RawReason};
use jsonschema::{JsonType, JsonTypeSet};
use serde_json::Value;

use super::Given;
use super::copy::PlanningCopy;
use super::domain::{ByRow, Mark};
use super::form::{admits_nothing, reference_of};
use super::hints::Hints;
use super::node::{Extra, Hooks, Kind, Literal, Node, NodeId, Verify};
use super::outline::{Outline, Place, PlaceId};
use super::policy::{self, Matched};
use crate::config::Config;
use crate::error::{Error, Stage};
use crate::generators::factory::{Builds, Factory};
use crate::parse::Contract;
use crate::parse::keywords::speaking;
use crate::seed::Row;
pub(crate) use forms::Forms;
use judge::Judge;
use options::take_null;
use realistic::Asked;
use registered::Field;
pub(crate) use spot::Spot;
use values::{chosen, weighted};

/// More nodes than this come from a document made to exhaust the planner.
const MAX_NODES: usize = 100_000;

/// A longer cause of an error is cut: a pattern of a megabyte would bury it.
const MAX_TOLD_CHARS: usize = 300;

/// Members that are there less often than this are so by somebody's wish.
pub(crate) const MOSTLY_THERE: f64 = 0.5;

/// How often a list or an object that would say nothing is given something to say, where it is seldom
/// to be empty.
pub(crate) const FULL_SHARE: f64 = 15.0 / 16.0;

/// How often the value of a whole document is `null`, where it may be.
const ROOT_PRESENCE: f64 = 15.0 / 16.0;

/// Everything that filling reads, and the arena that it writes.
pub(crate) struct Filler<'a> {
    pub(crate) contract: &'a Contract,
    copy: &'a PlanningCopy,
    pub(crate) outline: &'a Outline<'a>,
    forms: Forms<'a>,
    pub(crate) narrowed: &'a BTreeMap<PlaceId, String>,
    pub(crate) config: &'a Config,
    judge: Judge<'a>,
    is_typed: bool,
    /// Whether alternatives are drawn that nobody thought of: what was meant has no value.
    is_lenient: bool,
    nodes: Vec<Node>,
    memo: AHashMap<MemoKey, NodeId>,
    /// What the one schema of a place says, by itself.
    own_forms: BTreeMap<PlaceId, CanonicalSchema>,
    factory: Factory<'a>,
    /// What the names of the fields that were met ask for.
    asked: RefCell<AHashMap<Field, Option<Rc<Asked>>>>,
    /// The rows of which texts are drawn on trial.
    trials: Vec<Row>,
    /// The member that silent objects share, once one was met.
    extra: Option<Extra>,
    unreachable: Vec<Error>,
    paths: policy::Paths,
}

/// The form is `None` where the place says all of it: the same form is written in several ways, and
/// a recursion must come back to the node it started from.
type MemoKey =
    (Option<PlaceId>, Option<PlaceId>, Option<CanonicalSchema>, Matched, Option<Field>, bool);

/// The filled arena.
pub(crate) struct Filled {
    pub(crate) nodes: Vec<Node>,
    pub(crate) root: NodeId,
    /// Branches and members that hold no value, in the order in which they were met.
    pub(crate) unreachable: Vec<Error>,
    /// Whether the form of the whole leaves it open that there is a value.
    pub(crate) may_have_value: bool,
    /// Whether the author leaves choices, of which each branch was planned by itself.
    pub(crate) has_choices: bool,
    pub(crate) builds: Builds,
}

/// Fills the arena from the root of the prepared document.
pub(crate) fn fill<'a>(
    contract: &'a Contract,
    copy: &'a PlanningCopy,
    outline: &'a Outline<'a>,
    forms: Forms<'a>,
    narrowed: &'a BTreeMap<PlaceId, String>,
    given: Given<'a>,
) -> Result<Filled, Error> {
    let Given { registry, config, is_lenient } = given;
    let mut filler = Filler {
        contract,
        copy,
        outline,
        forms,
        narrowed,
        config,
        judge: Judge::new(contract, copy),
        is_typed: contract.type_name().is_some(),
        is_lenient,
        nodes: Vec::with_capacity(outline.len()),
        memo: AHashMap::new(),
        own_forms: BTreeMap::new(),
        factory: Factory::new(registry),
        asked: RefCell::default(),
        trials: realistic::trials(),
        extra: None,
        unreachable: Vec::new(),
        paths: policy::Paths::default(),
    };
    let canonical = filler.forms.at("")?;
    let may_have_value = !admits_nothing(&canonical);
    let root = filler.fill(Spot {
        place: Some(PlaceId::ROOT),
        canonical,
        is_complete: true,
        branch_of: None,
        matched: policy::start(config),
        inherited: None,
        member: None,
        around: None,
        is_distinct: false,
    })?;
    filler.paths.refuse_unmatched(config)?;
    filler.paths.refuse_unheeded(config)?;
    if is_lenient {
        let verify = filler.judge.verify("")?;
        let hooks = filler.nodes[root.index()].hooks.get_or_insert_default();
        hooks.verify.push(verify);
    }
    let has_choices = outline.has_choices();
    let builds = filler.factory.counts();
    let Filler { nodes, unreachable, .. } = filler;
    Ok(Filled { nodes, root, unreachable, may_have_value, has_choices, builds })
}

impl Filler<'_> {
    /// The node of `spot`, filled unless it stands already.
    fn fill(&mut self, mut spot: Spot) -> Result<NodeId, Error> {
        spot.canonical = self.resolve(spot.canonical, spot.place)?;
        spot.is_complete = spot.is_complete || self.is_own_form(&spot)?;
        self.paths.visit(self.config, &spot.matched);
        // A place that is known elsewhere may be forbidden here.
        if admits_nothing(&spot.canonical) {
            self.heed_all(&spot);
            return self.push(self.pointer_of(&spot), Kind::Nothing);
        }
        let is_said = spot.is_complete && spot.place.is_some();
        let form = (!is_said).then(|| spot.canonical.clone());
        let field = self.known_field(&spot);
        let key = (spot.place, spot.branch_of, form, spot.matched.clone(), field, spot.is_distinct);
        if spot.inherited.is_none()
            && let Some(id) = self.memo.get(&key)
        {
            return Ok(*id);
        }
        let id = self.reserve(self.pointer_of(&spot))?;
        if spot.inherited.is_none() {
            self.memo.insert(key, id);
        }
        let hints = self.hints_of(&spot);
        let words = hints.by.map(|by| self.words_of(&spot, by)).transpose()?.flatten();
        let has_words = words.is_some();
        spot.member = words.or(spot.member);
        let mut hooks = Hooks {
            finishes: hints.finishes.clone(),
            checks: hints.checks.clone(),
            verify: Vec::new(),
            passed_over: None,
        };
        let kind = self.kind_of(&spot, &hints, &mut hooks);
        let kind = kind.map_err(|error| self.with_setter(error, &spot))?;
        // The form of such a place admits more than its schemas.
        let is_loose = spot.place.is_some_and(|place| self.outline.get(place).is_loose);
        if (hints.judged || hints.content || is_loose) && hooks.verify.is_empty() {
            hooks.verify = self.verify(&spot)?;
        }
        let is_given = hints.values.is_some() || hints.with.is_some() || hints.by_row.is_some();
        let kind = if is_given { kind } else { self.or_shown(&spot, kind, &hooks.verify)? };
        if let Kind::Nullable { inner, .. } = kind {
            // What completes or checks a value has nothing to say of `null`.
            let inner = &mut self.nodes[inner.index()];
            let moved = inner.hooks.get_or_insert_default();
            moved.finishes.append(&mut hooks.finishes);
            moved.checks.append(&mut hooks.checks);
            if matches!(inner.kind, Kind::Custom(_)) {
                // A generator none of whose values fits would otherwise be `null` in every row, in silence.
                moved.verify.append(&mut hooks.verify);
            }
            if moved.is_empty() {
                inner.hooks = None;
            }
        }
        let kind = match kind {
            Kind::Nullable { inner, presence: None }
                if spot.place == Some(PlaceId::ROOT) && self.fills_up(&hints) =>
            {
                Kind::Nullable { inner, presence: Some(ROOT_PRESENCE) }
            }
            kind => kind,
        };
        let mark = hints.by_row.map(|by_row| {
            let is_sorted = by_row == ByRow::Sequence && hints.values.is_none();
            Mark {
                by_row,
                written: if is_sorted { self.written_values(&spot) } else { Vec::new() },
            }
        });
        let passed_over = hooks.passed_over.take();
        let node = &mut self.nodes[id.index()];
        node.kind = kind;
        node.depth = hints.depth;
        node.by_row = mark;
        node.hooks = (!hooks.is_empty()).then(|| Box::new(hooks));
        self.heed(id, &spot, &hints, has_words)?;
        if let Some(name) = passed_over {
            self.nodes[id.index()].told.get_or_insert_default().in_place_of = Some(name);
        }
        Ok(id)
    }

    /// The node of `spot`; `None` where it cannot be planned, and then nothing of it stays.
    fn fill_if_planned(&mut self, spot: Spot) -> Option<NodeId> {
        let before = (self.nodes.len(), self.unreachable.len());
        let filled = self.fill(spot).ok();
        if filled.is_none() {
            self.nodes.truncate(before.0);
            self.unreachable.truncate(before.1);
            self.memo.retain(|_, id| id.index() < before.0);
            self.extra.take_if(|extra| extra.value.index() >= before.0);
        }
        filled
    }

    /// Whether the form is what the one schema of the place says, and nothing came to it from around.
    fn is_own_form(&mut self, spot: &Spot) -> Result<bool, Error> {
        let Some(id) = spot.place else { return Ok(false) };
        let place = self.outline.get(id);
        let [seed] = place.seeds.as_slice() else { return Ok(false) };
        if !place.is_firm() || !place.picks.is_empty() {
            return Ok(false);
        }
        if !self.own_forms.contains_key(&id) {
            let own = self.resolve(self.forms.at(seed)?, Some(id))?;
            self.own_forms.insert(id, own);
        }
        Ok(self.own_forms.get(&id) == Some(&spot.canonical))
    }

    fn kind_of(&mut self, spot: &Spot, hints: &Hints, hooks: &mut Hooks) -> Result<Kind, Error> {
        if admits_nothing(&spot.canonical) {
            return Ok(Kind::Nothing);
        }
        if let Some(named) = &hints.with {
            let given = self.given(spot, named, hints)?;
            return self.or_null(spot, hints, given);
        }
        if let Some(values) = &hints.values {
            let mut literals = chosen(values, hints.weights.as_deref());
            if hints.is_of_enum {
                self.keep_allowed(spot, &mut literals)?;
            } else {
                self.check_values(spot, values)?;
            }
            let literals = Kind::Literal(literals);
            if values.contains(&Value::Null) {
                return Ok(literals);
            }
            return self.or_null(spot, hints, literals);
        }
        // Where no branch by itself has a value, the form of the whole may still have one.
        let is_whole = self.is_lenient
            && !self.forms.are_weaker()
            && spot.canonical.kind() != CanonicalKind::Raw;
        if !is_whole
            && let Some(place) = spot.place
            && let Some(choice) = self.outline.get(place).choice.clone()
        {
            return self.choice(spot, place, &choice, hints, hooks);
        }
        self.note_lost_types(spot);
        let kind = self.view(spot, hints, hooks)?;
        self.or_absent(spot, hints, kind)
    }

    /// What the canonical form says of a place without open choices of the author.
    fn view(&mut self, spot: &Spot, hints: &Hints, hooks: &mut Hooks) -> Result<Kind, Error> {
        let pointer = self.pointer_of(spot);
        Ok(match spot.canonical.view() {
            CanonicalView::False => Kind::Nothing,
            // Of anything but a text nothing is asked, and nothing is meant.
            CanonicalView::True if hints.content => {
                return self.bare(spot, JsonType::String, hints, hooks);
            }
            // What lies below may be all that is said, and hidden.
            CanonicalView::True
                if self.forms.are_weaker() && self.declared_types(spot.place).is_some() =>
            {
                self.types(spot, JsonTypeSet::all(), hints, hooks)?
            }
            CanonicalView::True => self.anything(spot, hints, hooks)?,
            CanonicalView::Const(value) => {
                if let Some(name) = hints.faker.as_ref().filter(|_| value != Value::Null) {
                    return Err(self.misplaced(name, spot));
                }
                Kind::Literal(vec![Literal::new(value)])
            }
            CanonicalView::Enum(values) => {
                match self.served_values(spot, &values, hints, hooks)? {
                    Some(served) => served,
                    None => weighted(values, hints),
                }
            }
            CanonicalView::MultiType(types) => self.types(spot, types, hints, hooks)?,
            CanonicalView::TypedGroup(group) => {
                let inner = Spot { canonical: group.body, ..spot.clone() };
                return self.view(&inner, hints, hooks);
            }
            CanonicalView::String(view) => self.text(spot, &view, hints, hooks)?,
            CanonicalView::Integer(view) => self.integer(spot, &view, hints, hooks)?,
            CanonicalView::Number(view) => self.number(spot, &view, hints, hooks)?,
            CanonicalView::Array(view) => self.array(spot, &view, hints, hooks)?,
            CanonicalView::Object(view) => self.object(spot, &view, hints, hooks)?,
            CanonicalView::AnyOf(options) => self.any_of(spot, options, hints, hooks)?,
            CanonicalView::OneOf(options) => {
                hooks.verify.extend(self.verify(spot)?);
                self.any_of(spot, options, hints, hooks)?
            }
            CanonicalView::AllOf(parts) => return self.all_of(spot, parts, hints, hooks),
            CanonicalView::Not(_) => {
                hooks.verify.extend(self.verify(spot)?);
                self.anything(spot, hints, hooks)?
            }
            CanonicalView::Reference(_) => {
                return Err(unsupported(&pointer, "a reference that leads back to itself"));
            }
            CanonicalView::Raw(raw) => {
                let at = raw.pointer.unwrap_or(pointer);
                let keywords = self.keywords_at(&at);
                let error = unsupported(&at, raw_reason(raw.reason)).with_keyword(keywords);
                let is_unmodeled = matches!(raw.reason, RawReason::Unmodeled);
                return Err(if is_unmodeled { error.beyond_the_form() } else { error });
            }
        })
    }

    /// What the schema at `pointer` says of its values, by its keywords.
    fn keywords_at(&self, pointer: &str) -> String {
        let schema = self.outline.schema_at(pointer).and_then(Value::as_object);
        schema.map(speaking).unwrap_or_default().join(", ")
    }

    /// `kind`, or `null` where the contract admits it.
    fn or_null(&mut self, spot: &Spot, hints: &Hints, kind: Kind) -> Result<Kind, Error> {
        if !self.admits_null(spot)? {
            return Ok(kind);
        }
        let inner = self.reserve(self.pointer_of(spot))?;
        self.nodes[inner.index()].kind = kind;
        Ok(Kind::Nullable { inner, presence: hints.presence })
    }

    /// `kind`, of which `null` is one of several values, as another one of these or `null`, where somebody
    /// says how often it is there.
    fn or_absent(&mut self, spot: &Spot, hints: &Hints, mut kind: Kind) -> Result<Kind, Error> {
        let is_more_than_null = matches!(&kind, Kind::Literal(literals) if literals.len() > 1);
        if hints.presence.is_none() || !is_more_than_null || !take_null(&mut kind) {
            return Ok(kind);
        }
        let inner = self.push(self.pointer_of(spot), kind)?;
        Ok(Kind::Nullable { inner, presence: hints.presence })
    }

    /// The schemas of the place itself, for what cannot be guaranteed by construction; and the form,
    /// where those schemas do not say all that holds there.
    ///
    /// A branch of a `oneOf` is held against its form alone: another branch that takes all of its values as well would
    /// make the whole refuse every attempt, and only whoever chose the branch can take another one.
    fn verify(&mut self, spot: &Spot) -> Result<Vec<Verify>, Error> {
        let place = spot.place.map(|place| self.outline.get(place));
        let is_one_of =
            |place: &Place<'_>| place.picks.keys().any(|(_, keyword)| *keyword == "oneOf");
        if place.is_some_and(is_one_of) && !self.forms.are_weaker() {
            return Ok(vec![self.judge.verify_form(self.pointer_of(spot), &spot.canonical)?]);
        }
        let seeds = place.map(|place| place.seeds.clone()).unwrap_or_default();
        let (made, written): (Vec<_>, Vec<_>) =
            seeds.into_iter().partition(|pointer| self.copy.is_made(pointer));
        let is_said = spot.is_complete && place.is_some_and(Place::is_firm) && made.is_empty();
        let mut checks = Vec::with_capacity(written.len() + 1);
        for pointer in written {
            checks.push(self.judge.verify(&pointer)?);
        }
        if !is_said {
            checks.push(self.judge.verify_form(self.pointer_of(spot), &spot.canonical)?);
        }
        Ok(checks)
    }

    /// Follows references until the schema itself is there.
    fn resolve(
        &self,
        mut canonical: CanonicalSchema,
        place: Option<PlaceId>,
    ) -> Result<CanonicalSchema, Error> {
        let mut followed = Vec::new();
        while let Some(target) = reference_of(&canonical) {
            if followed.contains(&target) {
                let pointer = place.map_or("", |place| self.outline.get(place).pointer());
                return Err(Error::new(
                    Stage::Plan,
                    format!("the reference `{target}` leads back to itself and means nothing"),
                )
                .at(pointer)
                .with_keyword("$ref")
                .with_help("let the reference step into a property or an element"));
            }
            let Some(next) = canonical.definition(&target) else {
                return Err(unsupported(&target, "a reference without a target"));
            };
            followed.push(target);
            canonical = next;
        }
        Ok(canonical)
    }

    /// A new node that is filled later.
    fn reserve(&mut self, pointer: String) -> Result<NodeId, Error> {
        if self.nodes.len() >= MAX_NODES {
            return Err(Error::new(
                Stage::Plan,
                format!("the plan has more than {MAX_NODES} nodes"),
            )
            .at(pointer)
            .with_help("split the schema, or name fewer alternatives at one place"));
        }
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node {
            kind: Kind::Pending,
            pointer,
            height: 0,
            recursive: false,
            cyclic: false,
            component: 0,
            depth: None,
            spread: None,
            hooks: None,
            by_row: None,
            indexed: None,
            told: None,
        });
        Ok(id)
    }

    fn push(&mut self, pointer: String, kind: Kind) -> Result<NodeId, Error> {
        let id = self.reserve(pointer)?;
        self.nodes[id.index()].kind = kind;
        Ok(id)
    }

    fn is_nothing(&self, id: NodeId) -> bool {
        matches!(self.nodes[id.index()].kind, Kind::Nothing)
    }
}

fn raw_reason(reason: RawReason) -> &'static str {
    match reason {
        RawReason::UnknownDialect => "a dialect that is not known",
        RawReason::Unmodeled => "a combination of keywords that has no canonical form",
        RawReason::OutgrewIntersections => "too many `allOf` over `anyOf` to combine",
        RawReason::OutgrewCases => "too many conditional cases to combine",
        RawReason::InexactIntersection => "an intersection that cannot be written exactly",
    }
}

fn unsupported(pointer: &str, what: &str) -> Error {
    Error::new(Stage::Plan, format!("cannot plan {what}"))
        .at(pointer)
        .with_help("write the schema of this place without it, or give its values: `\"x-foundry\": {\"values\": […]}`")
}

/// What is said where the canonical form refuses the whole document.
pub(crate) const CANNOT_READ: &str = "the schema cannot be read for planning";

pub(crate) fn canonical_error(error: &jsonschema::CanonicalizationError) -> Error {
    let mut told = error.to_string();
    // A pattern that is too long is told in full.
    if let Some((end, _)) = told.char_indices().nth(MAX_TOLD_CHARS) {
        told.truncate(end);
        told.push('…');
    }
    Error::new(Stage::Plan, CANNOT_READ).with_cause(told).at("")
}
