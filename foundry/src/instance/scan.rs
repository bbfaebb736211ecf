//! Looking over text eight bytes at a time: what needs an escape in JSON, what is not ASCII.

const ONES: u64 = u64::MAX / 0xff;
const HIGH_BITS: u64 = ONES * 0x80;

/// What one pass over a text tells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scan {
    /// The length in code points.
    pub(super) chars: usize,
    /// Whether JSON writes the text as it is.
    pub(super) is_plain: bool,
}

#[inline]
pub(super) fn scan_text(text: &str) -> Scan {
    let bytes = text.as_bytes();
    let (mut all, mut escapes) = (0, 0);
    let mut look = |word: u64| {
        all |= word;
        escapes |= mark_escapes(word);
    };
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        look(u64::from_le_bytes(*word));
    }
    if !rest.is_empty() {
        // Looking at some bytes twice is faster than looking at the last ones one by one.
        look(
            bytes.last_chunk().map_or_else(|| short_word(bytes), |last| u64::from_le_bytes(*last)),
        );
    }
    let is_ascii = all & HIGH_BITS == 0;
    let chars = if is_ascii { bytes.len() } else { text.chars().count() };
    Scan { chars, is_plain: escapes == 0 }
}

/// Whether two texts are the same. Names are short: a look at both of their ends is quicker than a call
/// that compares them.
#[inline]
pub(super) fn is_same_text(one: &[u8], other: &[u8]) -> bool {
    fn ends<const N: usize>(text: &[u8]) -> Option<(&[u8; N], &[u8; N])> {
        Some((text.first_chunk()?, text.last_chunk()?))
    }
    if one.len() != other.len() {
        return false;
    }
    if let (Some(left), Some(right)) = (ends::<8>(one), ends::<8>(other)) {
        return left == right && (one.len() <= 16 || one == other);
    }
    if let (Some(left), Some(right)) = (ends::<4>(one), ends::<4>(other)) {
        return left == right;
    }
    one.iter().eq(other)
}

/// Where the first byte stands that [needs](needs_escape) an escape.
#[inline]
pub(super) fn find_escape(bytes: &[u8]) -> Option<usize> {
    let (words, rest) = bytes.as_chunks::<8>();
    for (position, word) in words.iter().enumerate() {
        if mark_escapes(u64::from_le_bytes(*word)) != 0 {
            let inside = word.iter().position(|byte| needs_escape(*byte));
            return inside.map(|inside| position * 8 + inside);
        }
    }
    if rest.is_empty() || mark_escapes(short_word(rest)) == 0 {
        return None;
    }
    let inside = rest.iter().position(|byte| needs_escape(*byte));
    inside.map(|inside| words.len() * 8 + inside)
}

/// RFC 8259, section 7.
#[inline]
fn needs_escape(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// Not zero if one of eight bytes [needs](needs_escape) an escape: a subtraction borrows the
/// highest bit of a byte that is too small. Bytes above the first such byte may be marked
/// wrongly.
#[inline]
fn mark_escapes(word: u64) -> u64 {
    let mark_zeros = |word: u64| word.wrapping_sub(ONES) & !word;
    let controls = word.wrapping_sub(ONES * 0x20) & !word;
    let quotes = mark_zeros(word ^ (ONES * 0x22));
    let backslashes = mark_zeros(word ^ (ONES * 0x5c));
    (controls | quotes | backslashes) & HIGH_BITS
}

/// Fewer than eight bytes, filled up with spaces.
#[inline]
fn short_word(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32;
    }
    bytes.iter().fold(ONES * 0x20, |word, byte| word << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_scan_agrees_with_a_look_at_each_byte(text in "([\\x00-\\x24\\\\a-c\u{7f}é🦀]|[ -~]){0,30}") {
            let scan = scan_text(&text);
            prop_assert_eq!(scan.chars, text.chars().count());
            prop_assert_eq!(scan.is_plain, !text.bytes().any(needs_escape));
            prop_assert!(is_same_text(text.as_bytes(), text.clone().as_bytes()));
            for at in 0..text.len() {
                let mut other = text.clone().into_bytes();
                other[at] ^= 1;
                prop_assert!(!is_same_text(text.as_bytes(), &other));
                prop_assert!(!is_same_text(text.as_bytes(), &other[..at]));
            }
            prop_assert_eq!(find_escape(text.as_bytes()), text.bytes().position(needs_escape));
        }
    }
}
