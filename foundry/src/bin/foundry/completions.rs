//! `foundry completions`: a script that completes the command in a shell.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::exit::{Exit, Stop, after_help};
use crate::output;

/// Prints a completion script for a shell.
#[derive(Debug, Args)]
#[command(after_help = after_help(&[
    "foundry completions bash > ~/.local/share/bash-completion/completions/foundry",
    "foundry completions fish > ~/.config/fish/completions/foundry.fish"
]))]
pub(crate) struct Call {
    /// The shell
    shell: Shell,
}

pub(crate) fn run(call: &Call) -> Result<Exit, Stop> {
    // Into memory first: the generator panics where it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(call.shell, &mut Arguments::command(), "foundry", &mut script);
    output::print(&script)?;
    Ok(Exit::Done)
}
