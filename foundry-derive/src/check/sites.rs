//! The fields of a type, each with what stands around it.

use std::borrow::Cow;

use syn::{Expr, ExprLit, Lit, LitStr, Path, Type};

use crate::model::{Container, Data, Field, Item, Origin, Variant, Written};

/// A field, and what it is a field of.
pub(super) struct Site<'a> {
    pub(super) container: &'a Container<'a>,
    pub(super) variant: Option<&'a Variant<'a>>,
    pub(super) field: &'a Field<'a>,
}

/// The fields that serde reads or writes, in source order.
pub(super) fn of<'a>(container: &'a Container<'a>) -> impl Iterator<Item = Site<'a>> {
    all(container).filter(|site| site.is_read() || site.is_written())
}

/// All fields, in source order.
pub(super) fn all<'a>(container: &'a Container<'a>) -> impl Iterator<Item = Site<'a>> {
    let groups: Vec<(Option<&Variant>, &[Field])> = match &container.data {
        Data::Struct(_, fields) => vec![(None, fields.as_slice())],
        Data::Enum(variants) => {
            variants.iter().map(|variant| (Some(variant), variant.fields.as_slice())).collect()
        }
    };
    groups.into_iter().flat_map(move |(variant, fields)| {
        fields.iter().map(move |field| Site { container, variant, field })
    })
}

impl<'a> Site<'a> {
    /// Whether the value is read: it is in the contract that instances are made against.
    pub(super) fn is_read(&self) -> bool {
        let container = &self.container.serde;
        container.type_from().is_none()
            && container.type_try_from().is_none()
            && self.is_transparent_or_seen()
            && !self.field.serde.skip_deserializing()
            && self.variant.is_none_or(|variant| !variant.serde.skip_deserializing())
    }

    /// Whether the value is written.
    pub(super) fn is_written(&self) -> bool {
        self.container.serde.type_into().is_none()
            && self.is_transparent_or_seen()
            && !self.field.serde.skip_serializing()
            && self.variant.is_none_or(|variant| !variant.serde.skip_serializing())
    }

    /// Whether the field is one of the variant's.
    pub(super) fn is_of(&self, variant: &Variant) -> bool {
        self.variant.is_some_and(|own| own.original.ident == variant.original.ident)
    }

    /// Whether schemars looks at the field itself, not at a replacement for what holds it.
    pub(super) fn is_in_schema(&self) -> bool {
        !self.container.written.overrides_schema()
            && self.variant.is_none_or(|variant| !variant.written.overrides_schema())
    }

    /// Whether serde writes or reads the value by functions that only it knows.
    pub(super) fn has_own_serde(&self) -> bool {
        const WORDS: [&str; 3] = ["with", "serialize_with", "deserialize_with"];
        let around = self.variant.map(|variant| &variant.written);
        [Some(&self.field.written), around]
            .into_iter()
            .flatten()
            .any(|written| WORDS.iter().any(|word| written.find(Origin::Serde, word).is_some()))
    }

    /// Whether the author has told schemars about the field in words of their own.
    pub(super) fn has_own_schema_words(&self) -> bool {
        const WORDS: [&str; 4] = ["with", "schema_with", "extend", "transform"];
        WORDS.iter().any(|word| self.field.written.find(Origin::Schemars, word).is_some())
    }

    /// The type that schemars describes; `None` where a function describes it.
    pub(super) fn contract_type(&self) -> Option<Cow<'a, Type>> {
        let written = &self.field.written;
        if !self.is_in_schema() || written.find(Origin::Schemars, "schema_with").is_some() {
            return None;
        }
        let with = written.find(Origin::Schemars, "with").or_else(|| {
            written.find(Origin::Serde, "with").filter(|_| !written.takes_back("with"))
        });
        match with {
            Some(item) => text_value(item)?.parse().ok().map(Cow::Owned),
            None => Some(Cow::Borrowed(self.field.ty)),
        }
    }

    fn is_transparent_or_seen(&self) -> bool {
        !self.container.serde.transparent() || self.field.serde.transparent()
    }
}

impl Written {
    /// Whether `#[schemars(!word)]` says that the serde attribute does not touch the schema.
    pub(super) fn takes_back(&self, word: &str) -> bool {
        self.items.iter().any(|item| item.negated && item.name == word)
    }
}

/// The text of `name = "text"`.
pub(super) fn text_value(item: &Item) -> Option<&LitStr> {
    match &item.value {
        Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => Some(text),
        _ => None,
    }
}

/// Whether a path names a type, by how it is written: schemars takes `#[serde(with = …)]` for one.
///
/// False positives: a module `Hex`. False negatives: a type `hex`.
pub(super) fn names_type(path: &Path) -> bool {
    path.segments.last().is_some_and(|last| last.ident.to_string().starts_with(char::is_uppercase))
}
