//! Types that look like a mistake and are none; each stands beside a case that is one.
#![allow(dead_code)]

use foundry::Foundry;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;
use std::num::NonZeroU8;
use std::time::Duration;

type Age = u8;

mod models {
    pub type Name = String;
}

#[derive(Serialize, Deserialize, Foundry)]
struct Rules {
    #[schemars(range(min = 0, max = 255))]
    whole: u8,
    #[schemars(range(min = 18), with = "u8")]
    age: Age,
    #[schemars(length(min = 1))]
    name: models::Name,
    #[schemars(range(min = 0, max = 3))]
    count: NonZeroU8,
    #[schemars(length(equal = 4))]
    parts: [u8; 4],
    #[schemars(regex(pattern = "^äöü$"), length(max = 3))]
    text: String,
    #[schemars(inner(inner(range(max = 9))))]
    grid: Vec<[u8; 2]>,
    #[schemars(extend("minProperties" = 1))]
    stock: BTreeMap<String, u32>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Node {
    next: Option<Box<Node>>,
    children: Vec<Node>,
    #[serde(default)]
    names: BTreeMap<String, Self>,
}

#[derive(Serialize, Deserialize, Foundry)]
enum Tree {
    Leaf,
    Fork(Box<Tree>, Box<Tree>),
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind")]
enum Event {
    Opened(Rules),
    Moved(HashMap<String, u8>),
    Paid { amount: u64 },
    Ended(()),
    Closed,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind", content = "value")]
enum Beside {
    Wide(u128),
    Keys(HashMap<u32, String>),
    Number(u8),
}

#[derive(Serialize, Deserialize, Foundry)]
struct Swapped {
    #[serde(rename = "second")]
    first: u8,
    #[serde(rename = "first")]
    second: u8,
    #[serde(flatten)]
    rest: BTreeMap<String, u64>,
    wide: u128,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(bound = "")]
struct Marked<T> {
    marker: PhantomData<fn() -> T>,
    text: Cow<'static, str>,
    #[serde(skip)]
    handler: Option<fn()>,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(remote = "Duration")]
struct DurationDef {
    #[serde(getter = "Duration::as_secs")]
    secs: u64,
}

impl From<DurationDef> for Duration {
    fn from(definition: DurationDef) -> Self {
        Self::from_secs(definition.secs)
    }
}

#[derive(Serialize, Deserialize, Foundry)]
struct Process {
    #[serde(with = "DurationDef")]
    time: Duration,
}

#[derive(Serialize, Deserialize, Foundry)]
enum Drawn {
    #[foundry(weight = 0)]
    Never,
    #[foundry(weight = 1)]
    Always(#[foundry(values = [-1, 1])] i8),
    #[serde(skip)]
    Skipped(Handler),
}

struct Handler(Box<dyn Fn()>);

fn is_foundry<T: foundry::Foundry>() {}

#[test]
fn compiles() {
    is_foundry::<Rules>();
    is_foundry::<Node>();
    is_foundry::<Tree>();
    is_foundry::<Event>();
    is_foundry::<Beside>();
    is_foundry::<Swapped>();
    is_foundry::<Marked<u8>>();
    is_foundry::<Process>();
    is_foundry::<Drawn>();
}
