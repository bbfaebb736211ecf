//! Enums: their variants are values, and what their variants hold may be unique.

use std::collections::HashSet;

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Foundry)]
enum Day {
    Monday,
    Tuesday,
    /// A comment makes schemars write each variant by itself.
    Wednesday,
    Thursday,
    Friday,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Foundry)]
enum Size {
    Small,
    Large,
    Huge,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Plan {
    #[foundry(unique)]
    any: Day,
    #[foundry(sequence)]
    next: Day,
    #[foundry(unique)]
    maybe: Option<Day>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Sizes {
    #[foundry(sequence)]
    size: Size,
    #[foundry(unique)]
    maybe: Option<Size>,
}

#[test]
fn variants_come_once_and_in_their_order() {
    let rows = Plan::foundry_batch(5, 5);
    assert_eq!(rows.iter().map(|row| row.any).collect::<HashSet<_>>().len(), 5);
    let days = [Day::Monday, Day::Tuesday, Day::Wednesday, Day::Thursday, Day::Friday];
    assert_eq!(rows.iter().map(|row| row.next).collect::<Vec<_>>(), days);
    let maybe: Vec<_> = rows.iter().filter_map(|row| row.maybe).collect();
    assert_eq!(maybe.iter().collect::<HashSet<_>>().len(), maybe.len());
    let rows = Sizes::foundry_batch(5, 3);
    let sizes: Vec<_> = rows.iter().map(|row| row.size).collect();
    assert_eq!(sizes, [Size::Small, Size::Large, Size::Huge]);
    let error = Plan::try_foundry_batch(5, 6).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`/properties/any` has 5 different values, and `unique` needs 6 of them for 6 rows"
    );
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind")]
enum Event {
    Opened {
        #[foundry(unique)]
        id: u32,
    },
    Closed {
        #[foundry(unique)]
        id: u32,
        #[foundry(unique)]
        reason: String,
    },
}

/// Two branches of one domain share its order, so that not even their rows meet.
#[test]
fn what_variants_hold_is_unique_over_all_rows() {
    let rows = Event::foundry_batch(2, 20_000);
    let ids: HashSet<u32> = rows
        .iter()
        .map(|row| match row {
            Event::Opened { id } | Event::Closed { id, .. } => *id,
        })
        .collect();
    assert_eq!(ids.len(), rows.len());
    let reasons: Vec<&String> = rows
        .iter()
        .filter_map(|row| match row {
            Event::Opened { .. } => None,
            Event::Closed { reason, .. } => Some(reason),
        })
        .collect();
    assert!(reasons.len() > 5000);
    assert_eq!(reasons.iter().collect::<HashSet<_>>().len(), reasons.len());
}
