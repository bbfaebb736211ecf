//! Enums: a text is a unit variant, an object of one member a variant with content.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, EnumAccess, Error, Unexpected, VariantAccess, Visitor,
};

use crate::instance::slot::Slot;
use crate::instance::{InstanceError, NodeRef};

#[derive(Clone, Copy)]
pub(super) struct ReadEnum<'a> {
    variant: &'a str,
    content: Option<NodeRef<'a>>,
}

impl<'a> ReadEnum<'a> {
    #[inline]
    pub(super) fn new(node: NodeRef<'a>) -> Result<Self, InstanceError> {
        match node.slot() {
            Slot::Text { start, len, .. } => {
                Ok(Self { variant: node.instance().text_at(start, len), content: None })
            }
            Slot::Object { .. } => {
                let mut members = node.members();
                match (members.next(), members.next()) {
                    (Some((variant, content)), None) => {
                        Ok(Self { variant, content: Some(content) })
                    }
                    _ => {
                        Err(InstanceError::invalid_value(Unexpected::Map, &"map with a single key"))
                    }
                }
            }
            _ => Err(node.wrong_type(&"string or map")),
        }
    }

    /// The content, or that there is none where `expected` has one.
    #[inline]
    fn content(self, expected: &'static str) -> Result<NodeRef<'a>, InstanceError> {
        self.content.ok_or_else(|| InstanceError::invalid_type(Unexpected::UnitVariant, &expected))
    }

    /// Names the member in which the content stands.
    fn inside<T>(self, result: Result<T, InstanceError>) -> Result<T, InstanceError> {
        match self.content {
            Some(_) => result.map_err(|error| error.at_member(self.variant)),
            None => result,
        }
    }
}

impl<'de> EnumAccess<'de> for ReadEnum<'de> {
    type Error = InstanceError;
    type Variant = Self;

    #[inline]
    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Self), InstanceError> {
        let variant = BorrowedStrDeserializer::<InstanceError>::new(self.variant);
        self.inside(seed.deserialize(variant)).map(|variant| (variant, self))
    }
}

impl<'de> VariantAccess<'de> for ReadEnum<'de> {
    type Error = InstanceError;

    #[inline]
    fn unit_variant(self) -> Result<(), InstanceError> {
        match self.content {
            Some(content) => self.inside(Deserialize::deserialize(content)),
            None => Ok(()),
        }
    }

    #[inline]
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<T::Value, InstanceError> {
        let content = self.content("newtype variant")?;
        self.inside(seed.deserialize(content))
    }

    #[inline]
    fn tuple_variant<V: Visitor<'de>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, InstanceError> {
        let content = self.content("tuple variant")?;
        self.inside(match content.slot() {
            // So serde_json does: a tuple variant of no fields may be read as a unit.
            Slot::Array { len: 0, .. } => visitor.visit_unit(),
            Slot::Array { .. } => content.visit_array(visitor),
            _ => Err(content.wrong_type(&"tuple variant")),
        })
    }

    #[inline]
    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, InstanceError> {
        let content = self.content("struct variant")?;
        self.inside(match content.slot() {
            Slot::Object { .. } => content.visit_object(visitor),
            _ => Err(content.wrong_type(&"struct variant")),
        })
    }
}
