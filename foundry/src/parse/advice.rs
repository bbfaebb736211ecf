//! A pattern that is legal in some dialect of ECMA-262, and that nobody here reads → what says the same.

/// What would do instead of `pattern`, which was refused because of `reason`; `None` where that is not known.
pub(crate) fn advice(pattern: &str, reason: &str) -> Option<String> {
    if let Some(character) = surrogates(pattern) {
        let number = u32::from(character);
        return Some(format!("write the character itself, `{character}`, or `\\u{{{number:x}}}`"));
    }
    let known = [
        (pattern.contains(r"\0"), r"write the character NUL as `\x00`"),
        (pattern.contains("[^]"), r"write any character as `[\s\S]`"),
        (pattern.contains("[]"), "no text matches `[]`: write the schema `false`"),
        (
            pattern.contains(r"\k<"),
            "list the texts under `enum`: what repeats a group is not regular",
        ),
        (
            reason.contains("property"),
            r"name a property that Unicode has, such as `\p{L}` or `\p{Script=Greek}`",
        ),
        (reason.contains("range boundary"), r"write a hyphen that stands for itself as `\-`"),
        (reason.contains("repetition quantifier"), r"write a brace that stands for itself as `\{`"),
    ];
    known.into_iter().find(|(applies, _)| *applies).map(|(_, help)| help.to_owned())
}

/// The character that two halves of UTF-16 stand for.
fn surrogates(pattern: &str) -> Option<char> {
    let half = |text: &str| u16::from_str_radix(text.strip_prefix(r"\u")?.get(..4)?, 16).ok();
    pattern.match_indices(r"\u").find_map(|(at, _)| {
        let halves = [half(&pattern[at..])?, half(pattern.get(at + 6..)?)?];
        let both = char::decode_utf16(halves).collect::<Result<Vec<char>, _>>().ok()?;
        match both.as_slice() {
            [character] => Some(*character),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_dialects_write_is_told_in_this_one() {
        for (pattern, reason, help) in [
            (r"^\ud83d\ude00$", "", "write the character itself, `😀`, or `\\u{1f600}`"),
            (r"^\0$", "", r"write the character NUL as `\x00`"),
            ("[^]", "", r"write any character as `[\s\S]`"),
            ("[]", "", "no text matches `[]`: write the schema `false`"),
            (r"[\w-.]", "invalid range boundary", r"write a hyphen that stands for itself as `\-`"),
        ] {
            assert_eq!(advice(pattern, reason).as_deref(), Some(help), "{pattern}");
        }
        assert_eq!(advice(r"\ud83d\u0041 \u", ""), None);
    }
}
