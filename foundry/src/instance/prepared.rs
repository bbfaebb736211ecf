//! Names of members that are written and looked up in every row.

use super::NodeRef;
use super::scan::scan_text;
use super::slot::{mark_name, name_bit};

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
