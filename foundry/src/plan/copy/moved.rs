//! Schemas that the planning copy moves: where each stands now, and where it stood.

use ahash::AHashMap;
use serde_json::Value;

use crate::parse::keywords::holds_values;
use crate::parse::references::{as_fragment, local_pointer};

/// From one place to another, by pointers; what lies below a place goes with it.
#[derive(Default)]
pub(super) struct Moved(AHashMap<String, String>);

impl Moved {
    pub(super) fn insert(&mut self, from: String, to: String) {
        self.0.insert(from, to);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where the nearest place at or above `pointer` leads to, and what follows below it.
    pub(super) fn nearest<'p>(&self, pointer: &'p str) -> Option<(&str, &'p str)> {
        if self.0.is_empty() {
            return None;
        }
        let mut end = pointer.len();
        loop {
            if let Some(to) = self.0.get(&pointer[..end]) {
                return Some((to, &pointer[end..]));
            }
            end = pointer[..end].rfind('/')?;
        }
    }

    /// Where `pointer` leads to, if it is moved.
    pub(super) fn lead(&self, pointer: &str) -> Option<String> {
        self.nearest(pointer).map(|(to, rest)| format!("{to}{rest}"))
    }

    /// Leads the references below `schema` to where the schemas stand now.
    pub(super) fn redirect(&self, schema: &mut Value) {
        match schema {
            Value::Array(items) => items.iter_mut().for_each(|item| self.redirect(item)),
            Value::Object(map) => {
                for (key, child) in map.iter_mut().filter(|(key, _)| !holds_values(key)) {
                    match child {
                        Value::String(reference) if key == "$ref" => {
                            let target = local_pointer(reference);
                            if let Some(target) = target.and_then(|target| self.lead(&target)) {
                                *reference = format!("#{}", as_fragment(&target));
                            }
                        }
                        child => self.redirect(child),
                    }
                }
            }
            _ => {}
        }
    }
}
