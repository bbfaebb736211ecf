//! Building types: a `serde::Deserializer` that behaves as the one of `serde_json::Value` does.

mod access;
mod key;
mod variant;

use serde::de::{Deserialize, Deserializer, Error, Expected, Unexpected, Visitor};

use super::error::worded_at_last;
use super::slot::Slot;
use super::{InstanceError, NodeRef};
use access::{ReadElements, ReadMembers};
use variant::ReadEnum;

/// The name under which `serde_json::value::RawValue` asks for JSON text.
pub(super) const RAW_VALUE: &str = "$serde_json::private::RawValue";

impl<'a> NodeRef<'a> {
    /// Builds a `T`, as `serde_json::from_value` does; texts may be borrowed.
    ///
    /// # Errors
    ///
    /// What `T` does not accept, with the JSON pointer of the place. Errors that `T` itself drops, as untagged enums
    /// do, are not put into words.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.value(&serde_json::json!({"a": 1, "b": 2}));
    /// let map: std::collections::BTreeMap<&str, u8> = row.root().read()?;
    /// assert_eq!(map["b"], 2);
    /// # Ok::<(), foundry::instance::InstanceError>(())
    /// ```
    #[inline]
    pub fn read<T: Deserialize<'a>>(self) -> Result<T, InstanceError> {
        worded_at_last(|| T::deserialize(self))
    }

    #[cold]
    fn wrong_type(self, expected: &dyn Expected) -> InstanceError {
        InstanceError::invalid_type(self.unexpected(), expected)
    }

    #[cold]
    fn unexpected(self) -> Unexpected<'a> {
        match self.slot() {
            Slot::Null => Unexpected::Unit,
            Slot::Boolean(value) => Unexpected::Bool(value),
            Slot::Unsigned(value) => Unexpected::Unsigned(value),
            Slot::Signed(value) => Unexpected::Signed(value),
            Slot::Float(value) => Unexpected::Float(value),
            Slot::Text { .. } | Slot::Name { .. } => {
                Unexpected::Str(self.as_str().unwrap_or_default())
            }
            Slot::Array { .. } => Unexpected::Seq,
            Slot::Object { .. } => Unexpected::Map,
        }
    }

    #[inline]
    fn visit_number<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        match self.slot() {
            Slot::Unsigned(value) => visitor.visit_u64(value),
            Slot::Signed(value) => visitor.visit_i64(value),
            Slot::Float(value) => visitor.visit_f64(value),
            _ => Err(self.wrong_type(&visitor)),
        }
    }

    #[inline]
    fn visit_array<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        let mut elements = ReadElements::new(self);
        let value = visitor.visit_seq(&mut elements)?;
        if elements.is_done() {
            Ok(value)
        } else {
            Err(InstanceError::invalid_length(self.len(), &"fewer elements in array"))
        }
    }

    #[inline]
    fn visit_object<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        let mut members = ReadMembers::new(self);
        let value = visitor.visit_map(&mut members)?;
        if members.is_done() {
            Ok(value)
        } else {
            Err(InstanceError::invalid_length(self.len(), &"fewer elements in map"))
        }
    }
}

macro_rules! deserialize_number {
    ($($method:ident)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
            self.visit_number(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for NodeRef<'de> {
    type Error = InstanceError;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        match self.slot() {
            Slot::Null => visitor.visit_unit(),
            Slot::Boolean(value) => visitor.visit_bool(value),
            Slot::Unsigned(value) => visitor.visit_u64(value),
            Slot::Signed(value) => visitor.visit_i64(value),
            Slot::Float(value) => visitor.visit_f64(value),
            Slot::Text { start, len, .. } | Slot::Name { start, len, .. } => {
                visitor.visit_borrowed_str(self.instance().text_at(start, len))
            }
            Slot::Array { .. } => self.visit_array(visitor),
            Slot::Object { .. } => self.visit_object(visitor),
        }
    }

    deserialize_number! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64
    }

    #[inline]
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        match self.slot() {
            Slot::Boolean(value) => visitor.visit_bool(value),
            _ => Err(self.wrong_type(&visitor)),
        }
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        match self.slot() {
            Slot::Text { start, len, .. } => {
                visitor.visit_borrowed_str(self.instance().text_at(start, len))
            }
            _ => Err(self.wrong_type(&visitor)),
        }
    }

    #[inline]
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        self.deserialize_str(visitor)
    }

    #[inline]
    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        self.deserialize_str(visitor)
    }

    #[inline]
    fn deserialize_identifier<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, InstanceError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        match self.slot() {
            Slot::Text { .. } => self.deserialize_str(visitor),
            Slot::Array { .. } => self.visit_array(visitor),
            _ => Err(self.wrong_type(&visitor)),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        self.deserialize_bytes(visitor)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    #[inline]
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        if self.is_null() { visitor.visit_unit() } else { Err(self.wrong_type(&visitor)) }
    }

    #[inline]
    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, InstanceError> {
        self.deserialize_unit(visitor)
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, InstanceError> {
        if name == RAW_VALUE {
            return key::visit_raw_value(self, visitor);
        }
        visitor.visit_newtype_struct(self)
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        match self.slot() {
            Slot::Array { .. } => self.visit_array(visitor),
            _ => Err(self.wrong_type(&visitor)),
        }
    }

    #[inline]
    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, InstanceError> {
        self.deserialize_seq(visitor)
    }

    #[inline]
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, InstanceError> {
        self.deserialize_seq(visitor)
    }

    #[inline]
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InstanceError> {
        match self.slot() {
            Slot::Object { .. } => self.visit_object(visitor),
            _ => Err(self.wrong_type(&visitor)),
        }
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, InstanceError> {
        match self.slot() {
            Slot::Array { .. } => self.visit_array(visitor),
            Slot::Object { .. } => self.visit_object(visitor),
            _ => Err(self.wrong_type(&visitor)),
        }
    }

    #[inline]
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, InstanceError> {
        visitor.visit_enum(ReadEnum::new(self)?)
    }

    #[inline]
    fn deserialize_ignored_any<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, InstanceError> {
        visitor.visit_unit()
    }
}
