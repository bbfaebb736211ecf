//! Reading: a place inside an instance.

use std::fmt;

use serde_json::{Map, Number, Value};

use super::slot::{Slot, mark_name};
use super::{Elements, Instance, Members, PreparedName};

/// A place inside an [`Instance`]: a value and all that is below it.
///
/// # Examples
///
/// ```
/// let mut row = foundry::Instance::new();
/// row.value(&serde_json::json!({"name": "Ada", "tags": [1, 2]}));
/// let user = row.root();
/// assert_eq!(user.get("name").and_then(|name| name.as_str()), Some("Ada"));
/// assert_eq!(user.pointer("/tags/1").and_then(|tag| tag.as_u64()), Some(2));
/// ```
#[derive(Clone, Copy)]
pub struct NodeRef<'a> {
    instance: &'a Instance,
    index: u32,
}

/// What a value is, and for a number also how it is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// An integer of `0..=u64::MAX`.
    Unsigned,
    /// A negative integer, down to `i64::MIN`.
    Signed,
    /// A number that was written as a float, `1.0` too.
    Float,
    /// A text.
    Text,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl<'a> NodeRef<'a> {
    /// What the value is.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::instance::Kind;
    ///
    /// let mut row = foundry::Instance::new();
    /// row.float(1.0);
    /// assert_eq!(row.root().kind(), Kind::Float);
    /// ```
    pub fn kind(self) -> Kind {
        match self.slot() {
            Slot::Null => Kind::Null,
            Slot::Boolean(_) => Kind::Boolean,
            Slot::Unsigned(_) => Kind::Unsigned,
            Slot::Signed(_) => Kind::Signed,
            Slot::Float(_) => Kind::Float,
            Slot::Text { .. } | Slot::Name { .. } => Kind::Text,
            Slot::Array { .. } => Kind::Array,
            Slot::Object { .. } => Kind::Object,
        }
    }

    /// Whether the value is `null`.
    #[inline]
    pub fn is_null(self) -> bool {
        matches!(self.slot(), Slot::Null)
    }

    /// The boolean, if the value is one.
    #[inline]
    pub fn as_bool(self) -> Option<bool> {
        if let Slot::Boolean(value) = self.slot() { Some(value) } else { None }
    }

    /// The integer, if the value is one of `0..=u64::MAX`.
    #[inline]
    pub fn as_u64(self) -> Option<u64> {
        if let Slot::Unsigned(value) = self.slot() { Some(value) } else { None }
    }

    /// The integer, if the value is one of `i64::MIN..=i64::MAX`.
    #[inline]
    pub fn as_i64(self) -> Option<i64> {
        match self.slot() {
            Slot::Unsigned(value) => i64::try_from(value).ok(),
            Slot::Signed(value) => Some(value),
            _ => None,
        }
    }

    /// The number, rounded to a float where it is a large integer.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.unsigned(7);
    /// assert_eq!(row.root().as_f64(), Some(7.0));
    /// ```
    #[inline]
    #[expect(clippy::cast_precision_loss, reason = "the documentation says so")]
    pub fn as_f64(self) -> Option<f64> {
        match self.slot() {
            Slot::Unsigned(value) => Some(value as f64),
            Slot::Signed(value) => Some(value as f64),
            Slot::Float(value) => Some(value),
            _ => None,
        }
    }

    /// The text, if the value is one.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.text("Ada");
    /// assert_eq!(row.root().as_str(), Some("Ada"));
    /// ```
    #[inline]
    pub fn as_str(self) -> Option<&'a str> {
        match self.slot() {
            Slot::Text { start, len, .. } | Slot::Name { start, len, .. } => {
                Some(self.instance.text_at(start, len))
            }
            _ => None,
        }
    }

    /// How many elements or members there are; 0 for a value that has none.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.value(&serde_json::json!([1, 2]));
    /// assert_eq!(row.root().len(), 2);
    /// ```
    #[inline]
    pub fn len(self) -> usize {
        match self.slot() {
            Slot::Array { len, .. } | Slot::Object { len, .. } => len as usize,
            _ => 0,
        }
    }

    /// Whether there are neither elements nor members.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The elements of an array, in order; none for any other value.
    #[inline]
    pub fn elements(self) -> Elements<'a> {
        match self.slot() {
            Slot::Array { len, end } => Elements::new(self.instance, self.index + 1, end, len),
            _ => Elements::new(self.instance, 0, 0, 0),
        }
    }

    /// The members of an object with their names, in order; none for any other value.
    #[inline]
    pub fn members(self) -> Members<'a> {
        match self.slot() {
            Slot::Object { len, end } => Members::new(self.instance, self.index + 1, end, len),
            _ => Members::new(self.instance, 0, 0, 0),
        }
    }

    /// The value of the member `name`, if the value is an object that has it.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.value(&serde_json::json!({"age": 36}));
    /// assert_eq!(row.root().get("age").and_then(|age| age.as_u64()), Some(36));
    /// assert!(row.root().get("name").is_none());
    /// ```
    #[inline]
    pub fn get(self, name: &str) -> Option<NodeRef<'a>> {
        self.find(name, mark_name(name))
    }

    /// The value that a JSON Pointer (RFC 6901) leads to from here.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.value(&serde_json::json!({"a/b": [10, {"~": 20}]}));
    /// let at = |pointer| row.root().pointer(pointer).map(|node| node.to_json());
    /// assert_eq!(at("/a~1b/1/~0").as_deref(), Some("20"));
    /// assert_eq!(at("/a~1b/01"), None);
    /// assert_eq!(at("").as_deref(), Some(r#"{"a/b":[10,{"~":20}]}"#));
    /// ```
    pub fn pointer(self, pointer: &str) -> Option<NodeRef<'a>> {
        if pointer.is_empty() {
            return Some(self);
        }
        let mut steps = pointer.strip_prefix('/')?.split('/');
        steps.try_fold(self, |node, step| match node.slot() {
            Slot::Array { .. } => node.elements().nth(element_position(step)?),
            Slot::Object { .. } if step.contains('~') => {
                node.get(&step.replace("~1", "/").replace("~0", "~"))
            }
            Slot::Object { .. } => node.get(step),
            _ => None,
        })
    }

    /// The value as a `serde_json` value.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.text("Ada");
    /// assert_eq!(row.root().to_value(), serde_json::json!("Ada"));
    /// ```
    pub fn to_value(self) -> Value {
        match self.slot() {
            Slot::Null => Value::Null,
            Slot::Boolean(value) => Value::Bool(value),
            Slot::Unsigned(value) => Value::Number(Number::from(value)),
            Slot::Signed(value) => Value::Number(Number::from(value)),
            Slot::Float(value) => Number::from_f64(value).map_or(Value::Null, Value::Number),
            Slot::Text { start, len, .. } | Slot::Name { start, len, .. } => {
                Value::String(self.instance.text_at(start, len).to_owned())
            }
            Slot::Array { .. } => Value::Array(self.elements().map(Self::to_value).collect()),
            Slot::Object { .. } => {
                let mut members = Map::with_capacity(self.len());
                for (name, value) in self.members() {
                    members.insert(name.to_owned(), value.to_value());
                }
                Value::Object(members)
            }
        }
    }

    /// Whether both are the same JSON value: members in any order, and `1` is `1.0`.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::Instance;
    /// use serde_json::json;
    ///
    /// let (mut left, mut right) = (Instance::new(), Instance::new());
    /// left.value(&json!({"a": 1, "b": [2]}));
    /// right.value(&json!({"b": [2.0], "a": 1}));
    /// assert!(left.root().same_as(right.root()));
    /// ```
    #[inline]
    pub fn same_as(self, other: NodeRef<'_>) -> bool {
        super::equal::is_same(self, other)
    }

    /// A hash that is the same for the same JSON value.
    pub(crate) fn hash_as_json(self) -> u64 {
        super::equal::hash_value(self)
    }

    #[inline]
    pub(super) fn new(instance: &'a Instance, index: u32) -> Self {
        Self { instance, index }
    }

    #[inline]
    pub(super) fn instance(self) -> &'a Instance {
        self.instance
    }

    #[inline]
    pub(crate) fn index(self) -> u32 {
        self.index
    }

    #[inline]
    pub(super) fn slot(self) -> Slot {
        self.instance.slot(self.index)
    }

    /// The node and all that is below it; `None` while it is being written.
    #[inline]
    pub(super) fn slots(self) -> Option<&'a [Slot]> {
        let after = self.instance.after(self.index);
        self.instance.nodes.get(self.index as usize..after as usize)
    }

    /// The value of the member `name`, whose mark is known.
    #[inline]
    pub(super) fn find(self, name: &str, mark: u32) -> Option<NodeRef<'a>> {
        let Slot::Object { end, .. } = self.slot() else { return None };
        let instance = self.instance;
        let mut index = self.index + 1;
        while index < end {
            let Some(&Slot::Name { start, len, mark: other, .. }) =
                instance.nodes.get(index as usize)
            else {
                return None;
            };
            if other == mark && instance.is_text(start, len, name) {
                return Some(Self::new(instance, index + 1));
            }
            index = instance.after(index + 1);
        }
        None
    }

    /// Whether it is an object with members of all these names, one behind the other, and others between them.
    pub(crate) fn has_in_order(self, names: &[PreparedName]) -> bool {
        let Slot::Object { end, .. } = self.slot() else { return false };
        let (first, instance) = (self.index + 1, self.instance);
        let Some(nodes) = instance.nodes.get(first as usize..end as usize) else { return false };
        let mut rest = nodes;
        names.iter().all(|wanted| {
            while let [Slot::Name { start, len, mark, .. }, value, behind @ ..] = rest {
                rest = match value {
                    Slot::Array { end, .. } | Slot::Object { end, .. } => {
                        nodes.get((end - first) as usize..).unwrap_or_default()
                    }
                    _ => behind,
                };
                if *mark == wanted.mark && instance.is_text(*start, *len, wanted.as_str()) {
                    return true;
                }
            }
            false
        })
    }
}

/// The value as compact JSON.
impl fmt::Display for NodeRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_json())
    }
}

impl fmt::Debug for NodeRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The position that a step of a pointer names: digits without a leading zero.
fn element_position(step: &str) -> Option<usize> {
    let is_plain = step == "0" || step.starts_with(|first: char| matches!(first, '1'..='9'));
    step.parse().ok().filter(|_| is_plain)
}
