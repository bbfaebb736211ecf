//! URI templates (RFC 6570): all operators and modifiers.

use super::Format;
use super::judge::known;
use super::lengths::{LONGEST, Lengths};
use super::path::write_segments;
use super::uri::{SHORTEST_HTTP, write_web};
use crate::generators::digits::draw_digit;
use crate::generators::words::write_word;
use crate::seed::Stream;

/// The signs that say how an expression is filled in, the usual ones more often.
const OPERATORS: &[u8] = b"???//&&#.;++";

/// The shortest expression: a name of one letter.
const SHORTEST: u64 = 3;

pub(super) static FORMATS: &[Format] = &[Format {
    name: "uri-template",
    about: "URIs with places to fill in",
    lengths: &[Lengths::between(0, LONGEST)],
    typical: |stream| 14 + stream.below(36),
    write: write_template,
    accepts: known!("uri-template"),
}];

/// Appends a reference with one expression or two, such as `/orders/{id}{?page,size}`.
fn write_template(stream: &mut Stream, length: u64, out: &mut String) {
    if length < SHORTEST {
        write_word(stream, length, out);
        return;
    }
    let mut base = length;
    let last = take(stream, &mut base, 16);
    let first = if base >= 8 && stream.chance(0.4) { take(stream, &mut base, 12) } else { 0 };
    if base >= SHORTEST_HTTP && stream.chance(0.5) {
        write_web(stream, base, out);
    } else if base > 0 {
        out.push('/');
        write_segments(stream, base - 1, out);
    }
    if first > 0 {
        write_expression(stream, first, out);
    }
    write_expression(stream, last, out);
}

/// Takes an expression of at most `most` characters from `base`, which is no shorter than one.
fn take(stream: &mut Stream, base: &mut u64, most: u64) -> u64 {
    let part = SHORTEST + stream.below((*base - SHORTEST + 1).min(most));
    *base -= part;
    part
}

/// Appends an operator, or none, and names with commas between them, in braces.
fn write_expression(stream: &mut Stream, length: u64, out: &mut String) {
    out.push('{');
    let mut rest = length - 2;
    if rest >= 2 && stream.chance(0.6) {
        out.push(char::from(OPERATORS[stream.index(OPERATORS.len())]));
        rest -= 1;
    }
    while rest > 0 {
        let mut name = (2 + stream.below(9)).min(rest);
        if rest - name < 3 {
            // No room for a comma and a name of two letters.
            name = rest;
        }
        rest -= name;
        write_variable(stream, name, out);
        if rest > 0 {
            out.push(',');
            rest -= 1;
        }
    }
    out.push('}');
}

/// Appends a name, now and then one of parts, or with a modifier behind it.
fn write_variable(stream: &mut Stream, length: u64, out: &mut String) {
    match stream.below(16) {
        0 | 1 if length >= 3 => {
            write_word(stream, length - 1, out);
            out.push('*');
        }
        2 if length >= 4 => {
            write_word(stream, length - 2, out);
            out.push(':');
            draw_digit(stream, 1, out);
        }
        3 | 4 if length >= 5 => {
            let first = 2 + stream.below(length - 4);
            write_word(stream, first, out);
            out.push(if stream.chance(0.5) { '.' } else { '_' });
            write_word(stream, length - 1 - first, out);
        }
        5 if length >= 6 => {
            write_word(stream, length - 3, out);
            out.push_str("%20");
        }
        _ => write_word(stream, length, out),
    }
}
