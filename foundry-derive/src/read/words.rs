//! The words of `#[schemars(…)]`: where each may stand, and how it is written.

use crate::model::Origin;

/// What an attribute stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Type,
    Variant,
    Field,
    /// Inside of `inner(…)`.
    Inner,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `required`
    Flag,
    /// `email`; in `#[validate]` also `email(message = "…")`
    Format,
    /// `title = EXPR`
    Value,
    /// `rename = "…"`
    Text,
    /// `with = "Vec<u8>"`
    TypeText,
    /// `schema_with = "path::to"`
    PathText,
    /// `extend("key" = 1)`
    List,
    /// `length(min = 1)`
    Bounds,
    /// `regex(pattern = "…")`
    Regex,
    /// `inner(…)`
    Inner,
}

/// One word.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) name: &'static str,
    pub(super) form: Form,
    /// A word to paste.
    pub(super) example: &'static str,
    /// Words of one group exclude each other.
    pub(super) group: &'static str,
    /// Whether it may be said more than once.
    pub(super) repeats: bool,
    places: &'static [Place],
}

const EVERYWHERE: &[Place] = &[Place::Type, Place::Variant, Place::Field];
const TYPE: &[Place] = &[Place::Type];
const RULES: &[Place] = &[Place::Field, Place::Inner];

const WORDS: [Word; 23] = [
    word("title", Form::Value, r#"title = "…""#, EVERYWHERE),
    word("description", Form::Value, r#"description = "…""#, EVERYWHERE),
    repeating("example", Form::Value, "example = 3", EVERYWHERE),
    repeating("extend", Form::List, r#"extend("key" = 1)"#, EVERYWHERE),
    repeating("transform", Form::Value, "transform = path::to::function", EVERYWHERE),
    one_of("schema", "with", Form::TypeText, r#"with = "String""#, EVERYWHERE),
    one_of("schema", "schema_with", Form::PathText, r#"schema_with = "path::to""#, EVERYWHERE),
    word("crate", Form::PathText, r#"crate = "path::to::schemars""#, TYPE),
    word("rename", Form::Text, r#"rename = "Name""#, TYPE),
    word("inline", Form::Flag, "inline", TYPE),
    word("_unstable_ref_variants", Form::Flag, "_unstable_ref_variants", TYPE),
    word("length", Form::Bounds, "length(min = 1, max = 64)", RULES),
    word("range", Form::Bounds, "range(min = 1, max = 10)", RULES),
    word("required", Form::Flag, "required", RULES),
    one_of("text", "pattern", Form::List, r#"pattern("^[a-z]+$")"#, RULES),
    one_of("text", "regex", Form::Regex, r#"regex(pattern = "^[a-z]+$")"#, RULES),
    one_of("text", "contains", Form::List, r#"contains("part")"#, RULES),
    one_of("format", "email", Form::Format, "email", RULES),
    one_of("format", "url", Form::Format, "url", RULES),
    one_of("format", "ip", Form::Format, "ip", RULES),
    one_of("format", "ipv4", Form::Format, "ipv4", RULES),
    one_of("format", "ipv6", Form::Format, "ipv6", RULES),
    repeating("inner", Form::Inner, "inner(length(min = 1))", RULES),
];

/// The word of that name, where it may stand there and mean something to schemars.
pub(super) fn find_word(name: &str, place: Place, origin: Origin) -> Option<&'static Word> {
    WORDS
        .iter()
        .find(|word| word.name == name && word.places.contains(&place) && word.is_read_in(origin))
}

/// The names of all words that may stand there.
pub(super) fn words_of(place: Place) -> Vec<&'static str> {
    WORDS.iter().filter(|word| word.places.contains(&place)).map(|word| word.name).collect()
}

impl Place {
    pub(super) const ALL: [Self; 4] = [Self::Type, Self::Variant, Self::Field, Self::Inner];

    /// How messages name it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Variant => "variant",
            Self::Field => "field",
            Self::Inner => "rule for elements",
        }
    }
}

impl Word {
    fn is_read_in(&self, origin: Origin) -> bool {
        match origin {
            Origin::Schemars => true,
            Origin::Validate => self.places == RULES && !matches!(self.name, "pattern" | "inner"),
            Origin::Garde => self.places == RULES && self.name != "regex",
            Origin::Serde => false,
        }
    }
}

const fn word(
    name: &'static str,
    form: Form,
    example: &'static str,
    places: &'static [Place],
) -> Word {
    Word { name, form, example, group: name, repeats: false, places }
}

const fn repeating(
    name: &'static str,
    form: Form,
    example: &'static str,
    places: &'static [Place],
) -> Word {
    Word { repeats: true, ..word(name, form, example, places) }
}

const fn one_of(
    group: &'static str,
    name: &'static str,
    form: Form,
    example: &'static str,
    places: &'static [Place],
) -> Word {
    Word { group, ..word(name, form, example, places) }
}
