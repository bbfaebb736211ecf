//! What the texts of each realistic generator are, by the standard that it follows and not by the tables
//! that it is drawn from.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use crate::generators::Locale;

/// The most characters of a realistic text, and of a paragraph.
const LONGEST: usize = 64;
const LONGEST_PARAGRAPH: usize = 320;

/// Generators whose texts have one form in every locale.
const SHAPES: [(&str, &str); 18] = [
    // E.164: a country's code, and at most 15 digits in all, which `is_phone` counts.
    ("phone.number", r"\+[1-9][0-9]{0,2}([ -]?[0-9])+"),
    // ISO 3166-1, 639-1 and 4217; BCP 47.
    ("address.country_code", "[A-Z]{2}"),
    ("language.code", "[a-z]{2}"),
    ("language.tag", "[a-z]{2}-[A-Z]{2}"),
    ("money.currency", "[A-Z]{3}"),
    ("money.amount_text", r"(0|[1-9][0-9]*)\.[0-9]{2}"),
    // ISO 9362, 13616 and 7812.
    ("money.bic", "[A-Z]{6}[A-Z0-9]{2}"),
    ("money.iban", "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}"),
    ("money.card_number", "[0-9]{12,19}"),
    // IEEE 802.
    ("internet.mac", "[0-9a-f]{2}(:[0-9a-f]{2}){5}"),
    ("internet.slug", "[a-z0-9]+(-[a-z0-9]+)*"),
    ("internet.password", "[!-~]{12,}"),
    ("person.user_name", "[a-z0-9._]{2,}"),
    // RFC 6838, in the form of registered types.
    ("file.mime_type", r"[a-z]+/[a-z0-9][a-z0-9.+-]*"),
    ("file.extension", "[a-z0-9]+"),
    ("file.name", r"[^/]+\.[a-z0-9]+"),
    ("file.path", r"(/[^/]+)+\.[a-z0-9]+"),
    ("time.time_zone", "[A-Z][A-Za-z]+(/[A-Z][A-Za-z_]+)+"),
];

/// The postcodes of the countries, as their posts write them.
const POSTCODES: [(&str, &str); 10] = [
    ("de_DE", "[0-9]{5}"),
    ("en_GB", "[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][ABD-HJLNP-UW-Z]{2}"),
    ("en_US", "[0-9]{5}(-[0-9]{4})?"),
    ("fr_FR", "[0-9]{5}"),
    ("it_IT", "[0-9]{5}"),
    ("ja_JP", "[0-9]{3}-[0-9]{4}"),
    ("nl_NL", "[1-9][0-9]{3} [A-Z]{2}"),
    ("pt_BR", "[0-9]{5}-[0-9]{3}"),
    ("tr_TR", "[0-9]{5}"),
    ("zh_CN", "[0-9]{6}"),
];

/// What telephone numbers of the countries begin with (ITU E.164).
const CALLING_CODES: [(&str, &str); 10] = [
    ("de_DE", "+49"),
    ("en_GB", "+44"),
    ("en_US", "+1"),
    ("fr_FR", "+33"),
    ("it_IT", "+39"),
    ("ja_JP", "+81"),
    ("nl_NL", "+31"),
    ("pt_BR", "+55"),
    ("tr_TR", "+90"),
    ("zh_CN", "+86"),
];

static COMPILED: LazyLock<BTreeMap<&str, Regex>> = LazyLock::new(|| {
    let whole = |pattern: &str| Regex::new(&format!("^(?:{pattern})$")).ok();
    let all = SHAPES.iter().chain(&POSTCODES);
    all.filter_map(|(name, pattern)| Some((*name, whole(pattern)?))).collect()
});

/// What is wrong with a text of the generator `name` in `locale`; `None` where nothing is.
pub(super) fn fault(name: &str, locale: Locale, text: &str) -> Option<String> {
    let longest = if name == "lorem.paragraph" { LONGEST_PARAGRAPH } else { LONGEST };
    if text.is_empty() || text.trim() != text || text.chars().any(char::is_control) {
        return Some("it is empty, or has space at its ends or signs without a form".to_owned());
    }
    if text.chars().count() > longest {
        return Some(format!("it has more than {longest} characters"));
    }
    let of_place = (name == "address.postcode").then(|| locale.name());
    for key in [Some(name), of_place].into_iter().flatten() {
        if let Some(shape) = COMPILED.get(key).filter(|shape| !shape.is_match(text)) {
            return Some(format!("it does not match `{}`", shape.as_str()));
        }
    }
    let told = |is_right: bool, what: &str| (!is_right).then(|| what.to_owned());
    match name {
        "phone.number" => told(is_phone(locale, text), "it is no number of the country (E.164)"),
        "address.country_code" => {
            told(locale.name().ends_with(text), "it is not the code of the country")
        }
        "money.iban" => told(is_iban(text), "its check digits are wrong (ISO 13616)"),
        "money.card_number" => told(is_luhn(text), "its check digit is wrong (Luhn)"),
        "time.date" | "time.date_time" | "time.local_date_time" => {
            told(is_year(text, 2016, 2035), "it is not in the years from 2016 to 2035")
        }
        "time.birth_date" => told(is_year(text, 1940, 2007), "nobody grown was born that year"),
        _ => None,
    }
}

fn is_phone(locale: Locale, text: &str) -> bool {
    let code = CALLING_CODES.iter().find(|(name, _)| *name == locale.name());
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    code.is_some_and(|(_, code)| text.starts_with(code)) && (7..=15).contains(&digits)
}

/// The remainder by 97 of the digits, with the first four signs at the end, is 1.
fn is_iban(text: &str) -> bool {
    let Some((head, tail)) = text.split_at_checked(4) else { return false };
    let mut signs = tail.chars().chain(head.chars()).map(|sign| sign.to_digit(36));
    let rest = signs.try_fold(0, |rest: u32, digit| {
        let digit = digit?;
        Some((rest * if digit > 9 { 100 } else { 10 } + digit) % 97)
    });
    rest == Some(1)
}

/// Every second digit from the right counts twice; the digits of all that sum up to tens.
fn is_luhn(text: &str) -> bool {
    let digits = text.bytes().rev().map(|byte| u32::from(byte.wrapping_sub(b'0')));
    let counted = digits.enumerate().map(|(at, digit)| {
        let doubled = digit << (at % 2);
        doubled / 10 + doubled % 10
    });
    counted.sum::<u32>().is_multiple_of(10)
}

fn is_year(text: &str, first: u32, last: u32) -> bool {
    let year = text.get(..4).and_then(|year| year.parse().ok());
    year.is_some_and(|year: u32| (first..=last).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_good(name: &str, locale: &str, text: &str) -> bool {
        fault(name, Locale::find(locale).unwrap(), text).is_none()
    }

    #[test]
    fn what_is_no_such_text_is_found() {
        let wrong = [
            ("phone.number", "de_DE", "+44 20 7946 0123"),
            ("phone.number", "en_US", "212-555-0123"),
            ("phone.number", "en_US", "+1 212-555-0123 4567 890"),
            ("address.postcode", "nl_NL", "10178"),
            ("address.postcode", "en_US", "1234"),
            ("address.country_code", "fr_FR", "GB"),
            ("money.iban", "de_DE", "DE89370400440532013001"),
            ("money.card_number", "en_US", "4111111111111112"),
            ("money.currency", "en_US", "usd"),
            ("time.date", "en_US", "1999-01-01"),
            ("time.birth_date", "en_US", "2020-01-01"),
            ("internet.mac", "en_US", "00:00:5e:00:53"),
            ("person.first_name", "en_US", ""),
            ("person.first_name", "en_US", " Ada"),
            ("lorem.word", "en_US", "a\u{7}b"),
            ("lorem.title", "en_US", &"x".repeat(65)),
        ];
        for (name, locale, text) in wrong {
            assert!(!is_good(name, locale, text), "{name} of {locale}: {text:?}");
        }
    }

    #[test]
    fn texts_from_the_standards_are_taken() {
        // The examples of ISO 13616's registry and of card networks, and numbers set aside for fiction.
        let right = [
            ("phone.number", "en_GB", "+44 20 7946 0123"),
            ("address.postcode", "en_GB", "SW1A 1AA"),
            ("address.postcode", "ja_JP", "100-0001"),
            ("money.iban", "de_DE", "DE89370400440532013000"),
            ("money.iban", "fr_FR", "FR1420041010050500013M02606"),
            ("money.card_number", "en_US", "4111111111111111"),
            ("money.bic", "de_DE", "DEUTDEFF"),
            ("person.first_name", "zh_CN", "欧阳"),
        ];
        for (name, locale, text) in right {
            assert!(is_good(name, locale, text), "{name} of {locale}: {text:?}");
        }
    }

    #[test]
    fn every_shape_is_a_pattern_of_a_generator_and_every_locale_has_its_codes() {
        assert_eq!(COMPILED.len(), SHAPES.len() + POSTCODES.len());
        for (name, _) in SHAPES {
            assert!(crate::generators::realistic::find(name).is_some(), "{name}");
        }
        for locale in Locale::all() {
            for table in [&POSTCODES, &CALLING_CODES] {
                assert!(table.iter().any(|(name, _)| *name == locale.name()), "{locale}");
            }
        }
    }
}
