//! Who, where and which company an object is about: the same for all of its values.

use super::Draw;
use super::ascii::write_ascii;
use super::form::{fill_template, pick, write_one_of};
use super::locale::Locale;
use super::tables::{City, Tables};
use crate::generators::digits::push_decimal;
use crate::seed::Stream;

/// Who, where and which company was drawn last: the values of one object follow each other.
#[derive(Debug, Default)]
pub(crate) struct Known {
    person: Option<Last<Person>>,
    place: Option<Last<Place>>,
    company: Option<Last<Company>>,
}

/// What was drawn last, and from what.
#[derive(Debug)]
struct Last<T> {
    drawn: T,
    locale: Locale,
    shared: (u64, u64),
}

impl<T> Last<T> {
    /// What is drawn from `shared` in the manner of `locale`: the same as last time where both are.
    #[inline]
    fn recall<'l>(
        last: &'l mut Option<Self>,
        locale: Locale,
        shared: &Stream,
        draw: fn(Locale, &Stream) -> T,
    ) -> &'l T {
        let position = shared.position();
        let is_same = |last: &Self| {
            last.shared == position && std::ptr::eq(last.locale.tables(), locale.tables())
        };
        if !last.as_ref().is_some_and(is_same) {
            *last = None;
        }
        let last = last.get_or_insert_with(|| Self {
            drawn: draw(locale, shared),
            locale,
            shared: position,
        });
        &last.drawn
    }
}

/// A person: the fork `person`, draws 1 to 3.
#[derive(Debug)]
pub(super) struct Person {
    pub first: &'static str,
    pub last: &'static str,
    /// A number that the person likes.
    number: u64,
    locale: Locale,
}

/// What a name to log in with is made of.
#[derive(Clone, Copy)]
pub(super) enum Part {
    First,
    Last,
    /// The first letter of the first name.
    Initial,
    Number,
    Sign(char),
}

impl Person {
    pub(super) fn of<'d>(draw: &'d mut Draw<'_>) -> &'d Self {
        Last::recall(&mut draw.known.person, draw.locale, draw.shared, Self::draw)
    }

    fn draw(locale: Locale, shared: &Stream) -> Self {
        let tables = locale.tables();
        let mut stream = shared.fork("person");
        let first = pick_name(tables.first_names, tables, &mut stream);
        let last = pick_name(tables.last_names, tables, &mut stream);
        Self { first, last, number: 1 + stream.below(99), locale }
    }

    /// Appends first and last name in the order of the locale.
    pub(super) fn write_full_name(&self, out: &mut String) {
        fill_template(self.locale.tables().full_name, out, |name, out| {
            out.push_str(if name == "first" { self.first } else { self.last });
        });
    }

    /// Appends `parts` of the name in ASCII, as addresses of the internet hold them.
    pub(super) fn write_login(&self, parts: &[Part], out: &mut String) {
        let tables = self.locale.tables();
        for part in parts {
            match part {
                Part::First => write_ascii(self.first, tables, out),
                Part::Last => write_ascii(self.last, tables, out),
                Part::Initial => {
                    let start = out.len();
                    write_ascii(self.first, tables, out);
                    out.truncate(out.len().min(start + 1));
                }
                Part::Number => push_decimal(self.number, out),
                Part::Sign(sign) => out.push(*sign),
            }
        }
    }
}

/// A place: the fork `place`, draws 1 and on.
#[derive(Debug)]
pub(super) struct Place {
    pub city: &'static City,
    pub street: &'static str,
    /// Behind city and street: the house number comes first, the postcode after it.
    rest: Stream,
    locale: Locale,
}

/// What stands for a city where a locale has none, which a test excludes.
static NOWHERE: City = City { name: "", region: "", region_code: "", postcodes: &[] };

impl Place {
    pub(super) fn of<'d>(draw: &'d mut Draw<'_>) -> &'d Self {
        Last::recall(&mut draw.known.place, draw.locale, draw.shared, Self::draw)
    }

    fn draw(locale: Locale, shared: &Stream) -> Self {
        let tables = locale.tables();
        let mut rest = shared.fork("place");
        let city = rest.choose(tables.cities).unwrap_or(&NOWHERE);
        let street = pick(tables.streets, &mut rest);
        Self { city, street, rest, locale }
    }

    pub(super) fn write_number(&self, out: &mut String) {
        write_one_of(self.locale.tables().house_numbers, &mut self.rest.clone(), out);
    }

    pub(super) fn write_postcode(&self, out: &mut String) {
        let (mut stream, start) = (self.rest.clone(), out.len());
        write_one_of(self.locale.tables().house_numbers, &mut stream, out);
        out.truncate(start);
        write_one_of(self.city.postcodes, &mut stream, out);
    }

    /// Appends street and number as they stand in an address there.
    pub(super) fn write_line(&self, out: &mut String) {
        fill_template(self.locale.tables().line, out, |name, out| match name {
            "street" => out.push_str(self.street),
            _ => self.write_number(out),
        });
    }

    /// Appends the whole address.
    pub(super) fn write_address(&self, out: &mut String) {
        fill_template(self.locale.tables().address, out, |name, out| match name {
            "line" => self.write_line(out),
            "city" => out.push_str(self.city.name),
            "region" => out.push_str(self.city.region),
            "code" => out.push_str(self.city.region_code),
            _ => self.write_postcode(out),
        });
    }
}

/// A company: the fork `company`, draws 1 to 5.
#[derive(Debug)]
pub(super) struct Company {
    template: &'static str,
    word: &'static str,
    last: &'static str,
    other: &'static str,
    suffix: &'static str,
    locale: Locale,
}

impl Company {
    pub(super) fn of<'d>(draw: &'d mut Draw<'_>) -> &'d Self {
        Last::recall(&mut draw.known.company, draw.locale, draw.shared, Self::draw)
    }

    fn draw(locale: Locale, shared: &Stream) -> Self {
        let tables = locale.tables();
        let mut stream = shared.fork("company");
        let template = pick(tables.company_names, &mut stream);
        let word = pick(tables.company_words, &mut stream);
        let last = pick_name(tables.last_names, tables, &mut stream);
        let other = pick_name(tables.last_names, tables, &mut stream);
        let suffix = pick(tables.company_suffixes, &mut stream);
        Self { template, word, last, other, suffix, locale }
    }

    pub(super) fn write_name(&self, out: &mut String) {
        fill_template(self.template, out, |name, out| {
            out.push_str(match name {
                "word" => self.word,
                "last" => self.last,
                "other" => self.other,
                _ => self.suffix,
            });
        });
    }

    /// Appends a domain that nobody can own: RFC 2606 sets `.example` aside.
    pub(super) fn write_domain(&self, out: &mut String) {
        let key = if self.template.contains("{word}") { self.word } else { self.last };
        write_ascii(key, self.locale.tables(), out);
        out.push_str(".example");
    }
}

/// One of the names of all `lists` together, spelled right.
fn pick_name(
    lists: &[&[&'static str]],
    tables: &'static Tables,
    stream: &mut Stream,
) -> &'static str {
    if let [list] = lists {
        return spell(pick(list, stream), tables);
    }
    let mut at = stream.index(lists.iter().map(|list| list.len()).sum());
    for list in lists {
        if let Some(name) = list.get(at) {
            return spell(name, tables);
        }
        at -= list.len();
    }
    ""
}

/// The name as it is written by those who bear it.
pub(super) fn spell(name: &'static str, tables: &'static Tables) -> &'static str {
    let known = tables.misspelled.iter().find(|(wrong, _)| *wrong == name);
    known.map_or(name, |(_, right)| right)
}
