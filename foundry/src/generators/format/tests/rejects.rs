//! What no format may accept, and what it must accept though it never draws it.

use super::*;

fn assert_rejects(name: &str, texts: &[&str]) {
    let format = find(name).expect("known");
    for text in texts {
        assert!(!format.accepts(text), "{name} accepts {text:?}");
    }
}

fn assert_accepts(name: &str, texts: &[&str]) {
    let format = find(name).expect("known");
    for text in texts {
        assert!(format.accepts(text), "{name} rejects {text:?}");
    }
}

#[test]
fn dates_and_times_that_are_none_are_rejected() {
    assert_rejects("date", &["", "2023-02-29", "2023-13-01", "2023-1-01", "20230101"]);
    assert_rejects("time", &["", "12:00:00", "24:00:00Z", "12:00Z", "12:00:00.Z"]);
    assert_rejects("date-time", &["", "2023-01-01", "2023-01-01T12:00:00", "2023-02-30T12:00:00Z"]);
    assert_rejects(
        "partial-time",
        &["", "12:00", "24:00:00", "12:60:00", "12:00:61", "12:00:00.", "12:00:00Z", "1:00:00"],
    );
    assert_rejects(
        "partial-date-time",
        &["", "2023-01-01", "2023-01-01T12:00:00Z", "2023-02-29T12:00:00", "2023-01-01 12:00:00"],
    );
    assert_rejects(
        "zoned-date-time",
        &[
            "",
            "2023-01-01T12:00:00Z",
            "2023-01-01T12:00:00[UTC]",
            "2023-01-01T12:00:00+00:00[]",
            "2023-01-01T12:00:00+00:00[U C]",
            "2023-01-01T12:00:00+00:00[UTC",
            "2023-01-01T12:00:00+00:00[UTC]x",
        ],
    );
    assert_accepts("zoned-date-time", &["2024-06-19T15:22:45-04:00[America/New_York]"]);
    assert_accepts("partial-time", &["23:59:60", "00:00:00.000000001"]);
}

#[test]
fn durations_that_are_none_are_rejected() {
    assert_rejects(
        "duration",
        &[
            "", "P", "PT", "P1", "PT1", "1H", "P1H", "PT1D", "PT1S1M", "P1YT", "PT1.5H", "PT.5S",
            "P-1D",
        ],
    );
    assert_accepts("duration", &["P1Y2M3W4DT5H6M7.5S", "-PT1H", "PT1H5S", "P1Y4D", "P0D"]);
}

#[test]
fn addresses_that_are_none_are_rejected() {
    assert_rejects("ipv4", &["", "1.2.3", "1.2.3.256", "1.2.3.04", "::1"]);
    assert_rejects("ipv6", &["", ":", "1::2::3", "12345::", "1.2.3.4", "[::1]"]);
    assert_rejects("ip", &["", "localhost", "1.2.3.4:80", "::1%eth0"]);
    assert_rejects("socket-addr", &["", "1.2.3.4", "::1:80x", "[::1]", "1.2.3.4:65536"]);
    assert_rejects("socket-addr-v4", &["[::1]:80"]);
    assert_rejects("socket-addr-v6", &["1.2.3.4:80"]);
    assert_rejects("hostname", &["", "-a", "a-", "a..b", "a_b", "é.com"]);
    assert_rejects("idn-hostname", &["", "-é", "é-", "a..é", "a b", "a_b", "ab--é"]);
    assert_accepts("idn-hostname", &["éa.com", "例え.jp", "example.com", "xn--bcher-kva.ch"]);
    assert_accepts(
        "idn-hostname",
        &["l·l", "ßς་〇", "क\u{94d}\u{200d}ष", "・丈", "cafe\u{301}.fr"],
    );
    assert_rejects("idn-hostname", &["\u{301}a", "a\u{a0}b", "a☃b", "xn--X", "a\u{200d}-"]);
    assert_rejects("email", &["", "a", "@b", "a@", "a b@c.de", "é@b.de"]);
    assert_rejects("idn-email", &["", "a", "@b", "a@", "a b@c.de", "a@b_c"]);
    assert_accepts("idn-email", &["é@b.de", "a@é.de", "用户@例え.jp", "a@[127.0.0.1]"]);
}

#[test]
fn identifiers_and_references_that_are_none_are_rejected() {
    assert_rejects(
        "uuid",
        &["", "00000000000000000000000000000000", "g0000000-0000-4000-8000-000000000000"],
    );
    assert_rejects("uri", &["", "/a", "http://a b", "http://é"]);
    assert_rejects("uri-reference", &["a b", "%zz", "é"]);
    assert_rejects("iri", &["", "/a", "http://a b"]);
    assert_rejects("uri-template", &["{", "{}", "a b"]);
    assert_rejects("json-pointer", &["a", "/~", "/~2"]);
    assert_rejects("relative-json-pointer", &["", "/a", "01", "-1"]);
    assert_rejects("regex", &["(", "[", "a{2,1}", "*"]);
    assert_rejects("byte", &["a", "ab=", "====", "ab==cd==", "a_b-", "YWJ=", "YR=="]);
    assert_accepts("byte", &["", "YWJj", "YWI=", "YQ=="]);
}

#[test]
fn numbers_and_versions_that_are_none_are_rejected() {
    assert_rejects("decimal", &["", "-", ".5", "5.", "1e3", "+1", "1,5", "0x1", "NaN", " 1"]);
    assert_accepts("decimal", &["0", "-0.10", "007", "123456789012345678901234567890.5"]);
    assert_rejects("semver", &["", "1", "1.2", "01.2.3", "1.2.3-", "1.2.3-01", "v1.2.3", "1.2.3+"]);
    assert_accepts("semver", &["1.2.3-rc.1+build.5", "0.0.0"]);
    assert_rejects("semver-req", &["", ">", "1.2.3.4", "^1,", "01", "a", "1 2"]);
    assert_accepts("semver-req", &["1.*", ">=1.2, <2", "^0.3.0-rc.1", "*", "=1"]);
}
