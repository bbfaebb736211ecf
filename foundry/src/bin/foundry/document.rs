//! A file or standard input → a JSON document that still has its text, for what errors show of it.
//!
//! Every schema that a command reads comes through here, and so do the documents beside it that it
//! may refer to.

use std::fs;
use std::io::{self, Read as _};

use clap::Args;
use foundry::config::Config;
use foundry::parse::{Contract, Documents, parse_with};
use foundry::survey::{Survey, survey};
use foundry::{Error, Pipeline};
use serde_json::Value;

use crate::failure::Failure;
use crate::place::{self, Spot};
use crate::snippet::Snippet;

/// The name that stands for standard input in place of a file.
pub(crate) const STANDARD_INPUT: &str = "-";

/// What a schema refers to beside itself.
#[derive(Debug, Args)]
pub(crate) struct References {
    /// A document that the schema refers to: the URI and the file, or a file whose `$id` is the URI.
    /// Nothing is ever fetched
    #[arg(long = "document", value_name = "[URI=]FILE")]
    documents: Vec<String>,

    /// Where the schema comes from: its relative references start there, unless its `$id` says
    /// otherwise
    #[arg(long, value_name = "URI")]
    base_uri: Option<String>,
}

/// A JSON document, its text, and the name that reports call it.
#[derive(Debug)]
pub(crate) struct Document {
    name: String,
    text: String,
    value: Value,
    /// Where relative references start.
    base_uri: Option<String>,
    /// The documents that this one may refer to, by the URI they were given.
    others: Vec<(String, Document)>,
}

impl Document {
    /// Reads the document at `path`, or from standard input where it is `-`.
    pub(crate) fn read(path: &str) -> Result<Self, Failure> {
        let name = name_of(path).to_owned();
        let text = read_text(path)?;
        let value = serde_json::from_str(&text).map_err(|error| no_json(&name, &text, &error))?;
        Ok(Self { name, text, value, base_uri: None, others: Vec::new() })
    }

    /// Reads the schema at `path`, and what it refers to.
    pub(crate) fn read_schema(path: &str, references: &References) -> Result<Self, Failure> {
        let mut schema = Self::read(path)?;
        schema.base_uri.clone_from(&references.base_uri);
        for given in &references.documents {
            let (uri, file) = match given.rsplit_once('=') {
                Some((uri, file)) => (Some(uri), file),
                None => (None, given.as_str()),
            };
            let other = Self::read(file)?;
            let own = ["$id", "id"].iter().find_map(|key| other.value.get(*key)?.as_str());
            let Some(uri) = uri.or(own) else {
                return Err(Failure::new(format!(
                    "`{file}` has no `$id` that it could be known by"
                ))
                .with_help(format!("write `--document URI={file}`")));
            };
            schema.others.push((uri.to_owned(), other));
        }
        Ok(schema)
    }

    /// The document that a pointer of an error leads into, and the pointer there.
    pub(crate) fn find<'d>(&'d self, pointer: &'d str) -> (&'d Self, &'d str) {
        let outer = self.others.iter().find_map(|(uri, other)| {
            let (base, fragment) = pointer.split_once('#')?;
            let is_there = base == uri.trim_end_matches('#') || base.ends_with(&format!("/{uri}"));
            is_there.then_some((other, fragment))
        });
        outer.unwrap_or((self, pointer))
    }

    fn documents(&self) -> Documents {
        let documents = Documents::default();
        let documents = match &self.base_uri {
            Some(uri) => documents.with_base_uri(uri),
            None => documents,
        };
        let others = self.others.iter();
        others.fold(documents, |all, (uri, other)| all.with(uri, &other.value))
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The contract that the document is.
    pub(crate) fn contract(&self) -> Result<Contract, Failure> {
        parse_with(&self.value, &self.documents()).map_err(|error| self.failure(&error))
    }

    /// What the document is made of.
    pub(crate) fn survey(&self) -> Result<Survey, Failure> {
        survey(&self.value, &self.documents()).map_err(|error| self.failure(&error))
    }

    /// The pipeline of the document, or the library's own word on why there is none.
    pub(crate) fn pipeline(&self, config: Config) -> Result<Pipeline, Error> {
        Pipeline::builder().schema(&self.value).documents(self.documents()).config(config).build()
    }

    /// What the library says of the document, with its place in the text.
    pub(crate) fn failure(&self, error: &Error) -> Failure {
        Failure::of_schema(error, self)
    }
}

/// What reports call a path.
pub(crate) fn name_of(path: &str) -> &str {
    if path == STANDARD_INPUT { "standard input" } else { path }
}

/// The text at `path`, without the mark that some editors put in front.
pub(crate) fn read_text(path: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = if path == STANDARD_INPUT {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
    } else {
        fs::read(path).map(|read| bytes = read)
    };
    let name = name_of(path);
    read.map_err(|error| Failure::of_file(&format!("read `{name}`"), &error))?;
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::new(format!("`{name}` is not UTF-8: byte {at} belongs to no character"))
            .with_help("save it in UTF-8")
    })?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// The failure of a text that serde_json does not read.
pub(crate) fn no_json(name: &str, text: &str, error: &serde_json::Error) -> Failure {
    let offset = place::offset_of(text, error.line(), error.column());
    let end = text[offset..].chars().next().map_or(offset, |char| offset + char.len_utf8());
    let span = offset..end;
    Failure::new(format!("`{name}` is not JSON: {error}")).with_snippet(Snippet::new(
        name,
        text,
        &[Spot::here(span)],
    ))
}
