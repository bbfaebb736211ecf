//! Arrays and objects whose parts arrive one by one.

use serde::ser::{
    Error, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant,
};

use super::Recorder;
use super::key::RecordKey;
use super::verbatim::record_verbatim;
use crate::instance::level::Next;
use crate::instance::slot::mark_name;
use crate::instance::{Instance, InstanceError, Open};

pub(super) struct RecordSeq<'a> {
    instance: &'a mut Instance,
    array: Open,
}

impl<'a> RecordSeq<'a> {
    #[inline]
    pub(super) fn new(instance: &'a mut Instance, array: Open) -> Self {
        Self { instance, array }
    }

    #[inline]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), InstanceError> {
        let position = self.instance.level.values;
        value
            .serialize(Recorder { instance: self.instance })
            .map_err(|error| error.at_element(position as usize))
    }

    #[inline]
    fn close(self) -> &'a mut Instance {
        self.instance.close_array(self.array);
        self.instance
    }
}

impl SerializeSeq for RecordSeq<'_> {
    type Ok = ();
    type Error = InstanceError;

    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), InstanceError> {
        self.element(value)
    }

    #[inline]
    fn end(self) -> Result<(), InstanceError> {
        self.close();
        Ok(())
    }
}

impl SerializeTuple for RecordSeq<'_> {
    type Ok = ();
    type Error = InstanceError;

    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), InstanceError> {
        self.element(value)
    }

    #[inline]
    fn end(self) -> Result<(), InstanceError> {
        self.close();
        Ok(())
    }
}

impl SerializeTupleStruct for RecordSeq<'_> {
    type Ok = ();
    type Error = InstanceError;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), InstanceError> {
        self.element(value)
    }

    #[inline]
    fn end(self) -> Result<(), InstanceError> {
        self.close();
        Ok(())
    }
}

pub(super) struct RecordMap<'a> {
    instance: &'a mut Instance,
    object: Open,
    repeated: bool,
}

impl<'a> RecordMap<'a> {
    #[inline]
    pub(super) fn new(instance: &'a mut Instance, object: Open) -> Self {
        Self { instance, object, repeated: false }
    }

    #[inline]
    fn field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), InstanceError> {
        self.repeated |= self.instance.push_name(name, mark_name(name), false);
        value.serialize(Recorder { instance: self.instance }).map_err(|error| error.at_member(name))
    }

    #[inline]
    fn close(self) -> &'a mut Instance {
        self.instance.close_recorded(self.object, self.repeated);
        self.instance
    }
}

impl SerializeMap for RecordMap<'_> {
    type Ok = ();
    type Error = InstanceError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), InstanceError> {
        // A key that got no value gives way to the next, as in serde_json.
        self.instance.take_back_name();
        self.repeated |= key.serialize(RecordKey { instance: self.instance })?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), InstanceError> {
        if self.instance.level.next != Next::Member && self.instance.fault.is_none() {
            return Err(InstanceError::custom("a map wrote a value before its key"));
        }
        let name = self.instance.checkpoint();
        value.serialize(Recorder { instance: self.instance }).map_err(|error| {
            let name = self.instance.name_before(&name);
            error.at_member(name)
        })
    }

    fn end(self) -> Result<(), InstanceError> {
        self.instance.take_back_name();
        self.close();
        Ok(())
    }
}

/// A struct, or text that stands for the JSON in it.
pub(super) enum RecordStruct<'a> {
    Fields(RecordMap<'a>),
    Verbatim(&'a mut Instance),
}

impl SerializeStruct for RecordStruct<'_> {
    type Ok = ();
    type Error = InstanceError;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), InstanceError> {
        match self {
            Self::Fields(fields) => fields.field(name, value),
            Self::Verbatim(instance) => record_verbatim(instance, value),
        }
    }

    #[inline]
    fn end(self) -> Result<(), InstanceError> {
        if let Self::Fields(fields) = self {
            fields.close();
        }
        Ok(())
    }
}

/// The content of a variant, inside an object whose only member it is.
pub(super) struct RecordVariant<C> {
    pub(super) content: C,
    pub(super) outer: Open,
    pub(super) variant: &'static str,
}

impl SerializeTupleVariant for RecordVariant<RecordSeq<'_>> {
    type Ok = ();
    type Error = InstanceError;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), InstanceError> {
        self.content.element(value).map_err(|error| error.at_member(self.variant))
    }

    #[inline]
    fn end(self) -> Result<(), InstanceError> {
        self.content.close().close_object(self.outer);
        Ok(())
    }
}

impl SerializeStructVariant for RecordVariant<RecordMap<'_>> {
    type Ok = ();
    type Error = InstanceError;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), InstanceError> {
        self.content.field(name, value).map_err(|error| error.at_member(self.variant))
    }

    #[inline]
    fn end(self) -> Result<(), InstanceError> {
        self.content.close().close_object(self.outer);
        Ok(())
    }
}
