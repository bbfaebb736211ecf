//! Checks of formats that say yes sooner than those of jsonschema, and never otherwise.

use std::cell::RefCell;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::json;

use crate::instance::{Instance, InstanceJson};

/// The most that a part of an address may have in bytes: RFC 5321, section 4.5.3.1, and RFC 1035,
/// section 2.3.4.
const MOST_LOCAL: usize = 64;
const MOST_DOMAIN: usize = 253;
const MOST_LABEL: usize = 63;

/// The judges of all texts that are not plain.
static JUDGE_OF_EMAILS: LazyLock<Judge> = LazyLock::new(|| judge_of("email"));
static JUDGE_OF_URIS: LazyLock<Judge> = LazyLock::new(|| judge_of("uri"));

type Judge = Option<Validator<InstanceJson>>;

fn judge_of(format: &str) -> Judge {
    let options = jsonschema::options_for::<InstanceJson>().should_validate_formats(true);
    options.build(&json!({"format": format})).ok()
}

/// Whether jsonschema takes `text` for an e-mail address. Plain ones, which most are, take a fraction of
/// the time that it needs.
pub(super) fn is_email(text: &str) -> bool {
    is_plain_email(text) || admits(&JUDGE_OF_EMAILS, text)
}

/// The same for a URI.
pub(super) fn is_uri(text: &str) -> bool {
    is_plain_url(text) || admits(&JUDGE_OF_URIS, text)
}

thread_local! {
    /// The text that is judged, in a buffer that is kept.
    static JUDGED: RefCell<Instance> = RefCell::default();
}

fn admits(judge: &LazyLock<Judge>, text: &str) -> bool {
    let Some(judge) = judge.as_ref() else { return false };
    JUDGED.with_borrow_mut(|judged| {
        judged.clear();
        judged.text(text);
        judge.is_valid(judged.root())
    })
}

/// Whether it is an address of the web with a host by name, and behind that nothing but signs that may
/// stand in every part of a path and of a query (RFC 3986, sections 3.3 and 3.4).
fn is_plain_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
        let is_in_part = |sign: u8| {
            sign.is_ascii_alphanumeric()
                || matches!(sign, b'-' | b'.' | b'_' | b'~' | b'/' | b'?' | b'=' | b'&')
        };
        host && rest.bytes().all(is_in_part)
    })
}

/// Whether it is an address of words joined by dots, at a host of two labels or more.
fn is_plain_email(text: &str) -> bool {
    let Some(at) = text.bytes().position(|sign| sign == b'@') else { return false };
    let (local, domain) = (&text.as_bytes()[..at], &text.as_bytes()[at + 1..]);
    local.len() <= MOST_LOCAL
        && domain.len() <= MOST_DOMAIN
        && is_joined(local, WORD).is_some()
        && is_joined(domain, HOST)
            .is_some_and(|(labels, longest)| labels > 1 && longest <= MOST_LABEL)
}

/// What the words of a plain address are made of, and the labels of its host.
const WORD: u8 = 0b01;
const HOST: u8 = 0b10;

/// For each byte, what it may be part of.
const PARTS: [u8; 256] = {
    let mut parts = [0; 256];
    let mut at = 0_u8;
    while at < 128 {
        if at.is_ascii_alphanumeric() {
            parts[at as usize] = WORD | HOST;
        } else if matches!(at, b'_' | b'-' | b'+') {
            parts[at as usize] = WORD;
        }
        at += 1;
    }
    parts
};

/// How many parts `text` has between dots, and how long the longest is, where each is of `part` alone
/// and none is empty.
fn is_joined(text: &[u8], part: u8) -> Option<(usize, usize)> {
    let (mut parts, mut longest, mut start) = (1, 0, 0);
    for (at, sign) in text.iter().enumerate() {
        if PARTS[usize::from(*sign)] & part == 0 {
            if *sign != b'.' || at == start {
                return None;
            }
            longest = longest.max(at - start);
            (parts, start) = (parts + 1, at + 1);
        }
    }
    let last = text.len() - start;
    (last > 0).then_some((parts, longest.max(last)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn is_valid(text: &str) -> bool {
        admits(&JUDGE_OF_EMAILS, text)
    }

    #[test]
    fn what_is_no_plain_url_is_left_to_the_judge() {
        for text in ["https://a", "http://example.com/a/b.c?x=1&y=~2", "https://a_b?c/d?e"] {
            assert!(is_plain_url(text) && admits(&JUDGE_OF_URIS, text), "{text}");
        }
        for text in
            ["", "https://", "ftp://a.b", "https://a/#", "http://[::1]/", "https://a b", "a"]
        {
            assert!(!is_plain_url(text), "{text}");
            assert_eq!(is_uri(text), admits(&JUDGE_OF_URIS, text), "{text}");
        }
    }

    #[test]
    fn what_is_no_plain_address_is_left_to_the_judge() {
        for text in ["a@b.c", "ada.lovelace42@example.com", "a+b_c-d@x1.y2", "A@B.C.D.E"] {
            assert!(is_plain_email(text) && is_valid(text), "{text}");
        }
        let label = "a".repeat(64);
        let long = [format!("{label}a@b.c"), format!("a@{label}.c"), format!("a@b.{label}")];
        let odd =
            ["", "@", "a@", "@b.c", "a@b", "a..b@c.d", ".a@b.c", "a.@b.c", "a@b..c", "a@b.c."];
        for text in odd.into_iter().chain(long.iter().map(String::as_str)) {
            assert!(!is_plain_email(text), "{text}");
            assert_eq!(is_email(text), is_valid(text), "{text}");
        }
        for text in ["\"a b\"@c.d", "a@[127.0.0.1]", "é@b.c", "a b@c.d", "a@b@c.d", "a@-b.c"] {
            assert!(!is_plain_email(text), "{text}");
            assert_eq!(is_email(text), is_valid(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_judge_says_the_same(text in "[a-cZ0-9._+@\"é -]{0,4}(@|@a|@[0-9a-b.-]{1,6}|[0-9]@[0-9.]{1,9})[.]?[a-b0-9@-]{0,3}") {
            prop_assert_eq!(is_email(&text), is_valid(&text));
        }

        #[test]
        fn the_judge_says_the_same_of_urls(text in "https?://[a-z0-9._~/?=&-]{0,3}[a-zA-Z0-9._~/?=&:#%@ é\\[-]{0,12}") {
            prop_assert_eq!(is_uri(&text), admits(&JUDGE_OF_URIS, &text));
        }

        #[test]
        fn plain_addresses_are_valid(text in "[a-zA-Z0-9_+-]{1,30}([.][a-z0-9+_-]{1,8}){0,3}@[a-z0-9]{1,40}([.][a-zA-Z0-9]{1,40}){1,4}") {
            prop_assert_eq!(is_email(&text), is_valid(&text));
        }
    }
}
