//! URIs and their kin (RFC 3986, 3987, 6570), absolute ones as `url::Url` writes them back.

use super::Format;
use super::host::{leave_ascii, write_host};
use super::judge::known;
use super::lengths::{LONGEST, Lengths};
use crate::generators::digits::draw_digits;
use crate::generators::words::write_word;
use crate::seed::Stream;

/// `http://a/`: what is shorter has no host.
const SHORTEST_HTTP: u64 = 9;

pub(super) static FORMATS: &[Format] = &[
    Format {
        name: "uri",
        about: "absolute URIs",
        lengths: &[Lengths::between(2, LONGEST)],
        typical: typical_uri,
        write: write_uri,
        accepts: known!("uri"),
    },
    Format {
        name: "uri-reference",
        about: "absolute and relative URIs",
        lengths: &[Lengths::between(0, LONGEST)],
        typical: typical_reference,
        write: write_reference,
        accepts: known!("uri-reference"),
    },
    Format {
        name: "iri",
        about: "absolute URIs, also with letters beyond ASCII",
        lengths: &[Lengths::between(2, LONGEST)],
        typical: typical_uri,
        write: |stream, length, out| {
            let start = out.len();
            write_uri(stream, length, out);
            localize(stream, start, out);
        },
        accepts: known!("iri"),
    },
    Format {
        name: "iri-reference",
        about: "absolute and relative URIs, also with letters beyond ASCII",
        lengths: &[Lengths::between(0, LONGEST)],
        typical: typical_reference,
        write: |stream, length, out| {
            let start = out.len();
            write_reference(stream, length, out);
            localize(stream, start, out);
        },
        accepts: known!("iri-reference"),
    },
    Format {
        name: "uri-template",
        about: "URIs with places to fill in",
        lengths: &[Lengths::between(0, LONGEST)],
        typical: typical_uri,
        write: write_template,
        accepts: known!("uri-template"),
    },
];

fn typical_uri(stream: &mut Stream) -> u64 {
    20 + stream.below(36)
}

fn typical_reference(stream: &mut Stream) -> u64 {
    if stream.chance(0.4) { typical_uri(stream) } else { 1 + stream.below(24) }
}

/// Appends an absolute URI, mostly of the web. Its path starts with `/`, its host is in lower case
/// and its characters need no escape, so that `url::Url` has nothing to normalize.
fn write_uri(stream: &mut Stream, length: u64, out: &mut String) {
    if length < SHORTEST_HTTP {
        let scheme = if length > 4 { "urn:" } else { "x:" };
        out.push_str(scheme);
        write_word(stream, length - scheme.len() as u64, out);
        return;
    }
    let scheme = if length > SHORTEST_HTTP && stream.chance(0.9) { "https://" } else { "http://" };
    out.push_str(scheme);
    let rest = length - scheme.len() as u64 - 1;
    let host = if rest > 7 { 6 + stream.below((rest - 5).min(14)) } else { rest };
    write_host(stream, host, out);
    write_path(stream, rest - host + 1, out);
}

/// Appends `/`, segments, and now and then a query and a fragment: `length` characters in all.
fn write_path(stream: &mut Stream, length: u64, out: &mut String) {
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
fn write_segments(stream: &mut Stream, length: u64, out: &mut String) {
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
    } else if length >= 7 && stream.chance(0.35) {
        let first = 3 + stream.below(length - 6);
        write_word(stream, first, out);
        out.push(char::from(b"---_.~"[stream.index(6)]));
        write_word(stream, length - first - 1, out);
    } else {
        write_word(stream, length, out);
    }
}

/// Appends `?` and pairs of name and value, `length` characters in all, at least 4.
fn write_query(stream: &mut Stream, length: u64, out: &mut String) {
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

/// Appends a URI, a path with or without its root, a query or a fragment.
fn write_reference(stream: &mut Stream, length: u64, out: &mut String) {
    match stream.below(10) {
        _ if length == 0 => {}
        0..4 if length >= SHORTEST_HTTP => write_uri(stream, length, out),
        4 if length >= 4 => write_query(stream, length, out),
        5 if length >= 2 => {
            out.push('#');
            write_word(stream, length - 1, out);
        }
        6 | 7 => write_segments(stream, length, out),
        _ => write_path(stream, length, out),
    }
}

/// Replaces letters of the last part of a reference by ones outside ASCII.
fn localize(stream: &mut Stream, start: usize, out: &mut String) {
    let text = &out[start..];
    // Neither the scheme nor the host: those have rules of their own.
    let from = match text.split_once("://") {
        Some((scheme, rest)) => rest.find('/').map_or(text.len(), |slash| scheme.len() + 3 + slash),
        None => text.find(':').map_or(0, |colon| colon + 1),
    };
    if start + from < out.len() && stream.chance(0.7) {
        let end = out.len();
        leave_ascii(stream, start + from, end, out);
    }
}

/// Appends a reference whose end is an expression, such as `/orders/{id}` or `{?page,size}`.
fn write_template(stream: &mut Stream, length: u64, out: &mut String) {
    if length < 3 {
        write_word(stream, length, out);
        return;
    }
    let expression = 3 + stream.below((length - 2).min(12));
    let base = length - expression;
    if base >= SHORTEST_HTTP && stream.chance(0.7) {
        write_uri(stream, base, out);
    } else if base > 0 {
        out.push('/');
        write_segments(stream, base - 1, out);
    }
    out.push('{');
    let mut name = expression - 2;
    if name >= 3 && stream.chance(0.5) {
        out.push(char::from(b"?/#.&+"[stream.index(6)]));
        name -= 1;
    }
    if name >= 5 && stream.chance(0.3) {
        write_word(stream, 2, out);
        out.push(',');
        name -= 3;
    }
    write_word(stream, name, out);
    out.push('}');
}
