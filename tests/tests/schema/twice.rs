//! One list of items → two modules, one for each derive; and the comparison.

use std::fmt::Write;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

/// Compiles the items once with `Contract` as `JsonSchema` and once as `Foundry`, and makes a test
/// that compares the named types.
macro_rules! twice {
    ($name:ident: $($ty:ident),+ $(,)?; $($item:item)*) => {
        compared! { $name, schema_is_the_one_of_schemars: $($ty),+; { $($item)* } { $($item)* } }
    };
}

/// As `twice!`, for items that carry `#[foundry(…)]` hints in the second list.
macro_rules! hinted {
    ($name:ident: $($ty:ident),+ $(,)?; { $($item:item)* } is { $($hinted:item)* }) => {
        compared! {
            $name, hints_leave_no_trace_in_the_schema: $($ty),+; { $($item)* } { $($hinted)* }
        }
    };
}

macro_rules! compared {
    ($name:ident, $test:ident: $($ty:ident),+; { $($plain:item)* } { $($derived:item)* }) => {
        mod $name {
            mod plain {
                #[allow(unused_imports)]
                use super::super::*;
                use schemars::JsonSchema as Contract;

                $($plain)*

                pub(super) fn looks() -> Vec<(&'static str, $crate::twice::Look)> {
                    vec![$((stringify!($ty), $crate::twice::Look::of::<$ty>())),+]
                }
            }

            mod derived {
                #[allow(unused_imports)]
                use super::super::*;
                use foundry::Foundry as Contract;

                $($derived)*

                pub(super) fn looks() -> Vec<(&'static str, $crate::twice::Look)> {
                    vec![$((stringify!($ty), $crate::twice::Look::of::<$ty>())),+]
                }
            }

            #[test]
            fn $test() {
                $crate::twice::compare(&plain::looks(), &derived::looks());
            }
        }
    };
}

type Settings = fn() -> SchemaSettings;

/// Everything that can be seen of a type's schema.
pub(crate) struct Look {
    /// A line that says which settings, and the whole document as text.
    documents: Vec<(String, String)>,
    name: String,
    id: String,
    inline: bool,
    is_option: bool,
}

impl Look {
    pub(crate) fn of<T: JsonSchema>() -> Self {
        let dialects: [(&str, Settings); 4] = [
            ("draft-07", SchemaSettings::draft07),
            ("2019-09", SchemaSettings::draft2019_09),
            ("2020-12", SchemaSettings::draft2020_12),
            ("OpenAPI 3", SchemaSettings::openapi3),
        ];
        let mut documents = Vec::new();
        for (dialect, settings) in dialects {
            for inline in [false, true] {
                let with = |mut settings: SchemaSettings| {
                    settings.inline_subschemas = inline;
                    settings.untagged_enum_variant_titles = inline;
                    let schema = settings.into_generator().into_root_schema_for::<T>();
                    serde_json::to_string_pretty(&schema).expect("a schema is JSON")
                };
                let place = if inline { ", inlined" } else { "" };
                let label = |side| format!("{dialect}{place}, {side}");
                documents.push((label("deserialize"), with(settings().for_deserialize())));
                documents.push((label("serialize"), with(settings().for_serialize())));
            }
        }
        Self {
            documents,
            name: T::schema_name().into_owned(),
            // The two modules differ in their names, and only in those.
            id: T::schema_id().replace("::plain::", "::_::").replace("::derived::", "::_::"),
            inline: T::inline_schema(),
            is_option: T::_schemars_private_is_option(),
        }
    }
}

/// Compares type by type; the message shows the first line that differs.
pub(crate) fn compare(plain: &[(&str, Look)], derived: &[(&str, Look)]) {
    assert_eq!(plain.len(), derived.len());
    let mut differences = String::new();
    for ((ty, plain), (_, derived)) in plain.iter().zip(derived) {
        let mut differ = |what: &str, left: &dyn std::fmt::Debug, right: &dyn std::fmt::Debug| {
            writeln!(differences, "{ty}: {what}\n  JsonSchema: {left:?}\n  Foundry:    {right:?}")
                .expect("a String takes everything");
        };
        if plain.name != derived.name {
            differ("schema_name", &plain.name, &derived.name);
        }
        if plain.id != derived.id {
            differ("schema_id", &plain.id, &derived.id);
        }
        if plain.inline != derived.inline {
            differ("inline_schema", &plain.inline, &derived.inline);
        }
        if plain.is_option != derived.is_option {
            differ("is_option", &plain.is_option, &derived.is_option);
        }
        for ((label, left), (_, right)) in plain.documents.iter().zip(&derived.documents) {
            if left != right {
                let pair = left.lines().zip(right.lines()).find(|(left, right)| left != right);
                let (left, right) = pair.unwrap_or(("shorter or longer", ""));
                differ(label, &left, &right);
            }
        }
    }
    assert!(differences.is_empty(), "schemas differ\n{differences}");
}
