//! Each form that a format has comes up in some thousand draws, as a crate of its own reads it; and the
//! usual forms stay the most frequent.

use std::net::{Ipv4Addr, Ipv6Addr};

use chrono::{DateTime, Datelike as _, NaiveDate, Timelike as _};

use super::*;

const DRAWS: u64 = 4000;

/// How often each of `forms` is met in [`DRAWS`] texts of `format`; every one has to be. The first is the
/// usual one, which three of four texts have.
fn meets(format: &Format, forms: &[(&str, &dyn Fn(&str) -> bool)]) {
    let texts: Vec<String> = (0..DRAWS).map(|row| draw_of(format, row, 0, None)).collect();
    for (at, (name, has)) in forms.iter().enumerate() {
        let met = texts.iter().filter(|text| has(text)).count();
        let least = if at == 0 { texts.len() * 3 / 4 } else { 3 };
        assert!(met >= least, "{}: `{name}` came {met} times", format.name());
    }
}

fn whole_of(name: &str) -> &'static Format {
    find_whole(name).expect("known")
}

fn matches(pattern: &str) -> impl Fn(&str) -> bool {
    let pattern = ::regex::Regex::new(pattern).expect("a pattern");
    move |text| pattern.is_match(text)
}

fn instant(text: &str) -> DateTime<chrono::FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn days_reach_both_ends_of_the_calendar_and_leap_days() {
    let day =
        |text: &str| text.parse::<NaiveDate>().unwrap_or_else(|error| panic!("{text}: {error}"));
    meets(
        find("date").expect("known"),
        &[
            ("near", &|text| (1960..2080).contains(&day(text).year())),
            ("leap day", &|text| (day(text).month(), day(text).day()) == (2, 29)),
            ("year 1", &|text| day(text).year() == 1),
            ("year 9999", &|text| day(text).year() == 9999),
            ("far", &|text| !(1600..2400).contains(&day(text).year())),
        ],
    );
}

#[test]
fn instants_have_all_forms_of_rfc_3339() {
    let in_utc = |text: &str| instant(text).naive_utc();
    let format = whole_of("date-time");
    meets(
        format,
        &[
            ("usual", &matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}([.][0-9]+)?(Z|[+-])")),
            ("leap second", &|text| {
                text[17..19] == *"60" && instant(text).nanosecond() >= 1_000_000_000
            }),
            ("leap second elsewhere", &matches("^.{10}T(?:0|1|2[012]).*:60.*[+-]")),
            ("small t", &matches("^.{10}t")),
            ("small z", &matches("z$")),
            ("unknown offset", &matches("-00:00$")),
            ("west", &|text| instant(text).offset().utc_minus_local() > 13 * 3600),
            ("east", &|text| instant(text).offset().local_minus_utc() > 15 * 3600),
            ("one digit", &matches("[.][0-9](?:[Zz]|[+-])")),
            ("nine digits", &matches("[.][0-9]{9}(?:[Zz]|[+-])")),
            ("year 1", &|text| in_utc(text).year() == 1),
            ("year 9999", &|text| in_utc(text).year() == 9999),
            ("leap day", &matches("^[0-9]{4}-02-29")),
        ],
    );
    for text in draws_of(format) {
        assert!((1..=9999).contains(&in_utc(&text).year()), "{text}");
        if text[17..19] == *"60" {
            let utc = in_utc(&text);
            let day = (utc.month(), utc.day(), utc.hour(), utc.minute());
            assert!([(6, 30, 23, 59), (12, 31, 23, 59)].contains(&day), "{text}");
        }
    }
    meets(
        find("date-time").expect("known"),
        &[
            ("usual", &matches("Z$")),
            ("any offset", &matches("[+-](?:1[5-9]|2[0-3]):[0-9]{2}$")),
            ("two digits", &matches("[.][0-9]{2}(?:Z|[+-])")),
            ("year 2", &matches("^0002")),
            ("year 9998", &matches("^9998")),
        ],
    );
}

#[test]
fn times_have_all_forms_of_rfc_3339() {
    let at_day = |text: &str| instant(&format!("2000-06-15T{text}"));
    meets(
        whole_of("time"),
        &[
            ("usual", &|text| at_day(text).second() < 60 && !text.ends_with('z')),
            ("leap second", &matches("^23:59:60(?:[.][0-9]+)?[Zz]$")),
            ("leap second elsewhere", &matches("^(?:0|1).*:60.*[+-]")),
            ("small z", &matches("z$")),
            ("offset", &matches("[+-][0-9]{2}:[0-9]{2}$")),
        ],
    );
}

#[test]
fn durations_have_all_parts() {
    let format = whole_of("duration");
    meets(
        format,
        &[
            ("any", &|text| text.parse::<jiff::Span>().is_ok()),
            ("weeks", &matches("^P[0-9]+W$")),
            ("days", &matches("^P[0-9]+D$")),
            ("a date", &matches("^P[0-9]+Y[0-9]+M[0-9]+D$")),
            ("a time", &matches("^PT[0-9]+H[0-9]+M[0-9]+S$")),
            ("seconds", &matches("^PT[0-9]+S$")),
            ("both", &matches("^P[^T]+T.+$")),
            ("all", &matches("^P[0-9]+Y[0-9]+M[0-9]+DT[0-9]+H[0-9]+M[0-9]+S$")),
        ],
    );
    for text in draws_of(format) {
        text.parse::<jiff::Span>().unwrap_or_else(|error| panic!("{text}: {error}"));
    }
}

#[test]
fn mailboxes_have_names_in_quotes_and_literal_addresses() {
    let literal = |text: &str| {
        let (_, host) = text.rsplit_once('@')?;
        host.strip_prefix('[')?.strip_suffix(']').map(str::to_owned)
    };
    let common: [(&str, &dyn Fn(&str) -> bool); 5] = [
        ("usual", &matches("^[a-z0-9._+-]+@[a-z0-9.-]+$")),
        ("signs", &matches("^[^\"@]*[!#$%&'*/=?^`{|}~][^\"@]*@")),
        ("capitals", &matches("^[A-Z]{3}.*@")),
        ("dots", &matches("^[a-z]+[.][a-z]+@")),
        ("number", &|text| literal(text).is_some_and(|host| host.parse::<Ipv4Addr>().is_ok())),
    ];
    let whole: [(&str, &dyn Fn(&str) -> bool); 4] = [
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

#[test]
fn templates_have_all_operators_and_modifiers() {
    meets(
        whole_of("uri-template"),
        &[
            ("expression", &matches(r"\{[^}]+\}$")),
            ("no operator", &matches(r"\{[a-z]")),
            ("+", &matches(r"\{\+")),
            ("#", &matches(r"\{#")),
            (".", &matches(r"\{\.")),
            ("/", &matches(r"\{/")),
            (";", &matches(r"\{;")),
            ("?", &matches(r"\{\?")),
            ("&", &matches(r"\{&")),
            ("explode", &matches(r"[a-z]\*[,}]")),
            ("prefix", &matches(r"[a-z]:[1-9][,}]")),
            ("several", &matches(r"\{[^}]*,[^}]*\}")),
            ("parts of a name", &matches(r"\{[^}]*[a-z]\.[a-z]")),
            ("two expressions", &matches(r"\{[^}]*\}\{")),
            ("absolute", &matches("^https://")),
        ],
    );
}

#[test]
fn pointers_have_all_kinds_of_tokens() {
    // What a pointer leads to in a document that is made for it.
    let leads = |text: &str| {
        let tokens =
            text.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~"));
        let made = tokens.collect::<Vec<_>>().into_iter().rev().fold(json!(1), |inner, token| {
            let mut map = serde_json::Map::new();
            map.insert(token, inner);
            Value::Object(map)
        });
        made.pointer(text) == Some(&json!(1))
    };
    meets(
        whole_of("json-pointer"),
        &[
            ("any", &leads),
            ("empty", &str::is_empty),
            ("nameless", &|text| text == "/"),
            ("empty token", &matches("//")),
            ("tilde", &matches("~0")),
            ("slash", &matches("~1")),
            ("position", &matches("/[0-9]+(?:/|$)")),
            ("behind the last", &matches("/-(?:/|$)")),
            ("space", &matches(" ")),
            ("percent", &matches("%")),
            ("backslash", &matches(r"\\")),
            ("quote", &matches("\"")),
            ("Han", &matches(r"\p{Han}")),
            ("Cyrillic", &matches(r"\p{Cyrillic}")),
        ],
    );
    meets(
        whole_of("relative-json-pointer"),
        &[
            ("any", &matches("^(?:0|[1-9][0-9]*)(?:#|/|$)")),
            ("name", &matches("^[0-9]+#$")),
            ("self", &matches("^[0-9]+$")),
            ("two digits", &matches("^[1-9][0-9](?:#|/)")),
            ("escape", &matches("~[01]")),
            ("Han", &matches(r"\p{Han}")),
        ],
    );
}

#[test]
fn expressions_have_all_simple_constructs() {
    let format = whole_of("regex");
    let reads = |text: &str| fancy_regex::Regex::new(text).is_ok();
    meets(
        format,
        &[
            ("any", &reads),
            ("anchors", &matches(r"^\^.*\$$")),
            ("class", &matches(r"\[[^\]]+\]")),
            ("no class", &matches(r"\[\^")),
            ("group", &matches(r"\((?:[^?]|\?:)")),
            ("name", &matches(r"\(\?<word>")),
            ("choice", &matches(r"\|")),
            ("star", &matches(r"\*")),
            ("plus", &matches(r"\+")),
            ("lazy", &matches(r"[*+}]\?")),
            ("count", &matches(r"\{3\}")),
            ("counts", &matches(r"\{2,5\}")),
            ("open count", &matches(r"\{2,\}")),
            ("look ahead", &matches(r"\(\?=")),
            ("look ahead for none", &matches(r"\(\?!")),
            ("look behind", &matches(r"\(\?<=")),
            ("look behind for none", &matches(r"\(\?<!")),
            ("the same again", &matches(r"\\1")),
            ("edge of a word", &matches(r"\\b")),
            ("character by number", &matches(r"\\u00e9|\\x41")),
        ],
    );
    for text in draws_of(format) {
        assert!(reads(&text), "{text}");
    }
}

#[test]
fn identifiers_have_all_versions() {
    let version = |text: &str| {
        let uuid: uuid::Uuid = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        uuid.get_version_num()
    };
    let is_version = |wanted: usize| move |text: &str| version(text) == wanted;
    meets(
        whole_of("uuid"),
        &[
            ("usual", &|text| matches!(version(text), 4 | 7)),
            ("nil", &|text| text.parse::<uuid::Uuid>().is_ok_and(|uuid| uuid.is_nil())),
            ("max", &|text| text.parse::<uuid::Uuid>().is_ok_and(|uuid| uuid.is_max())),
            ("capitals", &matches("[A-F]")),
            ("1", &is_version(1)),
            ("2", &is_version(2)),
            ("3", &is_version(3)),
            ("5", &is_version(5)),
            ("6", &is_version(6)),
            ("8", &is_version(8)),
        ],
    );
}
