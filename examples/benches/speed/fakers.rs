//! What `fake` has no faker for, written as its users write it: by hand, and fast.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{DateTime, Utc};
use fake::faker::lorem::en::{Sentence, Word};
use fake::rand::RngExt;
use fake::{Dummy, Fake};

/// A start, and so many letters of a range.
pub(crate) struct Code(pub(crate) &'static str, pub(crate) RangeInclusive<u8>, pub(crate) usize);

impl Dummy<Code> for String {
    fn dummy_with_rng<R: RngExt + ?Sized>(code: &Code, rng: &mut R) -> Self {
        let mut text = Self::with_capacity(code.0.len() + code.2);
        text.push_str(code.0);
        for _ in 0..code.2 {
            text.push(char::from(rng.random_range(code.1.clone())));
        }
        text
    }
}

/// A second of the years 2016 to 2035.
pub(crate) struct Recent;

impl Dummy<Recent> for DateTime<Utc> {
    fn dummy_with_rng<R: RngExt + ?Sized>(_: &Recent, rng: &mut R) -> Self {
        Self::from_timestamp(rng.random_range(1_451_606_400..2_082_758_400), 0)
            .expect("it is a time of this century")
    }
}

/// Up to four words, each with a sentence.
pub(crate) struct Metadata;

impl Dummy<Metadata> for BTreeMap<String, String> {
    fn dummy_with_rng<R: RngExt + ?Sized>(_: &Metadata, rng: &mut R) -> Self {
        let count = rng.random_range(0..=4);
        (0..count).map(|_| (Word().fake_with_rng(rng), Sentence(1..4).fake_with_rng(rng))).collect()
    }
}
