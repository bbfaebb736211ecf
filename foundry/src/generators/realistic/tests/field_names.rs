//! Which names of fields ask for which faker.

use proptest::prelude::*;

use super::super::fields::letters;
use super::super::spans::SPANS;
use super::*;

fn name_of(field: &str, context: Option<&str>) -> Option<&'static str> {
    faker_of(field, context).map(|found| found.faker.name)
}

#[test]
fn words_are_found_in_every_case() {
    for (field, expected) in [
        ("emailAddress", "email address"),
        ("email-address", "email address"),
        ("EMAIL_ADDRESS", "email address"),
        ("EmailAddress", "email address"),
        ("email.address", "email address"),
        ("eMailAddress", "e mail address"),
        ("HTTPServerName", "http server name"),
        ("userID", "user id"),
        ("addressLine2", "address line 2"),
        ("ipv4Address", "ipv 4 address"),
        ("__name__", "name"),
        ("straßenName", "straßen name"),
        ("Größe", "größe"),
        ("", ""),
        ("--", ""),
    ] {
        assert_eq!(words(field), expected, "{field}");
    }
}

#[test]
fn fields_ask_for_the_faker_of_their_longest_known_tail() {
    for (field, faker, prefix) in [
        ("first_name", "person.first_name", ""),
        ("firstname", "person.first_name", ""),
        ("customerFirstName", "person.first_name", "customer"),
        ("emailAddress", "internet.email", ""),
        ("eMailAddress", "internet.email", ""),
        ("e-mail", "internet.email", ""),
        ("emails", "internet.email", ""),
        ("email2", "internet.email", ""),
        ("work_email", "internet.email", ""),
        ("billing city", "address.city", "billing"),
        ("billingAddressCity", "address.city", "billing"),
        ("address_city", "address.city", ""),
        ("cities", "address.city", ""),
        ("zip", "address.postcode", ""),
        ("ZIP_CODE", "address.postcode", ""),
        ("shipping-address", "address.full", "shipping"),
        ("addresses", "address.full", ""),
        ("addressLine1", "address.line", ""),
        ("address_line_2", "address.unit", ""),
        ("userName", "person.user_name", ""),
        ("fileName", "file.name", ""),
        ("hostname", "internet.domain", ""),
        ("company_name", "company.name", ""),
        ("supplier", "company.name", "supplier"),
        ("supplierName", "company.name", "supplier"),
        ("productName", "commerce.product_name", ""),
        ("author", "person.full_name", "author"),
        ("authorName", "person.full_name", "author"),
        ("author_email", "internet.email", "author"),
        ("created_by", "person.full_name", "created by"),
        ("contactName", "person.full_name", "contact"),
        ("contact_email", "internet.email", "contact"),
        ("company_email", "internet.email", ""),
        ("shippingAddressPostalCode", "address.postcode", "shipping"),
        ("job_title", "person.job_title", ""),
        ("currencyCode", "money.currency", ""),
        ("ipAddress", "internet.ipv4", ""),
        ("macAddress", "internet.mac", ""),
        ("avatarUrl", "internet.url", "avatar"),
        ("productDescription", "lorem.sentence", "product"),
        ("dateOfBirth", "time.birth_date", ""),
        ("mimeType", "file.mime_type", ""),
        ("appVersion", "software.version", ""),
        ("telephoneNumbers", "phone.number", ""),
    ] {
        let found = faker_of(field, None).unwrap_or_else(|| panic!("{field} asks for nothing"));
        assert_eq!((found.faker.name, found.prefix.as_str()), (faker, prefix), "{field}");
    }
}

#[test]
fn bare_words_are_told_by_what_is_around() {
    for (field, context, faker) in [
        ("name", None, Some("person.full_name")),
        ("name", Some("User"), Some("person.full_name")),
        ("name", Some("CreateUserRequest"), Some("person.full_name")),
        ("name", Some("customers"), Some("person.full_name")),
        ("name", Some("UserGroup"), None),
        ("name", Some("Product"), Some("commerce.product_name")),
        ("name", Some("Companies"), Some("company.name")),
        ("name", Some("Country"), Some("address.country")),
        ("name", Some("Pipeline"), None),
        ("eventName", Some("User"), None),
        ("tableName", None, None),
        ("title", None, Some("lorem.title")),
        ("title", Some("Article"), Some("lorem.title")),
        ("title", Some("Product"), Some("commerce.product_name")),
        ("displayName", None, Some("person.full_name")),
        ("display_name", Some("Brand"), Some("company.name")),
        ("displayName", Some("Group"), None),
        ("title", Some("BlogPost"), Some("lorem.title")),
        ("title", Some("Employee"), None),
        ("address", Some("Customer"), Some("address.full")),
        ("walletAddress", None, None),
        ("state", Some("Address"), Some("address.region")),
        ("state", Some("Order"), None),
        ("category", Some("Product"), Some("commerce.category")),
        ("category", Some("Ticket"), None),
    ] {
        assert_eq!(name_of(field, context), faker, "{field} in {context:?}");
    }
}

#[test]
fn words_that_may_be_anything_ask_for_nothing() {
    for field in [
        "id",
        "userId",
        "code",
        "key",
        "apiKey",
        "token",
        "hash",
        "type",
        "status",
        "kind",
        "uuid",
        "emailStatus",
        "phoneType",
        "",
        "1",
        "s",
        "value",
        "x",
        "flags",
        "addressType",
        "emailVerified",
        "class",
        "news",
    ] {
        for context in [None, Some("User"), Some("Product"), Some("Company")] {
            assert_eq!(name_of(field, context), None, "{field} in {context:?}");
        }
    }
}

#[test]
fn no_name_stands_at_two_fakers_or_two_spans() {
    let mut seen = BTreeSet::new();
    for faker in all() {
        for field in faker.fields {
            assert_eq!(&words(field).replace(' ', ""), &letters(field).collect::<String>());
            let squeezed: String = letters(field).collect();
            assert!(seen.insert(squeezed), "{field} of {}", faker.name);
            assert_eq!(name_of(field, None), Some(faker.name), "{field}");
        }
    }
    assert!(seen.len() >= 300, "{}", seen.len());
    let mut seen = BTreeSet::new();
    for span in SPANS {
        for name in span.fields {
            assert!(seen.insert(letters(name).collect::<String>()), "{name}");
            assert_eq!(span_of(name), Some(span), "{name}");
        }
        assert!(span.low < span.high && span.decimals <= 6);
    }
    let long = format!("{}city", "of_a_very_long_name_".repeat(10_000));
    assert_eq!(name_of(&long, None), Some("address.city"));
}

#[test]
fn no_faker_stands_twice_and_each_is_found_by_its_name() {
    let names: BTreeSet<_> = all().map(|faker| faker.name).collect();
    assert_eq!(names.len(), all().count());
    assert!(names.len() >= 50, "{}", names.len());
    for faker in all() {
        assert!(find(faker.name).is_some_and(|found| std::ptr::eq(found, faker)));
        assert!(is_match("[a-z]+[.][a-z0-9_]+", faker.name));
        assert!(!faker.about.is_empty() && !faker.about.ends_with('.'));
    }
    assert!(find("person.nothing").is_none());
    for span in SPANS {
        assert!(find_span(span.name).is_some_and(|found| std::ptr::eq(found, span)));
        assert!(is_match("number[.][a-z_]+", span.name), "{}", span.name);
        let lies = format!(", {} to {}", span.low, span.high);
        assert!(span.about.ends_with(&lies), "{} is not{lies}", span.about);
    }
}

#[test]
fn numbers_lie_where_their_name_says() {
    let span = |field| span_of(field).map(|span| (span.low, span.high, span.decimals));
    assert_eq!(span("customerAge"), Some((18.0, 90.0, 0)));
    assert_eq!(span("birthYear"), Some((1940.0, 2007.0, 0)));
    assert_eq!(span("unit_price"), Some((0.5, 2000.0, 2)));
    assert_eq!(span("LATITUDE"), Some((-90.0, 90.0, 6)));
    assert_eq!(span("guests"), Some((1.0, 8.0, 0)));
    for field in ["id", "value", "x", "n", "", "version", "seed"] {
        assert_eq!(span(field), None, "{field}");
    }
}

proptest! {
    #[test]
    fn words_are_lower_case_with_one_space_between_them(field in "\\PC{0,24}") {
        let words = words(&field);
        prop_assert!(!words.contains("  ") && words.trim() == words);
        prop_assert!(words.chars().all(|sign| sign == ' ' || sign.is_alphanumeric()));
        prop_assert!(faker_of(&field, None).is_none_or(|found| !found.faker.name.is_empty()));
    }

    #[test]
    fn the_case_of_a_name_does_not_matter(parts in prop::collection::vec("[a-z]{2,7}", 1..4)) {
        let expected = parts.join(" ");
        let pascal: String = parts.iter().map(|part| capital(part)).collect();
        let camel = format!("{}{}", parts[0], parts[1..].iter().map(|part| capital(part)).collect::<String>());
        for field in [parts.join("_"), parts.join("-"), parts.join("_").to_uppercase(), pascal, camel, expected.clone()] {
            prop_assert_eq!(words(&field), expected.clone(), "{}", field);
        }
    }
}

fn capital(word: &str) -> String {
    format!("{}{}", word[..1].to_uppercase(), &word[1..])
}
