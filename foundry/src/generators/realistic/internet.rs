//! The internet: addresses, names and passwords, none of which leads to anybody.

use std::fmt::Write as _;

use super::form::{pick, write_form, write_one_of};
use super::lorem::draw_words;
use super::picks::{Company, Person, join_words};
use super::{Draw, Faker};

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
            out.push_str(&Company::of(draw).domain());
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
            let words = draw_words(LATIN, count, SLUG_CHARS, "-", draw.own);
            out.push_str(&words);
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
            let block = pick(&["192.0.2", "198.51.100", "203.0.113"], draw.own);
            // Writing to a `String` cannot fail.
            let _ = write!(out, "{block}.{}", 1 + draw.own.below(254));
        },
    },
    Faker {
        name: "internet.mac",
        about: "hardware addresses from the block for documentation (RFC 7042)",
        fields: &["mac", "mac address", "hardware address", "mac addr"],
        format: None,
        write: |draw, out| {
            let bits = draw.own.below(256);
            let _ = write!(out, "00:00:5e:00:53:{bits:02x}");
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
    let person = Person::of(draw);
    let (first, last) = person.ascii(draw);
    let initial = first.get(..1).unwrap_or_default();
    let number = person.number;
    let local = match draw.own.below(8) {
        0..4 => format!("{first}.{last}"),
        4 => format!("{initial}{last}"),
        5 => format!("{first}.{last}{number}"),
        6 => format!("{last}.{first}"),
        _ => format!("{initial}.{last}{number}"),
    };
    let domain = if draw.own.chance(0.4) {
        Company::of(draw).domain()
    } else {
        pick(DOMAINS, draw.own).to_owned()
    };
    // Writing to a `String` cannot fail.
    let _ = write!(out, "{local}@{domain}");
}

fn write_url(draw: &mut Draw<'_>, out: &mut String) {
    let domain = Company::of(draw).domain();
    let _ = write!(out, "https://www.{domain}/");
    if draw.own.chance(0.75) {
        out.push_str(pick(SECTIONS, draw.own));
        if draw.own.chance(0.6) {
            out.push('/');
            let slug = draw_words(LATIN, 2, 24, "-", draw.own);
            out.push_str(&join_words(&slug, "-"));
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
    let mut signs: Vec<u8> = Vec::with_capacity(length);
    for at in 0..length {
        let class = CLASSES[if at < CLASSES.len() { at } else { draw.own.index(CLASSES.len()) }];
        signs.push(class[draw.own.index(class.len())]);
    }
    draw.own.shuffle(&mut signs);
    out.extend(signs.into_iter().map(char::from));
}
