//! The built-in generators, as a list to read: from the tables that planning and drawing use.

use serde_json::{Value, json};

use super::format::{self, Format};
use super::plain::BuiltIn;

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
#[derive(Debug, Clone, Copy)]
pub struct Listed(Entry);

#[derive(Debug, Clone, Copy)]
enum Entry {
    Plain(BuiltIn),
    Format(&'static Format),
}

/// By what a generator is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Family {
    /// By the type and the other keywords of a schema.
    Plain,
    /// By `format`, under the generator's name.
    Format,
}

/// Every built-in generator: those of plain types, then the formats, family by family.
pub fn built_in() -> impl Iterator<Item = Listed> {
    let plain = BuiltIn::ALL.into_iter().map(Entry::Plain);
    plain.chain(format::all().map(Entry::Format)).map(Listed)
}

impl Listed {
    /// The name, as metrics and plans call it.
    pub fn name(&self) -> &'static str {
        match self.0 {
            Entry::Plain(plain) => plain.name(),
            Entry::Format(format) => format.name(),
        }
    }

    /// What it makes, in a few words.
    pub fn about(&self) -> &'static str {
        match self.0 {
            Entry::Plain(plain) => plain.about(),
            Entry::Format(format) => format.about(),
        }
    }

    /// By what it is chosen.
    pub fn family(&self) -> Family {
        match self.0 {
            Entry::Plain(_) => Family::Plain,
            Entry::Format(_) => Family::Format,
        }
    }

    /// A small schema whose values this generator draws; where it only draws beside others, some.
    pub fn schema(&self) -> Value {
        match self.0 {
            Entry::Plain(plain) => plain.schema(),
            Entry::Format(format) => json!({"type": "string", "format": format.name()}),
        }
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
                Family::Plain => &rows.metrics().generators,
                Family::Format => &rows.metrics().formats,
            };
            let least = if listed.name() == "boolean" { 1 } else { 20 };
            assert!(drawn.get(listed.name()) >= Some(&least), "{}: {drawn:?}", listed.name());
        }
    }

    #[test]
    fn no_name_stands_for_two() {
        let mut names: Vec<_> = built_in().map(|listed| listed.name()).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
