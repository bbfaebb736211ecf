//! `foundry generate`: rows of a schema, to standard output or to a file.

use std::io::Write as _;
use std::ops::Range;
use std::path::{Path, PathBuf};

use clap::Args;
use foundry::{Metrics, Seed};
use serde::Serialize;

use crate::document::{Document, References};
use crate::exit::{Exit, Stop, after_help};
use crate::failure::Failure;
use crate::output::Output;
use crate::progress::Progress;
use crate::settings::{Settings, SettingsCall};
use crate::stream::{Broken, Format, Job, write};

/// Draws rows of a schema
///
/// Every row is held against the schema before it leaves. The same schema, seed and row give the same
/// bytes, on any machine and on any number of threads.
#[derive(Debug, Args)]
#[command(after_help = after_help(&[
    "foundry generate --schema order.json --n 1000 --out orders.ndjson",
    "foundry generate --schema order.json --seed text:demo --rows 41..42",
    "foundry generate --schema order.json --set '/customer/name=\"Ada\"' --presence 1",
    "foundry generate --schema order.json --document https://example.com/money.json=money.json",
    "curl -s https://example.com/schema.json | foundry generate --schema - --format json"
]))]
pub(crate) struct Call {
    /// The schema: a file, or `-` for standard input
    #[arg(long, value_name = "FILE")]
    schema: String,

    /// How many rows, from row 0 on [default: 10]
    #[arg(
        long,
        short,
        value_name = "COUNT",
        conflicts_with = "rows",
        allow_negative_numbers = true
    )]
    #[arg(value_parser = read_count)]
    n: Option<u64>,

    /// Which rows: `A..B` are the rows A to B - 1 of the seed
    #[arg(long, value_name = "A..B", value_parser = read_rows)]
    rows: Option<Range<u64>>,

    /// How the rows are written [default: json for a file that ends in `.json`, else ndjson]
    #[arg(long)]
    format: Option<Format>,

    /// The file to write; it has its name only once it is whole
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,

    /// Prints what the run took and did to standard error, as JSON
    #[arg(long)]
    metrics: bool,

    /// The same, and how long each generator took; the clocks make drawing slower
    #[arg(long)]
    timings: bool,

    #[command(flatten)]
    settings: SettingsCall,

    #[command(flatten)]
    references: References,
}

/// How many rows are drawn where nothing is said.
const DEFAULT_ROWS: u64 = 10;

pub(crate) fn run(call: &Call) -> Result<Exit, Stop> {
    let settings = Settings::read(&call.settings)?;
    let schema = Document::read_schema(&call.schema, &call.references)?;
    let pipeline = settings.pipeline_with(&schema, |config| config.with_timings(call.timings))?;
    let rows = call.rows.clone().unwrap_or(0..call.n.unwrap_or(DEFAULT_ROWS));
    pipeline.plan().check_rows(rows.clone()).map_err(|error| schema.failure(&error))?;
    let mut output = match &call.out {
        Some(path) => Output::file(path)?,
        None => Output::standard(),
    };
    let job = Job {
        pipeline: &pipeline,
        seed: settings.seed(),
        rows,
        format: call.format.unwrap_or_else(|| format_of(call.out.as_deref())),
        threads: settings.threads(),
    };
    let progress = Progress::new(job.rows.end.saturating_sub(job.rows.start), output.is_standard());
    let written = write(&job, &mut output, &progress);
    drop(progress);
    match written {
        Ok(metrics) => {
            output.finish()?;
            if call.metrics || call.timings {
                report(settings.seed(), &metrics)?;
            } else {
                warn(&metrics);
            }
            Ok(Exit::Done)
        }
        Err(Broken::Stop(stop)) => Err(stop),
        Err(Broken::Row(error)) => {
            // What was drawn before the row is of use on standard output; a file is whole or not there.
            if output.is_standard() {
                output.finish()?;
            }
            Err(schema.failure(&error).into())
        }
    }
}

/// What `--metrics` prints.
#[derive(Serialize)]
struct Report<'m> {
    seed: String,
    /// What is told in sentences where no metrics are asked for.
    warnings: Vec<String>,
    #[serde(flatten)]
    metrics: &'m Metrics,
}

/// Tells of what is slow for a reason that the caller can do something about.
fn warn(metrics: &Metrics) {
    for warning in metrics.warnings() {
        let help = "widen what is allowed there, or name another generator: `x-foundry`";
        // Nobody may be reading there.
        let _ = writeln!(std::io::stderr(), "  ⚠ {warning}\n  help: {help}");
    }
}

fn report(seed: &Seed, metrics: &Metrics) -> Result<(), Stop> {
    let warnings = metrics.warnings().collect();
    let report = Report { seed: seed.to_string(), warnings, metrics };
    let text = serde_json::to_string_pretty(&report)
        .map_err(|error| Failure::new(format!("cannot print the metrics: {error}")))?;
    // Nobody may be reading there.
    let _ = writeln!(std::io::stderr(), "{text}");
    Ok(())
}

fn format_of(out: Option<&Path>) -> Format {
    let ending = out.and_then(Path::extension);
    if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        Format::Json
    } else {
        Format::Ndjson
    }
}

fn read_count(text: &str) -> Result<u64, String> {
    let told = |_| format!("`{text}` is no number of rows: write a whole number from 0 on");
    text.parse().map_err(told)
}

fn read_rows(text: &str) -> Result<Range<u64>, String> {
    let told = || format!("`{text}` is no range of rows: write `0..100` for the first hundred");
    let (first, end) = text.split_once("..").ok_or_else(told)?;
    let (Ok(first), Ok(end)) = (first.parse(), end.parse()) else { return Err(told()) };
    if first > end {
        return Err(format!("row {first} comes after row {end}: write `{end}..{first}`"));
    }
    Ok(first..end)
}
