//! Types of many shapes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Fields {
    first_name: String,
    #[serde(default)]
    age: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    nick: Option<char>,
    #[serde(alias = "w")]
    weight: f32,
    unit: (),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Strict {
    a: i8,
    #[expect(clippy::option_option, reason = "serde reads it, and so do we")]
    b: Option<Option<bool>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Unit;

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Newtype(pub(super) i64);

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Tuple(u16, f64, Unit, Newtype);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Color {
    Red,
    Green,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum External {
    Unit,
    Newtype(Color),
    Empty(),
    Pair(u8, String),
    Named { a: i64, b: Box<Option<External>> },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub(super) enum Internal {
    Unit,
    Strict(Strict),
    Named { a: u32, list: Vec<Internal> },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "c")]
pub(super) enum Adjacent {
    Unit,
    Newtype(Vec<Color>),
    Pair(u8, i8),
    Named { a: f64 },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Untagged {
    Nothing,
    Number(u8),
    Float(f64),
    Pair(bool, bool),
    Strict(Strict),
    Text(String),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Flat {
    a: u8,
    #[serde(flatten)]
    strict: Inner,
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Inner {
    b: Option<u64>,
    c: Color,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Maps {
    signed: BTreeMap<i64, u8>,
    unsigned: BTreeMap<u128, bool>,
    bools: BTreeMap<bool, u8>,
    chars: BTreeMap<char, Newtype>,
    colors: BTreeMap<Color, Vec<u8>>,
    newtypes: BTreeMap<Newtype, [i8; 2]>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Wide {
    small: i128,
    large: u128,
}

/// Written and read as bytes.
#[derive(Debug, PartialEq)]
pub(super) struct Bytes(Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ReadBytes;
        impl<'de> serde::de::Visitor<'de> for ReadBytes {
            type Value = Bytes;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("bytes")
            }
            fn visit_str<E>(self, text: &str) -> Result<Bytes, E> {
                Ok(Bytes(text.as_bytes().to_owned()))
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(
                self,
                mut seq: A,
            ) -> Result<Bytes, A::Error> {
                let mut bytes = Vec::with_capacity(seq.size_hint().unwrap_or(0));
                while let Some(byte) = seq.next_element()? {
                    bytes.push(byte);
                }
                Ok(Bytes(bytes))
            }
        }
        deserializer.deserialize_byte_buf(ReadBytes)
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Std {
    duration: std::time::Duration,
    range: std::ops::Range<u8>,
    result: Result<u8, Cow<'static, str>>,
    address: std::net::IpAddr,
    path: std::path::PathBuf,
    nonzero: std::num::NonZeroI16,
    set: BTreeSet<Box<str>>,
    bound: std::ops::Bound<i32>,
    wrapping: std::num::Wrapping<u64>,
    number: serde_json::Number,
}

/// Takes any value and keeps nothing of it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "serde::de::IgnoredAny")]
pub(super) struct IgnoredAll;

impl From<serde::de::IgnoredAny> for IgnoredAll {
    fn from(_: serde::de::IgnoredAny) -> Self {
        Self
    }
}
