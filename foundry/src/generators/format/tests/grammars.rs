//! Formats that the types of no crate read: judged by grammars written from their specifications, and by
//! crates that read nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::*;

/// Whether all of `pattern` is all of `text`; white space in the pattern means nothing.
fn is_whole(pattern: &str) -> impl Fn(&str) -> bool + use<> {
    let pattern =
        ::regex::Regex::new(&format!("(?xs) \\A (?: {pattern} ) \\z")).expect("a pattern");
    move |text| pattern.is_match(text)
}

fn assert_all(name: &str, is_right: impl Fn(&str) -> bool) {
    for format in [find(name), find_whole(name)].map(|found| found.expect("known")) {
        for text in draws_of(format) {
            assert!(is_right(&text), "{name}: {text:?}");
        }
    }
}

#[test]
fn base64_is_read_and_written_back_the_same() {
    assert_all("byte", |text| {
        let bytes = STANDARD.decode(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        STANDARD.encode(bytes) == text
    });
    assert!(STANDARD.decode("YR==").is_err(), "bits that nobody reads are no Base64");
}

/// RFC 6570, sections 2 and 2.1 to 2.4; the characters beyond ASCII of RFC 3987, section 2.2.
const TEMPLATE: &str = r"
    (?: [!\#$&()*+,./:;=?@_~0-9A-Za-z\[\]-] | [\u{A0}-\u{10FFFF}] | %[0-9A-Fa-f]{2}
      | \{
        (?: [+\#./;?&] | [=,!@|] )?
        VARSPEC (?: , VARSPEC )*
        \}
    )*";
const VARSPEC: &str = r"
    (?: [A-Za-z0-9_] | %[0-9A-Fa-f]{2} ) (?: \.? (?: [A-Za-z0-9_] | %[0-9A-Fa-f]{2} ) )*
    (?: : [1-9][0-9]{0,3} | \* )?";

#[test]
fn templates_are_in_the_grammar_of_rfc_6570() {
    let is_template = is_whole(&TEMPLATE.replace("VARSPEC", VARSPEC));
    // The examples of the RFC itself, and texts that break one rule each.
    for right in
        ["http://x.com/~{username}/", "{+path:6}/here", "{/list*,path:4}", "{?x,y,empty}", ""]
    {
        assert!(is_template(right), "{right}");
    }
    for wrong in [
        "{",
        "}",
        "{}",
        "{a b}",
        "{a,}",
        "{a:0}",
        "{a:10000}",
        "{a*:3}",
        "{.}",
        "a%2",
        "{a..b}",
        "{-a}",
    ] {
        assert!(!is_template(wrong), "{wrong}");
    }
    assert_all("uri-template", is_template);
}

/// draft-bhutton-relative-json-pointer-00, section 3, with the pointers of RFC 6901, section 3.
const RELATIVE: &str = r"
    (?: 0 | [1-9][0-9]* ) (?: [+-] [1-9][0-9]* )?
    (?: \# | (?: / (?: [^/~] | ~[01] )* )* )";

#[test]
fn relative_pointers_are_in_the_grammar_of_their_draft() {
    let is_relative = is_whole(RELATIVE);
    for right in
        ["0", "1/0", "2/highly/nested/objects", "0#", "1#", "0-1", "0+1#", "0/a~1b/", "0/é"]
    {
        assert!(is_relative(right), "{right}");
    }
    for wrong in ["", "/a", "01", "-1", "0a", "0##", "0/~2", "0/~", "0#/a", "1+0"] {
        assert!(!is_relative(wrong), "{wrong}");
    }
    assert_all("relative-json-pointer", is_relative);
}

/// RFC 5321, section 4.1.2, with the letters of RFC 6531, section 3.3: the part before the host.
const LOCAL: &str = r#"
    ATEXT+ (?: \. ATEXT+ )*
    | " (?: [\x20\x21\x23-\x5B\x5D-\x7E] | [^\x00-\x7F] | \\[\x20-\x7E] )* ""#;
const ATEXT: &str = r"(?: [A-Za-z0-9!\#$%&'*+/=?^_`{|}~-] | [^\x00-\x7F] )";

#[test]
fn international_addresses_are_in_the_grammar_of_rfc_6531() {
    use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
    let is_local = is_whole(&LOCAL.replace("ATEXT", ATEXT));
    let is_literal = |host: &str| {
        let inner = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        inner.is_some_and(|inner| match inner.strip_prefix("IPv6:") {
            Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
            None => inner.parse::<std::net::Ipv4Addr>().is_ok(),
        })
    };
    let is_host = |host: &str| {
        let (rules, length) = (Hyphens::Check, DnsLength::Verify);
        Uts46::new().to_ascii(host.as_bytes(), AsciiDenyList::STD3, rules, length).is_ok()
    };
    let is_address = |text: &str| {
        let Some((local, host)) = text.rsplit_once('@') else { return false };
        is_local(local) && local.len() <= 4 * 64 && (is_literal(host) || is_host(host))
    };
    for right in ["用户@例え.jp", "é.b@b.de", "a@[127.0.0.1]", "a@[IPv6:::1]", "\"a b\"@c.de"]
    {
        assert!(is_address(right), "{right}");
    }
    for wrong in ["a", "@b.de", "a@", ".a@b.de", "a..b@c.de", "a b@c.de", "a@b_c", "a@[1.2.3]"] {
        assert!(!is_address(wrong), "{wrong}");
    }
    assert_all("idn-email", is_address);
    assert_all("email", is_address);
}
