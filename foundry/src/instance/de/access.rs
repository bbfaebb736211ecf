//! Handing out elements and members one by one, and naming the place when one is refused.

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess};

use super::key::ReadKey;
use crate::instance::{Elements, InstanceError, Members, NodeRef};

pub(super) struct ReadElements<'a> {
    elements: Elements<'a>,
    position: usize,
}

impl<'a> ReadElements<'a> {
    #[inline]
    pub(super) fn new(array: NodeRef<'a>) -> Self {
        Self { elements: array.elements(), position: 0 }
    }

    #[inline]
    pub(super) fn is_done(&self) -> bool {
        self.elements.left() == 0
    }
}

impl<'de> SeqAccess<'de> for ReadElements<'de> {
    type Error = InstanceError;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, InstanceError> {
        let Some(element) = self.elements.next() else { return Ok(None) };
        let position = self.position;
        self.position += 1;
        match seed.deserialize(element) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(error.at_element(position)),
        }
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        Some(self.elements.left())
    }
}

pub(super) struct ReadMembers<'a> {
    members: Members<'a>,
    member: Option<(&'a str, NodeRef<'a>)>,
}

impl<'a> ReadMembers<'a> {
    #[inline]
    pub(super) fn new(object: NodeRef<'a>) -> Self {
        Self { members: object.members(), member: None }
    }

    #[inline]
    pub(super) fn is_done(&self) -> bool {
        self.members.left() == 0
    }
}

impl<'de> MapAccess<'de> for ReadMembers<'de> {
    type Error = InstanceError;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, InstanceError> {
        self.member = self.members.next();
        let Some((name, _)) = self.member else { return Ok(None) };
        match seed.deserialize(ReadKey::new(name)) {
            Ok(key) => Ok(Some(key)),
            Err(error) => Err(error.at_member(name)),
        }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, InstanceError> {
        match self.member.take() {
            Some((name, value)) => seed.deserialize(value).map_err(|error| error.at_member(name)),
            None => Err(InstanceError::custom("value is missing")),
        }
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        Some(self.members.left())
    }
}
