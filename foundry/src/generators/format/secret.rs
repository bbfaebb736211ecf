//! Texts that OpenAPI names but does not describe: passwords and raw bytes.

use super::Format;
use super::lengths::{LONGEST, Lengths};
use crate::generators::words::draw_text;
use crate::seed::Stream;

const LOWER: &[u8] = b"abcdefghijkmnopqrstuvwxyz";
const UPPER: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
const DIGITS: &[u8] = b"23456789";
const SIGNS: &[u8] = b"!#$%&*+-=?@_";

pub(super) static FORMATS: &[Format] = &[
    Format {
        name: "password",
        about: "letters, digits and signs, as a password has them",
        lengths: &[Lengths::between(0, LONGEST)],
        typical: |stream| 10 + stream.below(10),
        write: write_password,
        accepts: |_| true,
    },
    Format {
        name: "binary",
        about: "raw bytes, as text of any characters",
        lengths: &[Lengths::between(0, LONGEST)],
        typical: |stream| 8 + stream.below(24),
        write: |stream, length, out| draw_text(stream, length, Some(length), out),
        accepts: |_| true,
    },
];

/// Appends characters of all four kinds, in an order of chance.
fn write_password(stream: &mut Stream, length: u64, out: &mut String) {
    let kinds = [LOWER, UPPER, DIGITS, SIGNS, LOWER, UPPER, LOWER, DIGITS];
    let turn = stream.index(kinds.len());
    for (position, _) in (0..length).enumerate() {
        // Every kind comes within the first eight, which is what rules for passwords ask for.
        let kind = kinds[(turn + position * 3) % kinds.len()];
        out.push(char::from(kind[stream.index(kind.len())]));
    }
}
