//! Enums of all taggings, with variants of all kinds.

use std::collections::BTreeMap;

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
enum Plain {
    A,
    B,
    #[serde(rename = "c-c")]
    C,
}

#[derive(Serialize, Deserialize, Foundry)]
enum Documented {
    /// The first one.
    First,
    /// The second one.
    Second,
    Third,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(rename_all = "snake_case", rename_all_fields = "camelCase")]
enum External {
    UnitLike,
    NewType(u8),
    TupleLike(u8, String),
    StructLike { the_field: bool, other_field: Option<u8> },
    OfOption(Option<u8>),
    OfStruct(Inner),
    EmptyStruct {},
}

#[derive(Serialize, Deserialize, Foundry)]
struct Inner {
    number: i16,
    text: Option<String>,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind")]
enum Internal {
    Unit,
    Struct { number: u8, maybe: Option<bool> },
    OfStruct(Inner),
    OfEnum(InternalToo),
    OfMap(BTreeMap<String, u8>),
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "sort")]
enum InternalToo {
    Left { x: u8 },
    Right { y: bool },
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Unit,
    New(u8),
    Tuple(u8, bool),
    Struct { number: i8 },
    OfOption(Option<String>),
    OfList(Vec<Inner>),
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "t", content = "c", deny_unknown_fields)]
enum AdjacentStrict {
    Unit,
    New(Inner),
    Struct { a: u8, b: Option<u8> },
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "t", deny_unknown_fields)]
enum InternalStrict {
    Unit,
    Struct { a: u8, b: Option<u8> },
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum Untagged {
    Number(u8),
    Flag(bool),
    Struct { number: i16 },
    List(Vec<u8>),
    Nothing,
    Text(String),
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum UntaggedStructs {
    Both { a: u8, b: u8 },
    OnlyA { a: u8 },
    OnlyC { c: String },
}

#[derive(Serialize, Deserialize, Foundry)]
enum PartlyUntagged {
    Tagged(u8),
    Unit,
    #[serde(untagged)]
    Number(i32),
    #[serde(untagged)]
    Pair(bool, String),
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind")]
enum InternalPartlyUntagged {
    Known {
        a: u8,
    },
    Unit,
    #[serde(untagged)]
    Other(Vec<u8>),
}

#[derive(Serialize, Deserialize, Foundry)]
enum Skipping {
    Kept(u8),
    #[serde(skip)]
    #[allow(dead_code)]
    Never(NoSchema),
    #[serde(skip_serializing)]
    #[foundry(skip)]
    #[allow(dead_code)]
    OnlyRead,
    #[serde(skip_deserializing)]
    #[allow(dead_code)]
    OnlyWritten,
}

#[derive(Default)]
struct NoSchema;

#[derive(Serialize, Deserialize, Foundry)]
enum WithOther {
    Known,
    Named,
    #[serde(other)]
    Unknown,
}

#[derive(Serialize, Deserialize, Foundry)]
enum Single {
    Only { value: u8 },
}

#[derive(Serialize, Deserialize, Foundry)]
enum Aliased {
    #[serde(alias = "uno", alias = "eins")]
    One,
    Two,
}

#[derive(Serialize, Deserialize, Foundry)]
enum GenericEnum<T, E = String> {
    Good(T),
    Bad { error: E },
    Both(T, E),
}

#[derive(Serialize, Deserialize, Foundry)]
enum Many {
    V0,
    V1,
    V2,
    V3,
    V4,
    V5,
    V6,
    V7,
    V8,
    V9,
    V10(u8),
    V11(u8),
    V12(u8),
    V13(u8),
    V14(u8),
    V15(u8),
    V16(u8),
    V17(u8),
    V18(u8),
    V19(u8),
    V20 { a: u8 },
    V21 { a: u8 },
    V22 { a: u8 },
    V23 { a: u8 },
    V24 { a: u8 },
    V25 { b: u8 },
}

#[derive(Serialize, Deserialize, Foundry)]
struct HoldsEnums {
    plain: Plain,
    maybe: Option<Internal>,
    many: Vec<Untagged>,
    named: BTreeMap<String, Adjacent>,
    results: Vec<Result<External, Plain>>,
    generic: GenericEnum<Internal, Plain>,
}

/// Numbers, by `serde_repr` or by hand: the type has its own schema.
#[derive(Clone, Copy)]
#[repr(u8)]
enum Repr {
    One = 1,
    Five = 5,
}

impl Serialize for Repr {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(*self as u8)
    }
}

impl<'de> Deserialize<'de> for Repr {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u8::deserialize(deserializer)? {
            1 => Ok(Self::One),
            5 => Ok(Self::Five),
            other => Err(serde::de::Error::custom(format!("{other} is neither 1 nor 5"))),
        }
    }
}

impl schemars::JsonSchema for Repr {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Repr".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "integer", "enum": [1, 5]})
    }
}

#[derive(Serialize, Deserialize, Foundry)]
struct HoldsRepr {
    one: Repr,
    many: Vec<Repr>,
}

checked! {
    plain: Plain, but [(Except::Few, "three unit variants")];
    documented: Documented, but [(Except::Few, "three unit variants")];
    external: External;
    internal: Internal;
    internal_of_enum: InternalToo;
    internal_strict: InternalStrict;
    adjacent: Adjacent;
    adjacent_strict: AdjacentStrict;
    untagged: Untagged;
    untagged_structs: UntaggedStructs;
    partly_untagged: PartlyUntagged;
    internal_partly_untagged: InternalPartlyUntagged;
    skipping: Skipping, but [(Except::Goal("/oneOf/0"), "what cannot be written is no row")];
    with_other: WithOther, but [(Except::Few, "three unit variants")];
    single: Single;
    aliased: Aliased, but [(Except::Few, "two unit variants")];
    generic: GenericEnum<u8>;
    generic_of_generic: GenericEnum<GenericEnum<bool, u8>, Option<u8>>;
    many: Many;
    holds_enums: HoldsEnums;
    holds_repr: HoldsRepr, but [(Except::Few, "short lists of two numbers")];
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum Same {
    Number { id: u32 },
    Flag { id: bool },
    Text { id: String },
}

#[test]
fn untagged_variants_of_the_same_field_have_their_turns() {
    let rows = Same::foundry_batch(3, 600);
    for is in [
        |row: &&Same| matches!(row, Same::Number { .. }),
        |row: &&Same| matches!(row, Same::Flag { .. }),
        |row: &&Same| matches!(row, Same::Text { .. }),
    ] {
        let count = rows.iter().filter(is).count();
        assert!((140..=260).contains(&count), "{count} of 600");
    }
}
