//! Sets: they reach their least size in spite of collisions, also in small domains.

use std::collections::{BTreeSet, HashSet};
use std::num::NonZeroI8;

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Foundry)]
enum Suit {
    Hearts,
    Spades,
    Clubs,
    Diamonds,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Foundry)]
enum Card {
    Joker,
    Of { suit: Suit, face: bool },
}

#[derive(Serialize, Deserialize, Foundry)]
struct Sizes {
    #[schemars(length(min = 2))]
    flags: BTreeSet<bool>,
    #[schemars(length(min = 4))]
    suits: BTreeSet<Suit>,
    #[schemars(length(min = 9))]
    cards: BTreeSet<Card>,
    #[schemars(length(min = 256))]
    bytes: BTreeSet<u8>,
    #[schemars(length(min = 255))]
    nonzero: BTreeSet<NonZeroI8>,
    #[schemars(length(min = 3, max = 3))]
    options: BTreeSet<Option<bool>>,
    #[schemars(length(min = 10, max = 20), inner(range(min = 1, max = 20)))]
    ranged: BTreeSet<u64>,
    #[schemars(length(min = 5))]
    names: BTreeSet<String>,
    #[schemars(length(min = 4, max = 4))]
    pairs: BTreeSet<(bool, bool)>,
}

#[test]
fn sets_reach_their_least_size() {
    for row in &Sizes::foundry_batch(3, 100) {
        assert_eq!((row.flags.len(), row.suits.len(), row.cards.len()), (2, 4, 9));
        assert_eq!((row.bytes.len(), row.nonzero.len(), row.options.len()), (256, 255, 3));
        assert!((10..=20).contains(&row.ranged.len()));
        assert!(row.names.len() >= 5);
        assert_eq!(row.pairs.len(), 4);
    }
}

#[derive(Serialize, Deserialize, Foundry)]
struct Plain {
    flags: BTreeSet<bool>,
    suits: BTreeSet<Suit>,
    texts: BTreeSet<String>,
    sets: BTreeSet<BTreeSet<u8>>,
    letters: BTreeSet<char>,
    units: BTreeSet<()>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Hashed {
    cards: HashSet<Card>,
    uuids: HashSet<uuid::Uuid>,
    #[schemars(length(min = 1, max = 2))]
    few: HashSet<Option<u8>>,
}

checked! {
    sizes: Sizes;
    plain: Plain;
    hashed: Hashed, but [(Except::Unordered, "a hash set has no order of its own")];
}
