//! The generators of single values that have neither a format nor an author.

use serde_json::{Value, json};

/// Who draws a single value; counted by these names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BuiltIn {
    Anything,
    Boolean,
    Content,
    Integer,
    Number,
    Pattern,
    Values,
    Words,
}

impl BuiltIn {
    /// All of them, in the order in which they count themselves.
    pub(crate) const ALL: [Self; 8] = [
        Self::Anything,
        Self::Boolean,
        Self::Content,
        Self::Integer,
        Self::Number,
        Self::Pattern,
        Self::Values,
        Self::Words,
    ];

    /// The name in metrics and listings.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Anything => "anything",
            Self::Boolean => "boolean",
            Self::Content => "content",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Pattern => "pattern",
            Self::Values => "values",
            Self::Words => "words",
        }
    }

    /// What it makes.
    pub(crate) fn about(self) -> &'static str {
        match self {
            Self::Anything => "any JSON value, mostly scalars, where the schema says nothing",
            Self::Boolean => "true and false beside other types; alone they are `values`",
            Self::Content => "texts that hold JSON, Base64, or JSON in Base64",
            Self::Integer => "whole numbers, the bounds and small ones more often",
            Self::Number => "numbers, the bounds and small ones more often",
            Self::Pattern => "texts that match regular expressions",
            Self::Values => "the values of `enum` and `const`, and those that are set",
            Self::Words => "texts like words, in the lengths that are allowed",
        }
    }

    /// A schema some values of which it draws.
    pub(crate) fn schema(self) -> Value {
        match self {
            Self::Anything => Value::Bool(true),
            Self::Boolean => json!({"type": ["boolean", "null"]}),
            Self::Content => json!({"type": "string", "contentMediaType": "application/json",
                "$schema": "http://json-schema.org/draft-07/schema#"}),
            Self::Integer => json!({"type": "integer"}),
            Self::Number => json!({"type": "number"}),
            Self::Pattern => json!({"type": "string", "pattern": "^[A-Z]{2}-[0-9]{4}$"}),
            Self::Values => json!({"enum": ["red", "green", "blue"]}),
            Self::Words => json!({"type": "string"}),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_counts_itself_at_its_own_place() {
        for (at, generator) in BuiltIn::ALL.into_iter().enumerate() {
            assert_eq!(generator as usize, at, "{}", generator.name());
        }
    }
}
