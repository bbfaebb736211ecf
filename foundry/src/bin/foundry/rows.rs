//! Data → rows with their places: NDJSON line by line, a JSON document as a whole.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::ops::Range;

use serde::de::IgnoredAny;
use serde_json::Value;
use serde_json::value::RawValue;

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
    Document {
        text: String,
        rows: std::vec::IntoIter<Range<usize>>,
        reached: Reached,
        is_list: bool,
    },
}

/// How far the places of a document are known: rows come in order, so each is looked for behind the
/// last one.
struct Reached {
    offset: usize,
    line: usize,
    column: usize,
}

/// One row.
pub(crate) struct Row<'r> {
    /// The row, or why it is none.
    pub(crate) value: Result<Value, String>,
    /// Line and column of what is no JSON.
    pub(crate) syntax: Option<(usize, usize)>,
    text: &'r str,
    /// The line and the column that `text` begins at.
    start: (usize, usize),
}

impl Row<'_> {
    /// The line and the column of the value at `pointer`, or of the nearest one above it.
    pub(crate) fn place(&self, pointer: &str) -> (usize, usize) {
        let offset = place::of_pointer(self.text, pointer).map_or(0, |range| range.start);
        let (line, column) = place::line_and_column(self.text, offset);
        let column = if line == 1 { self.start.1 + column - 1 } else { column };
        (self.start.0 + line - 1, column)
    }
}

impl Rows {
    /// Opens the data at `path`; `format` is told by the name, or by what is there, where it is not
    /// given.
    pub(crate) fn read(path: &str, format: Option<Format>, whole: bool) -> Result<Self, Failure> {
        if whole && format == Some(Format::Ndjson) {
            return Err(Failure::new("each line of NDJSON is a row of its own")
                .with_help("take away one of `--whole` and `--format ndjson`"));
        }
        let name = name_of(path).to_owned();
        let reader: Box<dyn BufRead> = if path == STANDARD_INPUT {
            Box::new(BufReader::new(io::stdin()))
        } else {
            let file = File::open(path)
                .map_err(|error| Failure::of_file(&format!("read `{name}`"), &error))?;
            Box::new(BufReader::new(file))
        };
        let said = format.or(whole.then_some(Format::Json));
        let (format, reader) = match said.or_else(|| told_by_name(path)) {
            Some(format) => (format, reader),
            None => told_by_text(reader).map_err(|error| unreadable(&name, &error))?,
        };
        let lines = |reader| Source::Lines { reader, line: String::new(), number: 0 };
        let source = match format {
            Format::Ndjson => lines(reader),
            Format::Json => {
                let text = text_of(&name, reader)?;
                // Nothing at all has no rows, whatever it is called; who says that it is JSON wants to hear.
                match said {
                    None if text.trim().is_empty() => lines(Box::new(io::empty())),
                    _ => document(&name, text, whole)?,
                }
            }
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
            Source::Document { text, rows, reached, .. } => {
                let Some(range) = rows.next() else { return Ok(None) };
                reached.advance(text, range.start);
                let text = &text[range];
                let value = serde_json::from_str(text).map_err(|error| error.to_string());
                let start = (reached.line, reached.column);
                Ok(Some(Row { value, syntax: None, text, start }))
            }
        }
    }
}

impl Reached {
    fn advance(&mut self, text: &str, offset: usize) {
        let passed = &text[self.offset..offset];
        match passed.rfind('\n') {
            Some(newline) => {
                self.line += passed.matches('\n').count();
                self.column = passed[newline + 1..].chars().count() + 1;
            }
            None => self.column += passed.chars().count(),
        }
        self.offset = offset;
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

fn text_of(name: &str, mut reader: Box<dyn BufRead>) -> Result<String, Failure> {
    let mut text = String::new();
    reader.read_to_string(&mut text).map_err(|error| unreadable(name, &error))?;
    Ok(without_mark(&text).to_owned())
}

fn document(name: &str, text: String, whole: bool) -> Result<Source, Failure> {
    let rows = elements(&text, whole).map_err(|error| {
        // Who reads values has more to say than who skips them.
        let error = serde_json::from_str::<Value>(&text).err().unwrap_or(error);
        no_json(name, &text, &error)
    })?;
    let is_list = rows.is_some();
    let all = 0..text.len();
    let rows = rows.unwrap_or_else(|| vec![all]).into_iter();
    let reached = Reached { offset: 0, line: 1, column: 1 };
    Ok(Source::Document { text, rows, reached, is_list })
}

/// Where the elements of a list stand; `None` where the text is one row. Only the text is kept: the
/// values of a large document would take many times its memory.
fn elements(text: &str, whole: bool) -> serde_json::Result<Option<Vec<Range<usize>>>> {
    if whole || !text.trim_start().starts_with('[') {
        return serde_json::from_str::<IgnoredAny>(text).map(|_| None);
    }
    let elements: Vec<&RawValue> = serde_json::from_str(text)?;
    let mut end = 0;
    let ranges = elements.into_iter().map(|element| {
        // What stands between two elements is one sign and spaces.
        let behind = text[end..].find(['[', ',']).map_or(end, |sign| end + sign + 1);
        let start = text.len() - text[behind..].trim_start().len();
        end = start + element.get().len();
        start..end
    });
    Ok(Some(ranges.collect()))
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
    // What is missing at the end is missing in this line, and not at the start of the next one.
    let text = text.trim_end_matches(['\r', '\n']);
    let read = serde_json::from_str(text);
    let syntax = read.as_ref().err().map(|error: &serde_json::Error| {
        let offset = place::offset_of(text, 1, error.column());
        (number, place::line_and_column(text, offset).1)
    });
    let value = read.map_err(|error| {
        let told = error.to_string();
        let sentence = told.split(" at line ").next().unwrap_or_default();
        format!("not JSON: {sentence}")
    });
    Row { value, syntax, text, start: (number, 1) }
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
