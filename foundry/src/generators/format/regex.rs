//! Regular expressions: of parts that mean one thing in every dialect, and of all simple ones of ECMA-262.

use super::Format;
use super::judge::known;
use super::lengths::{LONGEST, Lengths};
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

/// Parts that not every dialect has; none of them ends with what the next one could change.
const MORE_ATOMS: [&str; 36] = [
    "\\.",
    "\\/",
    "\\t",
    "\\n",
    "\\s",
    "\\S",
    "\\D",
    "\\W",
    "\\b",
    "\\B",
    "\\*",
    "a|b",
    "x*",
    ".*",
    ".+?",
    "[^ab]",
    "[\\w.-]",
    "[\\s\\S]",
    "(a)",
    "(ab)+",
    "x{3}",
    "x{2,}",
    "x{2,5}",
    "x{0,3}?",
    "[0-9]*?",
    "\\x41",
    "\\u00e9",
    "(?=a)",
    "(?!-)",
    "(?<=a)",
    "(?<!b)",
    "(?:a|bc)?",
    "(?<word>a+)",
    "(a)\\1",
    "[^\\]]",
    "a+$",
];

/// How the part starts that gives a name: it may be given once.
const NAMED: &str = "(?<word>";

pub(super) static FORMATS: &[Format] = &[Format {
    name: "regex",
    about: "regular expressions",
    lengths: &[Lengths::between(0, LONGEST)],
    typical: |stream| 4 + stream.below(20),
    write: |stream, length, out| write_parts(stream, length, false, out),
    accepts: known!("regex"),
}];

pub(super) static WHOLE: &[Format] = &[Format {
    name: "regex",
    about: "regular expressions",
    lengths: &[Lengths::between(0, LONGEST)],
    typical: |stream| 4 + stream.below(24),
    write: |stream, length, out| write_parts(stream, length, true, out),
    accepts: known!("regex"),
}];

/// Appends a regular expression of exactly `length` characters, sometimes with anchors.
fn write_parts(stream: &mut Stream, length: u64, has_more: bool, out: &mut String) {
    let anchored = length > 2 && stream.chance(0.6);
    let mut rest = length - if anchored { 2 } else { 0 };
    if anchored {
        out.push('^');
    }
    let mut is_named = false;
    while rest > 0 {
        let atom = if has_more && stream.below(3) == 0 {
            MORE_ATOMS[stream.index(MORE_ATOMS.len())]
        } else {
            ATOMS[stream.index(ATOMS.len())]
        };
        let names = atom.starts_with(NAMED);
        if atom.len() as u64 <= rest && !(names && is_named) {
            is_named |= names;
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
