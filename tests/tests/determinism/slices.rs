//! A row depends on its seed and its index, and on nothing else.

use std::collections::BTreeMap;

use foundry::{Foundry, Seed};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
struct Account {
    id: u64,
    #[schemars(email)]
    mail: String,
    #[schemars(regex(pattern = "^[A-Z]{3}-[0-9]{4}$"))]
    code: String,
    plan: Plan,
    tags: Vec<String>,
    limits: BTreeMap<String, i32>,
    parent: Option<Box<Account>>,
    score: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Plan {
    Free,
    Team { seats: u8 },
    Custom { name: String, price: Option<f32> },
}

fn json<T: Serialize>(rows: &[T]) -> Vec<String> {
    rows.iter().map(|row| serde_json::to_string(row).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_batch_is_a_prefix_of_every_longer_one(seed: u64, short in 0_usize..20, more in 0_usize..20) {
        let long = Account::foundry_batch(seed, short + more);
        prop_assert_eq!(&Account::foundry_batch(seed, short)[..], &long[..short]);
    }

    #[test]
    fn a_slice_equals_that_slice_of_the_whole(seed: u64, start in 0_u64..20, len in 0_u64..10) {
        let whole = Account::foundry_batch(seed, 30);
        let slice = Account::foundry_with().range(start..start + len).batch(seed).unwrap();
        let (from, to) = (start as usize, (start + len) as usize);
        prop_assert_eq!(&slice[..], &whole[from..to]);
    }

    #[test]
    fn a_row_is_the_same_alone_in_a_batch_and_in_an_iterator(seed: u64, index in 0_u64..12) {
        let alone = Account::foundry_row(seed, index);
        prop_assert_eq!(&alone, &Account::foundry_batch(seed, 12)[index as usize]);
        let nth = Account::foundry_iter(seed).nth(index as usize);
        prop_assert_eq!(Some(alone), nth);
    }

    #[test]
    fn the_number_of_threads_does_not_matter(seed: u64, threads in 1_usize..9, count in 0_usize..40) {
        let one = Account::foundry_batch(seed, count);
        let many = Account::foundry_with().rows(count).threads(threads).batch(seed).unwrap();
        prop_assert_eq!(json(&one), json(&many));
    }

    #[test]
    fn seeds_of_every_kind_draw_their_own_rows(text in "[a-z]{0,12}", bytes: Vec<u8>, number: u64) {
        let seeds = [Seed::from(text.as_str()), Seed::from(bytes), Seed::from(number)];
        for seed in &seeds {
            let again = Seed::parse(&seed.to_string()).unwrap();
            prop_assert_eq!(Account::foundry(seed), Account::foundry(again));
        }
        prop_assert_ne!(Account::foundry_batch(&seeds[0], 4), Account::foundry_batch(&seeds[2], 4));
    }
}

#[test]
fn the_last_row_there_is_can_be_drawn() {
    for index in [1_000_000_000_000, u64::MAX] {
        let row = Account::foundry_row(42, index);
        assert_eq!(row, Account::foundry_row(42, index));
        assert_ne!(row, Account::foundry_row(42, index - 1));
    }
}

#[test]
fn rows_and_seeds_differ_from_each_other() {
    let rows = json(&Account::foundry_batch(42, 500));
    let distinct: std::collections::BTreeSet<_> = rows.iter().collect();
    assert_eq!(distinct.len(), rows.len());
    assert_ne!(rows, json(&Account::foundry_batch(43, 500)));
}

#[test]
fn the_environment_gives_a_seed_or_says_why_not() {
    assert_eq!(Seed::parse("7").unwrap(), Seed::from(7));
    let error = Seed::parse("seven").unwrap_err();
    assert_eq!(error.to_string(), "`seven` is not a seed");
}
