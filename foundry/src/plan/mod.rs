//! [`Contract`] → [`Plan`]: what to draw at each place, proven to have a finite value.

pub(crate) mod blame;
mod copy;
mod explain;
mod fill;
mod guard;
pub(crate) mod hints;
mod narrow;
pub(crate) mod node;
pub(crate) mod outline;
mod patterns;
mod policy;
mod settle;
mod size;
pub(crate) mod spread;
mod wide;

use jsonschema::canonical::PreparedDocument;
use serde_json::Value;

use crate::config::Config;
use crate::error::{Error, Stage};
use crate::parse::Contract;
use fill::Filled;
pub(crate) use fill::MOSTLY_THERE;
pub(crate) use guard::on_large_stack;
use node::{ENDLESS, Node, NodeId};
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
}

/// Plans `contract` under `config`.
///
/// # Examples
///
/// ```
/// use foundry::config::Config;
/// use foundry::{parse::parse, plan::plan};
/// use serde_json::json;
///
/// let contract = parse(&json!({"type": "integer", "minimum": 18, "maximum": 10}))?;
/// let error = plan(&contract, &Config::default()).err().expect("an empty range");
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
pub fn plan(contract: &Contract, config: &Config) -> Result<Plan, Error> {
    let local = contract.to_plan();
    let planned = config.check().and_then(|()| guard::on_large_stack(|| plan_here(&local, config)));
    planned.map_err(|error| {
        let error = patterns::named(local.schema(), error);
        let error = contract.told_of_original(error);
        match contract.type_name() {
            Some(name) => error.with_type(name),
            None => error,
        }
    })
}

fn plan_here(contract: &Contract, config: &Config) -> Result<Plan, Error> {
    guard::refuse_circles(contract.schema())?;
    let mut filled = fill_contract(contract, config, false)?;
    let mut sizes = settle::settle(&mut filled.nodes);
    let is_empty = |filled: &Filled| filled.nodes[filled.root.index()].height == ENDLESS;
    if is_empty(&filled) && contract.type_name().is_none() && filled.may_have_value {
        // What the author thought of has no value; what the schema admits beside it may have one.
        let mut lenient = fill_contract(contract, config, true)?;
        let lenient_sizes = settle::settle(&mut lenient.nodes);
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
    spread::settle(&mut filled.nodes)?;
    let plan = Plan { nodes: filled.nodes, root: filled.root, config: config.clone() };
    size::refuse_large(&plan, &sizes)?;
    Ok(plan)
}

/// The arena of a contract, before it is settled.
fn fill_contract(contract: &Contract, config: &Config, is_lenient: bool) -> Result<Filled, Error> {
    let copy = copy::planning_copy(contract);
    let hidden = Hidden::find(&copy)?;
    let weaker = (!hidden.is_empty()).then(|| wide::hide(&copy, &hidden));
    let search = match &weaker {
        Some(weaker) => Some(Search::new(&copy, &hidden, prepare(contract, weaker)?)),
        None => None,
    };
    let outline = Outline::draw(&copy, contract.attachments(), search.as_ref())?;
    let narrowed = narrow::narrow(&copy, &outline, search.as_ref())?;
    let prepared = prepare(contract, &narrowed.document)?;
    fill::fill(contract, &outline, &prepared, &narrowed, &hidden, config, is_lenient)
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
    /// # Examples
    ///
    /// ```
    /// use foundry::config::Config;
    /// use foundry::{parse::parse, plan::plan};
    /// use serde_json::json;
    ///
    /// let contract = parse(&json!({
    ///     "type": "object",
    ///     "properties": {"age": {"type": "integer", "minimum": 0, "maximum": 120}},
    ///     "required": ["age"]
    /// }))?;
    /// let plan = plan(&contract, &Config::default())?;
    /// assert_eq!(plan.explain(), "object\n  age: integer 0..=120\n");
    /// # Ok::<(), foundry::Error>(())
    /// ```
    pub fn explain(&self) -> String {
        explain::explain(self)
    }

    /// The configuration that the plan was made under.
    pub fn config(&self) -> &Config {
        &self.config
    }

    pub(crate) fn root(&self) -> NodeId {
        self.root
    }

    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// Where the schema of the node number `at` stands.
    pub(crate) fn pointer_at(&self, at: usize) -> &str {
        self.nodes.get(at).map_or("", |node| &node.pointer)
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }
}
