//! Numbers of a fixed width, without the cost of `write!`, and random digits.

use crate::seed::Stream;

/// Writes the last digits of `number` in decimal over `slot`, zeros in front.
pub(crate) fn fill_decimal(number: u64, slot: &mut [u8]) {
    let mut rest = number;
    for digit in slot.iter_mut().rev() {
        *digit = b"0123456789"[(rest % 10) as usize];
        rest /= 10;
    }
}

/// Writes the last digits of `bits` in lower-case hexadecimal over `slot`, zeros in front.
#[inline]
pub(crate) fn fill_hex(bits: u64, slot: &mut [u8]) {
    let digits = hex_digits(bits);
    let (zeros, last) = slot.split_at_mut(slot.len().saturating_sub(digits.len()));
    zeros.fill(b'0');
    last.copy_from_slice(&digits[digits.len() - last.len()..]);
}

/// The digits of `bits` in lower-case hexadecimal.
#[inline]
pub(crate) fn hex_digits(bits: u64) -> [u8; 16] {
    let mut digits = [0; 16];
    let (high, low) = digits.split_at_mut(8);
    high.copy_from_slice(&eight_hex_digits(bits >> 32));
    low.copy_from_slice(&eight_hex_digits(bits & 0xffff_ffff));
    digits
}

/// The digits of 32 bits: eight at a time, each in a byte of a word.
#[inline]
fn eight_hex_digits(bits: u64) -> [u8; 8] {
    const ONES: u64 = u64::MAX / 0xff;
    let pairs = (bits | bits << 16) & 0x0000_ffff_0000_ffff;
    let bytes = (pairs | pairs << 8) & 0x00ff_00ff_00ff_00ff;
    let halves = (bytes | bytes << 4) & (ONES * 0x0f);
    // Six more than nine carries into the upper half of the byte.
    let letters = ((halves + ONES * 6) >> 4) & ONES;
    let to_letters = u64::from(b'a' - b'9' - 1);
    (halves + ONES * u64::from(b'0') + letters * to_letters).to_be_bytes()
}

/// Appends a text that is ASCII.
#[inline]
pub(crate) fn push_ascii(text: &[u8], out: &mut String) {
    debug_assert!(text.is_ascii(), "{text:?}");
    out.push_str(std::str::from_utf8(text).unwrap_or_default());
}

/// Appends `number` in decimal.
pub(crate) fn push_decimal(number: u64, out: &mut String) {
    let mut slot = [0; 20];
    let digits = number.checked_ilog10().unwrap_or(0) as usize + 1;
    let slot = &mut slot[..digits];
    fill_decimal(number, slot);
    push_ascii(slot, out);
}

/// Appends the last `WIDTH` digits of `number` in decimal, zeros in front.
pub(crate) fn push_padded<const WIDTH: usize>(number: u64, out: &mut String) {
    let mut slot = [0; WIDTH];
    fill_decimal(number, &mut slot);
    push_ascii(&slot, out);
}

/// Appends `count` random decimal digits.
pub(crate) fn draw_digits(stream: &mut Stream, count: u64, out: &mut String) {
    for _ in 0..count {
        draw_digit(stream, 0, out);
    }
}

/// Appends a random decimal digit of at least `lowest`.
pub(crate) fn draw_digit(stream: &mut Stream, lowest: u64, out: &mut String) {
    let digit = lowest + stream.below(10_u64.saturating_sub(lowest));
    out.push(char::from(b"0123456789"[(digit % 10) as usize]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_that_a_format_string_writes() {
        for (number, width) in [(0, 2), (7, 2), (59, 2), (9998, 4), (3, 4), (123_456_789, 9)] {
            let mut slot = vec![b'x'; width];
            fill_decimal(number, &mut slot);
            assert_eq!(slot, format!("{number:0width$}").into_bytes());
            fill_hex(number, &mut slot);
            assert_eq!(slot, format!("{number:0width$x}").into_bytes());
        }
        for bits in [0, u64::MAX, 0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210] {
            assert_eq!(&hex_digits(bits), format!("{bits:016x}").as_bytes());
            let mut slot = [b'x'; 18];
            fill_hex(bits, &mut slot);
            assert_eq!(&slot, format!("{bits:018x}").as_bytes());
        }
    }
}
