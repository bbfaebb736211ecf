//! Realistic texts against judges of their own: validators, check digits, the forms of postcodes.

mod coherence;
mod field_names;
mod golden;
mod tables;
mod values;

use std::collections::BTreeSet;

use super::*;
use crate::generators::format;
use crate::seed::{Path, Seed};

/// The text of `faker` in object `row`.
fn draw(faker: &str, locale: Locale, row: u64) -> String {
    draw_as(faker, locale, row, "")
}

/// The same for the place `label` of the object.
fn draw_as(faker: &str, locale: Locale, row: u64, label: &str) -> String {
    let stream = Seed::from(42).row(row).stream(Path::ROOT);
    let (shared, mut own) = (stream.fork("object"), stream.fork(faker).fork(label));
    let mut text = String::new();
    let faker = find(faker).expect("a known faker");
    let known = &mut Known::default();
    (faker.write)(&mut Draw { locale, own: &mut own, shared: &shared, known }, &mut text);
    text
}

/// The letters and digits of `text` in ASCII.
fn leave_ascii(text: &str, tables: &super::tables::Tables) -> String {
    let mut ascii = String::new();
    super::ascii::write_ascii(text, tables, &mut ascii);
    ascii
}

/// Whether all of `pattern` is all of `text`.
fn is_match(pattern: &str, text: &str) -> bool {
    regex::Regex::new(&format!("^(?:{pattern})$")).unwrap().is_match(text)
}
