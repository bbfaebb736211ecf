//! Money: currencies, and numbers of accounts whose check digits are right and that nobody has.

use super::form::{pick, write_form};
use super::{Draw, Faker};
use crate::generators::digits::{draw_digits, fill_decimal, push_decimal, push_padded};

pub(super) static FAKERS: &[Faker] = &[
    Faker {
        name: "money.currency",
        about: "codes of currencies (ISO 4217), mostly that of the locale, the same in the whole object",
        fields: &["currency", "currency code", "ccy", "currency iso code", "price currency"],
        format: None,
        write: |draw, out| {
            let mut stream = draw.shared.fork("money");
            let own = stream.chance(0.7);
            let other = pick(CURRENCIES, &mut stream);
            out.push_str(if own { draw.locale.tables().currency } else { other });
        },
    },
    Faker {
        name: "money.amount_text",
        about: "amounts with two decimals",
        fields: &[
            "amount",
            "amount text",
            "price",
            "price text",
            "total",
            "subtotal",
            "balance",
            "cost",
            "fee",
            "salary",
            "formatted amount",
            "formatted price",
            "money amount",
        ],
        format: None,
        write: |draw, out| {
            let digits = 1 + draw.own.below(4);
            let cents = draw.own.below(10_u64.pow(u32::try_from(digits).unwrap_or(1)) * 100);
            push_decimal(cents / 100, out);
            out.push('.');
            push_padded::<2>(cents % 100, out);
        },
    },
    Faker {
        name: "money.iban",
        about: "numbers of bank accounts (ISO 13616) at banks that do not exist; the check digits are right",
        fields: &["iban", "iban number", "bank account", "account iban"],
        format: None,
        write: write_iban,
    },
    Faker {
        name: "money.bic",
        about: "codes of banks (ISO 9362); the 0 at their end says that they are for tests",
        fields: &["bic", "swift", "swift code", "bic code", "bank identifier code", "swift bic"],
        format: None,
        write: |draw, out| {
            write_form("^^^^", draw.own, out);
            out.push_str(draw.locale.tables().country_code);
            write_form("^0", draw.own, out);
        },
    },
    Faker {
        name: "money.card_number",
        about: "numbers of cards that begin as those for tests do; the check digit is right (Luhn)",
        fields: &[
            "card number",
            "credit card number",
            "credit card",
            "card no",
            "cc number",
            "debit card number",
            "pan",
        ],
        format: None,
        write: write_card_number,
    },
];

const CURRENCIES: &[&str] = &[
    "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HUF", "INR", "JPY", "KRW",
    "MXN", "NOK", "NZD", "PLN", "SEK", "SGD", "TRY", "USD", "ZAR",
];

/// The beginnings of cards that payment services give out for tests.
const TEST_CARDS: &[&str] = &["400000", "411111", "424242", "510510", "555555", "222300"];

/// The country, the two check digits, then what the form of the locale says.
fn write_iban(draw: &mut Draw<'_>, out: &mut String) {
    let (country, form) = draw.locale.tables().iban;
    out.push_str(country);
    // The check digits stand in front of the account, and follow from it.
    let check_at = out.len();
    out.push_str("00");
    write_form(form, draw.own, out);
    let account = remainder(0, out.get(check_at + 2..).unwrap_or_default());
    let check = 98 - remainder(remainder(account, country), "00");
    let mut digits = [0; 2];
    fill_decimal(check.into(), &mut digits);
    let digits = str::from_utf8(&digits).unwrap_or_default();
    out.replace_range(check_at..check_at + 2, digits);
}

/// `text` behind a number of the remainder `before`, modulo 97, with 10 for A to 35 for Z.
fn remainder(before: u32, text: &str) -> u32 {
    text.bytes().fold(before, |rest, sign| match sign {
        b'0'..=b'9' => (rest * 10 + u32::from(sign - b'0')) % 97,
        b'A'..=b'Z' => (rest * 100 + 10 + u32::from(sign - b'A')) % 97,
        _ => rest,
    })
}

fn write_card_number(draw: &mut Draw<'_>, out: &mut String) {
    let start = out.len();
    out.push_str(pick(TEST_CARDS, draw.own));
    draw_digits(draw.own, 9, out);
    // The check digit stands behind, so the last digit of these counts twice.
    let sum: u32 = out[start..]
        .chars()
        .rev()
        .filter_map(|sign| sign.to_digit(10))
        .enumerate()
        .map(|(at, digit)| if at % 2 == 1 { digit } else { digit * 2 / 10 + digit * 2 % 10 })
        .sum();
    push_decimal(u64::from((10 - sum % 10) % 10), out);
}
