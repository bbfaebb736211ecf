//! Recording what a type serializes to: a `serde::Serializer` that gives what
//! `serde_json::to_value` gives.

mod compare;
mod compound;
mod key;
mod repeated;
mod verbatim;

use std::fmt::{Display, Write};

use serde::ser::{Error, Serialize, Serializer};

use super::{Instance, InstanceError, Open};
use compound::{RecordMap, RecordSeq, RecordStruct, RecordVariant};

/// The name under which `serde_json::Number` writes a number of any size, where
/// `arbitrary_precision` is on.
const NUMBER: &str = "$serde_json::private::Number";

impl Instance {
    /// Writes what `value` serializes to, as `serde_json::to_value` gives it. After an error the
    /// instance is as it was before.
    ///
    /// # Errors
    ///
    /// What `value` itself fails with, names of members that are no text, integers outside of
    /// `i64::MIN..=u64::MAX`, and what [`Fault`](super::Fault) names; each with the JSON pointer
    /// of the place.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.record(&(1, Some('a'), None::<u8>))?;
    /// assert_eq!(row.to_string(), r#"[1,"a",null]"#);
    ///
    /// row.clear();
    /// let error = row.record(&[1, i128::MAX]).unwrap_err();
    /// assert_eq!(error.pointer(), "/1");
    /// assert!(row.is_empty());
    /// # Ok::<(), foundry::instance::InstanceError>(())
    /// ```
    pub fn record<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), InstanceError> {
        let before = self.checkpoint();
        let recorded = value.serialize(Recorder { instance: self });
        let recorded = recorded.and_then(|()| self.check());
        if recorded.is_err() {
            self.rollback(before);
        }
        recorded
    }

    /// The fault as an error.
    #[inline]
    fn check(&self) -> Result<(), InstanceError> {
        match self.fault {
            None => Ok(()),
            Some(fault) => Err(fault.into()),
        }
    }
}

/// Records one value at the end of the instance.
struct Recorder<'a> {
    instance: &'a mut Instance,
}

impl<'a> Recorder<'a> {
    /// Opens an array; nothing goes on after a fault, or a value that is too deep would recurse
    /// on.
    #[inline]
    fn open_array(self) -> Result<RecordSeq<'a>, InstanceError> {
        let array = self.instance.open_array();
        self.instance.check()?;
        Ok(RecordSeq::new(self.instance, array))
    }

    #[inline]
    fn open_object(self) -> Result<RecordMap<'a>, InstanceError> {
        let object = self.instance.open_object();
        self.instance.check()?;
        Ok(RecordMap::new(self.instance, object))
    }

    /// Opens the object whose only member is a variant.
    #[inline]
    fn open_variant(&mut self, variant: &'static str) -> Result<Open, InstanceError> {
        let object = self.instance.open_object();
        self.instance.key(variant);
        self.instance.check()?;
        Ok(object)
    }

    fn integer(self, value: Option<i128>) -> Result<(), InstanceError> {
        match value {
            Some(value) if self.instance.integer(value) => Ok(()),
            _ => Err(InstanceError::new("number out of range")),
        }
    }
}

impl<'a> Serializer for Recorder<'a> {
    type Ok = ();
    type Error = InstanceError;
    type SerializeSeq = RecordSeq<'a>;
    type SerializeTuple = RecordSeq<'a>;
    type SerializeTupleStruct = RecordSeq<'a>;
    type SerializeTupleVariant = RecordVariant<RecordSeq<'a>>;
    type SerializeMap = RecordMap<'a>;
    type SerializeStruct = RecordStruct<'a>;
    type SerializeStructVariant = RecordVariant<RecordMap<'a>>;

    #[inline]
    fn serialize_bool(self, value: bool) -> Result<(), InstanceError> {
        self.instance.boolean(value);
        Ok(())
    }

    #[inline]
    fn serialize_i8(self, value: i8) -> Result<(), InstanceError> {
        self.serialize_i64(i64::from(value))
    }

    #[inline]
    fn serialize_i16(self, value: i16) -> Result<(), InstanceError> {
        self.serialize_i64(i64::from(value))
    }

    #[inline]
    fn serialize_i32(self, value: i32) -> Result<(), InstanceError> {
        self.serialize_i64(i64::from(value))
    }

    #[inline]
    fn serialize_i64(self, value: i64) -> Result<(), InstanceError> {
        self.instance.signed(value);
        Ok(())
    }

    fn serialize_i128(self, value: i128) -> Result<(), InstanceError> {
        self.integer(Some(value))
    }

    #[inline]
    fn serialize_u8(self, value: u8) -> Result<(), InstanceError> {
        self.serialize_u64(u64::from(value))
    }

    #[inline]
    fn serialize_u16(self, value: u16) -> Result<(), InstanceError> {
        self.serialize_u64(u64::from(value))
    }

    #[inline]
    fn serialize_u32(self, value: u32) -> Result<(), InstanceError> {
        self.serialize_u64(u64::from(value))
    }

    #[inline]
    fn serialize_u64(self, value: u64) -> Result<(), InstanceError> {
        self.instance.unsigned(value);
        Ok(())
    }

    fn serialize_u128(self, value: u128) -> Result<(), InstanceError> {
        self.integer(i128::try_from(value).ok())
    }

    #[inline]
    fn serialize_f32(self, value: f32) -> Result<(), InstanceError> {
        self.serialize_f64(f64::from(value))
    }

    #[inline]
    fn serialize_f64(self, value: f64) -> Result<(), InstanceError> {
        self.instance.float(value);
        Ok(())
    }

    #[inline]
    fn serialize_char(self, value: char) -> Result<(), InstanceError> {
        self.instance.text_with(|text| text.push(value));
        Ok(())
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), InstanceError> {
        self.instance.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), InstanceError> {
        let array = self.instance.open_array();
        for &byte in value {
            self.instance.unsigned(u64::from(byte));
        }
        self.instance.close_array(array);
        Ok(())
    }

    #[inline]
    fn serialize_none(self) -> Result<(), InstanceError> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), InstanceError> {
        value.serialize(self)
    }

    #[inline]
    fn serialize_unit(self) -> Result<(), InstanceError> {
        self.instance.null();
        Ok(())
    }

    #[inline]
    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), InstanceError> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<(), InstanceError> {
        self.serialize_str(variant)
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<(), InstanceError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), InstanceError> {
        let object = self.open_variant(variant)?;
        value
            .serialize(Recorder { instance: &mut *self.instance })
            .map_err(|error| error.at_member(variant))?;
        self.instance.close_object(object);
        Ok(())
    }

    #[inline]
    fn serialize_seq(self, _len: Option<usize>) -> Result<RecordSeq<'a>, InstanceError> {
        self.open_array()
    }

    #[inline]
    fn serialize_tuple(self, _len: usize) -> Result<RecordSeq<'a>, InstanceError> {
        self.open_array()
    }

    #[inline]
    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<RecordSeq<'a>, InstanceError> {
        self.open_array()
    }

    fn serialize_tuple_variant(
        mut self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<RecordVariant<RecordSeq<'a>>, InstanceError> {
        let outer = self.open_variant(variant)?;
        Ok(RecordVariant { content: self.open_array()?, outer, variant })
    }

    #[inline]
    fn serialize_map(self, _len: Option<usize>) -> Result<RecordMap<'a>, InstanceError> {
        self.open_object()
    }

    #[inline]
    fn serialize_struct(
        self,
        name: &'static str,
        _len: usize,
    ) -> Result<RecordStruct<'a>, InstanceError> {
        if name == NUMBER || name == super::de::RAW_VALUE {
            return Ok(RecordStruct::Verbatim(self.instance));
        }
        Ok(RecordStruct::Fields(self.open_object()?))
    }

    fn serialize_struct_variant(
        mut self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<RecordVariant<RecordMap<'a>>, InstanceError> {
        let outer = self.open_variant(variant)?;
        Ok(RecordVariant { content: self.open_object()?, outer, variant })
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), InstanceError> {
        self.instance
            .text_with(|text| write!(text, "{value}"))
            .map_err(|_| InstanceError::custom("a `Display` that is serialized as text failed"))
    }
}
