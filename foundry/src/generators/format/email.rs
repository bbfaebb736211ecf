//! Addresses for electronic mail: such that all of jsonschema, garde and validator take for one, and in all
//! forms of RFC 5321.

use super::host::{LONGEST_HOST, is_unicode_host, write_host};
use super::judge::known;
use super::lengths::Lengths;
use super::network::write_v4;
use super::script::leave_ascii;
use super::v6::{V6, write_v6};
use super::{Format, find};
use crate::generators::digits::draw_digits;
use crate::generators::words::write_word;
use crate::seed::Stream;

/// RFC 5321: a mailbox has at most 254 characters, its name at most 64.
const LONGEST: u64 = 254;
const LONGEST_LOCAL: u64 = 64;

/// The shortest host with a top level: `ab.de`.
const SHORTEST_HOST: u64 = 5;

/// What a name may hold beside letters and digits (RFC 5322, `atext`).
const SIGNS: &[u8] = b"!#$%&'*+-/=?^_`{|}~";

/// What a name in quotes may hold beside letters and digits, each as it is written.
const QUOTED: [&str; 12] = [" ", "@", "..", ",", ":", ";", "(", ")", "[", "\\\"", "\\\\", "!"];

/// Around the number of an address of IPv4, and around that of one of IPv6.
const BRACKETS: u64 = 2;
const TAGGED_BRACKETS: u64 = 7;

/// One in so many addresses is of a rare form.
const RARE_SHARE: u64 = 48;

/// Which forms are drawn.
#[derive(Clone, Copy, PartialEq)]
enum Forms {
    /// Those that jsonschema, garde and validator take.
    Common,
    /// All that RFC 5321 has.
    All,
}

pub(super) static FORMATS: &[Format] = &[
    Format {
        name: "email",
        about: "addresses for electronic mail",
        lengths: &[Lengths::between(3, LONGEST)],
        typical: typical_email,
        write: |stream, length, out| {
            write_email(stream, length, Forms::Common, out);
        },
        accepts: known!("email"),
    },
    Format {
        name: "idn-email",
        about: "addresses for electronic mail, also with letters beyond ASCII",
        lengths: &[Lengths::between(3, LONGEST)],
        typical: typical_email,
        write: |stream, length, out| write_unicode_email(stream, length, Forms::Common, out),
        accepts: is_unicode_email,
    },
];

pub(super) static WHOLE: &[Format] = &[
    Format {
        name: "email",
        about: "addresses for electronic mail",
        lengths: &[Lengths::between(3, LONGEST)],
        typical: typical_email,
        write: |stream, length, out| {
            write_email(stream, length, Forms::All, out);
        },
        accepts: known!("email"),
    },
    Format {
        name: "idn-email",
        about: "addresses for electronic mail, also with letters beyond ASCII",
        lengths: &[Lengths::between(3, LONGEST)],
        typical: typical_email,
        write: |stream, length, out| write_unicode_email(stream, length, Forms::All, out),
        accepts: is_unicode_email,
    },
];

fn typical_email(stream: &mut Stream) -> u64 {
    14 + stream.below(16)
}

fn write_unicode_email(stream: &mut Stream, length: u64, forms: Forms, out: &mut String) {
    let start = out.len();
    let at = write_email(stream, length, forms, out);
    if length < 64 && stream.chance(0.6) {
        leave_ascii(stream, start, at, out);
    }
}

/// Appends an address of exactly `length` characters and tells where its `@` is.
fn write_email(stream: &mut Stream, length: u64, forms: Forms, out: &mut String) -> usize {
    let both = length - 1;
    let low = both.saturating_sub(LONGEST_HOST).max(1);
    let high = both.saturating_sub(SHORTEST_HOST).clamp(1, LONGEST_LOCAL);
    // The name has about a third to a half of the whole, unless a limit is in the way.
    let (third, half) = ((both / 3).clamp(low, high), both.div_ceil(2).clamp(low, high));
    let local = third + stream.below(half - third + 1);
    let rare = stream.below(RARE_SHARE);
    match rare {
        0..3 => write_atoms(stream, local, out),
        3 | 4 if forms == Forms::All && local >= 3 => write_quoted(stream, local, out),
        _ => write_local(stream, local, out),
    }
    let at = out.len();
    out.push('@');
    write_domain(stream, both - local, forms, out);
    at
}

/// Appends the name of a host, now and then an address in brackets.
fn write_domain(stream: &mut Stream, length: u64, forms: Forms, out: &mut String) {
    let v4 = length.checked_sub(BRACKETS).filter(|rest| (7..=15).contains(rest));
    let v6 = length.checked_sub(TAGGED_BRACKETS).filter(|rest| (V6.0..=V6.1).contains(rest));
    match (stream.below(RARE_SHARE), v4, v6) {
        (0, Some(rest), _) => {
            out.push('[');
            write_v4(stream, rest, out);
            out.push(']');
        }
        (1, _, Some(rest)) if forms == Forms::All => {
            out.push_str("[IPv6:");
            write_v6(stream, rest, out);
            out.push(']');
        }
        _ => write_host(stream, length, out),
    }
}

/// Appends a name: a word, two words with a sign between them, or a word and a number.
fn write_local(stream: &mut Stream, length: u64, out: &mut String) {
    if length >= 7 && stream.chance(0.5) {
        let first = 3 + stream.below(length - 6);
        write_word(stream, first, out);
        out.push(char::from(b"...._-+"[stream.index(7)]));
        write_word(stream, length - 1 - first, out);
    } else {
        write_word(stream, length, out);
    }
    if length >= 5 && stream.chance(0.2) {
        out.pop();
        draw_digits(stream, 1, out);
    }
}

/// Appends a name with signs and capital letters in it.
fn write_atoms(stream: &mut Stream, length: u64, out: &mut String) {
    let start = out.len();
    write_word(stream, length, out);
    out[start..].make_ascii_uppercase();
    for _ in 0..=stream.below(3) {
        let at = start + stream.index(out.len() - start);
        out.replace_range(
            at..=at,
            char::from(SIGNS[stream.index(SIGNS.len())]).encode_utf8(&mut [0; 4]),
        );
    }
}

/// Appends a name in quotes, at least 3 characters with them.
fn write_quoted(stream: &mut Stream, length: u64, out: &mut String) {
    out.push('"');
    let mut rest = length - 2;
    while rest > 0 {
        let quoted = QUOTED[stream.index(QUOTED.len())];
        let part = quoted.len() as u64;
        if rest >= part && stream.below(3) == 0 {
            out.push_str(quoted);
            rest -= part;
        } else {
            let word = (1 + stream.below(5)).min(rest);
            write_word(stream, word, out);
            rest -= word;
        }
    }
    out.push('"');
}

/// Whether `text` is a mailbox whose name and host may be of any script.
fn is_unicode_email(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else {
        return false;
    };
    let ascii: String = local.chars().map(|c| if c.is_ascii() { c } else { 'a' }).collect();
    find("email").is_some_and(|format| format.accepts(&format!("{ascii}@example.com")))
        && (is_unicode_host(host)
            || find("email").is_some_and(|format| format.accepts(&format!("a@{host}"))))
}
