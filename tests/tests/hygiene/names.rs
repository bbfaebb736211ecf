//! A user's own names that the standard library and the generated code use too.

use serde::{Deserialize, Serialize};

/// Everything that generated code is tempted to name.
mod shadows {
    use super::{Deserialize, Serialize};

    macro_rules! shadow {
        ($($name:ident)*) => {
            $(
                #[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, foundry::Foundry)]
                pub(super) struct $name { pub(super) a: u8 }
            )*
        };
    }

    // serde's own derives need `Ok` and its like to be what they are.
    shadow! {
        Option Result String Vec Box Cow Schema SchemaGenerator JsonSchema Foundry Stream Hints Keys
        Default Fn Send Sync Debug Clone Map Value Verdict Instance Generator Twin
    }
}

mod user {
    use std::option::Option as Maybe;

    use super::shadows::{
        Box, Cow, Foundry, Hints, JsonSchema, Keys, Option, Result, Schema, SchemaGenerator,
        String, Value, Vec, Verdict,
    };
    use super::{Deserialize, Serialize};

    pub(super) fn schema(stream: &mut foundry::Stream) -> u8 {
        u8::from(stream.chance(0.5))
    }

    #[derive(Debug, Serialize, Deserialize, foundry::Foundry)]
    #[foundry(depth = 1, check = |_| true, finish = |_| ())]
    pub(super) struct All {
        pub(super) a: Option,
        b: Result,
        c: String,
        d: Vec,
        e: Box,
        f: Cow,
        g: Schema,
        h: SchemaGenerator,
        i: JsonSchema,
        j: Foundry,
        k: (Hints, Keys, Value, Verdict),
        #[foundry(with = schema, presence = 0.5)]
        l: Maybe<u8>,
    }

    /// Parameters with the names of what generated code calls.
    #[derive(Debug, Serialize, Deserialize, foundry::Foundry)]
    pub(super) enum Generic<Self_, Hints, const N: usize, Schema> {
        A(Self_),
        B {
            hints: Hints,
            schema: Schema,
        },
        #[foundry(weight = 2)]
        C,
    }
}

/// Modules with the names of crates.
mod crates {
    mod foundry {}
    mod serde_json {}
    mod std {}
    mod core {}
    mod alloc {}

    #[derive(Debug, ::serde::Serialize, ::serde::Deserialize, ::foundry::Foundry)]
    #[foundry(check = |_| true)]
    pub(super) struct Amid {
        #[foundry(values = [1])]
        a: u8,
        b: ::std::collections::BTreeMap<u8, u8>,
    }
}

#[test]
fn own_names_are_the_users() {
    let schema = schemars::schema_for!(user::All);
    assert_eq!(schema.pointer("/properties/a/$ref"), Some(&"#/$defs/Option".into()));
    let schema = schemars::schema_for!(user::Generic<u8, bool, 3, shadows::Map>);
    assert!(schema.get("oneOf").is_some(), "{schema:?}");
    let schema = schemars::schema_for!(crates::Amid);
    assert_eq!(schema.get("title"), Some(&"Amid".into()));
}

/// A macro that makes types, so that their parts come in invisible groups.
macro_rules! make {
    ($name:ident, $ty:ty, $value:expr, $text:literal) => {
        #[derive(Debug, Serialize, Deserialize, foundry::Foundry)]
        struct $name {
            #[foundry(values = [$value])]
            #[schemars(range(min = $value), title = $text)]
            field: $ty,
            list: Vec<$ty>,
            this: Option<Box<Self>>,
        }
    };
}

/// A macro that another crate could call: `$crate` is where it was written.
#[macro_export]
macro_rules! make_elsewhere {
    ($name:ident) => {
        #[derive(Debug, Serialize, Deserialize, $crate::renamed::facade::inner::data::Foundry)]
        #[foundry(crate = $crate::renamed::facade::inner::data, check = |_| true)]
        #[allow(non_camel_case_types)]
        enum $name {
            A_b {
                #[foundry(values = [$crate::names::ONE])]
                c: u8,
            },
            A {
                #[foundry(values = [$crate::names::ONE])]
                b_c: $crate::names::Alias,
                list: Vec<std::collections::BTreeMap<$crate::names::Alias, Self>>,
            },
        }
    };
}

pub(crate) const ONE: u8 = 1;
pub(crate) type Alias = u16;

make!(Made, std::num::NonZeroU8, 1, "made");
make_elsewhere!(Elsewhere);

#[test]
fn a_type_made_by_a_macro_has_its_schema() {
    let schema = schemars::schema_for!(Made);
    assert_eq!(schema.pointer("/properties/field/minimum"), Some(&1.into()));
    assert_eq!(schema.pointer("/properties/field/title"), Some(&"made".into()));
    let schema = schemars::schema_for!(Elsewhere);
    assert_eq!(schema.pointer("/oneOf/1/properties/A/properties/b_c/maximum"), Some(&65535.into()));
}
