//! One case → what became of it.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use foundry::{Pipeline, Stage};
use serde_json::Value;

use crate::corpus::{Case, Remotes};

/// Rows drawn at each of two seeds.
const ROWS: u64 = 20;

/// Rows of a third seed, which show how many there are.
const MORE_ROWS: u64 = 100;

/// What became of a case.
pub(crate) enum Outcome {
    Valid(Rows),
    /// The schema needs a document that is not in the corpus.
    NeedsDocument,
    /// Nothing satisfies the schema, it was said.
    Unsatisfiable(String),
    /// A keyword is not supported, or no value was found.
    Unsupported(String),
    Invalid(String),
    Timeout,
    Panic(String),
}

/// What the rows look like.
pub(crate) struct Rows {
    pub(crate) all: usize,
    /// `{}`, `[]` and `null`, where the schema names properties.
    pub(crate) trivial: usize,
    /// Rows that were there before, where the schema has more of them.
    pub(crate) repeated: usize,
}

/// A case that was run.
pub(crate) struct Trial {
    pub(crate) outcome: Outcome,
    pub(crate) plan_time: Option<Duration>,
}

impl Trial {
    pub(crate) fn of(outcome: Outcome) -> Self {
        Self { outcome, plan_time: None }
    }
}

/// Plans the schema, draws rows at two seeds, and holds each against the document as it was written.
pub(crate) fn run(case: &Case, remotes: &Remotes) -> Trial {
    let mut builder = Pipeline::builder().schema(&case.schema);
    for (uri, document) in remotes {
        builder = builder.document(uri, document);
    }
    let started = Instant::now();
    let pipeline = match builder.build() {
        Ok(pipeline) => pipeline,
        Err(error) => return Trial::of(told(&error)),
    };
    let plan_time = Some(started.elapsed());
    let outcome = draw(case, remotes, &pipeline).unwrap_or_else(|outcome| outcome);
    Trial { outcome, plan_time }
}

fn draw(case: &Case, remotes: &Remotes, pipeline: &Pipeline) -> Result<Outcome, Outcome> {
    let judge = judge(case, remotes).map_err(Outcome::Unsupported)?;
    let mut counted = Rows { all: 0, trivial: 0, repeated: 0 };
    let more = pipeline.generate(3, MORE_ROWS).map_err(|error| told(&error))?;
    let more: BTreeSet<String> = more.values().map(|row| row.to_string()).collect();
    for seed in [1, 2] {
        let rows = pipeline.generate(seed, ROWS).map_err(|error| told(&error))?;
        let mut met = BTreeSet::new();
        for row in rows.values() {
            if let Err(error) = judge.validate(&row) {
                return Err(Outcome::Invalid(format!(
                    "{error} at {}: {row}",
                    error.instance_path()
                )));
            }
            counted.all += 1;
            let is_empty = matches!(row.to_string().as_str(), "{}" | "[]" | "null");
            counted.trivial += usize::from(is_empty && names_properties(&case.schema));
            let is_new = met.insert(row.to_string());
            counted.repeated += usize::from(!is_new && more.len() as u64 > ROWS);
        }
    }
    Ok(Outcome::Valid(counted))
}

/// The judge, which knows the corpus and never fetches anything.
fn judge(case: &Case, remotes: &Remotes) -> Result<jsonschema::Validator, String> {
    let read = |error: jsonschema::ReferencingError| error.to_string();
    let known = Library(remotes.clone());
    let dialect = case.schema.get("$schema").and_then(Value::as_str).unwrap_or_default();
    let mut metas = jsonschema::Registry::new().retriever(known.clone());
    if let Some(meta) = remotes.get(dialect) {
        metas = metas.add(dialect, meta.clone()).map_err(read)?;
    }
    let metas = metas.prepare().map_err(read)?;
    jsonschema::options()
        .should_validate_formats(true)
        .with_registry(&metas)
        .with_retriever(known)
        .build(&case.schema)
        .map_err(|error| error.to_string())
}

/// The documents of the corpus, for the judge.
#[derive(Clone)]
struct Library(Remotes);

impl jsonschema::Retrieve for Library {
    fn retrieve(
        &self,
        uri: &jsonschema::Uri<String>,
    ) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        self.0.get(uri.as_str()).cloned().ok_or_else(|| "it is not in the corpus".into())
    }
}

fn told(error: &foundry::Error) -> Outcome {
    let text = error.to_string();
    let at = error.pointer().unwrap_or_default();
    if text.contains("leads out of the document") {
        Outcome::NeedsDocument
    } else if error.stage() == Stage::Plan
        && (text.contains("no value") || text.contains("no finite value"))
    {
        Outcome::Unsatisfiable(format!("{text} at {at}"))
    } else {
        Outcome::Unsupported(format!("{:?}: {text} at {at}", error.stage()))
    }
}

/// Whether the schema says of any object what its members are.
fn names_properties(schema: &Value) -> bool {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties.is_some_and(|properties| !properties.is_empty())
}
