//! The command line: arguments → one command → what it prints and the code it exits with.

mod arguments;
mod completions;
mod document;
mod exit;
mod explain;
mod failure;
mod generate;
mod generators;
mod output;
mod place;
mod progress;
mod rows;
mod schema;
mod settings;
mod snippet;
mod stream;
mod validate;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command};
use exit::{Exit, Stop};

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Generate(call) => generate::run(&call),
        Command::Validate(call) => validate::run(&call),
        Command::Explain(call) => explain::run(&call),
        Command::Schema(call) => schema::run(&call),
        Command::Generators(call) => generators::run(&call),
        Command::Completions(call) => completions::run(&call),
    };
    let exit = match outcome {
        Ok(exit) => exit,
        // Who reads has seen enough: `foundry generate … | head` is no failure.
        Err(Stop::Closed) => Exit::Done,
        Err(Stop::Failed(failure)) => {
            // Where nobody reads what is wrong either, the code still tells it.
            let _ = write!(std::io::stderr(), "{}", failure.render());
            failure.exit()
        }
    };
    exit.into()
}
