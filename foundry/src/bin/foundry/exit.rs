//! How a command ends: the codes that a shell sees, and why a command stops early.

use std::process::ExitCode;

use crate::failure::Failure;

/// The code that the program exits with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done, and nothing was found: 0.
    Done,
    /// Rows that the schema refuses, or a schema that no rows come from: 1.
    Findings,
    /// Wrong usage, files that cannot be read or written, text that is no schema: 2.
    Trouble,
}

/// The codes, as every `--help` tells them.
pub(crate) const CODES: &str = "\
Exit codes:
  0  done
  1  findings: rows that the schema refuses, or a schema that no rows come from
  2  wrong usage, a file that cannot be read or written, or text that is no schema";

/// What stands at the end of a command's `--help`: examples, and the codes.
pub(crate) fn after_help(examples: &[&str]) -> String {
    format!("Examples:\n  {}\n\n{CODES}", examples.join("\n  "))
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Findings => 1,
            Exit::Trouble => 2,
        })
    }
}

/// Why a command stops before its end.
pub(crate) enum Stop {
    /// Nobody reads the output any more.
    Closed,
    /// Something is wrong, and it is told.
    Failed(Box<Failure>),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(Box::new(failure))
    }
}
