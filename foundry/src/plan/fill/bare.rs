//! A type and nothing else: the form names the type alone, the outline may still say more.

use jsonschema::JsonType;
use jsonschema::canonical::{
    ArrayView, Distinctness, IntegerView, NumberView, ObjectView, StringView,
};

use super::{Filler, Spot};
use crate::error::Error;
use crate::generators::ValueType;
use crate::plan::hints::Hints;
use crate::plan::node::{Hooks, Kind, Literal};

impl Filler<'_> {
    /// Any value of the type `ty`.
    pub(super) fn bare(
        &mut self,
        spot: &Spot,
        ty: JsonType,
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        match ty {
            JsonType::Null => Ok(Kind::Literal(vec![Literal::new(serde_json::Value::Null)])),
            JsonType::Boolean => {
                let what = (ValueType::Boolean, (0, None));
                Ok(self.served_whole(spot, what, hints, hooks)?.unwrap_or(Kind::Boolean))
            }
            JsonType::Integer => self.integer(spot, &any_integer(), hints, hooks),
            JsonType::Number => self.number(spot, &any_number(), hints, hooks),
            JsonType::String => self.text(spot, &any_string(), hints, hooks),
            JsonType::Array => self.array(spot, &any_array(), hints, hooks),
            JsonType::Object => self.object(spot, &any_object(), hints, hooks),
        }
    }
}

pub(super) fn any_integer() -> IntegerView {
    IntegerView {
        minimum: None,
        maximum: None,
        multiple_of: Vec::new(),
        not_multiple_of: Vec::new(),
    }
}

pub(super) fn any_number() -> NumberView {
    NumberView {
        minimum: None,
        exclusive_minimum: false,
        maximum: None,
        exclusive_maximum: false,
        multiple_of: Vec::new(),
        not_multiple_of: Vec::new(),
        excludes_integers: false,
    }
}

pub(super) fn any_string() -> StringView {
    StringView {
        min_length: None,
        max_length: None,
        patterns: Vec::new(),
        excluded_patterns: Vec::new(),
        formats: Vec::new(),
        excluded_formats: Vec::new(),
        content_media_types: Vec::new(),
        content_encodings: Vec::new(),
        excluded: Vec::new(),
    }
}

fn any_array() -> ArrayView {
    ArrayView {
        min_items: None,
        max_items: None,
        distinctness: Distinctness::Unconstrained,
        prefix_items: Vec::new(),
        items: None,
        contains: Vec::new(),
    }
}

fn any_object() -> ObjectView {
    ObjectView {
        min_properties: None,
        max_properties: None,
        required: Vec::new(),
        property_names: None,
        properties: std::collections::BTreeMap::new(),
        pattern_properties: std::collections::BTreeMap::new(),
        additional_properties: None,
        violations: Vec::new(),
    }
}
