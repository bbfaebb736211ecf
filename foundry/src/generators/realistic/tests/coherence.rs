//! What stands in one object fits together.

use super::super::picks::spell;
use super::*;

#[test]
fn the_full_name_the_email_and_the_user_name_are_those_of_the_person() {
    for locale in Locale::all() {
        for row in 0..200 {
            let first = draw("person.first_name", locale, row);
            let last = draw("person.last_name", locale, row);
            let full = draw("person.full_name", locale, row);
            assert!(full.contains(&first) && full.contains(&last), "{full}: {first} {last}");
            let ascii = leave_ascii(&last, locale.tables());
            let email = draw("internet.email", locale, row);
            assert!(email.contains(&ascii), "{email}: {last}");
            let user = draw("person.user_name", locale, row);
            assert!(user.contains(&ascii), "{user}: {last}");
        }
    }
}

#[test]
fn city_region_and_postcode_are_those_of_one_place() {
    for locale in Locale::all() {
        for row in 0..500 {
            let name = draw("address.city", locale, row);
            let region = draw("address.region", locale, row);
            let code = draw("address.region_code", locale, row);
            let postcode = draw("address.postcode", locale, row);
            let is_one = locale.tables().cities.iter().any(|city| {
                let is_there = city.postcodes.iter().any(|form| fits(form, &postcode));
                city.name == name && city.region == region && city.region_code == code && is_there
            });
            assert!(is_one, "{locale}: {postcode} {name}, {region} ({code})");
            let full = draw("address.full", locale, row);
            let line = draw("address.line", locale, row);
            assert!(full.contains(&name) && full.contains(&postcode) && full.contains(&line));
            assert!(line.contains(&draw("address.street", locale, row)));
            assert!(line.contains(&draw("address.house_number", locale, row)));
        }
    }
}

/// Whether `text` has the form, sign by sign.
fn fits(form: &str, text: &str) -> bool {
    form.chars().count() == text.chars().count()
        && form.chars().zip(text.chars()).all(|(sign, letter)| match sign {
            '#' => letter.is_ascii_digit(),
            '%' => letter.is_ascii_digit() && letter != '0',
            '^' => letter.is_ascii_uppercase(),
            _ => sign == letter,
        })
}

#[test]
fn the_domain_and_the_web_address_are_those_of_the_company() {
    for locale in Locale::all() {
        for row in 0..200 {
            let domain = draw("internet.domain", locale, row);
            let url = draw("internet.url", locale, row);
            let (rest, top) = domain.rsplit_once('.').unwrap();
            let key = rest.rsplit('.').next().unwrap();
            assert_eq!(top, "example");
            assert!(url.starts_with(&format!("https://www.{key}.example/")), "{url} {domain}");
            let company = draw("company.name", locale, row);
            let tables = locale.tables();
            let names = tables.last_names.concat().into_iter().map(|name| spell(name, tables));
            let mut words = tables.company_words.iter().copied().chain(names);
            assert!(
                words.any(|word| leave_ascii(word, tables) == key && company.contains(word)),
                "{company}: {domain}"
            );
        }
    }
}

#[test]
fn what_is_drawn_depends_on_the_two_streams_alone_and_leaves_the_shared_one() {
    for faker in all() {
        let one = draw(faker.name, Locale::default(), 7);
        assert_eq!(one, draw(faker.name, Locale::default(), 7), "{}", faker.name);
    }
    let one = draw_as("internet.password", Locale::default(), 7, "a");
    assert_ne!(one, draw_as("internet.password", Locale::default(), 7, "b"));
}
