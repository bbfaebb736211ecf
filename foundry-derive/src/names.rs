//! Names that the generated code and the messages share: in JSON, and of the type itself.

use serde_derive_internals::attr::TagType;
use syn::LitStr;

use crate::model::{Container, Origin, Variant};

/// The name that the schema of the type goes by, where the hidden twin would not get it by itself.
///
/// `None` where `#[schemars(rename = …)]` says it: that one may hold `{T}` placeholders.
pub(crate) fn schema_name(container: &Container) -> Option<LitStr> {
    if container.written.find(Origin::Schemars, "rename").is_some() {
        return None;
    }
    let name = container.serde.name().deserialize_name();
    Some(LitStr::new(&name.value, proc_macro2::Span::call_site()))
}

/// The name of the variant in the JSON that is read.
pub(crate) fn variant_name<'a>(variant: &'a Variant) -> &'a str {
    &variant.serde.name().deserialize_name().value
}

/// How the JSON of the variant says which one it is; the word stands in the hints.
pub(crate) fn tagging(container: &Container, variant: &Variant) -> &'static str {
    if variant.serde.untagged() {
        return "untagged";
    }
    match container.serde.tag() {
        TagType::External => "external",
        TagType::Internal { .. } => "internal",
        TagType::Adjacent { .. } => "adjacent",
        TagType::None => "untagged",
    }
}

#[cfg(test)]
mod tests {
    use syn::{DeriveInput, parse_quote};

    use super::*;
    use crate::diag::Diagnostics;
    use crate::model::Data;
    use crate::read;

    fn with_container<R>(input: &DeriveInput, look: impl FnOnce(&Container) -> R) -> R {
        let mut diagnostics = Diagnostics::default();
        let effective = read::effective_input(input, &mut diagnostics);
        let container = read::read(input, &effective, &mut diagnostics).unwrap();
        assert_eq!(diagnostics.texts(), [""; 0]);
        look(&container)
    }

    fn schema_name_of(input: &DeriveInput) -> Option<String> {
        with_container(input, |container| schema_name(container).map(|name| name.value()))
    }

    #[test]
    fn the_schema_is_named_as_the_type_is_read() {
        for (input, name) in [
            (
                parse_quote!(
                    struct r#Type;
                ),
                Some("Type"),
            ),
            (
                parse_quote! {
                    #[serde(rename(serialize = "A", deserialize = "B"))]
                    struct C;
                },
                Some("B"),
            ),
            (
                parse_quote! {
                    #[serde(rename = "A")]
                    #[schemars(!rename)]
                    struct C;
                },
                Some("C"),
            ),
            (
                parse_quote! {
                    #[schemars(rename = "{T}s")]
                    struct C<T>(T);
                },
                None,
            ),
        ] {
            assert_eq!(schema_name_of(&input).as_deref(), name);
        }
    }

    #[test]
    fn variants_are_named_and_tagged_by_serdes_rules() {
        let input = parse_quote! {
            #[serde(rename_all = "kebab-case", tag = "kind")]
            enum Shape {
                RoundThing,
                #[serde(rename(deserialize = "box"))]
                Square,
                #[serde(untagged)]
                Other(u8),
            }
        };
        with_container(&input, |container| {
            let Data::Enum(variants) = &container.data else { panic!("an enum") };
            let told: Vec<_> = variants
                .iter()
                .map(|variant| (variant_name(variant), tagging(container, variant)))
                .collect();
            assert_eq!(
                told,
                [("round-thing", "internal"), ("box", "internal"), ("other", "untagged")]
            );
        });
    }
}
