//! Holding what a type serializes to against a value that stands already, without writing it: most
//! rows are written back as they were drawn.

use std::fmt::{self, Display, Write as _};

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::NUMBER;
use super::key::RecordKey;
use crate::instance::de::RAW_VALUE;
use crate::instance::equal::is_same_number;
use crate::instance::slot::Slot;
use crate::instance::{Instance, NodeRef};

/// Only so many elements or members are looked for in another order than the one they stand in.
const MOST_OUT_OF_ORDER: u32 = u64::BITS;

impl NodeRef<'_> {
    /// Whether `value` serializes to this value; where `any_order` is set, the elements of arrays may
    /// come in another order. Types that are hard to compare, such as `RawValue`, count as different.
    ///
    /// `spare` is a buffer.
    pub(crate) fn is_written_by<T: Serialize + ?Sized>(
        self,
        value: &T,
        any_order: bool,
        spare: &mut Instance,
    ) -> bool {
        let instance = self.instance();
        value.serialize(Comparer { instance, at: self.index(), any_order, spare }).is_ok()
    }
}

/// The two values differ.
#[derive(Debug)]
struct Differs;

impl Display for Differs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the values differ")
    }
}

impl std::error::Error for Differs {}

impl serde::ser::Error for Differs {
    fn custom<T: Display>(_message: T) -> Self {
        Self
    }
}

type Verdict = Result<(), Differs>;

#[inline]
fn expect(is_same: bool) -> Verdict {
    if is_same { Ok(()) } else { Err(Differs) }
}

/// Compares one value with the one at `at`.
struct Comparer<'a> {
    instance: &'a Instance,
    at: u32,
    any_order: bool,
    spare: &'a mut Instance,
}

impl<'a> Comparer<'a> {
    #[inline]
    fn number(self, number: Slot) -> Verdict {
        expect(is_same_number(self.instance.slot(self.at), number))
    }

    #[inline]
    fn text(&self) -> Result<&'a str, Differs> {
        match self.instance.slot(self.at) {
            Slot::Text { start, len, .. } => Ok(self.instance.text_at(start, len)),
            _ => Err(Differs),
        }
    }

    #[inline]
    fn seq(self) -> Result<CompareSeq<'a>, Differs> {
        match self.instance.slot(self.at) {
            Slot::Array { len, .. } => {
                Ok(CompareSeq { next: self.at + 1, len, count: 0, taken: 0, comparer: self })
            }
            _ => Err(Differs),
        }
    }

    #[inline]
    fn map(self) -> Result<CompareMap<'a>, Differs> {
        match self.instance.slot(self.at) {
            Slot::Object { len, .. } => Ok(CompareMap {
                next: self.at + 1,
                len,
                count: 0,
                taken: 0,
                value: None,
                comparer: self,
            }),
            _ => Err(Differs),
        }
    }

    /// Steps into the object whose only member is a variant.
    #[inline]
    fn variant(self, variant: &str) -> Result<Self, Differs> {
        let is_variant = matches!(self.instance.slot(self.at), Slot::Object { len: 1, .. })
            && self.instance.name_at(self.at + 1) == Some(variant);
        expect(is_variant)?;
        Ok(Self { at: self.at + 2, ..self })
    }

    /// The same for the value at `at`.
    #[inline]
    fn reborrow(&mut self, at: u32) -> Comparer<'_> {
        Comparer { instance: self.instance, at, any_order: self.any_order, spare: self.spare }
    }
}

impl Instance {
    #[inline]
    fn is_name(&self, at: u32, name: &str) -> bool {
        let Slot::Name { start, len, .. } = self.slot(at) else { return false };
        self.is_text(start, len, name)
    }

    #[inline]
    fn name_at(&self, at: u32) -> Option<&str> {
        match self.slot(at) {
            Slot::Name { start, len, .. } => Some(self.text_at(start, len)),
            _ => None,
        }
    }
}

macro_rules! compare_integers {
    ($($method:ident($type:ty) as $wide:ident)*) => {$(
        #[inline]
        fn $method(self, value: $type) -> Verdict {
            self.$wide(value.into())
        }
    )*};
}

impl<'a> Serializer for Comparer<'a> {
    type Ok = ();
    type Error = Differs;
    type SerializeSeq = CompareSeq<'a>;
    type SerializeTuple = CompareSeq<'a>;
    type SerializeTupleStruct = CompareSeq<'a>;
    type SerializeTupleVariant = CompareSeq<'a>;
    type SerializeMap = CompareMap<'a>;
    type SerializeStruct = CompareMap<'a>;
    type SerializeStructVariant = CompareMap<'a>;

    compare_integers! {
        serialize_i8(i8) as serialize_i64
        serialize_i16(i16) as serialize_i64
        serialize_i32(i32) as serialize_i64
        serialize_u8(u8) as serialize_u64
        serialize_u16(u16) as serialize_u64
        serialize_u32(u32) as serialize_u64
        serialize_f32(f32) as serialize_f64
    }

    #[inline]
    fn serialize_bool(self, value: bool) -> Verdict {
        expect(matches!(self.instance.slot(self.at), Slot::Boolean(other) if other == value))
    }

    #[inline]
    fn serialize_i64(self, value: i64) -> Verdict {
        self.number(u64::try_from(value).map_or(Slot::Signed(value), Slot::Unsigned))
    }

    #[inline]
    fn serialize_u64(self, value: u64) -> Verdict {
        self.number(Slot::Unsigned(value))
    }

    #[inline]
    fn serialize_i128(self, value: i128) -> Verdict {
        match (u64::try_from(value), i64::try_from(value)) {
            (Ok(value), _) => self.serialize_u64(value),
            (_, Ok(value)) => self.serialize_i64(value),
            _ => Err(Differs),
        }
    }

    #[inline]
    fn serialize_u128(self, value: u128) -> Verdict {
        self.serialize_u64(u64::try_from(value).map_err(|_| Differs)?)
    }

    #[inline]
    fn serialize_f64(self, value: f64) -> Verdict {
        if value.is_finite() { self.number(Slot::Float(value)) } else { self.serialize_unit() }
    }

    #[inline]
    fn serialize_char(self, value: char) -> Verdict {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Verdict {
        expect(self.text()?.as_bytes() == value.as_bytes())
    }

    #[inline]
    fn serialize_bytes(self, value: &[u8]) -> Verdict {
        let mut seq = self.seq()?;
        value.iter().try_for_each(|byte| seq.element(byte))?;
        seq.close()
    }

    #[inline]
    fn serialize_none(self) -> Verdict {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Verdict {
        value.serialize(self)
    }

    #[inline]
    fn serialize_unit(self) -> Verdict {
        expect(matches!(self.instance.slot(self.at), Slot::Null))
    }

    #[inline]
    fn serialize_unit_struct(self, _name: &'static str) -> Verdict {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Verdict {
        self.serialize_str(variant)
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Verdict {
        value.serialize(self)
    }

    #[inline]
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Verdict {
        value.serialize(self.variant(variant)?)
    }

    #[inline]
    fn serialize_seq(self, _len: Option<usize>) -> Result<CompareSeq<'a>, Differs> {
        self.seq()
    }

    #[inline]
    fn serialize_tuple(self, _len: usize) -> Result<CompareSeq<'a>, Differs> {
        self.seq()
    }

    #[inline]
    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<CompareSeq<'a>, Differs> {
        self.seq()
    }

    #[inline]
    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<CompareSeq<'a>, Differs> {
        self.variant(variant)?.seq()
    }

    #[inline]
    fn serialize_map(self, _len: Option<usize>) -> Result<CompareMap<'a>, Differs> {
        self.map()
    }

    #[inline]
    fn serialize_struct(self, name: &'static str, _len: usize) -> Result<CompareMap<'a>, Differs> {
        // Their only field is JSON as text.
        expect(name != NUMBER && name != RAW_VALUE)?;
        self.map()
    }

    #[inline]
    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<CompareMap<'a>, Differs> {
        self.variant(variant)?.map()
    }

    #[inline]
    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Verdict {
        let mut rest = Rest(self.text()?.as_bytes());
        expect(write!(rest, "{value}").is_ok() && rest.0.is_empty())
    }
}

/// The part of a text that has not been written again yet.
struct Rest<'a>(&'a [u8]);

impl fmt::Write for Rest<'_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text.as_bytes()).ok_or(fmt::Error)?;
        Ok(())
    }

    #[inline]
    fn write_char(&mut self, letter: char) -> fmt::Result {
        match self.0.split_first() {
            // Dates and times are written letter by letter.
            Some((first, rest)) if letter.is_ascii() && *first == letter as u8 => {
                self.0 = rest;
                Ok(())
            }
            _ => self.write_other(letter),
        }
    }
}

impl Rest<'_> {
    /// A letter outside of ASCII, or another one than there is.
    #[inline(never)]
    fn write_other(&mut self, letter: char) -> fmt::Result {
        self.write_str(letter.encode_utf8(&mut [0; 4]))
    }
}

/// Elements of the array at `comparer.at`.
struct CompareSeq<'a> {
    comparer: Comparer<'a>,
    /// The element that comes next where nothing is rearranged.
    next: u32,
    len: u32,
    count: u32,
    /// Which elements have a partner, by their positions, once something is.
    taken: u64,
}

impl CompareSeq<'_> {
    #[inline]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Verdict {
        expect(self.count < self.len)?;
        if self.taken == 0 {
            if value.serialize(self.comparer.reborrow(self.next)).is_ok() {
                self.next = self.comparer.instance.after(self.next);
                self.count += 1;
                return Ok(());
            }
            expect(self.comparer.any_order && self.len <= MOST_OUT_OF_ORDER)?;
            self.taken = (1 << self.count) - 1;
        }
        self.count += 1;
        let mut at = self.comparer.at + 1;
        for position in 0..self.len {
            let bit = 1 << position;
            if self.taken & bit == 0 && value.serialize(self.comparer.reborrow(at)).is_ok() {
                self.taken |= bit;
                return Ok(());
            }
            at = self.comparer.instance.after(at);
        }
        Err(Differs)
    }

    #[inline]
    fn close(&self) -> Verdict {
        expect(self.count == self.len)
    }
}

/// Members of the object at `comparer.at`, which stand in any order.
struct CompareMap<'a> {
    comparer: Comparer<'a>,
    /// The name that comes next where nothing is rearranged.
    next: u32,
    len: u32,
    count: u32,
    /// Which members were met, by their positions, once something is.
    taken: u64,
    /// The value of the key that was met last.
    value: Option<u32>,
}

impl CompareMap<'_> {
    /// Where the value of the member `name` stands, which must not have been met before.
    #[inline]
    fn find(&mut self, name: &str) -> Result<u32, Differs> {
        let (instance, value) = (self.comparer.instance, self.next + 1);
        if self.taken == 0 && self.count < self.len && instance.is_name(self.next, name) {
            self.next = instance.after(value);
            self.count += 1;
            return Ok(value);
        }
        self.find_elsewhere(name)
    }

    /// The same for a member that is not the next one.
    #[inline(never)]
    fn find_elsewhere(&mut self, name: &str) -> Result<u32, Differs> {
        let instance = self.comparer.instance;
        expect(self.count < self.len && self.len <= MOST_OUT_OF_ORDER)?;
        if self.taken == 0 {
            self.taken = (1 << self.count) - 1;
        }
        self.count += 1;
        let mut at = self.comparer.at + 1;
        for position in 0..self.len {
            let bit = 1 << position;
            if self.taken & bit == 0 && instance.is_name(at, name) {
                self.taken |= bit;
                return Ok(at + 1);
            }
            at = instance.after(at + 1);
        }
        Err(Differs)
    }

    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Verdict {
        let at = self.find(name)?;
        value.serialize(self.comparer.reborrow(at))
    }

    #[inline]
    fn close(&self) -> Verdict {
        expect(self.count == self.len)
    }
}

impl SerializeMap for CompareMap<'_> {
    type Ok = ();
    type Error = Differs;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Verdict {
        let mut spare = std::mem::take(self.comparer.spare);
        spare.clear();
        let _never_closed = spare.open_object();
        let written = key.serialize(RecordKey { instance: &mut spare });
        let found = match (written, spare.name_at(1)) {
            (Ok(_), Some(name)) => self.find(name),
            _ => Err(Differs),
        };
        *self.comparer.spare = spare;
        self.value = Some(found?);
        Ok(())
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Verdict {
        let at = self.value.take().ok_or(Differs)?;
        value.serialize(self.comparer.reborrow(at))
    }

    #[inline]
    fn end(self) -> Verdict {
        self.close()
    }
}

macro_rules! compare_parts {
    ($($trait:ident for $type:ident: $method:ident($($name:ident)?) => $part:ident;)*) => {$(
        impl $trait for $type<'_> {
            type Ok = ();
            type Error = Differs;

            #[inline]
            fn $method<T: Serialize + ?Sized>(
                &mut self,
                $($name: &'static str,)?
                value: &T,
            ) -> Verdict {
                self.$part($($name,)? value)
            }

            #[inline]
            fn end(self) -> Verdict {
                self.close()
            }
        }
    )*};
}

compare_parts! {
    SerializeSeq for CompareSeq: serialize_element() => element;
    SerializeTuple for CompareSeq: serialize_element() => element;
    SerializeTupleStruct for CompareSeq: serialize_field() => element;
    SerializeTupleVariant for CompareSeq: serialize_field() => element;
    SerializeStruct for CompareMap: serialize_field(name) => field;
    SerializeStructVariant for CompareMap: serialize_field(name) => field;
}

#[cfg(test)]
mod tests;
