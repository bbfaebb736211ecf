//! parse → plan → generate → validate, and nothing else.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::config::Config;
use crate::drawer::Drawer;
use crate::error::{Error, Stage};
use crate::generate::{Origin, Pooled, Scratch};
use crate::generators::Registry;
use crate::instance::Instance;
use crate::metrics::{Metrics, Timer};
use crate::parse::{Contract, Documents, parse_with, refuse_deep};
use crate::plan::{Plan, on_large_stack, plan};
use crate::seed::Seed;
use crate::validate::{Gate, blame};

/// The four stages for one schema: built once, run as often as needed.
///
/// # Examples
///
/// ```
/// use foundry::Pipeline;
/// use serde_json::json;
///
/// let pipeline = Pipeline::builder()
///     .schema(&json!({"type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]}))
///     .build()?;
/// let rows = pipeline.generate(42, 3)?;
/// assert_eq!(rows.len(), 3);
/// assert!(rows.values().all(|row| row["id"].is_i64() || row["id"].is_u64()));
/// # Ok::<(), foundry::Error>(())
/// ```
#[derive(Clone)]
pub struct Pipeline {
    contract: Contract,
    plan: Arc<Plan>,
    gate: Arc<Gate>,
    parse_time: Duration,
    plan_time: Duration,
}

/// Sets up a [`Pipeline`]; made by [`Pipeline::builder`].
#[derive(Default)]
pub struct PipelineBuilder {
    schema: Option<Result<Value, Error>>,
    documents: Documents,
    registry: Registry,
    config: Config,
}

impl PipelineBuilder {
    /// The JSON Schema document. Defaults to `true`, which admits everything.
    #[must_use]
    pub fn schema(mut self, schema: &Value) -> Self {
        // A copy of what is too deep would end on the stack of the caller.
        self.schema = Some(refuse_deep(schema).map(|()| schema.clone()));
        self
    }

    /// Adds a document that the schema, or another document, refers to: under `uri`, and under its own
    /// `$id` where it has one. Nothing is ever fetched. Defaults to none.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::Pipeline;
    /// use serde_json::json;
    ///
    /// let pipeline = Pipeline::builder()
    ///     .schema(&json!({"$id": "https://example.com/order.json", "$ref": "money.json"}))
    ///     .document("https://example.com/money.json", &json!({"type": "integer", "minimum": 1}))
    ///     .build()?;
    /// assert!(pipeline.generate(42, 10)?.values().all(|cents| cents.as_u64() >= Some(1)));
    /// # Ok::<(), foundry::Error>(())
    /// ```
    #[must_use]
    pub fn document(mut self, uri: impl Into<String>, document: &Value) -> Self {
        self.documents = self.documents.with(uri, document);
        self
    }

    /// All documents that the schema may refer to, in the place of those added before.
    #[must_use]
    pub fn documents(mut self, documents: Documents) -> Self {
        self.documents = documents;
        self
    }

    /// The URI that the schema was found at: relative references are read from there, unless its
    /// `$id` says otherwise. Defaults to none.
    #[must_use]
    pub fn base_uri(mut self, uri: impl Into<String>) -> Self {
        self.documents = self.documents.with_base_uri(uri);
        self
    }

    /// How values are made. Defaults to [`Config::default`].
    #[must_use]
    pub fn config(mut self, config: Config) -> Self {
        self.config = config;
        self
    }

    /// The generators that planning chooses from. Defaults to [`Registry::default`]: the built-in
    /// ones, and those that other crates register.
    #[must_use]
    pub fn registry(mut self, registry: Registry) -> Self {
        self.registry = registry;
        self
    }

    /// Parses and plans.
    ///
    /// # Errors
    ///
    /// Those of [`parse_with`] and [`plan`], and a schema that does not
    /// compile.
    pub fn build(self) -> Result<Pipeline, Error> {
        let started = Instant::now();
        let contract = parse_with(&self.schema.unwrap_or(Ok(Value::Bool(true)))?, &self.documents)?;
        let parse_time = started.elapsed();
        let plan = Arc::new(plan(&contract, &self.registry, &self.config)?);
        let gate = Arc::new(on_large_stack(|| Gate::new(&contract))?);
        let plan_time = started.elapsed().saturating_sub(parse_time);
        Ok(Pipeline { contract, plan, gate, parse_time, plan_time })
    }
}

impl Pipeline {
    /// Starts with the defaults.
    pub fn builder() -> PipelineBuilder {
        PipelineBuilder::default()
    }

    /// What rows must satisfy.
    pub fn contract(&self) -> &Contract {
        &self.contract
    }

    /// What is drawn.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What holds every row against the contract.
    pub fn gate(&self) -> &Gate {
        &self.gate
    }

    /// What parsing and planning took: the metrics before the first row.
    pub fn metrics(&self) -> Metrics {
        let mut metrics = Metrics {
            parse_time: self.parse_time,
            plan_time: self.plan_time,
            plan_cache_misses: 1,
            validator_cache_misses: 1,
            plan_nodes: self.plan.len() as u64,
            ..Metrics::default()
        };
        metrics.add_builds(self.plan.builds());
        metrics
    }

    /// Draws rows of `seed` one by one, with buffers that are used again: for more rows than fit in
    /// memory, and for several threads.
    pub fn drawer(&self, seed: impl Into<Seed>) -> Drawer {
        Drawer::new(self.clone(), seed.into())
    }

    /// Draws rows 0 to `count` of `seed`, each past the gate.
    ///
    /// # Errors
    ///
    /// The error of the first row that fails; no part of the batch is returned then. Before the first
    /// row, where a place that is `unique` or a `sequence` has fewer values than there are rows.
    pub fn generate(&self, seed: impl Into<Seed>, count: u64) -> Result<Rows, Error> {
        let seed = seed.into();
        self.plan.check_rows(0..count)?;
        let mut timer = Timer::default();
        let mut metrics = self.metrics();
        let mut scratch = Pooled::counting(self.plan());
        let mut rows = Vec::new();
        let is_possible = usize::try_from(count).is_ok_and(|n| rows.try_reserve_exact(n).is_ok());
        if !is_possible {
            return Err(Error::new(Stage::Config, format!("{count} rows do not fit in memory"))
                .with_help("draw them one by one with `drawer`"));
        }
        for index in 0..count {
            let mut row = Instance::new();
            self.draw(&seed, index, &mut row, &mut scratch, &mut timer)?;
            metrics.instance_bytes += row.bytes() as u64;
            let scratch_bytes = (row.scratch_bytes() + scratch.bytes()) as u64;
            metrics.peak_scratch_bytes = metrics.peak_scratch_bytes.max(scratch_bytes);
            rows.push(row);
        }
        metrics.rows = count;
        metrics.add_counts(&scratch.counts, self.plan());
        metrics.add_times(&timer);
        Ok(Rows { seed, instances: rows, metrics })
    }

    /// Draws the one row `index` of `seed` into `out`.
    ///
    /// # Errors
    ///
    /// When the row cannot be drawn or does not pass the gate.
    pub fn generate_row(
        &self,
        seed: impl Into<Seed>,
        index: u64,
        out: &mut Instance,
    ) -> Result<(), Error> {
        self.draw(&seed.into(), index, out, &mut Pooled::take(), &mut Timer::default())
    }

    /// The verdict of the gate on the row `index` of `seed`.
    pub(crate) fn admit(&self, row: &Instance, seed: &Seed, index: u64) -> Result<(), Error> {
        self.gate.check(row.root()).map_err(|error| {
            let origin = Origin { plan: &self.plan, seed, row: index };
            blame(&error, origin).unwrap_or(error).with_row(seed, index)
        })
    }

    fn draw(
        &self,
        seed: &Seed,
        index: u64,
        out: &mut Instance,
        scratch: &mut Scratch,
        timer: &mut Timer,
    ) -> Result<(), Error> {
        let started = timer.start(1);
        scratch.generate(&self.plan, seed, index, out)?;
        let drawn = started.read();
        self.admit(out, seed, index)?;
        timer.stop(started, drawn);
        Ok(())
    }
}

/// Rows of one schema, with the seed that draws them again and what it took.
#[derive(Debug)]
pub struct Rows {
    seed: Seed,
    instances: Vec<Instance>,
    metrics: Metrics,
}

impl Rows {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.instances.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.instances.is_empty()
    }

    /// The rows, in order.
    pub fn instances(&self) -> &[Instance] {
        &self.instances
    }

    /// The rows as `serde_json` values, in order.
    pub fn values(&self) -> impl Iterator<Item = Value> + '_ {
        self.instances.iter().map(|row| row.root().to_value())
    }

    /// The seed of the rows.
    pub fn seed(&self) -> &Seed {
        &self.seed
    }

    /// What the run took.
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// The report, over several lines: rows, seed, times, retries, what was mostly rejected, and what
    /// was drawn.
    pub fn report(&self) -> String {
        self.metrics.report(self.instances.len(), "", &self.seed)
    }
}
