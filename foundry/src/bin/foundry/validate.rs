//! `foundry validate`: data against a schema, row by row.

use std::io::{self, Write as _};

use clap::Args;
use foundry::Error;
use foundry::validate::Gate;
use serde_json::Value;

use crate::document::{Document, References, STANDARD_INPUT};
use crate::exit::{Exit, Stop, after_help};
use crate::failure::Failure;
use crate::output::Output;
use crate::place;
use crate::rows::{Row, Rows};
use crate::stream::Format;

/// Tells which rows a schema refuses, where, and why
///
/// The rows are the lines of NDJSON, or the elements of a JSON list; any other JSON document is one
/// row. Without `--format`, a name that ends in `.ndjson` or `.jsonl` is NDJSON, one that ends in
/// `.json` is JSON, and anything else is NDJSON where it holds more than one value, each on a line of
/// its own. Formats are asserted, as they are when rows are drawn.
#[derive(Debug, Args)]
#[command(after_help = after_help(&[
    "foundry validate --schema order.json --data orders.ndjson",
    "foundry generate --schema order.json | foundry validate --schema order.json --data -",
    "foundry validate --schema config.json --data settings.json --whole"
]))]
pub(crate) struct Call {
    /// The schema: a file, or `-` for standard input
    #[arg(long, value_name = "FILE")]
    schema: String,

    /// The data: a file, or `-` for standard input
    #[arg(long, value_name = "FILE")]
    data: String,

    /// How the rows stand in the data
    #[arg(long)]
    format: Option<Format>,

    /// Judges a JSON document as one row, also where it is a list
    #[arg(long)]
    whole: bool,

    #[command(flatten)]
    references: References,
}

/// More failures of one row are counted, and not told.
const MAX_SHOWN_FAILURES: usize = 10;

/// A longer sentence is cut: it quotes the value, which may be the whole row.
const MAX_SHOWN_SENTENCE: usize = 400;

pub(crate) fn run(call: &Call) -> Result<Exit, Stop> {
    if call.schema == STANDARD_INPUT && call.data == STANDARD_INPUT {
        return Err(Failure::new(
            "standard input is one text: it is either the schema or the data",
        )
        .with_help("name a file for one of `--schema` and `--data`")
        .into());
    }
    let schema = Document::read_schema(&call.schema, &call.references)?;
    let contract = schema.contract()?;
    let gate = Gate::new(&contract).map_err(|error| schema.failure(&error))?;
    let mut rows = Rows::read(&call.data, call.format, call.whole)?;
    let name = rows.name().to_owned();
    let mut output = Output::standard();
    let (mut count, mut failed) = (0_u64, 0_u64);
    while let Some(row) = rows.next()? {
        let failures = judge(&gate, &row);
        failed += u64::from(!failures.is_empty());
        tell(&name, count, &row, &failures, &mut output)?;
        count += 1;
    }
    output.finish()?;
    summarize(count, failed, rows.is_list());
    Ok(if failed == 0 { Exit::Done } else { Exit::Findings })
}

/// What is wrong with a row: the place in it, the keyword, and a sentence.
struct Finding {
    pointer: String,
    keyword: Option<String>,
    sentence: String,
}

fn judge(gate: &Gate, row: &Row<'_>) -> Vec<Finding> {
    let value: &Value = match &row.value {
        Ok(value) => value,
        Err(sentence) => {
            let sentence = sentence.clone();
            return vec![Finding { pointer: String::new(), keyword: None, sentence }];
        }
    };
    let finding = |error: &Error| Finding {
        pointer: error.pointer().unwrap_or_default().to_owned(),
        keyword: error.keyword().map(str::to_owned),
        sentence: error.to_string(),
    };
    match gate.failures(value) {
        Ok(failures) => failures.iter().map(finding).collect(),
        Err(error) => vec![finding(&error)],
    }
}

/// One line for each failure: `orders.ndjson:3:17: row 2 fails at `/pieces` (`maximum`): …`.
fn tell(
    name: &str,
    index: u64,
    row: &Row<'_>,
    findings: &[Finding],
    output: &mut Output,
) -> Result<(), Stop> {
    for finding in findings.iter().take(MAX_SHOWN_FAILURES) {
        let (line, column) = match row.syntax {
            Some(place) => place,
            None => row.place(&finding.pointer),
        };
        let keyword = finding.keyword.as_ref();
        let keyword = keyword.map(|keyword| format!(" (`{keyword}`)")).unwrap_or_default();
        let at = place::shown(&finding.pointer);
        let sentence = cut(&finding.sentence);
        let told =
            format!("{name}:{line}:{column}: row {index} fails at {at}{keyword}: {sentence}\n");
        output.write(told.as_bytes())?;
    }
    if findings.len() > MAX_SHOWN_FAILURES {
        let more = findings.len() - MAX_SHOWN_FAILURES;
        let line = row.place("").0;
        output.write(format!("{name}:{line}: row {index} fails {more} times more\n").as_bytes())?;
    }
    Ok(())
}

fn cut(sentence: &str) -> String {
    match sentence.char_indices().nth(MAX_SHOWN_SENTENCE) {
        Some((end, _)) => format!("{}…", &sentence[..end]),
        None => sentence.to_owned(),
    }
}

fn summarize(count: u64, failed: u64, is_list: bool) {
    let rows = if count == 1 { "row" } else { "rows" };
    let told = match failed {
        0 => format!("{count} {rows}, all valid"),
        1 => format!("1 of {count} {rows} fails"),
        _ => format!("{failed} of {count} {rows} fail"),
    };
    let help = if failed > 0 && is_list {
        "\nhelp: each element of the list is a row; `--whole` judges the list as one"
    } else {
        ""
    };
    // Nobody may be reading there.
    let _ = writeln!(io::stderr(), "{told}{help}");
}
