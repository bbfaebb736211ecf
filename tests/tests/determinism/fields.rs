//! Adding, removing and reordering fields moves no other field's values.

use std::collections::BTreeMap;

use foundry::Foundry;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The same struct in another shape, under a module of its own.
macro_rules! shapes {
    ($($shape:ident { $($fields:tt)* })*) => {$(
        mod $shape {
            use super::*;

            #[derive(Serialize, Deserialize, Foundry)]
            pub(super) struct Order { $($fields)* }
        }
    )*};
}

#[derive(Serialize, Deserialize, Foundry)]
struct Line {
    sku: String,
    quantity: u8,
}

shapes! {
    plain { id: u64, name: Option<String>, lines: Vec<Line>, extra: BTreeMap<String, i16>, kind: Kind }
    in_front { added: f64, id: u64, name: Option<String>, lines: Vec<Line>, extra: BTreeMap<String, i16>, kind: Kind }
    in_between { id: u64, name: Option<String>, added: Vec<u8>, lines: Vec<Line>, extra: BTreeMap<String, i16>, kind: Kind }
    at_the_end { id: u64, name: Option<String>, lines: Vec<Line>, extra: BTreeMap<String, i16>, kind: Kind, added: Option<String> }
    reordered { kind: Kind, extra: BTreeMap<String, i16>, lines: Vec<Line>, name: Option<String>, id: u64 }
    removed { id: u64, lines: Vec<Line>, kind: Kind }
    flattened { #[serde(flatten)] inner: Inner, lines: Vec<Line>, extra: BTreeMap<String, i16>, kind: Kind }
    tightened { #[schemars(range(max = 1000))] id: u64, name: Option<String>, lines: Vec<Line>, extra: BTreeMap<String, i16>, kind: Kind }
}

#[derive(Serialize, Deserialize, Foundry)]
struct Inner {
    id: u64,
    name: Option<String>,
}

#[derive(Serialize, Deserialize, Foundry)]
enum Kind {
    Retail,
    Bulk { rebate: u8 },
}

const ROWS: usize = 60;

fn rows<T: Foundry>() -> Vec<Map<String, Value>> {
    let batch = T::foundry_batch("fields", ROWS);
    batch
        .iter()
        .map(|row| match serde_json::to_value(row).unwrap() {
            Value::Object(map) => map,
            other => panic!("{other} is no object"),
        })
        .collect()
}

/// Every field that both shapes have holds the same values in both.
fn assert_unmoved<T: Foundry>(but: &[&str]) {
    for (index, (before, after)) in rows::<plain::Order>().iter().zip(rows::<T>()).enumerate() {
        let shared = before.keys().filter(|key| after.contains_key(*key));
        let mut compared = 0;
        for key in shared.filter(|key| !but.contains(&key.as_str())) {
            assert_eq!(before[key], after[key], "`{key}` moved in row {index}");
            compared += 1;
        }
        assert!(compared >= 3, "only {compared} fields were compared");
    }
}

#[test]
fn a_field_in_front_moves_nothing() {
    assert_unmoved::<in_front::Order>(&[]);
}

#[test]
fn a_field_in_between_moves_nothing() {
    assert_unmoved::<in_between::Order>(&[]);
}

#[test]
fn a_field_at_the_end_moves_nothing() {
    assert_unmoved::<at_the_end::Order>(&[]);
}

#[test]
fn another_order_moves_nothing() {
    assert_unmoved::<reordered::Order>(&[]);
}

#[test]
fn a_field_that_goes_moves_nothing() {
    assert_unmoved::<removed::Order>(&[]);
}

#[test]
fn fields_that_move_into_a_flattened_struct_keep_their_values() {
    assert_unmoved::<flattened::Order>(&[]);
}

#[test]
fn a_tighter_rule_moves_its_own_field_alone() {
    assert_unmoved::<tightened::Order>(&["id"]);
}

#[test]
fn a_policy_moves_its_own_places_alone() {
    let policy = foundry::config::Policy::default().with_lengths(1..=1);
    let with = plain::Order::foundry_with().rows(ROWS).policy("/lines", policy);
    let with = with.batch("fields").unwrap();
    for (before, after) in rows::<plain::Order>().into_iter().zip(&with) {
        let after = serde_json::to_value(after).unwrap();
        assert_eq!(before["id"], after["id"]);
        assert_eq!(before["extra"], after["extra"]);
        let (before, after) =
            (before["lines"].as_array().unwrap(), after["lines"].as_array().unwrap());
        assert_eq!(after.len(), 1);
        assert!(before.is_empty() || before[0] == after[0]);
    }
}

/// Names that mean several things, with nothing beside them that would tell which.
mod bare {
    use super::*;

    #[derive(Serialize, Deserialize, Foundry)]
    pub(super) struct Shipment {
        pub(super) state: String,
        name: String,
        title: String,
        region: String,
        number: u32,
        latitude: f64,
    }
}

/// The same names in an address.
mod in_an_address {
    use super::*;

    #[derive(Serialize, Deserialize, Foundry)]
    pub(super) struct Shipment {
        street: String,
        city: String,
        postcode: String,
        pub(super) state: String,
        country: String,
        name: String,
        title: String,
        first_name: String,
        company: String,
        region: String,
        number: u32,
        latitude: f64,
        longitude: f64,
    }
}

mod named {
    use super::*;

    #[derive(Serialize, Deserialize, Foundry)]
    pub(super) struct Shipment {
        #[foundry(faker = "address.region")]
        pub(super) state: String,
        pub(super) region: String,
    }
}

#[test]
fn no_neighbour_decides_what_a_name_means() {
    let (bare, full) = (rows::<bare::Shipment>(), rows::<in_an_address::Shipment>());
    for (one, other) in bare.iter().zip(&full) {
        for (name, value) in one {
            assert_eq!(value, &other[name], "{name}");
        }
    }
    let plan = |plan: &foundry::plan::Plan| plan.explain();
    let told = plan(&in_an_address::Shipment::foundry_plan().expect("a plan"));
    assert!(told.contains("\n  state: text (words)\n"), "{told}");
    // What it means is for the author to say, and is of the place of its neighbours then.
    let named = named::Shipment::foundry_batch("fields", ROWS);
    assert!(named.iter().all(|row| row.state == row.region));
}
