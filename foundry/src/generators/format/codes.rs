//! Identifiers and encoded bytes.

use super::Format;
use super::judge::{known, matching};
use super::lengths::Lengths;
use crate::generators::digits::{hex_digits, push_ascii};
use crate::seed::Stream;

/// The alphabet of RFC 4648, section 4.
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The years 2020 to 2029 in milliseconds, for identifiers that hold a time.
const MILLISECONDS: (i128, i128) = (1_577_836_800_000, 1_893_455_999_999);

pub(super) static FORMATS: &[Format] = &[
    Format {
        name: "uuid",
        about: "identifiers of RFC 9562: random ones, and some ordered by time",
        lengths: &[Lengths::exactly(36)],
        typical: |_| 36,
        write: |stream, _, out| write_uuid(stream, out),
        accepts: known!("uuid"),
    },
    Format {
        name: "byte",
        about: "bytes in Base64, with padding",
        lengths: &[Lengths::multiples(4)],
        typical: |stream| 4 * (2 + stream.below(8)),
        write: write_base64,
        accepts: matching!(
            "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$"
        ),
    },
];

pub(super) static WHOLE: &[Format] = &[Format {
    name: "uuid",
    about: "identifiers of RFC 9562",
    lengths: &[Lengths::exactly(36)],
    typical: |_| 36,
    write: |stream, _, out| write_any_uuid(stream, out),
    accepts: known!("uuid"),
}];

/// Appends a UUID, now and then one of a seldom version, the first or the last of all, or in capitals.
fn write_any_uuid(stream: &mut Stream, out: &mut String) {
    let start = out.len();
    match stream.below(40) {
        0 => push_uuid(0, out),
        1 => push_uuid(u128::MAX, out),
        2..8 => {
            let version = 1 + u128::from(stream.below(8));
            let bits = (u128::from(stream.next_u64()) << 64) | u128::from(stream.next_u64());
            push_uuid(with_version(bits, version), out);
        }
        8..11 => {
            write_uuid(stream, out);
            out[start..].make_ascii_uppercase();
        }
        _ => write_uuid(stream, out),
    }
}

/// Appends a UUID as RFC 9562 has it: mostly random (version 4), sometimes ordered by time
/// (version 7).
fn write_uuid(stream: &mut Stream, out: &mut String) {
    let mut bits = (u128::from(stream.next_u64()) << 64) | u128::from(stream.next_u64());
    let mut version = 4;
    if stream.chance(0.2) {
        let time = stream.integer(MILLISECONDS.0, MILLISECONDS.1).unsigned_abs();
        bits = (bits & (u128::MAX >> 48)) | (time << 80);
        version = 7;
    }
    push_uuid(with_version(bits, version), out);
}

fn with_version(bits: u128, version: u128) -> u128 {
    let bits = (bits & !(0xf << 76)) | (version << 76);
    (bits & !(0b11 << 62)) | (0b10 << 62)
}

#[expect(clippy::cast_possible_truncation, reason = "each half is 64 bits")]
fn push_uuid(bits: u128, out: &mut String) {
    let (high, low) = (hex_digits((bits >> 64) as u64), hex_digits(bits as u64));
    let mut text = *b"00000000-0000-0000-0000-000000000000";
    text[0..8].copy_from_slice(&high[0..8]);
    text[9..13].copy_from_slice(&high[8..12]);
    text[14..18].copy_from_slice(&high[12..16]);
    text[19..23].copy_from_slice(&low[0..4]);
    text[24..36].copy_from_slice(&low[4..16]);
    push_ascii(&text, out);
}

/// Appends Base64 of random bytes, `length` characters with the padding.
fn write_base64(stream: &mut Stream, length: u64, out: &mut String) {
    let groups = length / 4;
    for group in 1..=groups {
        let sextets: [u64; 4] = std::array::from_fn(|_| stream.below(64));
        let padding = if group == groups { stream.below(3) } else { 0 };
        // The bits that no byte owns are zero in canonical Base64.
        let shown: &[u64] = match padding {
            0 => &sextets,
            1 => &[sextets[0], sextets[1], sextets[2] & !0b11],
            _ => &[sextets[0], sextets[1] & !0b1111],
        };
        for sextet in shown {
            out.push(char::from(BASE64[usize::try_from(*sextet).unwrap_or(0)]));
        }
        for _ in 0..padding {
            out.push('=');
        }
    }
}
