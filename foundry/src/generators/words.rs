//! A length window → plain text that reads like words, for strings that nothing else describes.

use super::digits::draw_digits;
use crate::seed::Stream;

/// How many characters above its minimum a text may have where nobody sets a maximum: more would
/// only make rows harder to read.
const SPREAD: u64 = 24;

/// The share of texts that hold a letter outside ASCII: enough to find code that counts bytes.
const NON_ASCII_TEXTS: f64 = 0.08;

/// Letters by how often they are written.
const CONSONANTS: &[u8; 64] = b"bbccddddfffgghhjkkklllllmmmmmnnnnnnnpppqrrrrrrssssssttttttvvvwxz";
const VOWELS: &[u8; 32] = b"aaaaaaaeeeeeeeeeiiiiiioooooouuuy";
const CLUSTERS: [&[u8; 2]; 16] = [
    b"ct", b"ld", b"ll", b"lt", b"mb", b"mp", b"nd", b"ng", b"nt", b"rd", b"rk", b"rn", b"rt",
    b"ss", b"st", b"tr",
];

/// A pair of letters for each byte: [`OPENINGS`] of a consonant and a vowel, then clusters.
const PAIRS: [[u8; 2]; 256] = pair_letters();

/// How many of the pairs may begin a word.
const OPENINGS: usize = 240;

/// The letters of one draw: a pair for each of its bytes.
const DRAWN_LETTERS: usize = 16;

const fn pair_letters() -> [[u8; 2]; 256] {
    let mut pairs = [[0; 2]; 256];
    let mut at = 0;
    while at < pairs.len() {
        pairs[at] = if at < OPENINGS {
            // Each consonant meets another part of the vowels at each of its turns.
            [CONSONANTS[at % 64], VOWELS[(at % 64 * 5 + at / 64 * 8) % 32]]
        } else {
            *CLUSTERS[at - OPENINGS]
        };
        at += 1;
    }
    pairs
}

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
    let start = out.len();
    draw_ascii_text(stream, min_chars, max_chars, out);
    if out.len() > start && stream.chance(NON_ASCII_TEXTS) {
        leave_ascii(stream, start, out);
    }
}

/// The same without a letter outside ASCII.
pub(crate) fn draw_ascii_text(
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
    // Where the first letter is left out, the word begins with a vowel.
    let mut skipped = usize::from(stream.next_u64() >> 62 == 0);
    let mut rest = usize::try_from(chars).unwrap_or(usize::MAX);
    while rest > 0 {
        let taken = rest.min(DRAWN_LETTERS - skipped);
        let letters = draw_letters(stream);
        let word = letters.get(skipped..skipped + taken).unwrap_or_default();
        // Letter by letter, which is quicker than looking whether a few of them are UTF-8.
        for letter in word {
            out.push(char::from(letter & 0x7f));
        }
        rest -= taken;
        skipped = 0;
    }
}

/// The letters of one draw, the first two fit to begin a word.
fn draw_letters(stream: &mut Stream) -> [u8; DRAWN_LETTERS] {
    let bytes = stream.next_u64().to_le_bytes();
    let mut letters = [0; DRAWN_LETTERS];
    for (pair, byte) in letters.as_chunks_mut::<2>().0.iter_mut().zip(bytes) {
        *pair = PAIRS[usize::from(byte)];
    }
    [letters[0], letters[1]] = PAIRS[usize::from(bytes[0]) % OPENINGS];
    letters
}

/// Small throws that share the 64 bits of one draw.
struct Dice<'s> {
    stream: &'s mut Stream,
    bits: u64,
    left: u32,
}

impl<'s> Dice<'s> {
    fn new(stream: &'s mut Stream) -> Self {
        Self { bits: stream.next_u64(), stream, left: u64::BITS }
    }

    /// A number of `count` bits, at most 16.
    #[inline]
    fn take(&mut self, count: u32) -> usize {
        if self.left < count {
            self.bits = self.stream.next_u64();
            self.left = u64::BITS;
        }
        let taken = self.bits & ((1 << count) - 1);
        self.bits >>= count;
        self.left -= count;
        usize::try_from(taken).unwrap_or(0)
    }
}

/// Appends exactly `chars` characters of words, digits and punctuation.
fn write_text(stream: &mut Stream, chars: u64, out: &mut String) {
    let start = out.len();
    let mut rest = chars;
    while rest > 0 {
        let mut dice = Dice::new(stream);
        let mut length = (2 + dice.take(3) as u64).min(rest);
        if rest - length <= 2 {
            // No room for a space and a word that looks like one.
            length = rest;
        }
        let (is_number, is_capital) = (dice.take(4) == 0, dice.take(2) == 0);
        let (is_comma, is_list) = (dice.take(4) == 0, dice.take(2) > 0);
        if is_number && length <= 5 {
            draw_digits(stream, length, out);
        } else {
            let first = out.len();
            write_word(stream, length, out);
            if is_capital && let Some(letter) = out.get_mut(first..=first) {
                letter.make_ascii_uppercase();
            }
        }
        rest -= length;
        if rest > 2 && is_comma {
            out.push(if is_list { ',' } else { ';' });
            rest -= 1;
        }
        if rest > 1 {
            out.push(' ');
            rest -= 1;
        }
    }
    end_sentence(stream, start, chars, out);
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
