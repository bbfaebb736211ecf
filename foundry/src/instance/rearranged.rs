//! Equality up to the order of elements: what serde makes of a set is the set that was drawn, in
//! another order.

use super::equal::{PAIRWISE_ELEMENTS, is_same_scalar};
use super::slot::Slot;
use super::{Instance, NodeRef};

impl NodeRef<'_> {
    /// Whether both are the same JSON value once the elements of every array may be rearranged. Long
    /// arrays in another order count as different.
    pub(crate) fn same_but_order(self, other: NodeRef<'_>) -> bool {
        let pair = Pair { left: self.instance(), right: other.instance() };
        pair.is_alike(self.index(), other.index())
    }
}

/// Two buffers whose values are compared, by the indices of their nodes.
#[derive(Clone, Copy)]
struct Pair<'a> {
    left: &'a Instance,
    right: &'a Instance,
}

impl Pair<'_> {
    fn is_alike(self, at: u32, other: u32) -> bool {
        match (self.left.slot(at), self.right.slot(other)) {
            (Slot::Object { len, .. }, Slot::Object { len: other_len, .. }) => {
                len == other_len && self.has_alike_members(at, other, len)
            }
            (Slot::Array { len, .. }, Slot::Array { len: other_len, .. }) => {
                len == other_len
                    && (self.has_alike_elements(at, other, len)
                        || self.has_partners(at, other, len))
            }
            (left, right) => is_same_scalar(
                NodeRef::new(self.left, at),
                left,
                NodeRef::new(self.right, other),
                right,
            ),
        }
    }

    fn has_alike_members(self, object: u32, other: u32, len: u32) -> bool {
        let (mut at, mut there) = (object + 1, other + 1);
        for _ in 0..len {
            // The same names mostly stand at the same places.
            let found = if self.is_same_name(at, there) {
                Some(there + 1)
            } else {
                self.find_name(at, other)
            };
            if !found.is_some_and(|found| self.is_alike(at + 1, found)) {
                return false;
            }
            (at, there) = (self.left.after(at + 1), self.right.after(there + 1));
        }
        true
    }

    fn is_same_name(self, at: u32, other: u32) -> bool {
        match (self.left.slot(at), self.right.slot(other)) {
            (
                Slot::Name { start, len, mark, .. },
                Slot::Name { start: other, len: other_len, mark: other_mark, .. },
            ) => {
                mark == other_mark
                    && len == other_len
                    && self.left.text_at(start, len) == self.right.text_at(other, len)
            }
            _ => false,
        }
    }

    /// The value that `object` has under the name at `at`.
    fn find_name(self, at: u32, object: u32) -> Option<u32> {
        let Slot::Name { start, len, mark, .. } = self.left.slot(at) else { return None };
        let name = self.left.text_at(start, len);
        NodeRef::new(self.right, object).find(name, mark).map(NodeRef::index)
    }

    fn has_alike_elements(self, array: u32, other: u32, len: u32) -> bool {
        let (mut at, mut there) = (array + 1, other + 1);
        (0..len).all(|_| {
            let is_alike = self.is_alike(at, there);
            (at, there) = (self.left.after(at), self.right.after(there));
            is_alike
        })
    }

    /// Whether each element has a partner of its own; arrays that are too long to be compared
    /// pairwise have none.
    fn has_partners(self, array: u32, other: u32, len: u32) -> bool {
        if len as usize > PAIRWISE_ELEMENTS {
            return false;
        }
        let mut taken = [false; PAIRWISE_ELEMENTS];
        let mut at = array + 1;
        (0..len).all(|_| {
            let mut there = other + 1;
            let partner = taken.iter_mut().take(len as usize).find(|is_taken| {
                let is_partner = !**is_taken && self.is_alike(at, there);
                there = self.right.after(there);
                is_partner
            });
            at = self.left.after(at);
            partner.map(|is_taken| *is_taken = true).is_some()
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn is_rearranged(left: &Value, right: &Value) -> bool {
        let (mut one, mut other) = (Instance::new(), Instance::new());
        one.value(left);
        other.value(right);
        one.root().same_but_order(other.root())
    }

    #[test]
    fn elements_stand_in_any_order_at_any_depth() {
        let left = json!({ "a": [1, [2, 3], { "b": ["x", "y"], "c": null }], "d": 1.5 });
        let right = json!({ "d": 1.5, "a": [{ "c": null, "b": ["y", "x"] }, 1, [3, 2]] });
        assert!(is_rearranged(&left, &left));
        assert!(is_rearranged(&left, &right));
        assert!(is_rearranged(&right, &left));
    }

    #[test]
    fn each_element_has_a_partner_of_its_own() {
        for (left, right) in [
            (json!([1, 1, 2]), json!([1, 2, 2])),
            (json!([1]), json!([1, 1])),
            (json!([[1, 2], [3]]), json!([[1], [2, 3]])),
            (json!({ "a": 1 }), json!({ "b": 1 })),
            (json!({ "a": 1 }), json!({ "a": 1, "b": 1 })),
            (json!("1"), json!(1)),
            (json!([]), json!({})),
        ] {
            assert!(!is_rearranged(&left, &right), "{left} {right}");
            assert!(!is_rearranged(&right, &left), "{right} {left}");
        }
    }

    #[test]
    fn a_long_array_is_alike_in_its_own_order_only() {
        let long: Vec<usize> = (0..=PAIRWISE_ELEMENTS).collect();
        let mut turned = long.clone();
        turned.reverse();
        assert!(is_rearranged(&json!(long), &json!(long)));
        assert!(!is_rearranged(&json!(long), &json!(turned)));
    }
}
