//! Names of any script → what stands for them in addresses of the internet.

use super::tables::Tables;

/// The lower-case ASCII letters and digits of `text`, as its language writes them in ASCII.
///
/// Where the tables know how it sounds, that; else letter by letter by `deunicode`: Chinese signs in pinyin.
pub(super) fn leave_ascii(text: &str, tables: &Tables) -> String {
    let sound = tables.readings.iter().find(|(name, _)| *name == text);
    let text = sound.map_or(text, |(_, sound)| sound).to_lowercase();
    let mut spelled = String::new();
    for letter in text.chars() {
        match tables.letters.iter().find(|(known, _)| *known == letter) {
            Some((_, ascii)) => spelled.push_str(ascii),
            None => spelled.push(letter),
        }
    }
    let ascii = deunicode::deunicode_with_tofu(&spelled, "").to_ascii_lowercase();
    ascii.chars().filter(char::is_ascii_alphanumeric).collect()
}
