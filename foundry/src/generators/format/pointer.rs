//! JSON Pointers (RFC 6901), and relative ones.

use super::Format;
use super::judge::known;
use super::lengths::{LONGEST, Lengths};
use super::script::leave_ascii;
use crate::generators::digits::{draw_digit, draw_digits};
use crate::generators::words::write_word;
use crate::seed::Stream;

/// Signs that stand for themselves in a name, though they mean something elsewhere.
const SIGNS: &[u8] = b" %^|\\\".$:#";

pub(super) static FORMATS: &[Format] = &[
    Format {
        name: "json-pointer",
        about: "pointers into a JSON document",
        lengths: &[Lengths::between(0, LONGEST)],
        typical: |stream| match stream.below(40) {
            // The whole document, and its member without a name.
            short @ 0..=1 => short,
            _ => 3 + stream.below(20),
        },
        write: write_pointer,
        accepts: known!("json-pointer"),
    },
    Format {
        name: "relative-json-pointer",
        about: "pointers that start at some place of a JSON document",
        lengths: &[Lengths::between(1, LONGEST)],
        typical: |stream| if stream.below(8) == 0 { 2 } else { 1 + stream.below(20) },
        write: write_relative,
        accepts: known!("relative-json-pointer"),
    },
];

/// Appends how many levels to go up, and then a pointer, or `#` for a name or position.
fn write_relative(stream: &mut Stream, length: u64, out: &mut String) {
    let digits = if length >= 2 && stream.below(12) == 0 { 2 } else { 1 };
    draw_digit(stream, digits - 1, out);
    draw_digits(stream, digits - 1, out);
    match length - digits {
        1 if stream.chance(0.8) => out.push('#'),
        rest => write_pointer(stream, rest, out),
    }
}

/// Appends `/` and a token, again and again: names of any script, positions, escapes, the place behind the
/// last element, and now and then nothing.
fn write_pointer(stream: &mut Stream, length: u64, out: &mut String) {
    let mut rest = length;
    while rest > 0 {
        let mut token = (2 + stream.below(8)).min(rest - 1);
        let rare = stream.below(96);
        if rare == 0 {
            // A member without a name.
            token = 0;
        } else if rest - 1 - token == 1 {
            // So is one at the end, where it is not meant to be.
            token += 1;
        }
        rest -= 1 + token;
        out.push('/');
        write_token(stream, token, rare, out);
    }
}

fn write_token(stream: &mut Stream, token: u64, rare: u64, out: &mut String) {
    match rare {
        1 if token == 1 => out.push('-'),
        2..20 if token == 1 => draw_digit(stream, 0, out),
        2..20 if token == 2 => {
            draw_digit(stream, 1, out);
            draw_digit(stream, 0, out);
        }
        20..23 if token >= 2 => {
            let before = stream.below(token - 1);
            write_word(stream, before, out);
            out.push_str(if stream.chance(0.5) { "~0" } else { "~1" });
            write_word(stream, token - 2 - before, out);
        }
        23 | 24 if token >= 3 => {
            write_word(stream, token - 2, out);
            out.push(char::from(SIGNS[stream.index(SIGNS.len())]));
            write_word(stream, 1, out);
        }
        25..28 if token >= 1 => {
            let start = out.len();
            write_word(stream, token, out);
            leave_ascii(stream, start, out.len(), out);
        }
        _ => write_word(stream, token, out),
    }
}
