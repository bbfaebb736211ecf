//! A name such as `person.first_name` → texts that a person would type, in the manner of a locale.
//!
//! Names are from the tables of the crate `fake`; all else stands in the tables here. What belongs together in one
//! object (name and e-mail, city and postcode) is picked from the stream that its values share.

mod address;
mod ascii;
mod commerce;
mod company;
mod contexts;
mod fields;
mod form;
mod internet;
mod locale;
mod locales;
mod lorem;
mod money;
mod person;
mod picks;
mod spans;
mod tables;
mod technical;
mod time;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use self::contexts::singular;
pub(crate) use self::fields::{Found, faker_of, faker_of_format, letters};
pub(crate) use self::picks::Known;
pub(crate) use self::spans::{Span, find_span, span_of, spans};
pub(crate) use self::words::words;

pub use self::locale::{Locale, UnknownLocale};

use crate::seed::Stream;

/// One kind of realistic text: how it is called, and how to write one.
#[derive(Debug)]
pub(crate) struct Faker {
    /// Its family and its own name: `person.first_name`.
    pub name: &'static str,
    /// What its texts are, for a reader who looks for one.
    pub about: &'static str,
    /// The names of fields that ask for it, as lower-case words. Each stands at one faker only.
    pub fields: &'static [&'static str],
    /// The format that all its texts have.
    pub format: Option<&'static str>,
    /// Appends a text: not empty, without space at its ends.
    pub write: fn(&mut Draw<'_>, &mut String),
}

/// From what a text is drawn.
#[derive(Debug)]
pub(crate) struct Draw<'d> {
    /// In whose manner.
    pub locale: Locale,
    /// Of this value alone.
    pub own: &'d mut Stream,
    /// The same for all values of one object: to fork, never to advance.
    pub shared: &'d Stream,
    /// Whom it may be about.
    pub known: &'d mut Known,
}

/// Every faker, family by family.
pub(crate) fn all() -> impl Iterator<Item = &'static Faker> {
    let families: [&'static [Faker]; 9] = [
        person::FAKERS,
        internet::FAKERS,
        address::FAKERS,
        company::FAKERS,
        commerce::FAKERS,
        money::FAKERS,
        lorem::FAKERS,
        time::FAKERS,
        technical::FAKERS,
    ];
    families.into_iter().flatten()
}

/// The faker called `name`.
pub(crate) fn find(name: &str) -> Option<&'static Faker> {
    all().find(|faker| faker.name == name)
}
