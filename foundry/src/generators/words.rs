//! A length window → plain text that reads like words, for strings that nothing else describes.

use crate::seed::Stream;

/// How many characters above its minimum a text may have where nobody sets a maximum: more would
/// only make rows harder to read.
const SPREAD: u64 = 24;

/// The share of texts that hold a letter outside ASCII: enough to find code that counts bytes.
const NON_ASCII_TEXTS: f64 = 0.08;

const CONSONANTS: &[u8] = b"bbccddddfffgghhjkkkllllllmmmmmnnnnnnnpppqrrrrrrssssssttttttvvvwxz";
const VOWELS: &[u8] = b"aaaaaaaeeeeeeeeeiiiiiioooooouuuy";
const CLUSTERS: [&str; 16] = [
    "ct", "ld", "ll", "lt", "mb", "mp", "nd", "ng", "nt", "rd", "rk", "rn", "rt", "ss", "st", "tr",
];
const DIPHTHONGS: [&str; 8] = ["ai", "au", "ea", "ee", "ia", "ie", "io", "ou"];

const LETTERS_OUTSIDE_ASCII: [char; 12] =
    ['é', 'ß', 'ü', 'ñ', 'ø', 'å', 'ç', 'ł', 'ж', '漢', '字', '한'];
const EMOJI: [char; 6] = ['😀', '🎉', '🚀', '🌱', '☕', '🦀'];

/// Appends a text of `min_chars` to `max_chars` characters, without space at its ends. It is empty
/// only where it must be; with no maximum it has at most `min_chars` + 24 characters.
pub(crate) fn draw_text(
    stream: &mut Stream,
    min_chars: u64,
    max_chars: Option<u64>,
    out: &mut String,
) {
    let high = max_chars.unwrap_or(u64::MAX).min(min_chars.saturating_add(SPREAD));
    let low = min_chars.max(1).min(high);
    let chars = low + stream.below(high - low + 1);
    write_text(stream, chars, out);
}

/// Appends a pronounceable word of exactly `chars` lower-case ASCII letters.
pub(crate) fn write_word(stream: &mut Stream, chars: u64, out: &mut String) {
    let mut rest = chars;
    let mut vowel = stream.chance(0.25);
    while rest > 0 {
        // Two letters for one sound, but no two consonants where a word starts or ends.
        let inside = rest > 2 && rest < chars;
        let pair = match (vowel, inside && stream.chance(0.18)) {
            (_, false) => None,
            (true, true) => stream.choose(&DIPHTHONGS),
            (false, true) => stream.choose(&CLUSTERS),
        };
        if let Some(pair) = pair {
            out.push_str(pair);
            rest -= 2;
        } else {
            let letters = if vowel { VOWELS } else { CONSONANTS };
            out.push(char::from(letters[stream.index(letters.len())]));
            rest -= 1;
        }
        vowel = !vowel;
    }
}

/// Appends exactly `chars` characters of words, digits and punctuation.
fn write_text(stream: &mut Stream, chars: u64, out: &mut String) {
    let start = out.len();
    let mut rest = chars;
    while rest > 0 {
        let mut length = (2 + stream.below(8)).min(rest);
        if rest - length <= 2 {
            // No room for a space and a word that looks like one.
            length = rest;
        }
        write_item(stream, length, out);
        rest -= length;
        if rest > 2 && stream.chance(0.08) {
            out.push(if stream.chance(0.7) { ',' } else { ';' });
            rest -= 1;
        }
        if rest > 1 {
            out.push(' ');
            rest -= 1;
        }
    }
    end_sentence(stream, start, chars, out);
    if stream.chance(NON_ASCII_TEXTS) {
        leave_ascii(stream, start, out);
    }
}

/// Appends one word or number of exactly `chars` characters.
fn write_item(stream: &mut Stream, chars: u64, out: &mut String) {
    if chars <= 5 && stream.chance(0.08) {
        for _ in 0..chars {
            out.push(char::from(b'0' + u8::try_from(stream.below(10)).unwrap_or(0)));
        }
        return;
    }
    let start = out.len();
    write_word(stream, chars, out);
    if stream.chance(0.2)
        && let Some(first) = out.get_mut(start..=start)
    {
        first.make_ascii_uppercase();
    }
}

/// Turns the last character of some longer texts into a full stop, `!` or `?`.
fn end_sentence(stream: &mut Stream, start: usize, chars: u64, out: &mut String) {
    if chars >= 12 && stream.chance(0.12) && out.len() > start {
        out.pop();
        let marks = ['.', '.', '!', '?'];
        out.push(marks[stream.index(marks.len())]);
    }
}

/// Replaces one letter by one outside ASCII, so that the text has more bytes than characters.
fn leave_ascii(stream: &mut Stream, start: usize, out: &mut String) {
    let at = start + stream.index(out.len() - start);
    let is_letter = out.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic);
    if !is_letter {
        return;
    }
    let letters: &[char] = if stream.chance(0.1) { &EMOJI } else { &LETTERS_OUTSIDE_ASCII };
    let letter = letters[stream.index(letters.len())];
    out.replace_range(at..=at, letter.encode_utf8(&mut [0; 4]));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::seed::{Path, Seed};

    fn draw(row: u64, min: u64, max: Option<u64>) -> String {
        let mut text = String::new();
        let mut stream = Seed::from(7).row(row).stream(Path::ROOT);
        draw_text(&mut stream, min, max, &mut text);
        text
    }

    #[test]
    fn every_window_is_kept_and_no_end_is_a_space() {
        for min in 0..40 {
            for max in min..40 {
                for row in 0..8 {
                    let text = draw(row, min, Some(max));
                    let chars = text.chars().count() as u64;
                    assert!((min..=max).contains(&chars), "{text:?} in {min}..={max}");
                    assert_eq!(text.trim(), text);
                    assert!(!text.contains("  "), "{text:?}");
                    assert!(!text.chars().any(char::is_control));
                }
            }
        }
    }

    #[test]
    fn a_text_without_maximum_stays_near_its_minimum_and_is_not_empty() {
        for row in 0..500 {
            assert!((1..=24).contains(&draw(row, 0, None).chars().count()));
            assert!((100..=124).contains(&draw(row, 100, None).chars().count()));
            assert_eq!(draw(row, 0, Some(0)), "");
        }
    }

    #[test]
    fn texts_differ_and_reach_every_kind_of_character() {
        let texts: BTreeSet<String> = (0..1000).map(|row| draw(row, 4, None)).collect();
        assert!(texts.len() > 980, "{} distinct", texts.len());
        let lengths: BTreeSet<usize> = texts.iter().map(|text| text.chars().count()).collect();
        assert!(lengths.len() > 20, "{lengths:?}");
        for kind in [
            |c: char| c.is_ascii_lowercase(),
            |c: char| c.is_ascii_uppercase(),
            |c: char| c.is_ascii_digit(),
            |c: char| c.is_ascii_punctuation(),
            |c: char| c == ' ',
            |c: char| !c.is_ascii() && c.is_alphabetic(),
            |c: char| EMOJI.contains(&c),
        ] {
            assert!(texts.iter().any(|text| text.contains(kind)));
        }
        let ascii = texts.iter().filter(|text| text.is_ascii()).count();
        assert!(ascii > 850, "{ascii}");
    }

    #[test]
    fn the_text_is_appended() {
        let mut text = String::from("kept ");
        draw_text(&mut Seed::from(1).row(0).stream(Path::ROOT), 3, Some(3), &mut text);
        assert!(text.starts_with("kept ") && text.chars().count() == 8);
    }
}
