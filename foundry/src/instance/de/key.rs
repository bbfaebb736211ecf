//! Names of members as keys of maps: numbers, booleans, chars and unit variants parse from text.

use serde::de::value::{BorrowedStrDeserializer, MapDeserializer};
use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::RAW_VALUE;
use crate::instance::{InstanceError, NodeRef};

pub(super) struct ReadKey<'a> {
    name: &'a str,
}

impl<'a> ReadKey<'a> {
    #[inline]
    pub(super) fn new(name: &'a str) -> Self {
        Self { name }
    }

    /// Lets `read` take a JSON number that the name must be, whole and without spaces around it.
    fn parse_number<T>(
        &self,
        read: impl FnOnce(&mut NumberReader<'a>) -> Result<T, serde_json::Error>,
    ) -> Result<T, InstanceError> {
        let is_number = self.name.starts_with(|first: char| first == '-' || first.is_ascii_digit())
            && self.name.ends_with(|last: char| last.is_ascii_digit());
        if !is_number {
            return Err(InstanceError::new("invalid value: expected key to be a number in quotes"));
        }
        let mut reader = serde_json::Deserializer::from_str(self.name);
        let number = read(&mut reader).map_err(|error| without_line(&error))?;
        reader.end().map_err(|error| without_line(&error))?;
        Ok(number)
    }
}

/// The text of a parse error without its line and column, which mean the name alone.
#[cold]
fn without_line(error: &serde_json::Error) -> InstanceError {
    let text = error.to_string();
    InstanceError::new(text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what))
}

type NumberReader<'a> = serde_json::Deserializer<serde_json::de::StrRead<'a>>;

macro_rules! deserialize_number {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
            self.parse_number(|reader| reader.$method(visitor))
        }
    )*};
}

impl<'de> Deserializer<'de> for ReadKey<'de> {
    type Error = InstanceError;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        visitor.visit_borrowed_str(self.name)
    }

    deserialize_number! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        match self.name {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            name => Err(InstanceError::invalid_type(Unexpected::Str(name), &visitor)),
        }
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        // A name is never null.
        visitor.visit_some(self)
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, InstanceError> {
        visitor.visit_newtype_struct(self)
    }

    #[inline]
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, InstanceError> {
        BorrowedStrDeserializer::new(self.name).deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct
        map struct identifier ignored_any
    }
}

/// Gives `serde_json::value::RawValue` the JSON text it asks for: a map of one entry whose name
/// it knows.
#[cold]
pub(super) fn visit_raw_value<'de, V: Visitor<'de>>(
    node: NodeRef<'de>,
    visitor: V,
) -> Result<V::Value, InstanceError> {
    let entry = std::iter::once((RAW_VALUE, node.to_json()));
    visitor.visit_map(MapDeserializer::<_, InstanceError>::new(entry))
}
