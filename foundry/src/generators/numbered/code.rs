//! Numbers as codes: the digits that tell texts apart, identifiers, and encoded bytes.

use super::{Layer, Spread, Window, take};
use crate::generators::digits::{fill_hex, push_ascii};
use crate::generators::pattern::MOST_TEXTS;

/// Digits and letters of one case: no two codes differ in case alone.
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// A code of so many digits tells more texts apart than there are rows.
pub(super) const WIDEST: u64 = 16;

/// The shortest code where there is room: one of less says little.
const USUAL: u64 = 3;

/// A counter has so many digits where there is room, so that texts are in the order of their numbers.
pub(super) const COUNTER_DIGITS: u64 = 6;

/// A counter of so many digits counts every row, and every element of a list in it.
const LONGEST_COUNTER: u32 = 24;

/// The alphabet of RFC 4648, section 4.
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The digits of the largest number that has a code, and of a zero in front.
pub(super) const MOST_DIGITS: usize = 40;

/// How a code is written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Code {
    /// Exactly so many digits and letters.
    Exactly(u64),
    /// A counter of at least so many digits.
    Counter(u64),
}

impl Code {
    /// The codes that fit `room` characters, each with how many there are of it.
    pub(super) fn all(spread: Spread, room: u64) -> Vec<(Self, u128)> {
        if room == 0 {
            return Vec::new();
        }
        match spread {
            Spread::Mixed => {
                let widest = room.min(WIDEST);
                let least = if widest > USUAL { USUAL } else { 1 };
                (least..=widest).map(|width| (Self::Exactly(width), power(36, width))).collect()
            }
            Spread::Ascending => {
                let most = u32::try_from(room).unwrap_or(u32::MAX).min(LONGEST_COUNTER);
                let count = 10_u128.pow(most).min(MOST_TEXTS);
                vec![(Self::Counter(room.min(COUNTER_DIGITS)), count)]
            }
        }
    }

    /// The most characters of a code that is at least this long.
    pub(super) fn width(self) -> u64 {
        match self {
            Self::Exactly(width) | Self::Counter(width) => width,
        }
    }

    /// The code number `number`, which is written to the end of `slot`; it has at least `least` digits where
    /// it is a counter.
    pub(super) fn write(self, number: u128, least: u64, slot: &mut [u8; MOST_DIGITS]) -> &str {
        let (base, width) = match self {
            Self::Exactly(width) => (36, width),
            Self::Counter(width) => {
                (10, width.max(least).max(u64::from(number.checked_ilog10().unwrap_or(0)) + 1))
            }
        };
        let width = usize::try_from(width).unwrap_or(MOST_DIGITS).min(MOST_DIGITS);
        let (mut number, digits) = (number, &mut slot[MOST_DIGITS - width..]);
        for digit in digits.iter_mut().rev() {
            *digit = DIGITS[usize::try_from(take(&mut number, base)).unwrap_or_default()];
        }
        str::from_utf8(digits).unwrap_or_default()
    }
}

fn power(base: u128, exponent: u64) -> u128 {
    base.saturating_pow(u32::try_from(exponent).unwrap_or(u32::MAX)).min(MOST_TEXTS)
}

/// All identifiers of version 4: 122 bits.
#[expect(clippy::cast_possible_truncation, reason = "the upper digits are cut off")]
pub(super) fn uuids(window: Window) -> Vec<Layer> {
    if !window.holds(36, 36) {
        return Vec::new();
    }
    vec![Layer::new(1 << 122, |number, _, out| {
        // 48 bits, the version, 12 bits, the variant, 62 bits.
        let bits = ((number >> 74) << 80)
            | (4 << 76)
            | (((number >> 62) & 0xfff) << 64)
            | (0b10 << 62)
            | (number & ((1 << 62) - 1));
        let mut text = *b"00000000-0000-0000-0000-000000000000";
        for (low, digits) in [(96, 0..8), (80, 9..13), (64, 14..18), (48, 19..23), (0, 24..36)] {
            fill_hex((bits >> low) as u64, &mut text[digits]);
        }
        push_ascii(&text, out);
    })]
}

/// Groups of three bytes, without padding. Where there must be more than four of them, the others
/// stand in front and tell nothing.
pub(super) fn base64(window: Window) -> Vec<Layer> {
    let least = window.min.div_ceil(4).max(1);
    let most = window.longest(least.max(4) * 4) / 4;
    let layer = |groups: u64, before: u64| {
        Layer::new(power(64, groups * 4), move |number, stream, out| {
            for _ in 0..before * 4 {
                out.push(char::from(BASE64[stream.index(64)]));
            }
            let mut number = number;
            let mut digits = [b'A'; 16];
            let digits = &mut digits[..usize::try_from(groups * 4).unwrap_or_default().min(16)];
            for digit in digits.iter_mut().rev() {
                *digit = BASE64[usize::try_from(take(&mut number, 64)).unwrap_or_default()];
            }
            push_ascii(digits, out);
        })
    };
    if least > most {
        return Vec::new();
    }
    if least > 4 {
        return vec![layer(4, least - 4)];
    }
    (least..=most.min(4)).map(|groups| layer(groups, 0)).collect()
}
