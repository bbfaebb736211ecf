//! Names of hosts (RFC 1123) and their international form (RFC 5890).

use super::judge::{known, matching};
use super::lengths::Lengths;
use super::script::leave_ascii_in_label;
use super::{Format, find};
use crate::generators::digits::draw_digit;
use crate::generators::words::write_word;
use crate::seed::Stream;

/// RFC 1123: a name has at most 253 characters.
pub(super) const LONGEST_HOST: u64 = 253;

/// A name with letters outside ASCII is longer on the wire: `xn--`, and some digits for each letter.
const LONGEST_UNICODE_HOST: u64 = 200;

const TOP_LEVEL: [&str; 12] =
    ["com", "org", "net", "dev", "app", "edu", "io", "de", "fr", "uk", "jp", "eu"];

/// Labels whose letters are no ASCII, as they are on the wire (RFC 3492).
const ENCODED: [&str; 8] = [
    "xn--p1ai",
    "xn--fiqs8s",
    "xn--caf-dma",
    "xn--strae-oqa",
    "xn--bcher-kva",
    "xn--mnchen-3ya",
    "xn--wgv71a119e",
    "xn--80ak6aa92e",
];

pub(super) static FORMATS: &[Format] = &[
    Format {
        name: "hostname",
        about: "names of hosts",
        lengths: &[Lengths::between(1, LONGEST_HOST)],
        typical: typical_host,
        write: write_host,
        accepts: known!("hostname"),
    },
    Format {
        name: "idn-hostname",
        about: "names of hosts, also with letters beyond ASCII",
        lengths: &[Lengths::between(1, LONGEST_HOST)],
        typical: typical_host,
        write: write_unicode_host,
        accepts: is_unicode_host,
    },
];

pub(super) static WHOLE: &[Format] = &[Format {
    name: "hostname",
    about: "names of hosts",
    lengths: &[Lengths::between(1, LONGEST_HOST)],
    typical: typical_host,
    write: write_any_host,
    accepts: known!("hostname"),
}];

pub(super) fn typical_host(stream: &mut Stream) -> u64 {
    8 + stream.below(16)
}

/// Appends a name of exactly `length` characters: labels of words, and a known top level where
/// there is room for it.
pub(in crate::generators) fn write_host(stream: &mut Stream, length: u64, out: &mut String) {
    if length < 5 {
        write_word(stream, length, out);
        return;
    }
    let top = TOP_LEVEL[stream.index(TOP_LEVEL.len())];
    let mut rest = length - 1 - top.len() as u64;
    while rest > 0 {
        let mut label = (3 + stream.below(10)).min(rest);
        if rest - label < 4 {
            // No room for a dot and a label that looks like one.
            label = rest;
        }
        write_label(stream, label, out);
        rest -= label;
        if rest > 0 {
            out.push('.');
            rest -= 1;
        }
    }
    out.push('.');
    out.push_str(top);
}

pub(super) fn write_unicode_host(stream: &mut Stream, length: u64, out: &mut String) {
    let start = out.len();
    write_host(stream, length, out);
    if length <= LONGEST_UNICODE_HOST && stream.chance(0.6) {
        let end = out[start..].find('.').map_or(out.len(), |dot| start + dot);
        leave_ascii_in_label(stream, start, end, out);
    }
}

/// Appends a name, now and then with a label in front that is encoded, a digit at its start, digits
/// alone as its first label, or capital letters.
fn write_any_host(stream: &mut Stream, length: u64, out: &mut String) {
    let start = out.len();
    let rare = stream.below(40);
    if rare == 0 {
        let label = ENCODED[stream.index(ENCODED.len())];
        if let Some(rest @ 5..) = length.checked_sub(label.len() as u64 + 1) {
            out.push_str(label);
            out.push('.');
            return write_host(stream, rest, out);
        }
    }
    write_host(stream, length, out);
    let label = out[start..].find('.').map_or(out.len(), |dot| start + dot);
    match rare {
        1 => out[start..label].make_ascii_uppercase(),
        2 => out[start..].make_ascii_uppercase(),
        3 | 4 => {
            let end = if rare == 3 { start + 1 } else { label };
            for at in start..end {
                let digit = stream.index(10);
                out.replace_range(at..=at, &"0123456789"[digit..=digit]);
            }
        }
        _ => {}
    }
}

/// Whether every label of `text` is of letters, marks, digits and inner hyphens, of any script.
///
/// Too much is accepted where RFC 5892 looks at neighbours (`a·b`, joiners), at directions (`aא`) or
/// at the length on the wire (60 × `ü`); nothing valid is rejected.
pub(super) fn is_unicode_host(text: &str) -> bool {
    // The signs are those that RFC 5892 allows beyond the categories, and the joiners.
    let is_word =
        matching!(r"^[\p{L}\p{Nd}·͵׳״・〇۽۾་][\p{L}\p{M}\p{Nd}·͵׳״・〇۽۾་\u200c\u200d-]*$");
    let is_label = |label: &str| {
        if label.starts_with("xn--") {
            return find("hostname").is_some_and(|format| format.accepts(label));
        }
        label.chars().count() <= 63
            && !label.ends_with('-')
            && !label.chars().skip(2).take(2).eq(['-', '-'])
            && is_word(label)
    };
    text.chars().count() as u64 <= LONGEST_HOST && text.split(['.', '。', '．', '｡']).all(is_label)
}

/// Appends a label: a word, now and then with a hyphen inside or a digit at its end.
fn write_label(stream: &mut Stream, length: u64, out: &mut String) {
    let start = out.len();
    write_word(stream, length, out);
    // A hyphen at the third and fourth place is kept for other uses (RFC 5891).
    if length >= 8 && stream.chance(0.25) {
        let at = start + 4 + stream.index(out.len() - start - 5);
        out.replace_range(at..=at, "-");
    } else if length >= 3 && stream.chance(0.12) {
        out.pop();
        draw_digit(stream, 0, out);
    }
}
