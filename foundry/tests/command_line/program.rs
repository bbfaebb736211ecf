//! The program in a folder of its own, without the settings of whoever runs the tests.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A schema with most of what rows are made of.
pub(crate) const ORDER: &str = r##"{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Order",
  "type": "object",
  "properties": {
    "number": {"type": "string", "pattern": "^SO-[0-9]{6}$"},
    "placed": {"type": "string", "format": "date-time"},
    "pieces": {"type": "integer", "minimum": 1, "maximum": 99},
    "note": {"type": "string", "maxLength": 20},
    "lines": {"type": "array", "items": {"$ref": "#/definitions/line"}}
  },
  "required": ["number", "pieces", "lines"],
  "additionalProperties": false,
  "definitions": {
    "line": {
      "type": "object",
      "properties": {"sku": {"type": "string", "format": "sku"}, "count": {"type": "integer"}},
      "required": ["sku"]
    }
  }
}
"##;

/// A schema of which some rows fail where a value is drawn once only.
pub(crate) const FRAGILE: &str = r#"{"$schema": "http://json-schema.org/draft-07/schema#",
    "type": "string", "contentMediaType": "application/json", "pattern": "^[^0-9-]"}"#;

/// A folder that is the working directory.
pub(crate) struct Folder(TempDir);

/// What a run printed, and its code.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: Option<i32>,
}

impl Folder {
    /// A folder with `order.json` and `fragile.json`.
    pub(crate) fn new() -> Self {
        let folder = Self(TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap());
        folder.write("order.json", ORDER);
        folder.write("fragile.json", FRAGILE);
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// The names of all that is in the folder.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.path()).unwrap();
        let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<_> =
            entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// The program, called with `line` split at its spaces.
    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_foundry"));
        command.args(line.split_whitespace());
        self.settle(&mut command);
        command
    }

    /// Makes the folder the working directory, and takes away what would be settings.
    pub(crate) fn settle(&self, command: &mut Command) {
        command.current_dir(self.path());
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("FOUNDRY_") {
                command.env_remove(name);
            }
        }
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, line: &str) -> Run {
        Run::of(&self.command(line).stdin(Stdio::null()).output().unwrap())
    }

    /// Runs the program with `text` on its standard input.
    pub(crate) fn run_with(&self, line: &str, text: &str) -> Run {
        let mut command = self.command(line);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let text = text.to_owned();
        // It may end without reading all of it.
        let writer = std::thread::spawn(move || {
            let _ = stdin.write_all(text.as_bytes());
        });
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        Run::of(&output)
    }

    /// Runs the program with variables set.
    pub(crate) fn run_in(&self, variables: &[(&str, &str)], line: &str) -> Run {
        let mut command = self.command(line);
        command.envs(variables.iter().copied()).stdin(Stdio::null());
        Run::of(&command.output().unwrap())
    }

    /// Runs the program, which must succeed, and gives what it printed.
    pub(crate) fn print(&self, line: &str) -> String {
        let run = self.run(line);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{line}");
        run.stdout
    }
}

impl Run {
    pub(crate) fn of(output: &Output) -> Self {
        Self {
            stdout: String::from_utf8(output.stdout.clone()).unwrap(),
            stderr: String::from_utf8(output.stderr.clone()).unwrap(),
            code: output.status.code(),
        }
    }

    /// A run that ended with `code`, printed nothing, and told `stderr`.
    #[track_caller]
    pub(crate) fn fails_with(&self, code: i32, stderr: &str) {
        assert_eq!((self.code, self.stdout.as_str()), (Some(code), ""), "{}", self.stderr);
        assert_eq!(self.stderr, stderr);
    }
}
