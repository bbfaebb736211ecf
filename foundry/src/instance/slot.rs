//! The node of the flat buffer, and the marks by which names are found quickly.

/// One node. A container is followed by its children, an object's member is a [`Slot::Name`]
/// followed by its value.
#[derive(Debug, Clone, Copy)]
pub(super) enum Slot {
    Null,
    Boolean(bool),
    Unsigned(u64),
    /// Negative only.
    Signed(i64),
    /// Finite only.
    Float(f64),
    /// `chars` is the length in code points; `plain`, that JSON needs no escape for it.
    Text {
        plain: bool,
        start: u32,
        len: u32,
        chars: u32,
    },
    /// `plain` as above, but where it is false nobody looked.
    Name {
        plain: bool,
        start: u32,
        len: u32,
        mark: u32,
    },
    /// `end` is the index behind the last node below; [`OPEN_END`] while it is being written.
    Array {
        len: u32,
        end: u32,
    },
    Object {
        len: u32,
        end: u32,
    },
}

const _: () = assert!(size_of::<Slot>() == 16);

/// The end of a container that is not closed: walks over it stop at the end of the buffer.
pub(super) const OPEN_END: u32 = u32::MAX;

/// A hash of the first and last four bytes of `name`. Two names of one length with different
/// marks differ; the same mark says nothing yet.
#[inline]
pub(super) fn mark_name(name: &str) -> u32 {
    let bytes = name.as_bytes();
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u32::from_le_bytes(*first) ^ u32::from_le_bytes(*last).rotate_left(13);
    }
    bytes.iter().fold(0, |mark, &byte| (mark << 8) | u32::from(byte))
}

/// The bit that stands for a name in an object's set of 64 bits.
#[inline]
pub(super) fn name_bit(mark: u32, len: usize) -> u64 {
    // Fibonacci hashing: the upper bits of the product depend on all bits of the mark.
    let spread = (u64::from(mark) ^ (len as u64) << 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    1 << (spread >> 58)
}
