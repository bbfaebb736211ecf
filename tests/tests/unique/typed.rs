//! Fields of every kind, each unique over a hundred thousand rows or over all of its values.

use std::collections::HashSet;

use foundry::Foundry;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Rows enough that values would meet by chance in every domain of less than 10⁹.
const MANY: usize = 100_000;

/// The texts of the member `name` in `count` rows, which must all differ; `null` is left out.
fn distinct<T: Foundry>(name: &str, count: usize) -> HashSet<String> {
    let mut seen = HashSet::new();
    for row in T::foundry_iter("distinct").take(count) {
        let value = serde_json::to_value(&row).unwrap();
        match &value[name] {
            Value::Null => {}
            value => assert!(seen.insert(value.to_string()), "{name}: {value} twice"),
        }
    }
    seen
}

/// One line a field: its type and attributes, and how many rows have different values.
macro_rules! unique {
    ($($name:ident: $(#[$attr:meta])* $type:ty, $count:expr;)*) => {$(
        mod $name {
            use super::*;

            #[derive(Serialize, Deserialize, Foundry)]
            struct Row {
                #[foundry(unique)]
                $(#[$attr])*
                value: $type,
            }

            #[test]
            fn no_two_rows_share_a_value() {
                assert_eq!(distinct::<Row>("value", $count).len(), $count);
            }
        }
    )*};
}

unique! {
    int8: i8, 256;
    uint16: u16, 65_536;
    int32: i32, MANY;
    uint64: u64, MANY;
    int128: i128, MANY;
    nonzero: std::num::NonZeroU8, 255;
    ranged: #[schemars(range(min = -3, max = 996))] i32, 1000;
    stepped: #[schemars(extend("multipleOf" = 5))] u16, 13_108;
    excluded: #[schemars(extend("not" = {"multipleOf": 3}))] u8, 170;
    single: f32, MANY;
    double: f64, MANY;
    share: #[schemars(range(min = 0.0, max = 1.0))] f64, MANY;
    price: #[schemars(range(min = 0.0, max = 999.99), extend("multipleOf" = 0.01))] f64, MANY;
    text: String, MANY;
    short_text: #[schemars(length(max = 4))] String, MANY;
    long_text: #[schemars(length(min = 300, max = 300))] String, 1000;
    one_character: #[schemars(length(min = 1, max = 1))] String, 36;
    code: #[schemars(regex(pattern = "^[A-Z]{2}-[0-9]{4}$"))] String, MANY;
    few_codes: #[schemars(regex(pattern = "^(a|b|c)[0-9]$"))] String, 30;
    any_code: #[schemars(regex(pattern = "^[a-z]+$"))] String, MANY;
    part: #[schemars(regex(pattern = "colou?r"))] String, MANY;
    anything: #[schemars(regex(pattern = "^.+$"))] String, MANY;
    mail: #[schemars(email)] String, MANY;
    address: #[schemars(url)] String, MANY;
    id: uuid::Uuid, MANY;
    v4: std::net::Ipv4Addr, MANY;
    v6: std::net::Ipv6Addr, MANY;
    ip: std::net::IpAddr, MANY;
    socket: std::net::SocketAddr, MANY;
    day: chrono::NaiveDate, MANY;
    time: chrono::NaiveTime, 86_400;
    moment: chrono::DateTime<chrono::Utc>, MANY;
    local: chrono::NaiveDateTime, MANY;
    version: semver::Version, MANY;
    link: url::Url, MANY;
    named: #[foundry(values = ["a", "b", "c", "b"])] String, 3;
    boxed: Box<u32>, MANY;
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Maybe {
    #[foundry(unique)]
    number: Option<u32>,
    #[foundry(unique, presence = 0.9)]
    mail: Option<Mail>,
    #[serde(default)]
    #[foundry(unique)]
    defaulted: u16,
    #[serde(default = "five", skip_serializing_if = "is_five")]
    #[foundry(unique)]
    skipped: Option<u32>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Listed {
    #[foundry(unique, values = [None::<u8>, Some(1), Some(2), Some(3)])]
    listed: Option<u8>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Mail(#[schemars(email)] String);

fn five() -> Option<u32> {
    Some(5)
}

#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
fn is_five(number: &Option<u32>) -> bool {
    *number == Some(5)
}

#[test]
fn nulls_are_not_counted_and_defaults_take_no_place_of_a_value() {
    let rows = Maybe::foundry_batch(3, 20_000);
    let numbers: Vec<_> = rows.iter().filter_map(|row| row.number).collect();
    assert!((9_000..11_000).contains(&numbers.len()), "{}", numbers.len());
    assert_eq!(numbers.iter().collect::<HashSet<_>>().len(), numbers.len());
    let mails: Vec<_> = rows.iter().filter_map(|row| row.mail.as_ref()).map(|m| &m.0).collect();
    assert!((17_500..18_500).contains(&mails.len()), "{}", mails.len());
    assert_eq!(mails.iter().collect::<HashSet<_>>().len(), mails.len());
    let defaulted: HashSet<_> = rows.iter().map(|row| row.defaulted).collect();
    assert_eq!(defaulted.len(), rows.len());
    let skipped: Vec<_> = rows.iter().filter_map(|row| row.skipped).collect();
    assert!(!skipped.is_empty());
    assert_eq!(skipped.iter().collect::<HashSet<_>>().len(), skipped.len());
}

#[test]
fn a_null_among_listed_values_is_no_value() {
    let rows = Listed::foundry_batch(3, 3);
    let listed: HashSet<_> = rows.iter().filter_map(|row| row.listed).collect();
    assert_eq!(listed.len(), rows.iter().filter(|row| row.listed.is_some()).count());
    let error = Listed::try_foundry_batch(3, 4).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`/properties/listed` has 3 different values, and `unique` needs 4 of them for 4 rows"
    );
}

/// A newtype says it once for all fields that hold it.
#[derive(Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Foundry)]
struct UserId(#[foundry(unique)] u64);

#[derive(Serialize, Deserialize, Foundry)]
struct Transfer {
    from: UserId,
    to: UserId,
    inner: Inner,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Inner {
    #[foundry(unique)]
    number: u16,
}

#[test]
fn each_place_has_an_order_of_its_own() {
    let rows = Transfer::foundry_batch(1, 10_000);
    let differing =
        |pick: fn(&Transfer) -> u64| rows.iter().map(pick).collect::<HashSet<_>>().len();
    assert_eq!(differing(|row| row.from.0), rows.len());
    assert_eq!(differing(|row| row.to.0), rows.len());
    assert_eq!(differing(|row| row.inner.number.into()), rows.len());
    let same = rows.iter().filter(|row| row.from == row.to).count();
    assert_eq!(same, 0);
}

#[derive(Serialize, Deserialize, Foundry)]
struct Counted {
    #[foundry(sequence)]
    id: u64,
    #[foundry(sequence)]
    signed: i32,
    #[foundry(sequence)]
    #[schemars(range(min = 100))]
    from: u32,
    #[foundry(sequence)]
    #[schemars(range(min = -5))]
    below: i16,
    #[foundry(sequence)]
    #[schemars(regex(pattern = "^ORD-[0-9]{6}$"))]
    number: String,
    #[foundry(sequence)]
    title: String,
    #[foundry(sequence)]
    #[schemars(length(equal = 8))]
    label: String,
    #[foundry(sequence)]
    day: chrono::NaiveDate,
    #[foundry(sequence)]
    at: chrono::DateTime<chrono::Utc>,
    #[foundry(sequence)]
    #[schemars(email)]
    mail: String,
    #[foundry(sequence)]
    weight: f64,
    #[foundry(sequence)]
    #[schemars(range(min = 0.0, max = 1.0))]
    share: f64,
    #[foundry(sequence)]
    uuid: uuid::Uuid,
}

#[test]
fn sequences_grow_with_the_row() {
    let rows = Counted::foundry_batch(9, 20_000);
    for (index, row) in rows.iter().enumerate() {
        assert_eq!(row.id, index as u64);
        assert_eq!(row.signed, i32::try_from(index).unwrap());
        assert_eq!(row.from, 100 + u32::try_from(index).unwrap());
        assert_eq!(row.below, i16::try_from(index).unwrap() - 5);
        assert_eq!(row.number, format!("ORD-{index:06}"));
        assert!(row.title.ends_with(&format!(" {index:06}")), "{}", row.title);
        assert!(row.label.len() == 8 && row.label.ends_with(&format!("{index:06}")));
    }
    assert_eq!(rows[1].day.to_string(), "1970-01-02");
    assert_eq!(rows[61].at.to_rfc3339(), "1970-01-01T00:01:01+00:00");
    for pair in rows.windows(2) {
        let [one, two] = pair else { unreachable!() };
        assert!(one.title < two.title && one.label < two.label && one.mail < two.mail);
        assert!(one.day < two.day && one.at < two.at && one.uuid < two.uuid);
        assert!(one.weight < two.weight && one.share < two.share);
    }
    assert_eq!(rows[0].weight.to_bits(), 0.0_f64.to_bits());
    assert_eq!((rows[7].weight, rows[7].share), (7.0, 0.000_007));
}
