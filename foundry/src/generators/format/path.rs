//! What follows the host in a URI: the path, the query and the fragment.

use crate::generators::digits::draw_digits;
use crate::generators::words::write_word;
use crate::seed::Stream;

/// Bytes as they are written where they may not stand for themselves, with capital digits.
const ESCAPES: [&str; 6] = ["%20", "%2F", "%C3%A9", "%3F", "%25", "%E2%82%AC"];

/// Signs that may stand in a segment, though they mean something elsewhere.
const SIGNS: &[u8] = b"!$&()*+,;=@";

/// Appends `/`, segments, and now and then a query and a fragment: `length` characters in all.
pub(super) fn write_path(stream: &mut Stream, length: u64, out: &mut String) {
    let mut path = length;
    let query = if path >= 8 && stream.chance(0.25) { take(stream, &mut path) } else { 0 };
    let fragment = if path >= 8 && stream.chance(0.1) { take(stream, &mut path) } else { 0 };
    out.push('/');
    write_segments(stream, path - 1, out);
    if query > 0 {
        write_query(stream, query, out);
    }
    if fragment > 0 {
        out.push('#');
        write_word(stream, fragment - 1, out);
    }
}

/// Takes a part of 4 characters and more from `path`, which has at least 8.
fn take(stream: &mut Stream, path: &mut u64) -> u64 {
    let part = 4 + stream.below((*path - 6).min(20));
    *path -= part;
    part
}

/// Appends words and numbers with `/` between them, `length` characters in all.
pub(super) fn write_segments(stream: &mut Stream, length: u64, out: &mut String) {
    let mut rest = length;
    while rest > 0 {
        let mut segment = (2 + stream.below(10)).min(rest);
        if rest - segment == 2 || (rest - segment == 1 && stream.chance(0.7)) {
            // No segments of one letter; now and then a slash at the end.
            segment = rest;
        }
        write_segment(stream, segment, out);
        rest -= segment;
        if rest > 0 {
            out.push('/');
            rest -= 1;
        }
    }
}

fn write_segment(stream: &mut Stream, length: u64, out: &mut String) {
    if length <= 6 && stream.chance(0.25) {
        draw_digits(stream, length, out);
        return;
    }
    if length < 7 {
        return write_word(stream, length, out);
    }
    match stream.below(32) {
        0..10 => {
            let first = 3 + stream.below(length - 6);
            write_word(stream, first, out);
            out.push(char::from(b"---_.~"[stream.index(6)]));
            write_word(stream, length - first - 1, out);
        }
        10 => {
            write_word(stream, length - 2, out);
            out.push(char::from(SIGNS[stream.index(SIGNS.len())]));
            write_word(stream, 1, out);
        }
        11 | 12 => {
            let escape = ESCAPES[stream.index(ESCAPES.len())];
            // The longest one leaves no room for a word around it in short segments.
            let escape = if escape.len() as u64 + 2 > length { ESCAPES[0] } else { escape };
            write_word(stream, 1, out);
            out.push_str(escape);
            write_word(stream, length - 1 - escape.len() as u64, out);
        }
        _ => write_word(stream, length, out),
    }
}

/// Appends `?` and pairs of name and value, `length` characters in all, at least 4.
pub(super) fn write_query(stream: &mut Stream, length: u64, out: &mut String) {
    let mut rest = length;
    let mut sign = '?';
    while rest > 0 {
        // A sign, a name, `=` and a value; no rest too small for another pair is left.
        let mut pair = (6 + stream.below(10)).min(rest);
        if rest - pair < 4 {
            pair = rest;
        }
        rest -= pair;
        let name = 1 + stream.below((pair - 3).min(6));
        out.push(sign);
        sign = '&';
        write_word(stream, name, out);
        out.push('=');
        write_segment(stream, pair - 2 - name, out);
    }
}
