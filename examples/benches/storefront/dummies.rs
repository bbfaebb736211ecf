//! `fake::Dummy` for the types of the shop: what `#[derive(Dummy)]` writes, with the fakers that
//! users of the crate name on their fields, and all values within the contract.

use std::collections::{BTreeMap, BTreeSet};

use fake::faker::address::en::{CityName, StreetName};
use fake::faker::internet::en::SafeEmail;
use fake::faker::lorem::en::{Sentence, Word};
use fake::faker::name::en::Name;
use fake::rand::RngExt;
use fake::{Dummy, Fake, Faker};

use crate::domain::{
    Address, AddressKind, Attribute, Delivery, Line, Network, Order, Payment, Price, Product, Role,
    Tag, User,
};

/// `count` of `letters`.
fn letters<R: RngExt + ?Sized>(letters: &[u8], count: usize, rng: &mut R) -> String {
    (0..count).map(|_| char::from(letters[rng.random_range(0..letters.len())])).collect()
}

const UPPER: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS: &[u8] = b"0123456789";
const HEX: &[u8] = b"0123456789ABCDEF";

fn one_of<T: Copy, R: RngExt + ?Sized>(all: &[T], rng: &mut R) -> T {
    all[rng.random_range(0..all.len())]
}

/// Half of the time a value.
fn maybe<T, R: RngExt + ?Sized>(rng: &mut R, make: impl FnOnce(&mut R) -> T) -> Option<T> {
    rng.random_bool(0.5).then(|| make(rng))
}

impl Dummy<Faker> for User {
    fn dummy_with_rng<R: RngExt + ?Sized>(_: &Faker, rng: &mut R) -> Self {
        let kinds = [AddressKind::Billing, AddressKind::Shipping];
        let count = rng.random_range(0..=2);
        Self {
            id: Faker.fake_with_rng(rng),
            email: SafeEmail().fake_with_rng(rng),
            name: Name().fake_with_rng(rng),
            born_on: Faker.fake_with_rng(rng),
            joined_at: Faker.fake_with_rng(rng),
            website: Faker.fake_with_rng(rng),
            role: Faker.fake_with_rng(rng),
            addresses: kinds[..count]
                .iter()
                .map(|kind| (*kind, Faker.fake_with_rng(rng)))
                .collect(),
        }
    }
}

impl Dummy<Faker> for Role {
    fn dummy_with_rng<R: RngExt + ?Sized>(_: &Faker, rng: &mut R) -> Self {
        one_of(&[Self::Customer, Self::Staff, Self::Admin], rng)
    }
}

impl Dummy<Faker> for Address {
    fn dummy_with_rng<R: RngExt + ?Sized>(_: &Faker, rng: &mut R) -> Self {
        Self {
            street: StreetName().fake_with_rng(rng),
            city: CityName().fake_with_rng(rng),
            postal_code: letters(DIGITS, 5, rng),
            country: one_of(&["AT", "BE", "DE", "FR", "NL"], rng).to_owned(),
        }
    }
}

impl Dummy<Faker> for Order {
    fn dummy_with_rng<R: RngExt + ?Sized>(_: &Faker, rng: &mut R) -> Self {
        let count = rng.random_range(1..=5);
        Self {
            id: Faker.fake_with_rng(rng),
            number: format!("SO-20{}-{}", letters(DIGITS, 2, rng), letters(HEX, 6, rng)),
            buyer: Faker.fake_with_rng(rng),
            lines: (0..count).map(|_| Faker.fake_with_rng(rng)).collect(),
            payment: Faker.fake_with_rng(rng),
            delivery: Faker.fake_with_rng(rng),
            note: maybe(rng, |rng| Sentence(2..4).fake_with_rng(rng)),
        }
    }
}

impl Dummy<Faker> for Line {
    fn dummy_with_rng<R: RngExt + ?Sized>(_: &Faker, rng: &mut R) -> Self {
        Self { product: Faker.fake_with_rng(rng), price: Faker.fake_with_rng(rng) }
    }
}

impl Dummy<Faker> for Price {
    fn dummy_with_rng<R: RngExt + ?Sized>(_: &Faker, rng: &mut R) -> Self {
        let (pieces, cents_each) = (rng.random_range(1..=20), rng.random_range(1..=500_000));
        Self { pieces, cents_each, cents: pieces * cents_each }
    }
}

impl Dummy<Faker> for Delivery {
    fn dummy_with_rng<R: RngExt + ?Sized>(_: &Faker, rng: &mut R) -> Self {
        // As the check does it: what does not fit is drawn again.
        loop {
            let ordered_at = Faker.fake_with_rng(rng);
            let shipped_at = rng.random_bool(0.3).then(|| Faker.fake_with_rng(rng));
            if shipped_at.is_none_or(|shipped_at| shipped_at >= ordered_at) {
                break Self { ordered_at, shipped_at };
            }
        }
    }
}

impl Dummy<Faker> for Product {
    fn dummy_with_rng<R: RngExt + ?Sized>(_: &Faker, rng: &mut R) -> Self {
        let digits = rng.random_range(4..=6);
        let count = rng.random_range(0..=4);
        let tags: BTreeSet<Tag> = (0..count).map(|_| Faker.fake_with_rng(rng)).collect();
        let count = rng.random_range(0..=4);
        let attributes: BTreeMap<String, Attribute> =
            (0..count).map(|_| (Word().fake_with_rng(rng), Faker.fake_with_rng(rng))).collect();
        Self {
            sku: format!("{}-{}", letters(UPPER, 3, rng), letters(DIGITS, digits, rng)),
            title: Sentence(2..4).fake_with_rng(rng),
            picture: Faker.fake_with_rng(rng),
            rating: maybe(rng, |rng| (0.0..5.0).fake_with_rng(rng)),
            tags,
            attributes,
        }
    }
}

impl Dummy<Faker> for Tag {
    fn dummy_with_rng<R: RngExt + ?Sized>(_: &Faker, rng: &mut R) -> Self {
        let all = [Self::New, Self::Sale, Self::LastPieces, Self::Bestseller, Self::FairTrade];
        one_of(&all, rng)
    }
}

impl Dummy<Faker> for Attribute {
    fn dummy_with_rng<R: RngExt + ?Sized>(_: &Faker, rng: &mut R) -> Self {
        match rng.random_range(0..3) {
            0 => Self::Flag(Faker.fake_with_rng(rng)),
            1 => Self::Amount(Faker.fake_with_rng(rng)),
            _ => Self::Text(Sentence(1..3).fake_with_rng(rng)),
        }
    }
}

impl Dummy<Faker> for Payment {
    fn dummy_with_rng<R: RngExt + ?Sized>(_: &Faker, rng: &mut R) -> Self {
        match rng.random_range(0..6) {
            0..3 => Self::Card {
                network: one_of(&[Network::Visa, Network::Mastercard, Network::Amex], rng),
                last_four: letters(DIGITS, 4, rng),
                expires: format!("{:02}/2{}", rng.random_range(1..=12), rng.random_range(5..=9)),
            },
            3 => Self::BankTransfer { iban: format!("DE{}", letters(DIGITS, 20, rng)) },
            4 => Self::Invoice {
                due_on: Faker.fake_with_rng(rng),
                reminders: Faker.fake_with_rng(rng),
            },
            _ => {
                let count = rng.random_range(1..=3);
                Self::GiftCard { codes: (0..count).map(|_| Faker.fake_with_rng(rng)).collect() }
            }
        }
    }
}
