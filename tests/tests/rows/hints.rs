//! What `#[foundry(…)]` says about how to make values.

use std::collections::BTreeMap;

use foundry::{Foundry, Stream};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[foundry(check = is_sorted, finish = fill_total)]
struct Basket {
    #[foundry(with = |stream: &mut Stream| stream.integer(1, 6) as u8)]
    die: u8,
    #[foundry(presence = 1.0)]
    always: Option<u8>,
    #[foundry(presence = 0.0)]
    never: Option<u8>,
    #[foundry(values = ["red", "green"])]
    color: String,
    low: u8,
    high: u8,
    total: u32,
    keys: BTreeMap<bool, char>,
    chars: BTreeMap<char, Vec<BTreeMap<i8, u8>>>,
    addr: std::net::SocketAddr,
}

fn is_sorted(basket: &Basket) -> bool {
    basket.low <= basket.high
}

fn fill_total(basket: &mut Basket) {
    basket.total = u32::from(basket.low) + u32::from(basket.high);
}

#[test]
fn hints_hold_in_every_row() {
    for row in &Basket::foundry_batch(7, 300) {
        assert!((1..=6).contains(&row.die));
        assert!(row.always.is_some() && row.never.is_none());
        assert!(["red", "green"].contains(&row.color.as_str()));
        assert!(row.low <= row.high);
        assert_eq!(row.total, u32::from(row.low) + u32::from(row.high));
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
enum Light {
    #[foundry(weight = 8)]
    Green,
    #[foundry(weight = 2)]
    Red,
    #[foundry(skip)]
    Broken,
}

#[test]
fn weights_are_shares_and_skipped_variants_never_come() {
    let lights = Light::foundry_batch(7, 2000);
    assert!(!lights.contains(&Light::Broken));
    let green = lights.iter().filter(|light| **light == Light::Green).count();
    assert!((1500..1700).contains(&green), "{green}");
}

#[derive(Serialize, Deserialize, Foundry)]
struct Parcel {
    #[foundry(values = ["truck", "plane", "balloon"], weights = [9, 1, 0])]
    by: String,
    #[foundry(values = [1, 2], weights = [1, 3], presence = 0.5)]
    floor: Option<u8>,
    #[foundry(unique, values = ["a", "b", "c"], weights = [1, 1, 100])]
    shelf: String,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(transparent)]
struct Grade {
    #[foundry(values = ['a', 'b'], weights = [4, 1])]
    letter: char,
}

#[test]
fn weights_of_values_are_shares_too() {
    let plain = Parcel::foundry_with().rows(3).batch(7).expect("rows");
    let mut shelves: Vec<&str> = plain.iter().map(|parcel| parcel.shelf.as_str()).collect();
    shelves.sort_unstable();
    assert_eq!(shelves, ["a", "b", "c"]);
    let drawn: Vec<Parcel> = (0..2000).map(Parcel::foundry).collect();
    let truck = drawn.iter().filter(|parcel| parcel.by == "truck").count();
    assert!((1740..1860).contains(&truck), "{truck}");
    assert!(drawn.iter().all(|parcel| parcel.by != "balloon"));
    let floors: Vec<u8> = drawn.iter().filter_map(|parcel| parcel.floor).collect();
    let second = floors.iter().filter(|floor| **floor == 2).count();
    assert!((900..1100).contains(&floors.len()), "{}", floors.len());
    assert!((680..820).contains(&(second * 1000 / floors.len())), "{second}");
    let best = Grade::foundry_batch(7, 2000).iter().filter(|grade| grade.letter == 'a').count();
    assert!((1530..1670).contains(&best), "{best}");
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum Shadowed {
    Text(String),
    Code(char),
}

#[test]
fn a_shadowed_untagged_variant_is_a_plan_error() {
    let error = Shadowed::try_foundry_batch(1, 1).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the untagged variant `Code` is unreachable: serde reads each of its values as `Text`"
    );
}

/// garde counts bytes where a schema counts characters.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Counted {
    #[garde(length(max = 6))]
    bytes: String,
    #[garde(inner(length(max = 6)))]
    each: Vec<String>,
    #[garde(length(max = 4), pattern("^.+$"))]
    pattern: String,
    #[garde(length(chars, max = 6))]
    chars: String,
}

#[test]
fn texts_whose_bytes_are_counted_are_ascii() {
    let rows = Counted::foundry_batch(42, 500);
    for row in &rows {
        assert!(row.bytes.is_ascii() && row.pattern.is_ascii(), "{row:?}");
        assert!(row.each.iter().all(|text| text.is_ascii()), "{row:?}");
    }
    assert!(rows.iter().any(|row| !row.chars.is_ascii()));
}
