//! Places that are named by their title or their description, because a hint or a policy asks for it.

use std::rc::Rc;

use serde_json::Value;

use super::{Filler, Spot};
use crate::config::NamedBy;
use crate::error::{Error, Stage};
use crate::generators::ValueType;
use crate::generators::realistic::{faker_of, span_of};
use crate::plan::policy;

/// What ends the part of a description that names the value.
const ENDS: [&str; 7] = [". ", ".\n", "\n\n", ", ", ";", ":", " ("];

/// What ends a name, where what stands behind it tells more: `first name of the customer`.
const BETWEEN: [&str; 9] =
    [" of ", " for ", " in ", " at ", " to ", " by ", " where ", " that ", " which "];

impl Filler<'_> {
    /// The words that stand for the name of the field. `None` where a policy asks for words that the
    /// schema of the place does not have: it may be for many places.
    pub(super) fn words_of(&self, spot: &Spot, by: NamedBy) -> Result<Option<Rc<str>>, Error> {
        let keyword = by.keyword();
        let firm = spot.place.into_iter().flat_map(|place| self.outline.get(place).firm());
        let mut written = firm.filter_map(|part| part.schema.get(keyword).and_then(Value::as_str));
        if let Some(text) = written.find(|text| !text.trim().is_empty()) {
            return Ok(Some(self.name_in(text)));
        }
        if policy::hints(self.config, &spot.matched).by.is_some() || spot.inherited.is_some() {
            return Ok(None);
        }
        Err(Error::new(
            Stage::Plan,
            format!("the schema of this place has no `{keyword}` to go by"),
        )
        .at(self.pointer_of(spot))
        .with_keyword("by")
        .with_help(format!("write a `{keyword}` beside it, or name the generator: `faker`")))
    }

    /// The part of `text` that a generator knows as the name of a field: the first sentence, or what
    /// stands before its last `of`, and so on. All of the sentence where none does.
    ///
    /// Taken wrong: `the city has no postcode` asks for a postcode. Not taken: `how the customer is
    /// called`.
    fn name_in(&self, text: &str) -> Rc<str> {
        let text = text.trim().trim_end_matches('.');
        let end = ENDS.iter().filter_map(|end| text.find(end)).min().unwrap_or(text.len());
        let sentence = text[..end].replace("'s ", " ").replace("’s ", " ");
        let articles = ["the ", "a ", "an ", "The ", "A ", "An "];
        let sentence = articles
            .iter()
            .find_map(|article| sentence.strip_prefix(article))
            .unwrap_or(sentence.as_str());
        let is_known = |name: &str| {
            let registry = self.factory.registry;
            registry.knows_field(name, ValueType::is_text_or_number)
                || faker_of(name, None).is_some()
                || span_of(name).is_some()
        };
        let mut name = sentence;
        while !is_known(name) {
            let Some(cut) = BETWEEN.iter().filter_map(|word| name.rfind(word)).max() else {
                return sentence.into();
            };
            name = &name[..cut];
        }
        name.into()
    }
}
