//! What leads somewhere: mailboxes, hosts, addresses and URIs, as `std`, `url`, `idna` and others read them.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::*;

#[test]
fn mailboxes_have_names_in_quotes_and_literal_addresses() {
    let literal = |text: &str| {
        let (_, host) = text.rsplit_once('@')?;
        host.strip_prefix('[')?.strip_suffix(']').map(str::to_owned)
    };
    let common: [Form; 5] = [
        ("usual", &matches("^[a-z0-9._+-]+@[a-z0-9.-]+$")),
        ("signs", &matches("^[^\"@]*[!#$%&'*/=?^`{|}~][^\"@]*@")),
        ("capitals", &matches("^[A-Z]{3}.*@")),
        ("dots", &matches("^[a-z]+[.][a-z]+@")),
        ("number", &|text| literal(text).is_some_and(|host| host.parse::<Ipv4Addr>().is_ok())),
    ];
    let whole: [Form; 4] = [
        ("quotes", &matches("^\".+\"@")),
        ("space", &matches("^\"[^\"]* [^\"]*\"@")),
        ("escape", &matches(r#"^".*\\["\\].*"@"#)),
        ("long number", &|text| {
            let host = literal(text).unwrap_or_default();
            host.strip_prefix("IPv6:").is_some_and(|host| host.parse::<Ipv6Addr>().is_ok())
        }),
    ];
    meets(find("email").expect("known"), &common);
    meets(whole_of("email"), &[common.as_slice(), &whole].concat());
    for text in draws_of(whole_of("email")) {
        assert!(text.parse::<email_address::EmailAddress>().is_ok(), "{text}");
    }
    meets(
        whole_of("idn-email"),
        &[
            ("any", &|text| text.contains('@')),
            ("Cyrillic", &matches(r"^[^@]*\p{Cyrillic}{2}")),
            ("Han", &matches(r"^[^@]*\p{Han}{2}")),
            ("Arabic", &matches(r"^[^@]*\p{Arabic}{2}")),
            ("mark", &matches("^[^@]*[éüñøåçöł]")),
            ("quotes", &matches("^\".+\"@")),
        ],
    );
}

#[test]
fn hosts_have_all_kinds_of_labels() {
    meets(
        whole_of("hostname"),
        &[
            ("usual", &matches("^[a-z][a-z0-9.-]+$")),
            ("digits alone", &matches("^[0-9]+[.]")),
            ("digit in front", &matches("^[0-9][a-z]")),
            ("capitals", &matches("^[A-Z]+[.]")),
            ("hyphen", &matches("[a-z]-[a-z]")),
            ("encoded", &|text| {
                text.starts_with("xn--") && idna::domain_to_unicode(text).1.is_ok()
            }),
        ],
    );
    meets(
        whole_of("idn-hostname"),
        &[
            ("any", &|text| idna::domain_to_ascii(text).is_ok()),
            ("Cyrillic", &matches(r"^\p{Cyrillic}+[.]")),
            ("Greek", &matches(r"^\p{Greek}+[.]")),
            ("Han", &matches(r"^\p{Han}+[.]")),
            ("Hangul", &matches(r"^\p{Hangul}+[.]")),
            ("kana", &matches(r"^[\p{Hiragana}\p{Katakana}]+[.]")),
            ("Hebrew", &matches(r"^\p{Hebrew}+[.]")),
            ("Arabic", &matches(r"^\p{Arabic}+[.]")),
            ("Devanagari", &matches(r"^\p{Devanagari}+[.]")),
            ("Thai", &matches(r"^\p{Thai}+[.]")),
            ("mark", &matches("[éüñøåçöł]")),
        ],
    );
}

#[test]
fn addresses_have_all_forms() {
    let v6 =
        |text: &str| text.parse::<Ipv6Addr>().unwrap_or_else(|error| panic!("{text}: {error}"));
    meets(
        find("ipv6").expect("known"),
        &[
            ("usual", &|text| v6(text).to_string() == text || text.contains("::")),
            ("whole", &matches("^[0-9a-f]+(?::[0-9a-f]+){7}$")),
            ("longest", &|text| text.len() == 39),
            ("short", &matches("^[0-9a-f:]*::[0-9a-f:]*$")),
            ("capitals", &matches("[A-F].*[A-F]")),
            ("zeros in front", &matches("(?:^|:)0[0-9a-f]")),
            ("mapped", &|text| v6(text).to_ipv4_mapped().is_some() && text.contains('.')),
            ("translated", &matches("^64:ff9b::.*[.]")),
            ("six groups and a number", &matches("^(?:[0-9a-f]+:){6}[0-9.]+$")),
        ],
    );
    meets(
        find("ipv4").expect("known"),
        &[
            ("any", &|text| text.parse::<Ipv4Addr>().is_ok()),
            ("loopback", &|text| text.parse::<Ipv4Addr>().is_ok_and(|v4| v4.octets()[0] == 127)),
            ("multicast", &|text| text.parse::<Ipv4Addr>().is_ok_and(|v4| v4.is_multicast())),
            ("private", &|text| text.parse::<Ipv4Addr>().is_ok_and(|v4| v4.is_private())),
            ("zero in it", &matches("[.]0[.]")),
            ("255 in it", &matches("[.]255")),
        ],
    );
}

#[test]
fn uris_have_all_parts() {
    let url = |text: &str| url::Url::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    meets(
        whole_of("uri"),
        &[
            ("web", &matches("^https?://")),
            ("user", &|text| !url(text).username().is_empty()),
            ("password", &|text| url(text).password().is_some()),
            ("port", &|text| url(text).port().is_some()),
            ("IPv4", &|text| matches!(url(text).host(), Some(url::Host::Ipv4(_)))),
            ("IPv6", &|text| matches!(url(text).host(), Some(url::Host::Ipv6(_)))),
            ("query", &|text| url(text).query().is_some()),
            ("fragment", &|text| url(text).fragment().is_some()),
            ("escape", &matches("%[0-9A-F]{2}")),
            ("no host", &|text| url(text).cannot_be_a_base()),
            ("file", &matches("^file:///")),
            ("other scheme", &matches("^(?:ftp|wss?|ssh)://")),
            ("capitals", &matches("^[A-Z]+:")),
            ("slash at the end", &matches("/$")),
        ],
    );
    let base = url("https://example.com/a/b");
    meets(
        whole_of("uri-reference"),
        &[
            ("any", &|text| base.join(text).is_ok()),
            ("absolute", &matches("^[a-z+]+:")),
            ("host alone", &matches("^//[a-z]")),
            ("root", &matches("^/[a-z]")),
            ("relative", &matches("^[a-z]+/[a-z]")),
            ("up", &matches(r"^\.\./")),
            ("here", &matches(r"^\./")),
            ("query alone", &matches(r"^\?")),
            ("fragment alone", &matches("^#")),
        ],
    );
}

#[test]
fn iris_have_several_scripts() {
    let format = whole_of("iri");
    meets(
        format,
        &[
            ("any", &|text| url::Url::parse(text).is_ok()),
            ("Han", &matches(r"/[^/]*\p{Han}")),
            ("Arabic", &matches(r"/[^/]*\p{Arabic}")),
            ("Cyrillic", &matches(r"/[^/]*\p{Cyrillic}")),
            ("mark", &matches("/[^/]*[éüñøåçöł]")),
            ("host", &matches(r"^https?://[^/]*[^\x00-\x7f]")),
            ("ASCII", &|text| text.is_ascii()),
        ],
    );
    for text in draws_of(format) {
        assert!(referencing::Iri::parse(text.as_str()).is_ok(), "{text}");
    }
    meets(
        whole_of("iri-reference"),
        &[
            ("any", &|text| referencing::IriRef::parse(text).is_ok()),
            ("absolute", &matches("^[a-z+]+:")),
            ("path", &matches(r"^/[^/]*[^\x00-\x7f]")),
            ("fragment", &matches(r"^#.*[^\x00-\x7f]")),
        ],
    );
}
