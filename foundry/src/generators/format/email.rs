//! Addresses for electronic mail that all of jsonschema, garde and validator take for one.

use super::host::{LONGEST_HOST, is_unicode_host, leave_ascii, write_host};
use super::judge::known;
use super::lengths::Lengths;
use super::{Format, find};
use crate::generators::digits::draw_digits;
use crate::generators::words::write_word;
use crate::seed::Stream;

/// RFC 5321: a mailbox has at most 254 characters, its name at most 64.
const LONGEST: u64 = 254;
const LONGEST_LOCAL: u64 = 64;

/// The shortest host with a top level: `ab.de`.
const SHORTEST_HOST: u64 = 5;

pub(super) static FORMATS: &[Format] = &[
    Format {
        name: "email",
        about: "addresses for electronic mail",
        lengths: &[Lengths::between(3, LONGEST)],
        typical: typical_email,
        write: |stream, length, out| {
            write_email(stream, length, out);
        },
        accepts: known!("email"),
    },
    Format {
        name: "idn-email",
        about: "addresses for electronic mail, also with letters beyond ASCII",
        lengths: &[Lengths::between(3, LONGEST)],
        typical: typical_email,
        write: |stream, length, out| {
            let start = out.len();
            let at = write_email(stream, length, out);
            if length < 64 && stream.chance(0.6) {
                leave_ascii(stream, start, at, out);
            }
        },
        accepts: is_unicode_email,
    },
];

fn typical_email(stream: &mut Stream) -> u64 {
    14 + stream.below(16)
}

/// Appends an address of exactly `length` characters and tells where its `@` is.
fn write_email(stream: &mut Stream, length: u64, out: &mut String) -> usize {
    let both = length - 1;
    let low = both.saturating_sub(LONGEST_HOST).max(1);
    let high = both.saturating_sub(SHORTEST_HOST).clamp(1, LONGEST_LOCAL);
    // The name has about a third to a half of the whole, unless a limit is in the way.
    let (third, half) = ((both / 3).clamp(low, high), both.div_ceil(2).clamp(low, high));
    let local = third + stream.below(half - third + 1);
    write_local(stream, local, out);
    let at = out.len();
    out.push('@');
    write_host(stream, both - local, out);
    at
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
