//! The internet: addresses, names and passwords, none of which leads to anybody.

use super::form::{pick, write_form, write_one_of};
use super::lorem::write_words;
use super::picks::{Company, Part, Person};
use super::{Draw, Faker};
use crate::generators::digits::{fill_hex, push_ascii, push_decimal};

pub(super) static FAKERS: &[Faker] = &[
    Faker {
        name: "internet.email",
        about: "e-mail addresses made from the person's name, at domains that nobody owns",
        fields: &["email", "email address", "mail", "mail address", "email addr", "reply to"],
        format: Some("email"),
        write: write_email,
    },
    Faker {
        name: "internet.domain",
        about: "domains that nobody owns, of the object's company",
        fields: &["domain", "domain name", "host", "host name", "fqdn", "server name"],
        format: Some("hostname"),
        write: |draw, out| {
            if draw.own.chance(0.4) {
                out.push_str(pick(HOSTS, draw.own));
                write_form(if draw.own.chance(0.5) { "." } else { "-%." }, draw.own, out);
            }
            Company::of(draw).write_domain(out);
        },
    },
    Faker {
        name: "internet.url",
        about: "addresses of web pages of the object's company",
        fields: &[
            "url",
            "uri",
            "website",
            "homepage",
            "web page",
            "link",
            "href",
            "permalink",
            "web address",
            "webhook",
            "endpoint",
            "callback",
        ],
        format: Some("uri"),
        write: write_url,
    },
    Faker {
        name: "internet.slug",
        about: "words with hyphens, as the last part of a web address",
        fields: &["slug", "url slug", "url key", "permalink slug"],
        format: None,
        write: |draw, out| {
            let count = 2 + draw.own.index(3);
            write_words(LATIN, count, SLUG_CHARS, "-", draw.own, out);
        },
    },
    Faker {
        name: "internet.password",
        about: "passwords of 14 to 20 characters: small and capital letters, digits and signs",
        fields: &["password", "passwd", "pwd", "passphrase", "user password"],
        format: None,
        write: write_password,
    },
    Faker {
        name: "internet.ipv4",
        about: "IPv4 addresses from the blocks for documentation (RFC 5737)",
        fields: &[
            "ip",
            "ip address",
            "ip addr",
            "ipv4",
            "ipv4 address",
            "remote addr",
            "client ip",
        ],
        format: Some("ipv4"),
        write: |draw, out| {
            out.push_str(pick(&["192.0.2.", "198.51.100.", "203.0.113."], draw.own));
            push_decimal(1 + draw.own.below(254), out);
        },
    },
    Faker {
        name: "internet.mac",
        about: "hardware addresses from the block for documentation (RFC 7042)",
        fields: &["mac", "mac address", "hardware address", "mac addr"],
        format: None,
        write: |draw, out| {
            out.push_str("00:00:5e:00:53:");
            let mut bits = [0; 2];
            fill_hex(draw.own.below(256), &mut bits);
            push_ascii(&bits, out);
        },
    },
    Faker {
        name: "internet.user_agent",
        about: "what programs call themselves when they ask a web server",
        fields: &["user agent", "browser agent", "user agent string"],
        format: None,
        write: |draw, out| write_one_of(AGENTS, draw.own, out),
    },
];

/// The words of `internet.slug` and of the paths of addresses.
const LATIN: &[&str] = <fake::locales::EN as fake::locales::Data>::LOREM_WORD;

/// The longest slug.
const SLUG_CHARS: usize = 40;

/// RFC 2606: nobody can own these.
const DOMAINS: &[&str] = &["example.com", "example.com", "example.org", "example.net"];

const HOSTS: &[&str] = &[
    "api", "app", "auth", "blog", "cache", "cdn", "db", "dev", "docs", "files", "git", "intranet",
    "mail", "media", "mx", "node", "shop", "status", "test", "vpn", "web", "www",
];

const SECTIONS: &[&str] = &[
    "about", "account", "articles", "blog", "careers", "catalog", "contact", "docs", "events",
    "guides", "help", "jobs", "news", "offers", "partners", "press", "products", "services",
    "stories", "support", "team", "topics",
];

const AGENTS: &[&str] = &[
    "curl/8.%.#",
    "Wget/1.2%.%",
    "python-requests/2.3%.#",
    "PostmanRuntime/7.%#.#",
    "okhttp/4.1%.#",
    "Go-http-client/2.0",
    "Mozilla/5.0 (X11; Linux x86_64; rv:1%#.0) Firefox/1%#.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/1%#.0.0.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/60%.1.#",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_% like Mac OS X)",
    "Mozilla/5.0 (Android 1%; Mobile; rv:1%#.0) Firefox/1%#.0",
];

fn write_email(draw: &mut Draw<'_>, out: &mut String) {
    use Part::{First, Initial, Last, Number, Sign};
    let parts: &[Part] = match draw.own.below(8) {
        0..4 => &[First, Sign('.'), Last],
        4 => &[Initial, Last],
        5 => &[First, Sign('.'), Last, Number],
        6 => &[Last, Sign('.'), First],
        _ => &[Initial, Sign('.'), Last, Number],
    };
    Person::of(draw).write_login(parts, out);
    out.push('@');
    if draw.own.chance(0.4) {
        Company::of(draw).write_domain(out);
    } else {
        out.push_str(pick(DOMAINS, draw.own));
    }
}

fn write_url(draw: &mut Draw<'_>, out: &mut String) {
    out.push_str("https://www.");
    Company::of(draw).write_domain(out);
    out.push('/');
    if draw.own.chance(0.75) {
        out.push_str(pick(SECTIONS, draw.own));
        if draw.own.chance(0.6) {
            out.push('/');
            write_words(LATIN, 2, 24, "-", draw.own, out);
        }
    }
}

/// One character of each class, and some of all of them.
fn write_password(draw: &mut Draw<'_>, out: &mut String) {
    const CLASSES: [&[u8]; 4] = [
        b"abcdefghijkmnopqrstuvwxyz",
        b"ABCDEFGHJKLMNPQRSTUVWXYZ",
        b"23456789",
        b"!#$%&*+-.:=?@_~",
    ];
    let length = 14 + draw.own.index(7);
    let mut signs = [0; 20];
    let signs = &mut signs[..length];
    for (at, sign) in signs.iter_mut().enumerate() {
        let class = CLASSES[if at < CLASSES.len() { at } else { draw.own.index(CLASSES.len()) }];
        *sign = class[draw.own.index(class.len())];
    }
    draw.own.shuffle(signs);
    push_ascii(signs, out);
}
