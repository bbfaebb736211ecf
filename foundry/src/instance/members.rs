//! Walking over elements and members.

use std::iter::FusedIterator;

use super::slot::Slot;
use super::{Instance, NodeRef};

/// The elements of an array; made by [`NodeRef::elements`].
///
/// # Examples
///
/// ```
/// let mut row = foundry::Instance::new();
/// row.value(&serde_json::json!([1, 2]));
/// let sum: u64 = row.root().elements().filter_map(|element| element.as_u64()).sum();
/// assert_eq!(sum, 3);
/// ```
#[derive(Debug, Clone)]
pub struct Elements<'a>(Walk<'a>);

/// The members of an object with their names; made by [`NodeRef::members`].
///
/// # Examples
///
/// ```
/// let mut row = foundry::Instance::new();
/// row.value(&serde_json::json!({"b": 1, "a": 2}));
/// let names: Vec<&str> = row.root().members().map(|(name, _)| name).collect();
/// assert_eq!(names, ["b", "a"]);
/// ```
#[derive(Debug, Clone)]
pub struct Members<'a>(Walk<'a>);

#[derive(Debug, Clone)]
struct Walk<'a> {
    instance: &'a Instance,
    next: u32,
    end: u32,
    /// How many are left; an open container, whose length is not known yet, walks past zero.
    left: u32,
}

impl Walk<'_> {
    #[inline]
    fn step(&mut self, value: u32) {
        self.next = self.instance.after(value);
        self.left = self.left.saturating_sub(1);
    }
}

impl<'a> Elements<'a> {
    #[inline]
    pub(super) fn new(instance: &'a Instance, next: u32, end: u32, left: u32) -> Self {
        Self(Walk { instance, next, end, left })
    }

    /// How many elements of a closed array are left.
    #[inline]
    pub(super) fn left(&self) -> usize {
        self.0.left as usize
    }
}

impl<'a> Members<'a> {
    #[inline]
    pub(super) fn new(instance: &'a Instance, next: u32, end: u32, left: u32) -> Self {
        Self(Walk { instance, next, end, left })
    }

    /// How many members of a closed object are left.
    #[inline]
    pub(super) fn left(&self) -> usize {
        self.0.left as usize
    }
}

impl<'a> Iterator for Elements<'a> {
    type Item = NodeRef<'a>;

    #[inline]
    fn next(&mut self) -> Option<NodeRef<'a>> {
        let Walk { instance, next, end, .. } = self.0;
        if next >= end || next as usize >= instance.nodes.len() {
            return None;
        }
        self.0.step(next);
        Some(NodeRef::new(instance, next))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left(), None)
    }
}

impl<'a> Iterator for Members<'a> {
    type Item = (&'a str, NodeRef<'a>);

    #[inline]
    fn next(&mut self) -> Option<(&'a str, NodeRef<'a>)> {
        let Walk { instance, next, end, .. } = self.0;
        if next >= end {
            return None;
        }
        // The value of a member that is being written may not be there yet.
        let (Slot::Name { start, len, .. }, value) = (match instance.nodes.get(next as usize..) {
            Some([name, value, ..]) => (*name, value),
            _ => return None,
        }) else {
            return None;
        };
        self.0.next = match value {
            Slot::Array { end, .. } | Slot::Object { end, .. } => *end,
            _ => next + 2,
        };
        self.0.left = self.0.left.saturating_sub(1);
        Some((instance.text_at(start, len), NodeRef::new(instance, next + 1)))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left(), None)
    }
}

impl FusedIterator for Elements<'_> {}

impl FusedIterator for Members<'_> {}
