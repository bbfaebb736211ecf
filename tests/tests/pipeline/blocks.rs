//! The rows of a batch go through the stages together, and still come out as if each had gone by itself.

use foundry::Foundry;
use serde::{Deserialize, Serialize};

/// Fails at one stage or another, or at none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(try_from = "u8", into = "u8")]
struct Fragile(u8);

impl TryFrom<u8> for Fragile {
    type Error = String;

    fn try_from(value: u8) -> Result<Self, String> {
        if value.is_multiple_of(41) { Err(format!("{value} is not read")) } else { Ok(Self(value)) }
    }
}

impl From<Fragile> for u8 {
    fn from(Fragile(value): Fragile) -> Self {
        assert!(!value.is_multiple_of(43), "{value} is not written");
        value
    }
}

#[test]
fn of_rows_that_fail_at_several_stages_the_first_is_told() {
    const ROWS: u64 = 40;
    let mut told = [0; 3];
    for seed in 0..60 {
        let alone = |row| Fragile::foundry_with().row(seed, row);
        let first = (0..ROWS).find_map(|row| alone(row).err());
        for threads in [1, 2] {
            let batch = Fragile::foundry_with().rows(ROWS as usize).threads(threads).batch(seed);
            match (&first, batch) {
                (None, Ok(batch)) => {
                    let rows: Vec<Fragile> = (0..ROWS).filter_map(|row| alone(row).ok()).collect();
                    assert_eq!(batch.to_vec(), rows);
                    told[0] += 1;
                }
                (Some(first), Err(error)) => {
                    let (error, first) = (error.to_string(), first.to_string());
                    assert_eq!(error, first);
                    told[if error.contains("is not read") { 1 } else { 2 }] += 1;
                }
                (first, batch) => panic!("{first:?} alone, and together {:?}", batch.err()),
            }
        }
    }
    assert!(told.iter().all(|count| *count > 5), "{told:?}");
}

#[test]
fn edits_come_after_reading_and_before_writing() {
    let rows = || Fragile::foundry_with().rows(20);
    let seed = (0..).find(|seed| rows().batch(*seed).is_ok()).expect("most rows are whole");
    let edited = |value: u8| {
        let set = move |row: &mut Fragile| row.0 = value;
        rows().edit(set).batch(seed).map(|batch| batch.to_vec())
    };
    assert_eq!(edited(41).unwrap(), vec![Fragile(41); 20]);
    let error = edited(43).unwrap_err();
    assert!(error.to_string().contains("43 is not written"), "{error}");
    assert_eq!(error.row(), Some(0));
}
