//! Combinations that have a value: choice after choice, each branch held against what was chosen
//! before, and another one taken where nothing is left.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use jsonschema::canonical::{CanonicalKind, CanonicalSchema, CanonicalView, PreparedDocument};
use serde_json::{Value, json};

use super::{Hidden, Site};
use crate::error::{Error, Stage};
use crate::parse::keywords::nothing;
use crate::parse::references::schema_at;
use crate::plan::fill::canonical_error;
use crate::plan::form::{admits_nothing, reference_of};
use crate::plan::outline::Picks;
use crate::seed::hash_name;

/// So many combinations of one place are planned, though there may be many more.
const MAX_PLANNED: usize = 48;

/// So many are planned where there are as many, when every branch is in one of them.
const ENOUGH_PLANNED: usize = 12;

/// More choices at one place than this are not combined.
const MAX_CHOICES: usize = 640;

/// How often the search for the combinations of one place looks at a branch; a look at many choices
/// counts for more. Without it, choices that contradict each other would be searched without end.
const MAX_SEARCH_STEPS: u64 = 8_000;

/// A negation of more alternatives than this is taken as a whole.
const MAX_SPLIT: usize = 16;

/// The branches of a larger `oneOf` are not kept apart beforehand.
const MAX_EXCLUDED: usize = 8;

/// Something that holds where a branch is taken.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    /// A subschema of the planning copy.
    At(String),
    /// A subschema of the planning copy does not hold.
    Not(String),
    /// A schema that stands nowhere.
    Inline(Value),
}

/// One branch of a hidden choice.
pub(crate) struct Branch {
    pub(crate) parts: Vec<Part>,
    form: CanonicalSchema,
    /// Whether the author thought of it; other branches are taken where nothing else is left.
    is_meant: bool,
}

/// The combinations of one place.
pub(crate) struct Combined {
    pub(crate) picks: Vec<Picks>,
    /// Whether a place without any combination surely has no value.
    pub(crate) is_certain: bool,
}

/// The document in which combinations are searched.
pub(crate) struct Search<'a> {
    document: &'a Value,
    hidden: &'a Hidden,
    /// The planning copy without the hidden choices.
    prepared: PreparedDocument<'a>,
    options: RefCell<BTreeMap<Site, Rc<Vec<Branch>>>>,
    steps: Cell<u64>,
}

/// One combination that is being put together.
struct Trail {
    picks: Picks,
    sum: CanonicalSchema,
}

enum Ending {
    Found(Picks),
    /// No combination has a value.
    Impossible,
    OutOfSteps,
}

impl<'a> Search<'a> {
    pub(crate) fn new(
        document: &'a Value,
        hidden: &'a Hidden,
        prepared: PreparedDocument<'a>,
    ) -> Self {
        let options = RefCell::new(BTreeMap::new());
        Self { document, hidden, prepared, options, steps: Cell::new(0) }
    }

    pub(crate) fn hidden(&self) -> &Hidden {
        self.hidden
    }

    /// What holds where the branch `position` of `site` is taken.
    pub(crate) fn parts(&self, site: &Site, position: usize) -> Result<Vec<Part>, Error> {
        let options = self.options(site)?;
        Ok(options.get(position).map(|option| option.parts.clone()).unwrap_or_default())
    }

    /// Combinations of all hidden choices that are open at `seeds`, each branch in one of them as
    /// far as the search goes.
    pub(crate) fn combine(&self, seeds: &[String]) -> Result<Combined, Error> {
        let mut sum: Option<CanonicalSchema> = None;
        let mut known: BTreeSet<Site> = BTreeSet::new();
        let mut open: Vec<Rc<Site>> = Vec::new();
        for seed in seeds {
            let form = self.form_at(seed)?;
            sum = Some(match sum {
                None => form,
                Some(sum) => sum.intersect(&form).map_err(|error| canonical_error(&error))?,
            });
            for site in self.hidden.open_at(self.document, seed) {
                if known.insert(site.clone()) {
                    open.push(Rc::new(site));
                }
            }
        }
        let Some(sum) = sum else { return Ok(Combined { picks: Vec::new(), is_certain: false }) };
        if open.len() > MAX_CHOICES {
            return Err(Error::new(
                Stage::Plan,
                format!("cannot plan more than {MAX_CHOICES} choices at one place"),
            )
            .at(seeds.first().cloned().unwrap_or_default())
            .with_help("write fewer `anyOf`, `oneOf`, `if` or dependencies beside each other"));
        }
        self.steps.set(0);
        let mut found: Vec<Picks> = Vec::new();
        let mut covered: BTreeSet<(Site, usize)> = BTreeSet::new();
        let mut is_certain = true;
        for round in 0..MAX_PLANNED {
            let goal = self.next_goal(&open, &covered)?;
            if goal.is_none() && found.len() >= ENOUGH_PLANNED {
                break;
            }
            let mut order: VecDeque<Rc<Site>> = open.iter().cloned().collect();
            if let Some((site, _)) = &goal {
                order.retain(|one| **one != *site);
                order.push_front(Rc::new(site.clone()));
            }
            let mut trail = Trail { picks: Picks::new(), sum: sum.clone() };
            match self.extend(&mut trail, &mut order, round, goal.as_ref())? {
                Ending::Found(picks) => {
                    covered.extend(picks.iter().map(|(site, branch)| (site.clone(), *branch)));
                    if !found.contains(&picks) {
                        found.push(picks);
                    }
                }
                Ending::Impossible => {
                    if goal.is_none() {
                        break;
                    }
                }
                Ending::OutOfSteps => {
                    is_certain = false;
                    break;
                }
            }
            covered.extend(goal);
        }
        Ok(Combined { picks: found, is_certain })
    }

    /// The first branch that was not tried yet, of the choices that are open from the start.
    fn next_goal(
        &self,
        open: &[Rc<Site>],
        covered: &BTreeSet<(Site, usize)>,
    ) -> Result<Option<(Site, usize)>, Error> {
        for site in open {
            for (branch, option) in self.options(site)?.iter().enumerate() {
                let goal = ((**site).clone(), branch);
                if option.is_meant && !covered.contains(&goal) {
                    return Ok(Some(goal));
                }
            }
        }
        Ok(None)
    }

    /// Takes a branch of the first open choice, and goes on with the others.
    fn extend(
        &self,
        trail: &mut Trail,
        order: &mut VecDeque<Rc<Site>>,
        round: usize,
        goal: Option<&(Site, usize)>,
    ) -> Result<Ending, Error> {
        let Some(site) = order.pop_front() else { return Ok(Ending::Found(trail.picks.clone())) };
        let options = self.options(&site)?;
        let mut is_impossible = true;
        let turn = usize::try_from(hash_name(&site.0) >> 40).unwrap_or(0) + round;
        let branches: Vec<usize> = match goal {
            Some((wanted, branch)) if *wanted == *site => vec![*branch],
            _ => in_turn(&options, turn),
        };
        for branch in branches {
            let cost = 1 + trail.picks.len() as u64 / 64;
            self.steps.set(self.steps.get() + cost);
            if self.steps.get() > MAX_SEARCH_STEPS {
                return Ok(Ending::OutOfSteps);
            }
            let Ok(sum) = trail.sum.intersect(&options[branch].form) else {
                is_impossible = false;
                continue;
            };
            if admits_nothing(&sum) {
                continue;
            }
            let before = std::mem::replace(&mut trail.sum, sum);
            trail.picks.insert((*site).clone(), branch);
            let mut inner = order.clone();
            for opened in self.opened_by(&options[branch]) {
                let is_known = trail.picks.contains_key(&opened)
                    || inner.iter().any(|known| **known == opened);
                if !is_known {
                    inner.push_back(Rc::new(opened));
                }
            }
            match self.extend(trail, &mut inner, round, goal)? {
                Ending::Impossible => {}
                ending => return Ok(ending),
            }
            trail.picks.remove(&*site);
            trail.sum = before;
        }
        Ok(if is_impossible { Ending::Impossible } else { Ending::OutOfSteps })
    }

    fn opened_by(&self, option: &Branch) -> Vec<Site> {
        let at = option.parts.iter().filter_map(|part| match part {
            Part::At(pointer) => Some(pointer),
            Part::Not(_) | Part::Inline(_) => None,
        });
        at.flat_map(|pointer| self.hidden.open_at(self.document, pointer)).collect()
    }

    fn options(&self, site: &Site) -> Result<Rc<Vec<Branch>>, Error> {
        if let Some(known) = self.options.borrow().get(site) {
            return Ok(Rc::clone(known));
        }
        let options = Rc::new(self.read_options(site)?);
        self.options.borrow_mut().insert(site.clone(), Rc::clone(&options));
        Ok(options)
    }

    fn read_options(&self, site: &Site) -> Result<Vec<Branch>, Error> {
        let (pointer, keyword) = (&site.0, site.1);
        let at = |keyword: &str| format!("{pointer}/{keyword}");
        match keyword {
            "if" => {
                let condition = self.form_at(&at("if"))?;
                let mut holds = Branch {
                    form: condition.clone(),
                    parts: vec![Part::At(at("if"))],
                    is_meant: true,
                };
                self.add(&mut holds, &at("then"))?;
                let mut options = vec![holds];
                for mut fails in self.negations(&condition, &at("if"))? {
                    self.add(&mut fails, &at("else"))?;
                    options.push(fails);
                }
                Ok(options)
            }
            "not" => {
                let at = at("not");
                self.negations(&self.form_at(&at)?, &at)
            }
            "anyOf" | "oneOf" => {
                let branches = schema_at(self.document, &at(keyword)).and_then(Value::as_array);
                let count = branches.map_or(0, Vec::len);
                let at: Vec<String> =
                    (0..count).map(|branch| format!("{pointer}/{keyword}/{branch}")).collect();
                let forms = at.iter().map(|at| self.form_at(at));
                let forms = forms.collect::<Result<Vec<_>, _>>()?;
                let whole = at.iter().zip(&forms).map(|(at, form)| Branch {
                    form: form.clone(),
                    parts: vec![Part::At(at.clone())],
                    is_meant: true,
                });
                let mut branches: Vec<Branch> = whole.collect();
                if keyword == "oneOf" && count <= MAX_EXCLUDED {
                    for (branch, option) in branches.iter_mut().enumerate() {
                        exclude_others(option, branch, &at, &forms);
                    }
                }
                Ok(branches)
            }
            _ => {
                let name = pointer.rsplit('/').next().unwrap_or_default();
                let name = name.replace("~1", "/").replace("~0", "~");
                let absent = json!({ "properties": { name.clone(): nothing() } });
                let present = json!({ "type": "object", "required": [name] });
                let absent = self.inline(absent)?;
                let mut present = self.inline(present)?;
                match schema_at(self.document, pointer) {
                    Some(Value::Array(names)) => {
                        let also = self.inline(json!({ "required": names }))?;
                        present = both(present, also)?;
                    }
                    _ => self.add(&mut present, pointer)?,
                }
                Ok(vec![absent, present])
            }
        }
    }

    /// Each way in which the schema at `pointer` does not hold: those of objects by themselves, since
    /// conditions mostly speak of members, and all others together.
    fn negations(&self, form: &CanonicalSchema, pointer: &str) -> Result<Vec<Branch>, Error> {
        let negated = form.negate().map_err(|error| canonical_error(&error))?;
        let whole =
            |form| Branch { parts: vec![Part::Not(pointer.to_owned())], form, is_meant: true };
        let CanonicalView::AnyOf(ways) = negated.view() else { return Ok(vec![whole(negated)]) };
        let (objects, others): (Vec<_>, Vec<_>) =
            ways.iter().partition(|way| way.kind() == CanonicalKind::Object);
        let written: Vec<Value> = objects.iter().map(|way| way.to_json_schema()).collect();
        // A reference means nothing outside of the form it was written in.
        let is_closed = written.iter().all(|way| !way.to_string().contains("\"$ref\""));
        if !(1..=MAX_SPLIT).contains(&objects.len()) || !is_closed {
            return Ok(vec![whole(negated)]);
        }
        let ways = objects.into_iter().zip(written);
        let mut branches: Vec<Branch> = ways
            .map(|(form, way)| Branch {
                parts: vec![Part::Inline(way)],
                form: form.clone(),
                is_meant: true,
            })
            .collect();
        if !others.is_empty() {
            let no_object = self.inline(json!({ "not": { "type": "object" } }))?;
            let form = negated.intersect(&no_object.form);
            let form = form.map_err(|error| canonical_error(&error))?;
            let parts = [no_object.parts, vec![Part::Not(pointer.to_owned())]].concat();
            branches.push(Branch { parts, form, is_meant: false });
        }
        Ok(branches)
    }

    fn inline(&self, schema: Value) -> Result<Branch, Error> {
        let options = jsonschema::canonical::options()
            .with_draft(self.prepared.draft())
            .should_validate_formats(true)
            .offline();
        let form = options.canonicalize(&schema).map_err(|error| canonical_error(&error))?;
        Ok(Branch { parts: vec![Part::Inline(schema)], form, is_meant: true })
    }

    fn add(&self, option: &mut Branch, pointer: &str) -> Result<(), Error> {
        if schema_at(self.document, pointer).is_none() {
            return Ok(());
        }
        let form = self.form_at(pointer)?;
        option.form = option.form.intersect(&form).map_err(|error| canonical_error(&error))?;
        option.parts.push(Part::At(pointer.to_owned()));
        Ok(())
    }

    /// The form of the schema at `pointer`, without the hidden choices.
    fn form_at(&self, pointer: &str) -> Result<CanonicalSchema, Error> {
        let moved = self.hidden.moved(pointer);
        let mut form =
            self.prepared.canonicalize_at(&moved).map_err(|error| canonical_error(&error))?;
        // Circles in place are refused beforehand.
        while let Some(target) = reference_of(&form) {
            let Some(next) = form.definition(&target) else { break };
            form = next;
        }
        Ok(form)
    }
}

/// What holds where both hold.
fn both(one: Branch, two: Branch) -> Result<Branch, Error> {
    let form = one.form.intersect(&two.form).map_err(|error| canonical_error(&error))?;
    let parts = one.parts.into_iter().chain(two.parts).collect();
    Ok(Branch { parts, form, is_meant: one.is_meant && two.is_meant })
}

/// The branches in the order in which they are tried: what is meant first, beginning with another one
/// each time.
fn in_turn(options: &[Branch], turn: usize) -> Vec<usize> {
    let (meant, others): (Vec<usize>, Vec<usize>) =
        (0..options.len()).partition(|branch| options[*branch].is_meant);
    let first = turn % meant.len().max(1);
    let rotated = meant.iter().skip(first).chain(meant.iter().take(first));
    rotated.copied().chain(others).collect()
}

/// Lets no other branch of a `oneOf` hold, where that can be said without more alternatives; what is
/// drawn is held against the whole in any case.
fn exclude_others(option: &mut Branch, branch: usize, at: &[String], forms: &[CanonicalSchema]) {
    for (other, form) in forms.iter().enumerate().filter(|(other, _)| *other != branch) {
        let Ok(negated) = form.negate() else { continue };
        let is_simple = match negated.view() {
            CanonicalView::AnyOf(ways) => {
                let is_object = |way: &&CanonicalSchema| way.kind() == CanonicalKind::Object;
                ways.iter().filter(is_object).count() <= 1
            }
            _ => true,
        };
        if !is_simple {
            continue;
        }
        if let Ok(both) = option.form.intersect(&negated) {
            option.form = both;
            option.parts.push(Part::Not(at[other].clone()));
        }
    }
}
