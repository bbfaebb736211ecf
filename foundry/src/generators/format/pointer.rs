//! JSON Pointers (RFC 6901), relative ones, and regular expressions: texts about other texts.

use super::Format;
use super::judge::known;
use super::lengths::{LONGEST, Lengths};
use crate::generators::digits::draw_digit;
use crate::generators::words::write_word;
use crate::seed::Stream;

/// Parts of a regular expression that mean one thing in every dialect.
const ATOMS: [&str; 12] = [
    "a",
    ".",
    "\\d",
    "\\w",
    "x?",
    "[ab]",
    "[a-z]",
    "\\d+",
    "[^/]",
    "[0-9]{4}",
    "(?:on|off)",
    "[A-Za-z]+",
];

pub(super) static FORMATS: &[Format] = &[
    Format {
        name: "json-pointer",
        about: "pointers into a JSON document",
        lengths: &[Lengths::between(0, LONGEST)],
        typical: |stream| 3 + stream.below(20),
        write: write_pointer,
        accepts: known!("json-pointer"),
    },
    Format {
        name: "relative-json-pointer",
        about: "pointers that start at some place of a JSON document",
        lengths: &[Lengths::between(1, LONGEST)],
        typical: |stream| 1 + stream.below(20),
        write: |stream, length, out| {
            draw_digit(stream, 0, out);
            if length == 2 && stream.chance(0.8) {
                out.push('#');
            } else {
                write_pointer(stream, length - 1, out);
            }
        },
        accepts: known!("relative-json-pointer"),
    },
    Format {
        name: "regex",
        about: "regular expressions",
        lengths: &[Lengths::between(0, LONGEST)],
        typical: |stream| 4 + stream.below(20),
        write: write_regex,
        accepts: known!("regex"),
    },
];

/// Appends `/` and a token, again and again: names, positions and escapes.
fn write_pointer(stream: &mut Stream, length: u64, out: &mut String) {
    let mut rest = length;
    while rest > 0 {
        let mut token = (2 + stream.below(8)).min(rest - 1);
        if rest - 1 - token == 1 {
            // A pointer that ends in `/` names a member without a name.
            token += 1;
        }
        rest -= 1 + token;
        out.push('/');
        match stream.below(8) {
            0 | 1 if token == 1 => draw_digit(stream, 0, out),
            0 | 1 if token == 2 => {
                draw_digit(stream, 1, out);
                draw_digit(stream, 0, out);
            }
            2 if token > 4 => {
                write_word(stream, 2, out);
                out.push_str(if stream.chance(0.5) { "~0" } else { "~1" });
                write_word(stream, token - 4, out);
            }
            _ => write_word(stream, token, out),
        }
    }
}

/// Appends a regular expression of exactly `length` characters, sometimes with anchors.
fn write_regex(stream: &mut Stream, length: u64, out: &mut String) {
    let anchored = length > 2 && stream.chance(0.6);
    let mut rest = length - if anchored { 2 } else { 0 };
    if anchored {
        out.push('^');
    }
    while rest > 0 {
        let atom = ATOMS[stream.index(ATOMS.len())];
        if atom.len() as u64 <= rest {
            out.push_str(atom);
            rest -= atom.len() as u64;
        } else {
            write_word(stream, 1, out);
            rest -= 1;
        }
    }
    if anchored {
        out.push('$');
    }
}
