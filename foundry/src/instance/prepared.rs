//! Names and values that are written in every row.

use serde_json::Value;

use super::scan::{Scan, scan_text};
use super::slot::{mark_name, name_bit};
use super::{Instance, NodeRef};

/// The name of a member, prepared for writing it and looking it up many times.
#[derive(Debug, Clone)]
pub struct PreparedName {
    name: Box<str>,
    pub(super) mark: u32,
    /// Its class among the names of an object.
    pub(super) bit: u64,
    pub(super) is_plain: bool,
}

impl PreparedName {
    /// Prepares `name`.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::instance::PreparedName;
    ///
    /// let mut row = foundry::Instance::new();
    /// row.value(&serde_json::json!({"age": 36}));
    /// let age = PreparedName::new("age");
    /// assert_eq!(age.find_in(row.root()).and_then(|age| age.as_u64()), Some(36));
    /// ```
    pub fn new(name: &str) -> Self {
        let mark = mark_name(name);
        let (bit, is_plain) = (name_bit(mark, name.len()), scan_text(name).is_plain);
        Self { name: name.into(), mark, bit, is_plain }
    }

    /// The name itself.
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// The value of the member of this name, if `node` is an object that has it.
    #[inline]
    pub fn find_in<'a>(&self, node: NodeRef<'a>) -> Option<NodeRef<'a>> {
        node.find(&self.name, self.mark)
    }
}

/// A value, prepared for writing it many times.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PreparedValue {
    value: Value,
    /// Of a text, what one look at it tells.
    text: Option<Scan>,
}

impl PreparedValue {
    pub(crate) fn new(value: Value) -> Self {
        Self { text: value.as_str().map(scan_text), value }
    }

    pub(crate) fn get(&self) -> &Value {
        &self.value
    }
}

impl Instance {
    /// Writes a prepared value.
    #[inline]
    pub(crate) fn prepared_value(&mut self, prepared: &PreparedValue) {
        match (&prepared.value, prepared.text) {
            (Value::String(text), Some(scan)) => self.scanned_text(text, scan),
            (value, _) => self.value(value),
        }
    }
}
