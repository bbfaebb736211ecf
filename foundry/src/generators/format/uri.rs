//! URIs and their kin (RFC 3986, 3987), absolute ones as `url::Url` writes them back.

use super::Format;
use super::host::write_host;
use super::judge::known;
use super::lengths::{LONGEST, Lengths};
use super::network::write_v4;
use super::path::{write_path, write_query, write_segments};
use super::script::{leave_ascii, leave_ascii_in_label};
use super::v6::write_groups;
use crate::generators::digits::{draw_digit, draw_digits};
use crate::generators::words::write_word;
use crate::seed::Stream;

/// `http://a/`: what is shorter has no host.
pub(super) const SHORTEST_HTTP: u64 = 9;

/// What stands before URIs that have no host, and what follows it.
const OPAQUE: [(&str, Rest); 9] = [
    ("mailto:", Rest::Mail),
    ("urn:isbn:", Rest::Digits),
    ("tel:+", Rest::Digits),
    ("urn:example:", Rest::Word),
    ("data:,", Rest::Word),
    ("news:", Rest::Word),
    ("file:///", Rest::Path),
    ("about:", Rest::Word),
    ("tag:example.org,2024:", Rest::Word),
];

#[derive(Clone, Copy)]
enum Rest {
    Mail,
    Digits,
    Word,
    Path,
}

/// Schemes of URIs that have a host, beside those of the web.
const SCHEMES: [&str; 5] = ["ftp://", "ws://", "wss://", "ssh://", "git+ssh://"];

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
];

pub(super) static WHOLE: &[Format] = &[Format {
    name: "uri",
    about: "absolute URIs",
    lengths: &[Lengths::between(2, LONGEST)],
    typical: typical_uri,
    write: write_any_uri,
    accepts: known!("uri"),
}];

fn typical_uri(stream: &mut Stream) -> u64 {
    20 + stream.below(36)
}

fn typical_reference(stream: &mut Stream) -> u64 {
    if stream.chance(0.4) { typical_uri(stream) } else { 1 + stream.below(24) }
}

/// Appends an absolute URI, mostly of the web: with capital letters now and then.
fn write_any_uri(stream: &mut Stream, length: u64, out: &mut String) {
    let start = out.len();
    write_uri(stream, length, out);
    vary_case(stream, &mut out[start..]);
}

/// Appends an absolute URI, mostly of the web. The path of one that has a host starts with `/`, its host is
/// in lower case and its characters need no escape, so that `url::Url` has nothing to normalize.
fn write_uri(stream: &mut Stream, length: u64, out: &mut String) {
    if length < SHORTEST_HTTP {
        let scheme = if length > 4 { "urn:" } else { "x:" };
        out.push_str(scheme);
        write_word(stream, length - scheme.len() as u64, out);
        return;
    }
    match stream.below(16) {
        0 => {
            let (scheme, kind) = OPAQUE[stream.index(OPAQUE.len())];
            match length.checked_sub(scheme.len() as u64) {
                Some(rest @ 6..=60) => write_opaque(stream, scheme, kind, rest, out),
                _ => write_web(stream, length, out),
            }
        }
        1 => {
            let scheme = SCHEMES[stream.index(SCHEMES.len())];
            match length.checked_sub(scheme.len() as u64) {
                Some(rest @ 6..) => {
                    out.push_str(scheme);
                    write_place(stream, rest, out);
                }
                _ => write_web(stream, length, out),
            }
        }
        _ => write_web(stream, length, out),
    }
}

fn write_opaque(stream: &mut Stream, scheme: &str, kind: Rest, rest: u64, out: &mut String) {
    out.push_str(scheme);
    match kind {
        Rest::Digits => draw_digits(stream, rest, out),
        Rest::Word => write_word(stream, rest, out),
        Rest::Path => write_segments(stream, rest, out),
        Rest::Mail => {
            let name = rest / 3;
            write_word(stream, name, out);
            out.push('@');
            write_host(stream, rest - name - 1, out);
        }
    }
}

/// Appends an address of the web, `length` characters that are [`SHORTEST_HTTP`] or more.
pub(super) fn write_web(stream: &mut Stream, length: u64, out: &mut String) {
    let scheme = if length > SHORTEST_HTTP && stream.chance(0.9) { "https://" } else { "http://" };
    out.push_str(scheme);
    write_place(stream, length - scheme.len() as u64, out);
}

/// Appends who or what is reached and a path, at least two characters.
fn write_place(stream: &mut Stream, length: u64, out: &mut String) {
    let rest = length - 1;
    let host = if rest > 7 { 6 + stream.below((rest - 5).min(14)) } else { rest };
    write_authority(stream, host, out);
    write_path(stream, rest - host + 1, out);
}

/// Appends the name of a host, now and then one of a user before it, a port behind it, or an address in
/// its place.
fn write_authority(stream: &mut Stream, length: u64, out: &mut String) {
    match stream.below(24) {
        0 if length >= 9 => {
            let user = 2 + stream.below(length - 7);
            if user >= 5 && stream.chance(0.5) {
                write_word(stream, 2, out);
                out.push(':');
                write_word(stream, user - 3, out);
            } else {
                write_word(stream, user, out);
            }
            out.push('@');
            write_host(stream, length - 1 - user, out);
        }
        1 | 2 if length >= 9 => {
            write_host(stream, length - 5, out);
            out.push(':');
            draw_digit(stream, 1, out);
            draw_digits(stream, 3, out);
        }
        3 if (7..=15).contains(&length) => write_v4(stream, length, out),
        4 if (13..=16).contains(&length) => {
            out.push_str("[2001:db8::");
            write_groups(stream, 1, length - 12, false, out);
            out.push(']');
        }
        4 | 5 if (17..=41).contains(&length) => {
            out.push('[');
            write_groups(stream, 8, length - 9, false, out);
            out.push(']');
        }
        _ => write_host(stream, length, out),
    }
}

/// Writes the scheme, or all before the path, in capital letters now and then: those are the same.
fn vary_case(stream: &mut Stream, uri: &mut str) {
    let rare = stream.below(40);
    let Some(colon) = uri.find(':').filter(|_| rare < 2) else { return };
    let host = uri[colon..].strip_prefix("://").filter(|_| rare == 0);
    let end = host
        .map_or(colon, |host| colon + 3 + host.find(['/', '?', '#', '%']).unwrap_or(host.len()));
    uri[..end].make_ascii_uppercase();
}

/// Appends a URI, a path with or without its root, a query or a fragment; now and then a host without a
/// scheme, or a way up.
fn write_reference(stream: &mut Stream, length: u64, out: &mut String) {
    match stream.below(20) {
        _ if length == 0 => {}
        0..8 if length >= SHORTEST_HTTP => write_any_uri(stream, length, out),
        8 | 9 if length >= 4 => write_query(stream, length, out),
        10 | 11 if length >= 2 => {
            out.push('#');
            write_word(stream, length - 1, out);
        }
        12 if length >= 8 => {
            out.push_str("//");
            write_place(stream, length - 2, out);
        }
        13 if length >= 4 => {
            out.push_str(if length >= 5 && stream.chance(0.7) { "../" } else { "./" });
            let rest = length - if out.ends_with("../") { 3 } else { 2 };
            write_segments(stream, rest, out);
        }
        14..17 => write_segments(stream, length, out),
        _ => write_path(stream, length, out),
    }
}

/// Replaces letters of a reference by those of another script: mostly behind its host, else in it.
fn localize(stream: &mut Stream, start: usize, out: &mut String) {
    let text = &out[start..];
    // Neither the scheme nor the host: those have rules of their own.
    let (host, from) = match text.split_once("//") {
        Some((scheme, rest)) => {
            let host = scheme.len() + 2;
            (host, rest.find('/').map_or(text.len(), |slash| host + slash))
        }
        None => (0, text.find(':').map_or(0, |colon| colon + 1)),
    };
    let (host, from) = (start + host, start + from);
    let end = out.len();
    match stream.below(10) {
        0..6 if from < end => leave_ascii(stream, from, end, out),
        6 if host < from
            && out[host..from].bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'.') =>
        {
            let label = out[host..from].find('.').map_or(from, |dot| host + dot);
            leave_ascii_in_label(stream, host, label, out);
        }
        _ => {}
    }
}
