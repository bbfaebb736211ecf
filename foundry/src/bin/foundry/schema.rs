//! `foundry schema`: what was understood of a schema, without rows.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use clap::Args;
use foundry::config::Config;
use foundry::survey::{Survey, Use};
use foundry::{Error, Pipeline};

use crate::document::{Document, References};
use crate::exit::{Exit, Stop, after_help};
use crate::output;

/// Tells what was understood of a schema: its draft, references, formats, and whether rows can come
/// from it
#[derive(Debug, Args)]
#[command(after_help = after_help(&[
    "foundry schema order.json",
    "curl -s https://example.com/schema.json | foundry schema -"
]))]
pub(crate) struct Call {
    /// The schema: a file, or `-` for standard input
    file: String,

    #[command(flatten)]
    references: References,
}

/// The row that shows that there is one.
const WITNESS: u64 = 0;

pub(crate) fn run(call: &Call) -> Result<Exit, Stop> {
    let schema = Document::read_schema(&call.file, &call.references)?;
    let mut told = describe(&schema.survey()?);
    let pipeline = schema.pipeline(Config::default());
    let (planned, satisfiable) = match &pipeline {
        Ok(pipeline) => (format!("yes, {}", nodes(pipeline)), witness(pipeline)),
        Err(error) if error.is_unsatisfiable() => ("no".to_owned(), format!("no: {error}")),
        Err(error) => ("no".to_owned(), format!("unknown: {error}")),
    };
    line(&mut told, "planned", &planned);
    line(&mut told, "satisfiable", &satisfiable);
    output::print(told.as_bytes())?;
    match pipeline {
        Ok(_) => Ok(Exit::Done),
        Err(error) => Err(schema.failure(&error).cannot_be_planned().into()),
    }
}

fn describe(survey: &Survey) -> String {
    let mut text = String::new();
    let draft = survey.draft;
    let draft = if survey.says_draft {
        draft.to_owned()
    } else {
        format!("{draft} (the schema does not say)")
    };
    line(&mut text, "draft", &draft);
    line(&mut text, "title", survey.title.as_deref().unwrap_or("none"));
    line(&mut text, "schemas", &survey.schemas.to_string());
    let others = survey.other_documents.values().map(|used| used.count).sum::<u64>();
    let references = survey.local_references;
    line(&mut text, "references", &format!("{references} local, {others} to other documents"));
    list(&mut text, &survey.other_documents);
    let (checked, unchecked): (Vec<_>, Vec<_>) =
        survey.formats.iter().partition(|(_, used)| used.is_checked);
    for (label, formats) in [("formats checked", checked), ("formats unknown", unchecked)] {
        let names: Vec<String> = formats
            .iter()
            .map(|(name, used)| {
                let note = if used.is_checked && !used.is_drawn { " (drawn by trial)" } else { "" };
                format!("{name} × {}{note}", used.count)
            })
            .collect();
        let names = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        line(&mut text, label, &names);
    }
    let foreign = if survey.foreign.is_empty() { "none" } else { "these say nothing here" };
    line(&mut text, "other keywords", foreign);
    list(&mut text, &survey.foreign);
    text
}

fn line(text: &mut String, label: &str, value: &str) {
    // Writing to a `String` cannot fail.
    let _ = writeln!(text, "{label:<15}  {value}");
}

fn list(text: &mut String, uses: &BTreeMap<String, Use>) {
    for (name, used) in uses {
        line(text, "", &format!("{name} × {}, first at {}", used.count, used.first));
    }
}

fn nodes(pipeline: &Pipeline) -> String {
    match pipeline.metrics().plan_nodes {
        1 => "1 node".to_owned(),
        count => format!("{count} nodes"),
    }
}

/// A value that the gate admits is the proof that there is one.
fn witness(pipeline: &Pipeline) -> String {
    let told = |error: &Error| format!("unknown: {error}");
    let mut drawer = pipeline.drawer(WITNESS);
    match drawer.draw(WITNESS) {
        Ok(_) => "yes".to_owned(),
        Err(error) => told(&error),
    }
}
