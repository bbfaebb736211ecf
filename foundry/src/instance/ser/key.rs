//! Keys of maps as names: numbers, booleans, chars and unit variants become text.

use std::fmt::{Display, Write};

use serde::ser::{Error, Impossible, Serialize, Serializer};
use serde_json::ser::{CompactFormatter, Formatter};

use crate::instance::slot::mark_name;
use crate::instance::{Instance, InstanceError};

/// Records one name; what it returns is whether the object has it already.
pub(super) struct RecordKey<'a> {
    pub(super) instance: &'a mut Instance,
}

type None = Impossible<bool, InstanceError>;

impl RecordKey<'_> {
    fn display(self, key: impl Display) -> Result<bool, InstanceError> {
        let (written, repeated) = self.instance.push_name_with(|name| write!(name, "{key}"));
        match written {
            Ok(()) => Ok(repeated),
            Err(_) => Err(InstanceError::custom("a `Display` that is serialized as key failed")),
        }
    }

    /// A float as `serde_json` prints it, which differs from `Display`.
    fn float(
        self,
        is_finite: bool,
        write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>,
    ) -> Result<bool, InstanceError> {
        if !is_finite {
            return Err(InstanceError::new("a key of a map is a float that is not finite"));
        }
        let mut digits = Vec::with_capacity(32);
        write(&mut digits).map_err(InstanceError::custom)?;
        self.serialize_str(&String::from_utf8_lossy(&digits))
    }
}

#[cold]
fn no_text(what: &str) -> InstanceError {
    InstanceError::new(format_args!("a key of a map must be text, and this one is {what}"))
}

macro_rules! serialize_display {
    ($($method:ident($type:ty))*) => {$(
        fn $method(self, key: $type) -> Result<bool, InstanceError> {
            self.display(key)
        }
    )*};
}

impl Serializer for RecordKey<'_> {
    type Ok = bool;
    type Error = InstanceError;
    type SerializeSeq = None;
    type SerializeTuple = None;
    type SerializeTupleStruct = None;
    type SerializeTupleVariant = None;
    type SerializeMap = None;
    type SerializeStruct = None;
    type SerializeStructVariant = None;

    serialize_display! {
        serialize_bool(bool) serialize_char(char)
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_i128(i128)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
        serialize_u128(u128)
    }

    fn serialize_f32(self, key: f32) -> Result<bool, InstanceError> {
        self.float(key.is_finite(), |digits| CompactFormatter.write_f32(digits, key))
    }

    fn serialize_f64(self, key: f64) -> Result<bool, InstanceError> {
        self.float(key.is_finite(), |digits| CompactFormatter.write_f64(digits, key))
    }

    #[inline]
    fn serialize_str(self, key: &str) -> Result<bool, InstanceError> {
        Ok(self.instance.push_name(key, mark_name(key), false))
    }

    #[inline]
    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<bool, InstanceError> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        key: &T,
    ) -> Result<bool, InstanceError> {
        key.serialize(self)
    }

    fn collect_str<T: Display + ?Sized>(self, key: &T) -> Result<bool, InstanceError> {
        self.display(key)
    }

    fn serialize_bytes(self, _key: &[u8]) -> Result<bool, InstanceError> {
        Err(no_text("bytes"))
    }

    fn serialize_none(self) -> Result<bool, InstanceError> {
        Err(no_text("an option"))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _key: &T) -> Result<bool, InstanceError> {
        Err(no_text("an option"))
    }

    fn serialize_unit(self) -> Result<bool, InstanceError> {
        Err(no_text("a unit"))
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<bool, InstanceError> {
        Err(no_text("a unit struct"))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _key: &T,
    ) -> Result<bool, InstanceError> {
        Err(no_text("a variant with content"))
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<None, InstanceError> {
        Err(no_text("a sequence"))
    }

    fn serialize_tuple(self, _len: usize) -> Result<None, InstanceError> {
        Err(no_text("a tuple"))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<None, InstanceError> {
        Err(no_text("a tuple struct"))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<None, InstanceError> {
        Err(no_text("a variant with content"))
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<None, InstanceError> {
        Err(no_text("a map"))
    }

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<None, InstanceError> {
        Err(no_text("a struct"))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<None, InstanceError> {
        Err(no_text("a variant with content"))
    }
}
