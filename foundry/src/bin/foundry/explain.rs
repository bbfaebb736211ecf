//! `foundry explain`: what is drawn at each place, and which settings hold.

use clap::Args;

use crate::document::{Document, References};
use crate::exit::{Exit, Stop, after_help};
use crate::output;
use crate::settings::{Settings, SettingsCall};

/// Shows the plan of a schema as a tree, and where each setting comes from
#[derive(Debug, Args)]
#[command(after_help = after_help(&[
    "foundry explain --schema order.json",
    "foundry explain --schema order.json --set '/customer/name=\"Ada\"' --lengths 0..=2"
]))]
pub(crate) struct Call {
    /// The schema: a file, or `-` for standard input
    #[arg(long, value_name = "FILE")]
    schema: String,

    #[command(flatten)]
    settings: SettingsCall,

    #[command(flatten)]
    references: References,
}

pub(crate) fn run(call: &Call) -> Result<Exit, Stop> {
    let settings = Settings::read(&call.settings)?;
    let schema = Document::read_schema(&call.schema, &call.references)?;
    let pipeline = settings.pipeline(&schema)?;
    let told = format!("{}\nsettings\n{}", pipeline.plan().explain(), settings.explain());
    output::print(told.as_bytes())?;
    Ok(Exit::Done)
}
