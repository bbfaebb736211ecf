//! Names of any script → what stands for them in addresses of the internet.

use super::tables::Tables;

/// Appends the letters and digits of `text` in lower-case ASCII, as its language writes them there.
///
/// Where the tables know how it sounds, that; else letter by letter by `deunicode`: Chinese signs in pinyin.
pub(super) fn write_ascii(text: &str, tables: &Tables, out: &mut String) {
    // The tables speak of letters outside ASCII alone, which a test holds.
    if text.is_ascii() {
        return push_letters(text, out);
    }
    let sound = tables.readings.iter().find(|(name, _)| *name == text);
    for letter in sound.map_or(text, |(_, sound)| sound).chars().flat_map(char::to_lowercase) {
        match tables.letters.iter().find(|(known, _)| *known == letter) {
            Some((_, ascii)) => push_letters(ascii, out),
            None => push_letters(deunicode::deunicode_char(letter).unwrap_or_default(), out),
        }
    }
}

/// Appends the letters and digits of an ASCII text in lower case.
fn push_letters(ascii: &str, out: &mut String) {
    for sign in ascii.bytes().filter(u8::is_ascii_alphanumeric) {
        out.push(char::from(sign.to_ascii_lowercase() & 0x7f));
    }
}
