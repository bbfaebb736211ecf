//! Who, where and which company an object is about: the same for all of its values.

use std::borrow::Cow;

use super::Draw;
use super::ascii::leave_ascii;
use super::form::{fill_template, pick, write_one_of};
use super::tables::City;
use crate::seed::Stream;

/// Names that the tables of `fake` spell wrong.
const SPELLING: [(&str, &str); 5] = [
    ("FAnke", "Anke"),
    ("Floris,", "Floris"),
    ("Ricci\t", "Ricci"),
    ("D\"ávila", "D'Ávila"),
    ("Özm̂en", "Özmen"),
];

/// A person: the fork `person`, draws 1 to 3.
pub(super) struct Person {
    pub first: &'static str,
    pub last: &'static str,
    /// A number that the person likes.
    pub number: u64,
}

impl Person {
    pub(super) fn of(draw: &Draw<'_>) -> Self {
        let tables = draw.locale.tables();
        let mut stream = draw.shared.fork("person");
        let first = pick_name(tables.first_names, &mut stream);
        let last = pick_name(tables.last_names, &mut stream);
        Self { first, last, number: 1 + stream.below(99) }
    }

    /// First and last name in the order of the locale.
    pub(super) fn full_name(&self, draw: &Draw<'_>) -> String {
        let mut name = String::new();
        let parts = [("first", self.first), ("last", self.last)];
        fill_template(draw.locale.tables().full_name, &parts, &mut name);
        name
    }

    /// First and last name in ASCII, as addresses of the internet hold them.
    pub(super) fn ascii(&self, draw: &Draw<'_>) -> (String, String) {
        let tables = draw.locale.tables();
        (leave_ascii(self.first, tables), leave_ascii(self.last, tables))
    }
}

/// A place: the fork `place`, draws 1 and on.
pub(super) struct Place {
    pub city: &'static City,
    pub street: &'static str,
    pub number: String,
    pub postcode: String,
}

/// What stands for a city where a locale has none, which a test excludes.
static NOWHERE: City = City { name: "", region: "", region_code: "", postcodes: &[] };

impl Place {
    pub(super) fn of(draw: &Draw<'_>) -> Self {
        let tables = draw.locale.tables();
        let mut stream = draw.shared.fork("place");
        let city = stream.choose(tables.cities).unwrap_or(&NOWHERE);
        let street = pick(tables.streets, &mut stream);
        let (mut number, mut postcode) = (String::new(), String::new());
        write_one_of(tables.house_numbers, &mut stream, &mut number);
        write_one_of(city.postcodes, &mut stream, &mut postcode);
        Self { city, street, number, postcode }
    }

    /// Street and number as they stand in an address there.
    pub(super) fn line(&self, draw: &Draw<'_>) -> String {
        let mut line = String::new();
        let parts = [("street", self.street), ("number", self.number.as_str())];
        fill_template(draw.locale.tables().line, &parts, &mut line);
        line
    }
}

/// A company: the fork `company`, draws 1 to 5.
pub(super) struct Company {
    pub name: String,
    /// What it is called for short, in ASCII.
    pub key: String,
}

impl Company {
    pub(super) fn of(draw: &Draw<'_>) -> Self {
        let tables = draw.locale.tables();
        let mut stream = draw.shared.fork("company");
        let template = pick(tables.company_names, &mut stream);
        let word = pick(tables.company_words, &mut stream);
        let last = pick_name(tables.last_names, &mut stream);
        let other = pick_name(tables.last_names, &mut stream);
        let suffix = pick(tables.company_suffixes, &mut stream);
        let mut name = String::new();
        let parts = [("word", word), ("last", last), ("other", other), ("suffix", suffix)];
        fill_template(template, &parts, &mut name);
        let key = if template.contains("{word}") { word } else { last };
        Self { name, key: leave_ascii(key, tables) }
    }

    /// A domain that nobody can own: RFC 2606 sets `.example` aside.
    pub(super) fn domain(&self) -> String {
        format!("{}.example", self.key)
    }
}

/// One of the names of all `tables` together, spelled right.
pub(super) fn pick_name(tables: &[&[&'static str]], stream: &mut Stream) -> &'static str {
    let mut at = stream.index(tables.iter().map(|table| table.len()).sum());
    for table in tables {
        if let Some(name) = table.get(at) {
            return spell(name);
        }
        at -= table.len();
    }
    ""
}

/// The name as it is written by those who bear it.
pub(super) fn spell(name: &'static str) -> &'static str {
    SPELLING.iter().find(|(wrong, _)| *wrong == name).map_or(name, |(_, right)| right)
}

/// Lower case, with `sign` between words, ASCII only.
pub(super) fn join_words(text: &str, sign: &str) -> String {
    let ascii: Cow<'_, str> = deunicode::deunicode_with_tofu_cow(text, "");
    let words: Vec<_> = ascii
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join(sign)
}
