//! Which names the members of an object may have.

use std::collections::BTreeSet;

use jsonschema::JsonType;
use jsonschema::canonical::{CanonicalSchema, CanonicalView, StringView};
use serde_json::Value;

use super::Filler;
use super::object::cardinality;
use crate::error::Error;
use crate::generators::format;
use crate::plan::outline::matches;

/// What `propertyNames` says, read once for all names of an object.
pub(super) enum NameRule {
    Any,
    Never,
    Listed(BTreeSet<String>),
    Text(Box<StringView>),
    AllOf(Vec<NameRule>),
    AnyOf(Vec<NameRule>),
}

impl Filler<'_> {
    /// The rule of a form; where there is none, or one that is not told apart here, every name is as
    /// good as another.
    pub(super) fn name_rule(&self, form: Option<&CanonicalSchema>) -> Result<NameRule, Error> {
        let Some(form) = form else { return Ok(NameRule::Any) };
        let all = |parts: Vec<CanonicalSchema>| -> Result<Vec<NameRule>, Error> {
            parts.iter().map(|part| self.name_rule(Some(part))).collect()
        };
        Ok(match self.resolve(form.clone(), None)?.view() {
            CanonicalView::Const(Value::String(name)) => NameRule::Listed(BTreeSet::from([name])),
            CanonicalView::Enum(values) => {
                let names = values.into_iter().filter_map(|value| match value {
                    Value::String(name) => Some(name),
                    _ => None,
                });
                NameRule::Listed(names.collect())
            }
            CanonicalView::String(view) => NameRule::Text(Box::new(view)),
            CanonicalView::TypedGroup(group) if group.ty == JsonType::String => {
                self.name_rule(Some(&group.body))?
            }
            CanonicalView::MultiType(types) if types.contains(JsonType::String) => NameRule::Any,
            CanonicalView::Const(_)
            | CanonicalView::TypedGroup(_)
            | CanonicalView::MultiType(_)
            | CanonicalView::False
            | CanonicalView::Integer(_)
            | CanonicalView::Number(_)
            | CanonicalView::Array(_)
            | CanonicalView::Object(_) => NameRule::Never,
            CanonicalView::AllOf(parts) => NameRule::AllOf(all(parts)?),
            CanonicalView::AnyOf(options) => NameRule::AnyOf(all(options)?),
            _ => NameRule::Any,
        })
    }
}

impl NameRule {
    pub(super) fn admits(&self, name: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Never => false,
            Self::Listed(names) => names.contains(name),
            Self::Text(view) => is_text_of(view, name),
            Self::AllOf(rules) => rules.iter().all(|rule| rule.admits(name)),
            Self::AnyOf(rules) => rules.iter().any(|rule| rule.admits(name)),
        }
    }
}

fn is_text_of(view: &StringView, name: &str) -> bool {
    let chars = name.chars().count() as u64;
    cardinality(view.min_length.as_ref()).is_none_or(|min| chars >= min)
        && cardinality(view.max_length.as_ref()).is_none_or(|max| chars <= max)
        && view.patterns.iter().all(|pattern| matches(pattern, name))
        && !view.excluded_patterns.iter().any(|pattern| matches(pattern, name))
        && !view.excluded.iter().any(|excluded| excluded == name)
        && view.formats.iter().all(|format| has_format(format, name) != Some(false))
        && !view.excluded_formats.iter().any(|format| has_format(format, name) == Some(true))
}

/// Whether a name has a format; `None` where the format is not known.
fn has_format(format: &str, name: &str) -> Option<bool> {
    format::find(format).map(|format| format.accepts(name))
}
