//! Each text is what its faker says.

use super::*;

/// As many objects as each property is looked at in.
const ROWS: u64 = 300;

/// The most characters of a text that is no paragraph.
const LONGEST: usize = 64;

#[test]
fn no_text_is_empty_or_long_or_has_space_at_its_ends() {
    for faker in all() {
        let longest = if faker.name == "lorem.paragraph" { 320 } else { LONGEST };
        for locale in Locale::all() {
            for row in 0..ROWS {
                let text = draw(faker.name, locale, row);
                assert!(!text.is_empty(), "{} of {locale}", faker.name);
                assert_eq!(text.trim(), text, "{} of {locale}", faker.name);
                assert!(text.chars().count() <= longest, "{} of {locale}: {text}", faker.name);
                assert!(!text.contains(['{', '}', '\t', '\n']) && !text.contains("  "), "{text}");
                assert!(!text.chars().any(char::is_control), "{text:?}");
            }
        }
    }
}

#[test]
fn texts_with_a_format_are_accepted_by_the_judge_of_the_format() {
    for faker in all() {
        let Some(format) = faker.format else { continue };
        let judge = format::find(format).expect("a format with a judge");
        for locale in Locale::all() {
            for row in 0..ROWS {
                let text = draw(faker.name, locale, row);
                assert!(judge.accepts(&text), "{} of {locale}: {text}", faker.name);
            }
        }
    }
}

#[test]
fn what_stands_in_for_a_format_has_it() {
    let formats: Vec<_> = format::all().map(format::Format::name).collect();
    let mut served = 0;
    for format in formats {
        for field in ["", "value", "birth_date", "created_at", "email", "homepage", "domain"] {
            let Some((faker, _)) = faker_of_format(format, field) else { continue };
            served += 1;
            for row in 0..50 {
                let text = draw(faker.name, Locale::default(), row);
                assert!(format::find(format).unwrap().accepts(&text), "{format}: {text}");
            }
        }
    }
    assert!(served >= 70, "{served}");
    let found =
        |format, field| faker_of_format(format, field).map(|(faker, asked)| (faker.name, asked));
    assert_eq!(found("date", "dateOfBirth"), Some(("time.birth_date", true)));
    assert_eq!(found("date", "placedOn"), Some(("time.date", true)));
    assert_eq!(found("date", "value"), Some(("time.date", false)));
    assert_eq!(found("idn-email", "contact_email"), Some(("internet.email", true)));
    assert_eq!(found("email", "contact"), Some(("internet.email", true)));
    assert!(faker_of_format("uuid", "email").is_none());
}

#[test]
fn addresses_for_mail_pass_the_checks_of_validator_and_garde() {
    use validator::ValidateEmail as _;

    let shape = "^[a-z0-9.]+@([a-z0-9]+[.]example|example[.](com|org|net))$";
    let shape = regex::Regex::new(shape).unwrap();
    for locale in Locale::all() {
        for row in 0..ROWS {
            let address = draw("internet.email", locale, row);
            assert!(address.validate_email(), "{address}");
            assert!(shape.is_match(&address), "{address}");
            assert!(
                !address.starts_with('.') && !address.contains(".@") && !address.contains("..")
            );
            assert!(garde::rules::email::parse_email(&address).is_ok(), "{address}");
        }
    }
}

#[test]
fn numbers_of_cards_have_the_check_digit_of_luhn() {
    for row in 0..ROWS {
        let number = draw("money.card_number", Locale::default(), row);
        assert!(is_match("[245][0-9]{15}", &number), "{number}");
        let mut sum = 0;
        for (at, digit) in number.bytes().rev().map(|byte| u32::from(byte - b'0')).enumerate() {
            sum += match (at % 2, digit) {
                (0, digit) => digit,
                (_, digit) if digit > 4 => 2 * digit - 9,
                (_, digit) => 2 * digit,
            };
        }
        assert_eq!(sum % 10, 0, "{number}");
    }
}

#[test]
fn numbers_of_accounts_have_the_length_of_their_country_and_are_1_modulo_97() {
    let lengths =
        [("DE", 22), ("GB", 22), ("FR", 27), ("IT", 27), ("NL", 18), ("BR", 29), ("TR", 26)];
    for locale in Locale::all() {
        for row in 0..ROWS {
            let iban = draw("money.iban", locale, row);
            let (_, length) =
                lengths.iter().find(|(country, _)| iban.starts_with(country)).unwrap();
            assert_eq!(iban.len(), *length, "{iban}");
            let (head, tail) = iban.split_at(4);
            let mut digits = String::new();
            for sign in tail.chars().chain(head.chars()) {
                digits.push_str(&sign.to_digit(36).unwrap().to_string());
            }
            let rest =
                digits.bytes().fold(0, |rest, byte| (rest * 10 + u32::from(byte - b'0')) % 97);
            assert_eq!(rest, 1, "{iban}");
            let check: u32 = iban[2..4].parse().unwrap();
            assert!((2..=98).contains(&check), "{iban}");
        }
    }
}

#[test]
fn texts_have_the_signs_of_their_kind() {
    let kinds = [
        ("phone.number", r"\+[1-9][0-9]{0,2}( ?[0-9]| ?-[0-9])+"),
        ("address.country_code", "[A-Z]{2}"),
        ("money.currency", "[A-Z]{3}"),
        ("money.bic", "[A-Z]{4}[A-Z]{2}[A-Z]0"),
        ("money.amount_text", r"(0|[1-9][0-9]*)\.[0-9]{2}"),
        ("person.user_name", "[a-z0-9._]{2,}"),
        ("internet.slug", "[a-z]+(-[a-z]+)*"),
        ("internet.mac", "00:00:5e:00:53:[0-9a-f]{2}"),
        ("language.tag", "[a-z]{2}-[A-Z]{2}"),
        ("language.code", "[a-z]{2}"),
        ("file.name", "[a-z0-9-]+[.][a-z0-9]+"),
        ("file.path", "(/[a-z]+)+/[a-z0-9-]+[.][a-z0-9]+"),
        ("file.mime_type", "[a-z]+/[a-z0-9+-]+"),
        ("time.time_zone", "[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+"),
        ("commerce.sku", "[A-Z0-9-]{7,10}"),
    ];
    for (faker, pattern) in kinds {
        let pattern = regex::Regex::new(&format!("^(?:{pattern})$")).unwrap();
        for locale in Locale::all() {
            for row in 0..ROWS {
                let text = draw(faker, locale, row);
                assert!(pattern.is_match(&text), "{faker} of {locale}: {text}");
            }
        }
    }
}

#[test]
fn passwords_are_strong_and_printable() {
    for row in 0..ROWS {
        let password = draw("internet.password", Locale::default(), row);
        assert!((14..=20).contains(&password.len()));
        assert!(password.bytes().all(|byte| byte.is_ascii_graphic()));
        assert!(password.bytes().any(|byte| byte.is_ascii_lowercase()));
        assert!(password.bytes().any(|byte| byte.is_ascii_uppercase()));
        assert!(password.bytes().any(|byte| byte.is_ascii_digit()));
        assert!(password.bytes().any(|byte| byte.is_ascii_punctuation()));
    }
}

#[test]
fn dates_are_near_one_decade_and_people_are_grown() {
    for row in 0..ROWS {
        let year = |faker| draw(faker, Locale::default(), row)[..4].parse::<u32>().unwrap();
        assert!((2016..=2035).contains(&year("time.date")));
        assert!((2016..=2035).contains(&year("time.date_time")));
        assert!((1940..=2007).contains(&year("time.birth_date")));
    }
}

#[test]
fn a_thousand_objects_have_many_different_texts() {
    let least = [
        ("person.first_name", 60),
        ("person.last_name", 80),
        ("person.full_name", 750),
        ("person.user_name", 800),
        ("person.job_title", 100),
        ("internet.email", 900),
        ("internet.url", 300),
        ("internet.password", 1000),
        ("phone.number", 500),
        ("address.line", 400),
        ("address.full", 950),
        ("address.city", 20),
        ("address.postcode", 60),
        ("company.name", 100),
        ("company.catch_phrase", 400),
        ("commerce.product_name", 600),
        ("commerce.sku", 950),
        ("money.card_number", 1000),
        ("money.iban", 1000),
        ("lorem.sentence", 990),
        ("lorem.title", 800),
        ("time.date", 900),
        ("time.date_time", 1000),
        ("file.name", 600),
    ];
    for (faker, least) in least {
        for locale in Locale::all() {
            let texts: BTreeSet<_> = (0..1000).map(|row| draw(faker, locale, row)).collect();
            assert!(texts.len() >= least, "{faker} of {locale}: {}", texts.len());
        }
    }
}
