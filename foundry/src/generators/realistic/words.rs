//! The name of a field in any case → its words.

/// The words of `field` in lower case, with a space between them.
///
/// A word ends at every sign that is no letter and no digit, before a capital that follows a small letter, before the
/// last capital of several where a small letter follows (`HTTPServer` → `http server`), and between letters and digits.
/// So `eMailAddress` has three words, `e mail address`, and `iPhone` two; whoever looks names up leaves the spaces out.
pub(crate) fn words(field: &str) -> String {
    if field.bytes().all(|byte| byte.is_ascii_lowercase()) {
        // Most fields are one word.
        return field.to_owned();
    }
    let mut words = String::with_capacity(field.len() + 4);
    let mut before = None;
    let mut signs = field.chars().peekable();
    while let Some(sign) = signs.next() {
        let after = signs.peek().copied();
        if !sign.is_alphanumeric() || before.is_some_and(|before| is_border(before, sign, after)) {
            end_word(&mut words);
        }
        if sign.is_ascii_alphanumeric() {
            words.push(sign.to_ascii_lowercase());
        } else {
            words.extend(sign.to_lowercase().filter(|sign| sign.is_alphanumeric()));
        }
        before = Some(sign);
    }
    words.truncate(words.trim_end().len());
    words
}

/// Whether a word begins at `sign`, which follows `before`.
fn is_border(before: char, sign: char, after: Option<char>) -> bool {
    let begins = sign.is_uppercase()
        && (before.is_lowercase()
            || (before.is_uppercase() && after.is_some_and(char::is_lowercase)));
    begins
        || (before.is_alphanumeric()
            && sign.is_alphanumeric()
            && before.is_numeric() != sign.is_numeric())
}

fn end_word(words: &mut String) {
    if !words.is_empty() && !words.ends_with(' ') {
        words.push(' ');
    }
}
