//! Objects that a `Serialize` writes with two members of one name, as `#[serde(flatten)]` can.

use std::collections::BTreeMap;

use crate::instance::level::Next;
use crate::instance::push::SCANNED_NAMES;
use crate::instance::slot::Slot;
use crate::instance::{Checkpoint, Instance, NodeRef, Open};

impl Instance {
    /// Closes an object of which the writer knows whether a name was repeated; in a large one,
    /// where nobody looked, the names are looked over now.
    #[inline]
    pub(super) fn close_recorded(&mut self, object: Open, repeated: bool) {
        if repeated || (self.level.values > SCANNED_NAMES && self.repeats_a_name(object.index)) {
            self.keep_last_members(&object);
        }
        self.close_object(object);
    }

    /// Takes back the name that waits for its value, if there is one.
    #[inline]
    pub(super) fn take_back_name(&mut self) {
        if self.level.next != Next::Member || self.fault.is_some() {
            return;
        }
        if let Some(Slot::Name { start, .. }) = self.nodes.pop() {
            self.text.truncate(start as usize);
        }
        self.level.next = Next::Name;
    }

    /// The name that stands right before `value`.
    #[cold]
    pub(super) fn name_before(&self, value: &Checkpoint) -> &str {
        let index = value.nodes.wrapping_sub(1);
        NodeRef::new(self, index).as_str().unwrap_or_default()
    }

    /// The last value of a name stays, at the place of the first: what a `serde_json::Map` does.
    #[cold]
    fn keep_last_members(&mut self, object: &Open) {
        if self.fault.is_some() {
            return;
        }
        let mut kept = Instance::new();
        let all = kept.open_object();
        let mut last: BTreeMap<&str, NodeRef<'_>> = self.opened(object).members().collect();
        for (name, _) in self.opened(object).members() {
            if let Some(value) = last.remove(name) {
                kept.key(name);
                kept.copy(value);
            }
        }
        kept.close_object(all);

        self.nodes.truncate(object.index as usize + 1);
        self.level.values = 0;
        self.level.names = 0;
        for (name, value) in kept.root().members() {
            self.key(name);
            self.copy(value);
        }
    }
}
