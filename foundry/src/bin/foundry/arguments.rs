//! What stands on the command line; the arguments of each command stand beside what it does.

use clap::{Parser, Subcommand};

use crate::exit::CODES;
use crate::{completions, explain, generate, generators, schema, validate};

/// Seeded, validated test data from JSON Schema
///
/// Data goes to standard output; progress, metrics and errors go to standard error.
#[derive(Debug, Parser)]
#[command(
    name = "foundry",
    version,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = CODES
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Generate(generate::Call),
    Validate(validate::Call),
    Explain(explain::Call),
    Schema(schema::Call),
    Generators(generators::Call),
    Completions(completions::Call),
}
