//! Two fields or variants with one name in the JSON.

use std::collections::BTreeSet;

use serde_derive_internals::attr::TagType;
use serde_derive_internals::name::{MultiName, Name};
use syn::LitStr;

use super::sites::{self, Site, text_value};
use crate::diag::Diagnostics;
use crate::messages::{Message, names};
use crate::model::{Container, Data, Origin, Style, Variant};

/// Records names that are taken twice, at both places.
pub(super) fn check(container: &Container, diagnostics: &mut Diagnostics) {
    let sites: Vec<_> = sites::of(container).filter(|site| !site.field.serde.flatten()).collect();
    match &container.data {
        Data::Struct(Style::Struct, _) => {
            check_fields(&sites, tag_of(container), diagnostics);
        }
        Data::Struct(..) => {}
        Data::Enum(variants) => {
            for variant in variants.iter().filter(|variant| matches!(variant.style, Style::Struct))
            {
                let own: Vec<_> = sites.iter().filter(|site| site.is_of(variant)).collect();
                let tag = tag_of(container).filter(|_| !variant.serde.untagged());
                check_fields(own, tag, diagnostics);
            }
            if !matches!(container.serde.tag(), TagType::None) {
                check_variants(variants, diagnostics);
            }
        }
    }
}

/// The names that one thing has in the JSON.
struct Named<'a> {
    label: String,
    read: BTreeSet<&'a Name>,
    written: Option<&'a Name>,
}

impl<'a> Named<'a> {
    fn new(
        label: String,
        name: &'a MultiName,
        aliases: &'a BTreeSet<Name>,
        is_read: bool,
        is_written: bool,
    ) -> Self {
        let read = if is_read {
            aliases.iter().chain([name.deserialize_name()]).collect()
        } else {
            BTreeSet::new()
        };
        Self { label, read, written: is_written.then(|| name.serialize_name()) }
    }

    /// A name that both have, as each of them writes it, and where they have it.
    fn clash<'b>(&'b self, other: &'b Self) -> Option<(&'b Name, &'b Name, &'static str)> {
        let read = self.read.iter().find_map(|name| Some((*name, *other.read.get(name)?)));
        let written = self.written.zip(other.written).filter(|(one, other)| one == other);
        match (read, written) {
            (Some((one, other)), Some((written, _))) if one == written => {
                Some((one, other, "in JSON"))
            }
            (Some((one, other)), _) => Some((one, other, "in the JSON that is read")),
            (None, Some((one, other))) => Some((one, other, "in the JSON that is written")),
            (None, None) => None,
        }
    }
}

fn check_fields<'a, 'b: 'a>(
    sites: impl IntoIterator<Item = &'a Site<'b>>,
    tag: Option<(&LitStr, String)>,
    diagnostics: &mut Diagnostics,
) {
    let fields: Vec<_> = sites.into_iter().map(name_field).collect();
    if let Some((tag, container)) = tag {
        let word = tag.value();
        for field in &fields {
            let taken = field.read.iter().copied().chain(field.written);
            if let Some(name) = taken.into_iter().find(|name| name.value == word) {
                diagnostics
                    .retract(&format!("variant field name `{word}` conflicts with internal tag"));
                diagnostics.report(tag, names::tag(&field.label, &container, &word));
                diagnostics.report(name, names::tag(&field.label, &container, &word));
            }
        }
    }
    check_pairs(&fields, names::fields, diagnostics);
}

fn check_variants(variants: &[Variant], diagnostics: &mut Diagnostics) {
    let tagged = variants.iter().filter(|variant| !variant.serde.untagged());
    let named: Vec<_> = tagged
        .map(|variant| {
            let serde = &variant.serde;
            Named::new(
                variant.original.ident.to_string(),
                serde.name(),
                serde.aliases(),
                // `other` is read from every name but those of the other variants.
                !serde.skip_deserializing() && !serde.other(),
                !serde.skip_serializing(),
            )
        })
        .collect();
    check_pairs(&named, names::variants, diagnostics);
}

fn check_pairs(
    all: &[Named],
    message: impl Fn(&str, &str, &str, &str) -> Message,
    diagnostics: &mut Diagnostics,
) {
    for (index, one) in all.iter().enumerate() {
        for other in &all[index + 1..] {
            if let Some((name, same, way)) = one.clash(other) {
                for at in [name, same] {
                    let message = message(&one.label, &other.label, &name.value, way);
                    diagnostics.report(at, message);
                }
            }
        }
    }
}

fn name_field<'a>(site: &Site<'a>) -> Named<'a> {
    let serde = &site.field.serde;
    let (is_read, is_written) = (site.is_read(), site.is_written());
    Named::new(site.field.label(), serde.name(), serde.aliases(), is_read, is_written)
}

/// The literal of an internal tag, and the name of the type.
fn tag_of<'a>(container: &'a Container) -> Option<(&'a LitStr, String)> {
    if !matches!(container.serde.tag(), TagType::Internal { .. }) {
        return None;
    }
    let written = &container.written;
    let item = written.find(Origin::Schemars, "tag").or_else(|| written.find(Origin::Serde, "tag"));
    Some((text_value(item?)?, container.original.ident.to_string()))
}
