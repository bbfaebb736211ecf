//! The command line as a process: what it prints, where, and the code it exits with.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[cfg(unix)]
mod documentation;
mod errors;
mod explain;
mod generate;
mod generators;
mod help;
#[cfg(target_os = "linux")]
mod memory;
mod output;
mod pipes;
mod program;
mod references;
mod schema;
mod settings;
mod validate;
