//! Data → rows with their places: NDJSON line by line, a JSON document as a whole.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};

use serde::de::IgnoredAny;
use serde_json::Value;

use crate::document::{STANDARD_INPUT, name_of, no_json};
use crate::failure::Failure;
use crate::place;
use crate::stream::Format;

/// The rows of a file or of standard input.
pub(crate) struct Rows {
    name: String,
    source: Source,
}

enum Source {
    /// Rows are read as they are asked for.
    Lines { reader: Box<dyn BufRead>, line: String, number: usize },
    /// Rows are the elements of a list, or the one value that there is.
    Document { text: String, values: std::vec::IntoIter<Value>, at: usize, is_list: bool },
}

/// One row.
pub(crate) struct Row<'r> {
    /// The row, or why it is none.
    pub(crate) value: Result<Value, String>,
    /// Line and column of what is no JSON.
    pub(crate) syntax: Option<(usize, usize)>,
    text: &'r str,
    /// The line that `text` begins on.
    line: usize,
    /// What leads from the text to the row.
    base: String,
}

impl Row<'_> {
    /// The line and the column of the value at `pointer`, or of the nearest one above it.
    pub(crate) fn place(&self, pointer: &str) -> (usize, usize) {
        let pointer = format!("{}{pointer}", self.base);
        let start = place::of_pointer(self.text, &pointer).map_or(0, |range| range.start);
        let (line, column) = place::line_and_column(self.text, start);
        (self.line + line - 1, column)
    }
}

impl Rows {
    /// Opens the data at `path`; `format` is told by the name, or by what is there, where it is not
    /// given.
    pub(crate) fn read(path: &str, format: Option<Format>, whole: bool) -> Result<Self, Failure> {
        let name = name_of(path).to_owned();
        let reader: Box<dyn BufRead> = if path == STANDARD_INPUT {
            Box::new(BufReader::new(io::stdin()))
        } else {
            let file = File::open(path)
                .map_err(|error| Failure::of_file(&format!("read `{name}`"), &error))?;
            Box::new(BufReader::new(file))
        };
        let format = format.or_else(|| told_by_name(path)).or(whole.then_some(Format::Json));
        let (format, reader) = match format {
            Some(format) => (format, reader),
            None => told_by_text(reader).map_err(|error| unreadable(&name, &error))?,
        };
        let source = match format {
            Format::Ndjson => Source::Lines { reader, line: String::new(), number: 0 },
            Format::Json => document(&name, reader, whole)?,
        };
        Ok(Self { name, source })
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Whether the rows are the elements of a JSON list.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self.source, Source::Document { is_list: true, .. })
    }

    /// The next row.
    pub(crate) fn next(&mut self) -> Result<Option<Row<'_>>, Failure> {
        match &mut self.source {
            Source::Lines { reader, line, number } => {
                let is_there = next_line(reader.as_mut(), line, number)
                    .map_err(|error| unreadable(&self.name, &error))?;
                Ok(is_there.then(|| row_of_line(line, *number)))
            }
            Source::Document { text, values, at, is_list } => {
                let Some(value) = values.next() else { return Ok(None) };
                let base = if *is_list { format!("/{at}") } else { String::new() };
                *at += 1;
                Ok(Some(Row { value: Ok(value), syntax: None, text, line: 1, base }))
            }
        }
    }
}

fn told_by_name(path: &str) -> Option<Format> {
    let (_, ending) = path.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "ndjson" | "jsonl" => Some(Format::Ndjson),
        "json" => Some(Format::Json),
        _ => None,
    }
}

/// NDJSON where the first line is a value and another line follows, JSON otherwise. What was read
/// stands in front of the rest again.
fn told_by_text(mut reader: Box<dyn BufRead>) -> io::Result<(Format, Box<dyn BufRead>)> {
    let mut read = String::new();
    let mut line = String::new();
    let mut values = 0;
    let format = loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            break if values == 1 { Format::Json } else { Format::Ndjson };
        }
        read.push_str(&line);
        if line.trim().is_empty() {
            continue;
        }
        if values == 1 {
            break Format::Ndjson;
        }
        if serde_json::from_str::<IgnoredAny>(without_mark(&line)).is_err() {
            break Format::Json;
        }
        values += 1;
    };
    Ok((format, Box::new(Cursor::new(read).chain(reader))))
}

fn document(name: &str, mut reader: Box<dyn BufRead>, whole: bool) -> Result<Source, Failure> {
    let mut text = String::new();
    reader.read_to_string(&mut text).map_err(|error| unreadable(name, &error))?;
    let text = without_mark(&text).to_owned();
    let value: Value = serde_json::from_str(&text).map_err(|error| no_json(name, &text, &error))?;
    let (values, is_list) = match value {
        Value::Array(elements) if !whole => (elements, true),
        value => (vec![value], false),
    };
    Ok(Source::Document { text, values: values.into_iter(), at: 0, is_list })
}

/// Reads the next line that is not empty.
fn next_line(reader: &mut dyn BufRead, line: &mut String, number: &mut usize) -> io::Result<bool> {
    loop {
        line.clear();
        if reader.read_line(line)? == 0 {
            return Ok(false);
        }
        *number += 1;
        if !line.trim().is_empty() {
            return Ok(true);
        }
    }
}

fn row_of_line(line: &str, number: usize) -> Row<'_> {
    let text = if number == 1 { without_mark(line) } else { line };
    let read = serde_json::from_str(text);
    let syntax = read.as_ref().err().map(|error| (number, error.column().max(1)));
    let value = read.map_err(|error| {
        let told = error.to_string();
        let sentence = told.split(" at line ").next().unwrap_or_default();
        format!("not JSON: {sentence}")
    });
    Row { value, syntax, text, line: number, base: String::new() }
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn unreadable(name: &str, error: &io::Error) -> Failure {
    let failure = Failure::of_file(&format!("read `{name}`"), error);
    match error.kind() {
        io::ErrorKind::InvalidData => failure.with_help("save it in UTF-8"),
        _ => failure,
    }
}
