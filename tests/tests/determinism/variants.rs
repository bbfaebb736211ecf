//! A variant that is added wins some rows and leaves all others as they were.

use foundry::Foundry;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The same enum in four taggings, before and after a variant is added and the rest reordered.
macro_rules! tagging {
    ($name:ident, $(#[$tag:meta])?) => {
        mod $name {
            use super::*;

            #[derive(Serialize, Deserialize, Foundry)]
            $(#[$tag])?
            pub(super) enum Before {
                Card { last_four: u16 },
                Cash,
                Invoice { days: u8, note: Option<String> },
            }

            #[derive(Serialize, Deserialize, Foundry)]
            $(#[$tag])?
            pub(super) enum After {
                Invoice { days: u8, note: Option<String> },
                Voucher { code: String },
                Cash,
                Card { last_four: u16 },
            }

            #[test]
            fn only_the_rows_of_the_new_variant_move() {
                assert_only_new::<Before, After>();
            }
        }
    };
}

tagging!(external,);
tagging!(internal, #[serde(tag = "type")]);
tagging!(adjacent, #[serde(tag = "type", content = "of")]);

fn rows<T: Foundry>() -> Vec<Value> {
    let batch = T::foundry_batch("variants", 400);
    batch.iter().map(|row| serde_json::to_value(row).unwrap()).collect()
}

fn assert_only_new<Before: Foundry, After: Foundry>() {
    let mut won = 0;
    for (before, after) in rows::<Before>().into_iter().zip(rows::<After>()) {
        if after.to_string().contains("Voucher") {
            won += 1;
        } else {
            assert_eq!(before, after);
        }
    }
    assert!((60..140).contains(&won), "the new variant won {won} of 400 rows");
}

#[derive(Serialize, Deserialize, Foundry)]
enum Three {
    Red,
    Green,
    Blue,
}

#[derive(Serialize, Deserialize, Foundry)]
enum Four {
    Blue,
    White,
    Green,
    Red,
}

#[test]
fn a_new_value_of_a_plain_enum_moves_only_its_own_rows() {
    let mut won = 0;
    for (before, after) in rows::<Three>().into_iter().zip(rows::<Four>()) {
        if after == "White" {
            won += 1;
        } else {
            assert_eq!(before, after);
        }
    }
    assert!((60..140).contains(&won), "the new value won {won} of 400 rows");
}
