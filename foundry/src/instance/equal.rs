//! Equality of JSON values as JSON Schema means it: members in any order, numbers by their value.

use std::cell::RefCell;
use std::cmp::Ordering;

use serde_json::{Number, Value};

use super::NodeRef;
use super::slot::Slot;

/// Up to so many elements are compared pairwise; more are sorted by a hash first.
const PAIRWISE_ELEMENTS: usize = 12;

/// Up to so many members of an object are looked up one by one; more are sorted first. Without
/// it, two objects of n members in different orders would cost n² comparisons.
const SCANNED_MEMBERS: usize = 32;

pub(super) fn is_same(left: NodeRef<'_>, right: NodeRef<'_>) -> bool {
    match (left.slot(), right.slot()) {
        (Slot::Array { .. }, Slot::Array { .. }) | (Slot::Object { .. }, Slot::Object { .. }) => {
            is_same_in_order(left, right).unwrap_or_else(|| is_same_in_any_order(left, right))
        }
        (left_slot, right_slot) => is_same_scalar(left, left_slot, right, right_slot),
    }
}

/// Looks at both flat buffers in step, which decides as long as names are in the same order:
/// `None` where they are not.
fn is_same_in_order(left: NodeRef<'_>, right: NodeRef<'_>) -> Option<bool> {
    let (left_slots, right_slots) = (left.slots()?, right.slots()?);
    if left_slots.len() != right_slots.len() {
        return Some(false);
    }
    for (&left_slot, &right_slot) in left_slots.iter().zip(right_slots) {
        let same = match (left_slot, right_slot) {
            (Slot::Array { len, .. }, Slot::Array { len: other, .. })
            | (Slot::Object { len, .. }, Slot::Object { len: other, .. }) => len == other,
            (
                Slot::Name { start, len, mark, .. },
                Slot::Name { start: other, len: other_len, mark: other_mark, .. },
            ) => {
                let is_alike = mark == other_mark && len == other_len;
                if !is_alike
                    || left.instance().text_at(start, len) != right.instance().text_at(other, len)
                {
                    return None;
                }
                true
            }
            _ => is_same_scalar(left, left_slot, right, right_slot),
        };
        if !same {
            return Some(false);
        }
    }
    Some(true)
}

/// Of two nodes that are not containers of one kind.
#[inline]
fn is_same_scalar(
    left: NodeRef<'_>,
    left_slot: Slot,
    right: NodeRef<'_>,
    right_slot: Slot,
) -> bool {
    match (left_slot, right_slot) {
        (Slot::Null, Slot::Null) => true,
        (Slot::Boolean(left), Slot::Boolean(right)) => left == right,
        (Slot::Text { start, len, .. }, Slot::Text { start: other, len: other_len, .. }) => {
            len == other_len
                && left.instance().text_at(start, len) == right.instance().text_at(other, len)
        }
        (left, right) => is_same_number(left, right),
    }
}

/// Containers of one kind.
fn is_same_in_any_order(left: NodeRef<'_>, right: NodeRef<'_>) -> bool {
    left.len() == right.len()
        && left.elements().zip(right.elements()).all(|(left, right)| is_same(left, right))
        && has_same_members(left, right)
}

/// Whether the node is the same JSON value as `value`.
pub(super) fn is_same_value(node: NodeRef<'_>, value: &Value) -> bool {
    match (node.slot(), value) {
        (Slot::Null, Value::Null) => true,
        (Slot::Boolean(left), Value::Bool(right)) => left == *right,
        (Slot::Text { .. }, Value::String(text)) => node.as_str() == Some(text),
        (Slot::Array { .. }, Value::Array(elements)) => {
            node.len() == elements.len()
                && node.elements().zip(elements).all(|(node, value)| is_same_value(node, value))
        }
        (Slot::Object { .. }, Value::Object(members)) => {
            node.len() == members.len()
                && node.members().all(|(name, node)| {
                    members.get(name).is_some_and(|value| is_same_value(node, value))
                })
        }
        (left, Value::Number(right)) => {
            slot_of(right).is_some_and(|right| is_same_number(left, right))
        }
        _ => false,
    }
}

/// Whether no two elements of an array are the same JSON value.
pub(super) fn is_unique(array: NodeRef<'_>) -> bool {
    if array.len() <= PAIRWISE_ELEMENTS {
        let mut elements = array.elements();
        while let Some(element) = elements.next() {
            if elements.clone().any(|later| is_same(element, later)) {
                return false;
            }
        }
        return true;
    }
    // The judge asks, and hands no buffer over.
    let mut hashed = HASHED.try_with(RefCell::take).unwrap_or_default();
    hashed.clear();
    hashed.extend(array.elements().map(|element| (hash_value(element), element.index())));
    hashed.sort_unstable();
    let element = |index: u32| NodeRef::new(array.instance(), index);
    let is_unique = hashed.chunk_by(|left, right| left.0 == right.0).all(|alike| {
        let mut alike = alike.iter();
        while let Some((_, one)) = alike.next() {
            if alike.clone().any(|(_, later)| is_same(element(*one), element(*later))) {
                return false;
            }
        }
        true
    });
    if hashed.capacity() <= MOST_KEPT {
        let _thread_ends = HASHED.try_with(|kept| kept.replace(hashed));
    }
    is_unique
}

thread_local! {
    static HASHED: RefCell<Vec<(u64, u32)>> = const { RefCell::new(Vec::new()) };
}

/// A thread keeps a buffer for as many hashes: one huge list should not cost its memory for ever.
const MOST_KEPT: usize = 1 << 12;

/// Both have as many members, and names are distinct.
fn has_same_members(left: NodeRef<'_>, right: NodeRef<'_>) -> bool {
    if left.len() <= SCANNED_MEMBERS {
        return left
            .members()
            .all(|(name, value)| right.get(name).is_some_and(|other| is_same(value, other)));
    }
    let (left, right) = (sort_members(left), sort_members(right));
    left.iter()
        .zip(&right)
        .all(|((name, value), (other_name, other))| name == other_name && is_same(*value, *other))
}

fn sort_members(object: NodeRef<'_>) -> Vec<(&str, NodeRef<'_>)> {
    let mut members: Vec<_> = object.members().collect();
    members.sort_unstable_by_key(|(name, _)| *name);
    members
}

/// Exact, also where a 64-bit integer meets a float that cannot hold it.
#[inline]
pub(super) fn is_same_number(left: Slot, right: Slot) -> bool {
    match (left, right) {
        (Slot::Unsigned(left), Slot::Unsigned(right)) => left == right,
        (Slot::Signed(left), Slot::Signed(right)) => left == right,
        (Slot::Float(left), Slot::Float(right)) => {
            left.partial_cmp(&right) == Some(Ordering::Equal)
        }
        (Slot::Float(float), integer @ (Slot::Unsigned(_) | Slot::Signed(_)))
        | (integer @ (Slot::Unsigned(_) | Slot::Signed(_)), Slot::Float(float)) => {
            match (integer_of(float), integer) {
                (Some(Slot::Unsigned(left)), Slot::Unsigned(right)) => left == right,
                (Some(Slot::Signed(left)), Slot::Signed(right)) => left == right,
                _ => false,
            }
        }
        _ => false,
    }
}

/// The integer of 64 bits that a float is, if it is one.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "whole and in range, so the cast is exact")]
#[expect(clippy::cast_sign_loss, reason = "the sign is looked at first")]
fn integer_of(float: f64) -> Option<Slot> {
    const TWO_TO_63: f64 = 9_223_372_036_854_775_808.0;
    const TWO_TO_64: f64 = 18_446_744_073_709_551_616.0;
    if float.fract() != 0.0 {
        None
    } else if (0.0..TWO_TO_64).contains(&float) {
        Some(Slot::Unsigned(float as u64))
    } else if (-TWO_TO_63..0.0).contains(&float) {
        Some(Slot::Signed(float as i64))
    } else {
        None
    }
}

fn slot_of(number: &Number) -> Option<Slot> {
    let unsigned = number.as_u64().map(Slot::Unsigned);
    let integer = || number.as_i64().map(Slot::Signed);
    unsigned.or_else(integer).or_else(|| number.as_f64().map(Slot::Float))
}

/// A hash that is the same for the same JSON value.
pub(super) fn hash_value(node: NodeRef<'_>) -> u64 {
    match node.slot() {
        Slot::Null => 1,
        Slot::Boolean(value) => 2 + u64::from(value),
        Slot::Unsigned(value) => mix(4, value),
        Slot::Signed(value) => mix(5, value.cast_unsigned()),
        Slot::Float(value) => match integer_of(value) {
            Some(Slot::Unsigned(value)) => mix(4, value),
            Some(Slot::Signed(value)) => mix(5, value.cast_unsigned()),
            _ => mix(6, value.to_bits()),
        },
        Slot::Text { .. } | Slot::Name { .. } => hash_text(node.as_str().unwrap_or_default()),
        Slot::Array { .. } => {
            node.elements().fold(7, |hash, element| mix(hash, hash_value(element)))
        }
        // A sum, so that the order of members does not count.
        Slot::Object { .. } => node.members().fold(8, |hash: u64, (name, value)| {
            hash.wrapping_add(mix(hash_text(name), hash_value(value)))
        }),
    }
}

fn hash_text(text: &str) -> u64 {
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let hash = words.iter().fold(9, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    let rest = rest.iter().fold(0, |word, &byte| (word << 8) | u64::from(byte));
    mix(hash, rest ^ ((text.len() as u64) << 56))
}

#[inline]
fn mix(hash: u64, word: u64) -> u64 {
    let mixed = (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 32)
}
