//! [`Contract`] → [`Plan`]: what to draw at each place, proven to have a finite value.

pub(crate) mod blame;
mod copy;
pub(crate) mod domain;
mod explain;
mod fill;
mod form;
mod guard;
pub(crate) mod hints;
pub(crate) mod matching;
mod narrow;
pub(crate) mod node;
pub(crate) mod outline;
mod patterns;
mod policy;
mod settle;
mod size;
pub(crate) mod spread;
mod thin;
mod timed;
mod wide;

use jsonschema::canonical::PreparedDocument;
use serde_json::Value;

use std::ops::Range;

use crate::config::Config;
use crate::error::{Error, Stage};
use crate::generators::Registry;
use crate::generators::factory::Builds;
use crate::parse::Contract;
use domain::ByRowPlace;
pub(crate) use fill::{FULL_SHARE, MOSTLY_THERE};
use fill::{Filled, Forms};
pub(crate) use guard::on_large_stack;
use node::{ENDLESS, Kind, Node, NodeId};
use outline::Outline;
use wide::{Hidden, Search};

/// What to draw at each place of a contract.
///
/// Made by [`plan`]; read by [`generate`](crate::generate::generate). The same contract and
/// configuration always give the same plan.
pub struct Plan {
    nodes: Vec<Node>,
    root: NodeId,
    config: Config,
    builds: Builds,
    /// The places whose values are taken by the number of the row.
    by_row: Vec<ByRowPlace>,
    is_typed: bool,
}

/// Plans `contract`: generators come from `registry`, spreads and limits from `config`.
///
/// # Examples
///
/// ```
/// use foundry::config::Config;
/// use foundry::generators::Registry;
/// use foundry::{parse::parse, plan::plan};
/// use serde_json::json;
///
/// let contract = parse(&json!({"type": "integer", "minimum": 18, "maximum": 10}))?;
/// let error = plan(&contract, &Registry::default(), &Config::default()).err().expect("an empty range");
/// assert_eq!(
///     error.to_string(),
///     "no integer at the root is at least 18 and at most 10 (`minimum`, `maximum`)"
/// );
/// # Ok::<(), foundry::Error>(())
/// ```
///
/// # Errors
///
/// When no value satisfies the contract, when no finite value does, when a keyword cannot be
/// planned, or when a hint asks for what the contract does not allow.
pub fn plan(contract: &Contract, registry: &Registry, config: &Config) -> Result<Plan, Error> {
    let local = contract.to_plan();
    let planned = config
        .check()
        .and_then(|()| registry.check_registered())
        .and_then(|()| guard::on_large_stack(|| plan_here(&local, registry, config)));
    let planned = planned.map(|mut plan| {
        plan.by_row.iter_mut().for_each(|place| place.tell_of_original(contract));
        plan
    });
    planned.map_err(|error| {
        let error = patterns::named(local.schema(), error);
        let error = contract.told_of_original(error);
        match contract.type_name() {
            Some(name) => error.with_type(name),
            None => error,
        }
    })
}

fn plan_here(contract: &Contract, registry: &Registry, config: &Config) -> Result<Plan, Error> {
    guard::refuse_circles(contract.schema())?;
    let given = Given { registry, config, is_lenient: false };
    let mut filled = fill_contract(contract, given)?;
    let mut sizes = settle::settle(&mut filled.nodes, config);
    let is_empty = |filled: &Filled| filled.nodes[filled.root.index()].height == ENDLESS;
    if is_empty(&filled) && contract.type_name().is_none() && filled.may_have_value {
        // What the author thought of has no value; what the schema admits beside it may have one.
        let mut lenient = fill_contract(contract, Given { is_lenient: true, ..given })?;
        let lenient_sizes = settle::settle(&mut lenient.nodes, config);
        if !is_empty(&lenient) {
            (filled, sizes) = (lenient, lenient_sizes);
        } else if filled.has_choices && !blame::has_circle(contract) {
            return Err(Error::new(
                Stage::Plan,
                "cannot plan the schema: no branch by itself has a value, and together they may have one",
            )
            .at("")
            .with_help("write fewer alternatives beside each other"));
        }
    }
    if filled.nodes[filled.root.index()].height == ENDLESS {
        return Err(
            blame::explain_empty(contract, &filled.nodes, filled.unreachable).unsatisfiable()
        );
    }
    // What a type's author wrote and no row can ever show is an error, not a gap in the data.
    if contract.type_name().is_some()
        && let Some(error) = filled.unreachable.into_iter().next()
    {
        return Err(blame::explain_unreachable(contract, &filled.nodes, error));
    }
    let is_typed = contract.type_name().is_some();
    let by_row = domain::take_by_row(&mut filled.nodes, filled.root, is_typed)?;
    spread::settle(&mut filled.nodes, config.limits)?;
    let mut plan = Plan {
        nodes: filled.nodes,
        root: filled.root,
        config: config.clone(),
        builds: filled.builds,
        by_row,
        is_typed,
    };
    size::refuse_large(&plan, &sizes)?;
    if config.timings {
        timed::time_generators(&mut plan.nodes);
    }
    Ok(plan)
}

/// What planning is told besides the contract.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a> {
    pub(crate) registry: &'a Registry,
    pub(crate) config: &'a Config,
    /// Whether alternatives are drawn that nobody thought of: what was meant has no value.
    pub(crate) is_lenient: bool,
}

/// The arena of a contract, before it is settled.
fn fill_contract(contract: &Contract, given: Given<'_>) -> Result<Filled, Error> {
    let copy = copy::planning_copy(contract)?;
    match fill_copy(contract, &copy, given) {
        Err(error) if error.is_beyond_the_form() => match copy::looser_copy(contract)? {
            // What is told is what the author wrote, and not what was made of it.
            Some(looser) => fill_copy(contract, &looser, given).map_err(|_| error),
            None => Err(error),
        },
        filled => filled,
    }
}

fn fill_copy(
    contract: &Contract,
    copy: &copy::PlanningCopy,
    given: Given<'_>,
) -> Result<Filled, Error> {
    let hidden = Hidden::find(&copy.schema, contract.draft())?;
    let weaker = (!hidden.is_empty()).then(|| wide::hide(&copy.schema, &hidden));
    let search = match &weaker {
        Some(weaker) => Some(Search::new(&copy.schema, &hidden, prepare(contract, weaker)?)),
        None => None,
    };
    let outline = Outline::draw(&copy.schema, contract.attachments(), search.as_ref())?;
    let narrowed = narrow::narrow(&copy.schema, &outline, search.as_ref())?;
    let forms = Forms::new(contract, &narrowed.document, &hidden)?;
    fill::fill(contract, copy, &outline, forms, &narrowed.pointers, given)
}

/// The document, ready to canonicalize any of its subschemas.
fn prepare<'a>(contract: &Contract, document: &'a Value) -> Result<PreparedDocument<'a>, Error> {
    jsonschema::canonical::options()
        .with_draft(contract.draft())
        .should_validate_formats(true)
        .offline()
        .prepare(document)
        .map_err(|error| fill::canonical_error(&error))
}

impl Plan {
    /// The plan as a tree: each place, what draws it, and why.
    ///
    /// A generator that is built in stands in brackets, with the statement by which it was chosen:
    /// `text (internet.email, by its format)`, `integer (number.age, by its field) 18..=90`. Plain words and
    /// numbers are chosen by the type, and `text (pattern)` by the pattern. One that is not built in is told
    /// with its statement, its score and the line that registered it. Behind an arrow stands which hint or
    /// policy sets what; where that is the generator, there is no statement.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::config::Config;
    /// use foundry::generators::Registry;
    /// use foundry::{parse::parse, plan::plan};
    /// use serde_json::json;
    ///
    /// let contract = parse(&json!({
    ///     "type": "object",
    ///     "properties": {"age": {"type": "integer", "minimum": 0, "maximum": 120}},
    ///     "required": ["age"]
    /// }))?;
    /// let plan = plan(&contract, &Registry::default(), &Config::default())?;
    /// assert_eq!(plan.explain(), "object\n  age: integer 0..=120\n");
    /// # Ok::<(), foundry::Error>(())
    /// ```
    pub fn explain(&self) -> String {
        explain::explain(self)
    }

    /// Whether there is a value for each of these rows at every place that is `unique` or a
    /// `sequence`: such a domain may end. What draws a known number of rows asks beforehand.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::config::Config;
    /// use foundry::generators::Registry;
    /// use foundry::{parse::parse, plan::plan};
    /// use serde_json::json;
    ///
    /// let contract = parse(&json!({
    ///     "type": "string", "pattern": "^[A-Z]$", "x-foundry": {"unique": true}
    /// }))?;
    /// let plan = plan(&contract, &Registry::default(), &Config::default())?;
    /// assert!(plan.check_rows(0..26).is_ok());
    /// assert_eq!(
    ///     plan.check_rows(0..27).unwrap_err().to_string(),
    ///     "the root has 26 different values, and `unique` needs 27 of them for 27 rows"
    /// );
    /// # Ok::<(), foundry::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first place of the plan with too few values.
    pub fn check_rows(&self, rows: Range<u64>) -> Result<(), Error> {
        self.by_row.iter().try_for_each(|place| place.check_rows(&rows))
    }

    /// The configuration that the plan was made under.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Whether the contract is one of a type, and not a document that nobody here wrote.
    pub(crate) fn is_typed(&self) -> bool {
        self.is_typed
    }

    /// What was built for the plan, and what stood there already.
    pub(crate) fn builds(&self) -> Builds {
        self.builds
    }

    pub(crate) fn root(&self) -> NodeId {
        self.root
    }

    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// The names under which the values of the node number `at` are counted: of a generator and of a
    /// format.
    pub(crate) fn drawn_by(&self, at: usize) -> (Option<&str>, Option<&str>) {
        self.nodes.get(at).map_or((None, None), |node| node.kind.drawn_by())
    }

    /// The generator of the node number `at`, where one draws the whole value.
    pub(crate) fn generator_at(&self, at: usize) -> Option<&str> {
        let mut kind = &self.nodes.get(at)?.kind;
        while let Kind::Alias(inner) | Kind::Timed(inner) = kind {
            kind = &self.node(*inner).kind;
        }
        kind.is_leaf().then(|| kind.generator())
    }

    /// Where the schema of the node number `at` stands.
    pub(crate) fn pointer_at(&self, at: usize) -> &str {
        self.nodes.get(at).map_or("", |node| &node.pointer)
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }
}
