//! Forms and templates of the tables → text.

use crate::generators::digits::draw_digit;
use crate::seed::Stream;

/// Letters that postcodes of all locales here may hold: the British ones leave out C, I, K, M, O and V, the Dutch ones
/// F, I, O, Q, U and Y, and pairs with an S in front.
const LETTERS: &[u8; 14] = b"ABDEGHJLNPRTWX";

/// Appends `form`, in which `#` stands for a digit, `%` for a digit that is not 0, and `^` for a capital letter;
/// everything else stands for itself.
pub(super) fn write_form(form: &str, stream: &mut Stream, out: &mut String) {
    for sign in form.chars() {
        match sign {
            '#' => draw_digit(stream, 0, out),
            '%' => draw_digit(stream, 1, out),
            '^' => out.push(char::from(LETTERS[stream.index(LETTERS.len())])),
            _ => out.push(sign),
        }
    }
}

/// Appends one of `forms`.
pub(super) fn write_one_of(forms: &[&str], stream: &mut Stream, out: &mut String) {
    let form = pick(forms, stream);
    write_form(form, stream, out);
}

/// One of `items`; no text where there is none, which a test excludes for every table.
pub(super) fn pick<'a>(items: &[&'a str], stream: &mut Stream) -> &'a str {
    stream.choose(items).copied().unwrap_or_default()
}

/// Appends `template`, with what `write` appends for each name in braces.
pub(super) fn fill_template<'t>(
    template: &'t str,
    out: &mut String,
    mut write: impl FnMut(&str, &mut String),
) {
    // Templates are so short that a search for a sign of them costs more than a look at each byte.
    let split = |text: &'t str, sign: u8| {
        let at = text.bytes().position(|byte| byte == sign)?;
        Some((text.get(..at)?, text.get(at + 1..)?))
    };
    let mut rest = template;
    while let Some((before, (name, after))) =
        split(rest, b'{').and_then(|(before, tail)| Some((before, split(tail, b'}')?)))
    {
        out.push_str(before);
        write(name, out);
        rest = after;
    }
    out.push_str(rest);
}
