//! Equality of JSON values as JSON Schema means it: members in any order, numbers by their value.

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
        (Slot::Array { len, .. }, Slot::Array { len: other, .. }) => {
            len == other
                && left.elements().zip(right.elements()).all(|(left, right)| is_same(left, right))
        }
        (Slot::Object { len, .. }, Slot::Object { len: other, .. }) => {
            len == other && has_same_members(left, right)
        }
        (Slot::Null, Slot::Null) => true,
        (Slot::Boolean(left), Slot::Boolean(right)) => left == right,
        (Slot::Text { len, .. }, Slot::Text { len: other, .. }) => {
            len == other && left.as_str() == right.as_str()
        }
        (left, right) => is_same_number(left, right),
    }
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
    let mut hashed: Vec<(u64, NodeRef<'_>)> =
        array.elements().map(|element| (hash_value(element), element)).collect();
    hashed.sort_unstable_by_key(|(hash, _)| *hash);
    hashed.chunk_by(|left, right| left.0 == right.0).all(|alike| {
        let mut alike = alike.iter();
        while let Some((_, element)) = alike.next() {
            if alike.clone().any(|(_, later)| is_same(*element, *later)) {
                return false;
            }
        }
        true
    })
}

/// Both have as many members, and names are distinct.
fn has_same_members(left: NodeRef<'_>, right: NodeRef<'_>) -> bool {
    let (mut left_members, mut right_members) = (left.members(), right.members());
    for ((name, value), (other_name, other)) in left_members.by_ref().zip(right_members.by_ref()) {
        if name != other_name {
            return has_same_members_in_any_order(left, right);
        }
        if !is_same(value, other) {
            return false;
        }
    }
    true
}

fn has_same_members_in_any_order(left: NodeRef<'_>, right: NodeRef<'_>) -> bool {
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
fn hash_value(node: NodeRef<'_>) -> u64 {
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
