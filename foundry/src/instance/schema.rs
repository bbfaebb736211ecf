//! The instance as the validator reads it: in place, without a `serde_json` value in between.

use std::borrow::Cow;
use std::ptr;

use jsonschema::json::{Array, Json, Node, NodeIdentity, Object};
use jsonschema::types::JsonType;
use serde_json::Value;

use super::slot::Slot;
use super::{Elements, Instance, Members, NodeRef, PreparedName, ReadNumber, equal};

/// Tells `jsonschema` to read instances.
///
/// # Examples
///
/// ```
/// use foundry::instance::InstanceJson;
/// use serde_json::json;
///
/// let schema = json!({"type": "object", "required": ["age"], "properties": {"age": {"minimum": 18}}});
/// let validator = jsonschema::options_for::<InstanceJson>().build(&schema)?;
/// let mut row = foundry::Instance::new();
/// row.value(&json!({"age": 36}));
/// assert!(validator.is_valid(row.root()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct InstanceJson;

impl Json for InstanceJson {
    type Node<'a> = NodeRef<'a>;
    type PreparedKey = PreparedName;
    type StringBuffer = Instance;

    // One lookup walks over as many names as a pass over all members does, so the pass always
    // wins.
    const KEYS_PER_LOOKUP: usize = 1 << 16;

    fn prepare_key(key: &str) -> PreparedName {
        PreparedName::new(key)
    }

    #[inline]
    fn with_string_node<T>(
        buffer: &mut Instance,
        string: &str,
        f: impl FnOnce(NodeRef<'_>) -> T,
    ) -> T {
        buffer.clear();
        buffer.text(string);
        f(buffer.root())
    }
}

impl<'a> Node<'a, InstanceJson> for NodeRef<'a> {
    type Object = NodeRef<'a>;
    type Array = NodeRef<'a>;
    type Number = ReadNumber;

    #[inline]
    fn as_object(&self) -> Option<NodeRef<'a>> {
        matches!(self.slot(), Slot::Object { .. }).then_some(*self)
    }

    #[inline]
    fn as_array(&self) -> Option<NodeRef<'a>> {
        matches!(self.slot(), Slot::Array { .. }).then_some(*self)
    }

    #[inline]
    fn as_string(&self) -> Option<Cow<'a, str>> {
        self.as_str().map(Cow::Borrowed)
    }

    #[inline]
    fn as_number(&self) -> Option<ReadNumber> {
        match self.slot() {
            Slot::Unsigned(value) => Some(ReadNumber::Unsigned(value)),
            Slot::Signed(value) => Some(ReadNumber::Signed(value)),
            Slot::Float(value) => Some(ReadNumber::Float(value)),
            _ => None,
        }
    }

    #[inline]
    fn as_boolean(&self) -> Option<bool> {
        self.as_bool()
    }

    #[inline]
    fn is_null(&self) -> bool {
        NodeRef::is_null(*self)
    }

    #[inline]
    fn is_number(&self) -> bool {
        matches!(self.slot(), Slot::Unsigned(_) | Slot::Signed(_) | Slot::Float(_))
    }

    #[inline]
    fn is_string(&self) -> bool {
        matches!(self.slot(), Slot::Text { .. })
    }

    #[inline]
    fn json_type(&self) -> JsonType {
        match self.slot() {
            Slot::Null => JsonType::Null,
            Slot::Boolean(_) => JsonType::Boolean,
            Slot::Unsigned(_) | Slot::Signed(_) | Slot::Float(_) => JsonType::Number,
            Slot::Text { .. } | Slot::Name { .. } => JsonType::String,
            Slot::Array { .. } => JsonType::Array,
            Slot::Object { .. } => JsonType::Object,
        }
    }

    #[inline]
    fn string_length(&self) -> Option<u64> {
        if let Slot::Text { chars, .. } = self.slot() { Some(u64::from(chars)) } else { None }
    }

    #[inline]
    fn equals_value(&self, expected: &Value) -> bool {
        equal::is_same_value(*self, expected)
    }

    fn to_value(&self) -> Cow<'a, Value> {
        Cow::Owned(NodeRef::to_value(*self))
    }

    #[inline]
    fn identity(&self) -> Option<NodeIdentity> {
        Some(NodeIdentity::tagged(ptr::from_ref(self.instance()).addr(), self.index()))
    }
}

impl<'a> Object<'a, InstanceJson> for NodeRef<'a> {
    type Node = NodeRef<'a>;
    type MemberName = &'a str;
    type MembersIter = Members<'a>;

    #[inline]
    fn len(&self) -> usize {
        NodeRef::len(*self)
    }

    #[inline]
    fn get(&self, key: &PreparedName) -> Option<NodeRef<'a>> {
        key.find_in(*self)
    }

    #[inline]
    fn members(&self) -> Members<'a> {
        NodeRef::members(*self)
    }
}

impl<'a> Array<'a, InstanceJson> for NodeRef<'a> {
    type Node = NodeRef<'a>;
    type ElementsIter = Elements<'a>;

    #[inline]
    fn len(&self) -> usize {
        NodeRef::len(*self)
    }

    #[inline]
    fn elements(&self) -> Elements<'a> {
        NodeRef::elements(*self)
    }

    #[inline]
    fn is_unique(&self) -> bool {
        equal::is_unique(*self)
    }
}
