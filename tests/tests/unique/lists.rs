//! In lists every element of every row has a value of its own.

use std::collections::{BTreeSet, HashSet};

use foundry::Foundry;
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[schemars(length(max = 6))]
    lines: Vec<Line>,
    free: Vec<Group>,
    pair: (Line, Line),
    #[schemars(length(min = 2))]
    tags: BTreeSet<Tag>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Line {
    #[foundry(unique)]
    sku: u32,
    #[foundry(sequence)]
    number: u64,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Group {
    members: Vec<Line>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Foundry)]
struct Tag(#[foundry(unique)] u16);

#[test]
fn no_two_elements_of_any_two_rows_share_a_value() {
    let rows = Order::foundry_batch(11, 5000);
    let lines = rows.iter().flat_map(|row| &row.lines);
    let skus: Vec<u32> = lines.clone().map(|line| line.sku).collect();
    assert!(skus.len() > 5000);
    assert_eq!(skus.iter().collect::<HashSet<_>>().len(), skus.len());
    assert!(lines.map(|line| line.number).is_sorted_by(|one, two| one < two));
    let nested = rows.iter().flat_map(|row| &row.free).flat_map(|group| &group.members);
    let numbers: Vec<u64> = nested.clone().map(|line| line.number).collect();
    assert!(numbers.len() > 5000 && numbers.is_sorted_by(|one, two| one < two));
    assert_eq!(nested.clone().map(|line| line.sku).collect::<HashSet<_>>().len(), numbers.len());
    // Positions of a tuple are places of their own.
    assert_eq!(rows.iter().map(|row| row.pair.0.sku).collect::<HashSet<_>>().len(), rows.len());
    assert_eq!(rows.iter().map(|row| row.pair.1.number).max(), Some(4999));
    let tags: Vec<u16> = rows.iter().flat_map(|row| &row.tags).map(|tag| tag.0).collect();
    assert!(rows.iter().all(|row| row.tags.len() >= 2));
    assert_eq!(tags.iter().collect::<HashSet<_>>().len(), tags.len());
}

#[test]
fn the_elements_of_a_document_differ_too() {
    let pipeline = foundry::Pipeline::builder()
        .schema(&json!({
            "type": "array", "minItems": 1, "maxItems": 3, "uniqueItems": true,
            "items": {"enum": (0..300).collect::<Vec<_>>(), "x-foundry": {"unique": true}}
        }))
        .build()
        .unwrap();
    let rows = pipeline.generate(4, 100).unwrap();
    let all: Vec<String> = rows
        .values()
        .flat_map(|row| row.as_array().cloned().unwrap_or_default())
        .map(|value| value.to_string())
        .collect();
    assert!(all.len() > 150);
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
    assert_eq!(
        pipeline.generate(4, 101).unwrap_err().to_string(),
        "`/items` has 300 different values, and `unique` needs 303 of them for 101 rows of up to 3 elements"
    );
}
