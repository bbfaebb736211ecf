//! The built-in generators, as a list to read: from the tables that planning and drawing use.

use std::fmt;

use serde_json::{Value, json};

use super::format::{self, Format};
use super::plain::BuiltIn;
use super::realistic::{self, Faker, Span};
use super::{Guarantee, registry};

/// The key of hints in a schema.
const HINTS_KEY: &str = "x-foundry";

/// One built-in generator: its name, what it makes, and a schema that asks for it.
///
/// # Examples
///
/// ```
/// use foundry::{Pipeline, generators};
///
/// let uuid = generators::built_in().find(|listed| listed.name() == "uuid").expect("a format");
/// assert_eq!(uuid.family(), generators::Family::Format);
/// let rows = Pipeline::builder().schema(&uuid.schema()).build()?.generate(42, 1)?;
/// assert_eq!(rows.metrics().formats["uuid"], 1);
/// # Ok::<(), foundry::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Listed(Entry);

#[derive(Clone)]
enum Entry {
    Plain(BuiltIn),
    Format(&'static Format),
    Realistic(&'static Faker),
    Number(&'static Span),
    Added(Box<registry::Entry>),
}

/// By what a generator is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Family {
    /// By the type and the other keywords of a schema.
    Plain,
    /// By `format`, under the generator's name.
    Format,
    /// By the name of the field, or where a place names it: texts and numbers as a person would type
    /// them.
    Realistic,
    /// By what its [`Capability`](super::Capability) says, or where a place names it: not built in.
    Added,
}

/// Every built-in generator: those of plain types, then the formats, then what is realistic, family by
/// family.
pub fn built_in() -> impl Iterator<Item = Listed> {
    let plain = BuiltIn::ALL.into_iter().map(Entry::Plain);
    let formats = format::all().map(Entry::Format);
    let realistic = realistic::all().map(Entry::Realistic);
    let numbers = realistic::spans().map(Entry::Number);
    plain.chain(formats).chain(realistic).chain(numbers).map(Listed)
}

impl Listed {
    pub(super) fn added(entry: &registry::Entry) -> Self {
        Self(Entry::Added(Box::new(entry.clone())))
    }

    /// The name, as metrics and plans call it.
    pub fn name(&self) -> &str {
        match &self.0 {
            Entry::Plain(plain) => plain.name(),
            Entry::Format(format) => format.name(),
            Entry::Realistic(faker) => faker.name,
            Entry::Number(span) => span.name,
            Entry::Added(added) => added.name(),
        }
    }

    /// What it makes, in a few words.
    pub fn about(&self) -> &str {
        match &self.0 {
            Entry::Plain(plain) => plain.about(),
            Entry::Format(format) => format.about(),
            Entry::Realistic(faker) => faker.about,
            Entry::Number(span) => span.about,
            Entry::Added(added) => &added.about,
        }
    }

    /// The names of fields that ask for it, in lower case and with spaces between their words:
    /// `first name` stands for `first_name` and for `customerFirstName` alike. None where it is
    /// chosen by something else.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        let (known, added): (&[&str], &[String]) = match &self.0 {
            Entry::Realistic(faker) => (faker.fields, &[]),
            Entry::Number(span) => (span.fields, &[]),
            Entry::Added(added) => (&[], &added.capability.fields),
            Entry::Plain(_) | Entry::Format(_) => (&[], &[]),
        };
        known.iter().copied().chain(added.iter().map(String::as_str))
    }

    /// By what it is chosen.
    pub fn family(&self) -> Family {
        match self.0 {
            Entry::Plain(_) => Family::Plain,
            Entry::Format(_) => Family::Format,
            Entry::Realistic(_) | Entry::Number(_) => Family::Realistic,
            Entry::Added(_) => Family::Added,
        }
    }

    /// Where it comes from: `built in`, or the line that registered it or handed it over.
    pub fn source(&self) -> &str {
        match &self.0 {
            Entry::Added(added) => &added.source,
            _ => "built in",
        }
    }

    /// What is promised of its values.
    pub fn guarantee(&self) -> Guarantee {
        match &self.0 {
            Entry::Added(added) => added.capability.guarantee(),
            _ => Guarantee::Always,
        }
    }

    /// The format that the generator is for.
    pub(crate) fn format(&self) -> Option<&'static Format> {
        match self.0 {
            Entry::Format(format) => Some(format),
            _ => None,
        }
    }

    /// The format that all its realistic texts have.
    pub(crate) fn realistic_format(&self) -> Option<&'static Format> {
        match self.0 {
            Entry::Realistic(faker) => format::find(faker.format?),
            _ => None,
        }
    }

    /// Whether a value is what the generator is for, as far as no schema says it: a text of its format,
    /// a number of its span.
    pub(crate) fn accepts(&self, value: &Value) -> bool {
        match self.0 {
            Entry::Format(format) => value.as_str().is_some_and(|text| format.accepts(text)),
            Entry::Number(span) => value.as_f64().is_some_and(|number| span.holds(number)),
            Entry::Realistic(_) => value.is_string(),
            _ => true,
        }
    }

    /// Whether it is a realistic number.
    pub(crate) fn makes_numbers(&self) -> bool {
        matches!(self.0, Entry::Number(_))
    }

    /// A small schema whose values this generator draws; where it only draws beside others, some.
    pub fn schema(&self) -> Value {
        match &self.0 {
            Entry::Plain(plain) => plain.schema(),
            Entry::Format(format) => {
                json!({"type": "string", "format": format.name(), (HINTS_KEY): {"faker": format.name()}})
            }
            Entry::Realistic(faker) => {
                json!({"type": "string", (HINTS_KEY): {"faker": faker.name}})
            }
            Entry::Number(span) => {
                let ty = if span.decimals == 0 { "integer" } else { "number" };
                json!({"type": ty, (HINTS_KEY): {"faker": span.name}})
            }
            Entry::Added(added) => {
                let mut schema = added.capability.schema();
                schema.insert(HINTS_KEY.to_owned(), json!({"faker": added.name()}));
                Value::Object(schema)
            }
        }
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Listed(self.clone()).name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pipeline;

    #[test]
    fn every_listed_generator_draws_the_values_of_its_schema() {
        for listed in built_in() {
            let pipeline = Pipeline::builder().schema(&listed.schema()).build().unwrap();
            let rows = pipeline.generate(1, 20).unwrap();
            let drawn = match listed.family() {
                Family::Format => &rows.metrics().formats,
                _ => &rows.metrics().generators,
            };
            let least = if listed.name() == "boolean" { 1 } else { 20 };
            assert!(drawn.get(listed.name()) >= Some(&least), "{}: {drawn:?}", listed.name());
        }
    }

    #[test]
    fn no_name_stands_for_two() {
        let mut names: Vec<_> = built_in().map(|listed| listed.name().to_owned()).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
