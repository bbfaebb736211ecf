//! What is wrong → the report that a reader sees: one sentence, the place in the text, what would help.

use std::fmt;
use std::io::{self, IsTerminal as _};

use foundry::{Error, Stage};
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};

use crate::document::Document;
use crate::exit::Exit;
use crate::place;
use crate::snippet::Snippet;

/// Something that ends the command, with all that is known about it.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: Exit,
    message: String,
    /// Lines below the message: which row, which value.
    facts: Vec<String>,
    help: Vec<String>,
    snippet: Option<Box<Snippet>>,
}

impl Failure {
    /// A mistake in the call, or in what it names.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            exit: Exit::Trouble,
            message: message.into(),
            facts: Vec::new(),
            help: Vec::new(),
            snippet: None,
        }
    }

    /// A file that cannot be read or written; `doing` is a verb and the file.
    pub(crate) fn of_file(doing: &str, error: &io::Error) -> Self {
        Self::new(format!("cannot {doing}: {error}"))
    }

    /// What the library says. Errors of the first two stages point into `schema`; those of rows name
    /// the row.
    pub(crate) fn of_schema(error: &Error, schema: &Document) -> Self {
        let mut failure = Self::new(error.to_string());
        failure.help.extend(error.help().map(in_words_of_the_call));
        // Without a row it is the schema that the gate cannot read.
        let is_of_row = error.row().is_some();
        failure.exit = match error.stage() {
            Stage::Plan | Stage::Generate => Exit::Findings,
            Stage::Validate if is_of_row => Exit::Findings,
            _ => Exit::Trouble,
        };
        match error.stage() {
            Stage::Parse | Stage::Plan | Stage::Validate | Stage::Config if !is_of_row => {
                if let Some(pointer) = error.pointer() {
                    let keyword = error.keyword().unwrap_or_default();
                    let (document, pointer) = schema.find(pointer);
                    let place = place::shown(pointer);
                    if !error.message().contains(&place) {
                        failure.facts.push(format!("at {place}"));
                    }
                    let spans = place::of_keywords(document.text(), pointer, keyword);
                    let snippet = Snippet::new(document.name(), document.text(), &spans);
                    failure.snippet = snippet.map(Box::new);
                }
                failure.facts.extend(error.value().map(|value| format!("value {value}")));
            }
            _ if is_of_row => failure.facts = facts(error),
            _ => {}
        }
        failure
    }

    pub(crate) fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    pub(crate) fn with_snippet(mut self, snippet: Option<Snippet>) -> Self {
        self.snippet = snippet.map(Box::new);
        self
    }

    /// The same, of a text that is a schema: what is wrong is a finding.
    pub(crate) fn cannot_be_planned(mut self) -> Self {
        self.exit = Exit::Findings;
        self
    }

    pub(crate) fn exit(&self) -> Exit {
        self.exit
    }

    /// The report, in colours where stderr is a terminal and `NO_COLOR` is not set.
    pub(crate) fn render(&self) -> String {
        let is_terminal = io::stderr().is_terminal();
        let has_colours =
            is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let theme =
            if has_colours { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let mut handler = GraphicalReportHandler::new_themed(theme).with_links(false);
        if !is_terminal {
            // Whoever reads this by program looks for whole sentences.
            handler = handler.with_wrap_lines(false);
        }
        let mut text = String::new();
        match handler.render_report(&mut text, self) {
            Ok(()) => text,
            Err(fmt::Error) => format!("{self}\n"),
        }
    }
}

/// Help that names a method of the library, as the argument that does the same.
fn in_words_of_the_call(help: &str) -> String {
    let method = help.split_once("`document(\"").and_then(|(before, rest)| {
        let (uri, after) = rest.split_once("\", &schema)`")?;
        Some(format!("{before}`--document {uri}=FILE`{after}"))
    });
    method.unwrap_or_else(|| help.to_owned())
}

/// What an error of a row knows, a line each.
fn facts(error: &Error) -> Vec<String> {
    let mut facts = Vec::new();
    if let (Some(seed), Some(row)) = (error.seed(), error.row()) {
        facts.push(format!("row {row} of seed {seed}"));
    }
    if let Some(pointer) = error.pointer() {
        facts.push(format!("at {}", place::shown(pointer)));
    }
    if let Some(keyword) = error.keyword() {
        facts.push(format!("keyword `{keyword}`"));
    }
    if let Some(value) = error.value() {
        facts.push(format!("value {value}"));
    }
    facts
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        self.facts.iter().try_for_each(|fact| write!(f, "\n{fact}"))
    }
}

impl std::error::Error for Failure {}

impl Diagnostic for Failure {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.help.is_empty()).then(|| Box::new(self.help.join("\n")) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.snippet.as_deref().map(|snippet| snippet as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let snippet = self.snippet.as_ref()?;
        Some(Box::new(snippet.labels()))
    }
}
