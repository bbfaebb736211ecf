//! The tables of each locale are whole.

use super::super::picks::spell;
use super::super::tables::Tables;
use super::*;

fn lists(tables: &'static Tables) -> Vec<(&'static str, Vec<&'static str>)> {
    let cities = tables.cities.iter().map(|city| city.name).collect();
    let mut lists = vec![("cities", cities)];
    let others: [(&str, &[&str]); 12] = [
        ("streets", tables.streets),
        ("titles", tables.titles),
        ("house numbers", tables.house_numbers),
        ("units", tables.units),
        ("phones", tables.phones),
        ("company words", tables.company_words),
        ("company suffixes", tables.company_suffixes),
        ("company names", tables.company_names),
        ("time zones", tables.time_zones),
        ("months", tables.months),
        ("weekdays", tables.weekdays),
        ("readings", &[]),
    ];
    lists.extend(others.into_iter().map(|(name, list)| (name, list.to_vec())));
    if let Some((_, readings)) = lists.last_mut() {
        *readings = tables.readings.iter().map(|(name, _)| *name).collect();
    }
    lists
}

/// Forms that may stand twice, to be drawn more often.
const WEIGHED: [&str; 2] = ["house numbers", "company names"];

#[test]
fn every_table_has_entries_and_none_of_them_twice() {
    for locale in Locale::all() {
        for (name, list) in lists(locale.tables()) {
            assert!(!list.is_empty() || name == "readings", "{name} of {locale}");
            assert!(list.iter().all(|entry| !entry.is_empty() && entry.trim() == *entry));
            let different: BTreeSet<_> = list.iter().collect();
            let is_weighed = WEIGHED.contains(&name);
            assert!(is_weighed || different.len() == list.len(), "{name} of {locale}");
        }
        let tables = locale.tables();
        assert!(tables.cities.len() >= 14 && tables.streets.len() >= 20, "{locale}");
        let names: BTreeSet<_> = tables.first_names.concat().into_iter().collect();
        assert!(names.len() >= 60, "{locale}: {}", names.len());
        let names: BTreeSet<_> = tables.last_names.concat().into_iter().collect();
        assert!(names.len() >= 80, "{locale}: {}", names.len());
        assert!(tables.lorem.len() >= 100);
    }
}

#[test]
fn there_are_ten_locales_at_least_and_each_is_found_by_its_name() {
    assert!(Locale::all().count() >= 10);
    for locale in Locale::all() {
        let tables = locale.tables();
        assert_eq!(tables.name.replace('_', "-"), tables.language);
        assert!(tables.name.ends_with(&format!("_{}", tables.country_code)));
        for name in [tables.name.to_owned(), tables.language.to_owned(), tables.name.to_lowercase()]
        {
            assert_eq!(Locale::find(&name), Some(locale));
            assert_eq!(name.parse(), Ok(locale));
        }
        assert_eq!(locale.to_string(), locale.name());
    }
    assert!(Locale::all().is_sorted_by_key(Locale::name));
    let error = "de_AD".parse::<Locale>().unwrap_err().to_string();
    assert!(
        error.starts_with("no locale is called `de_AD`; did you mean `de_DE`? known"),
        "{error}"
    );
    let error = "klingon".parse::<Locale>().unwrap_err().to_string();
    assert!(error.starts_with("no locale is called `klingon`; known locales: de_DE, en_GB, "));
}

#[test]
fn every_name_is_spelled_with_letters_and_has_a_spelling_in_ascii() {
    let pattern = regex::Regex::new(r"^[\p{L}\p{Mc}ー々]+(['’ -][\p{L}]+)*$").unwrap();
    for locale in Locale::all() {
        let tables = locale.tables();
        for name in tables.first_names.concat().into_iter().chain(tables.last_names.concat()) {
            let name = spell(name, tables);
            assert!(pattern.is_match(name), "{name:?} of {locale}");
            let ascii = leave_ascii(name, tables);
            let letters = ascii.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!(letters && (1..=20).contains(&ascii.len()), "{name} of {locale}: {ascii}");
        }
        for word in tables.company_words {
            assert!(is_match("[a-z]{3,20}", &leave_ascii(word, tables)), "{word} of {locale}");
        }
    }
}

#[test]
fn what_is_ascii_is_not_spelled_in_another_way() {
    for locale in Locale::all() {
        let tables = locale.tables();
        assert!(tables.letters.iter().all(|(letter, _)| !letter.is_ascii()), "{locale}");
        assert!(tables.readings.iter().all(|(name, _)| !name.is_ascii()), "{locale}");
        assert!(tables.readings.iter().all(|(_, sound)| sound.is_ascii()), "{locale}");
    }
}

#[test]
fn names_are_spelled_in_ascii_as_their_language_does() {
    let ascii = |name, locale: &str| leave_ascii(name, Locale::find(locale).unwrap().tables());
    assert_eq!(ascii("Müller-Groß", "de_DE"), "muellergross");
    assert_eq!(ascii("Adélaïde", "fr_FR"), "adelaide");
    assert_eq!(ascii("Şahin", "tr_TR"), "sahin");
    assert_eq!(ascii("İbrahim", "tr_TR"), "ibrahim");
    assert_eq!(ascii("Yıldız", "tr_TR"), "yildiz");
    assert_eq!(ascii("D'Angelo", "it_IT"), "dangelo");
    assert_eq!(ascii("佐藤", "ja_JP"), "sato");
    assert_eq!(ascii("欧阳", "zh_CN"), "ouyang");
}

#[test]
fn postcodes_have_the_form_of_the_country() {
    let five = "[0-9]{5}";
    for locale in Locale::all() {
        let pattern = match locale.name() {
            "en_GB" => "[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][ABD-HJLNP-UW-Z]{2}",
            "nl_NL" => "[1-9][0-9]{3} [A-EGHJ-NPRTVWXZ]{2}",
            "pt_BR" => "[0-9]{5}-[0-9]{3}",
            "ja_JP" => "[0-9]{3}-[0-9]{4}",
            "zh_CN" => "[0-9]{6}",
            "en_US" | "de_DE" | "fr_FR" | "it_IT" | "tr_TR" => five,
            other => panic!("no form of postcodes for {other}"),
        };
        let pattern = regex::Regex::new(&format!("^{pattern}$")).unwrap();
        for row in 0..500 {
            let postcode = draw("address.postcode", locale, row);
            assert!(pattern.is_match(&postcode), "{postcode} of {locale}");
        }
    }
}

#[test]
fn templates_have_only_parts_that_are_known() {
    for locale in Locale::all() {
        let tables = locale.tables();
        let known = |template: &str, parts: &[&str]| {
            let rest = parts
                .iter()
                .fold(template.to_owned(), |rest, part| rest.replace(&format!("{{{part}}}"), ""));
            assert!(!rest.contains(['{', '}']), "{template} of {locale}");
        };
        known(tables.full_name, &["first", "last"]);
        known(tables.line, &["street", "number"]);
        known(tables.address, &["line", "city", "region", "code", "postcode"]);
        for template in tables.company_names {
            known(template, &["word", "last", "other", "suffix"]);
            assert!(template.contains("{word}") || template.contains("{last}"), "{template}");
        }
    }
}
