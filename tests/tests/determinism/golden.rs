//! Golden vectors: three rows of each type, as they were when `STREAM_VERSION` was last raised.
//!
//! A change that moves one raises `STREAM_VERSION` and stands in the changelog. Then
//! `FOUNDRY_GOLDEN=write cargo test -p foundry-tests --test determinism golden` writes them anew.

use std::collections::{BTreeMap, BTreeSet};
use std::num::{NonZeroI16, NonZeroU8};
use std::path::PathBuf;

use foundry::{Foundry, STREAM_VERSION, Stream};
use serde::{Deserialize, Serialize};

/// The environment variable that rewrites the files.
const WRITE_VARIABLE: &str = "FOUNDRY_GOLDEN";

fn compare<T: Foundry>(name: &str) {
    let rows = T::foundry_batch(42, 3);
    let mut text = String::new();
    for row in &rows {
        text.push_str(&serde_json::to_string(row).unwrap());
        text.push('\n');
    }
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join(format!("tests/determinism/golden/{name}.ndjson"));
    if std::env::var_os(WRITE_VARIABLE).is_some_and(|value| value == "write") {
        std::fs::write(&path, &text).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        text, golden,
        "the rows of `{name}` moved: if that is meant, raise STREAM_VERSION (now {STREAM_VERSION}), say so \
         in the changelog and write the files anew with {WRITE_VARIABLE}=write"
    );
}

/// One test and one file for each type.
macro_rules! golden {
    ($($name:ident: $type:ty = { $($item:item)* })*) => {$(
        mod $name {
            use super::*;

            $(
                #[derive(Debug, Serialize, Deserialize, Foundry)]
                $item
            )*

            #[test]
            fn the_rows_are_those_of_this_stream_version() {
                compare::<$type>(stringify!($name));
            }
        }
    )*};
}

fn is_ordered(span: &check::Span) -> bool {
    span.from <= span.to
}

fn add_up(cart: &mut finish::Cart) {
    cart.total = cart.prices.iter().fold(0, |sum, price| sum.saturating_add(*price));
}

fn roll(stream: &mut Stream) -> u8 {
    u8::try_from(stream.integer(1, 6)).unwrap_or(1)
}

golden! {
    integers: Integers = { struct Integers { a: i8, b: u16, c: i32, d: u64, e: i128, f: NonZeroU8, g: NonZeroI16 } }
    floats: Floats = { struct Floats { a: f32, b: f64, #[schemars(range(min = 0.0, max = 1.0))] c: f64 } }
    ranges: Ranges = { struct Ranges { #[schemars(range(min = 1, max = 6))] a: u8, #[schemars(range(min = -10))] b: i64 } }
    texts: Texts = { struct Texts { a: String, #[schemars(length(min = 3, max = 5))] b: String, c: char } }
    patterns: Patterns = { struct Patterns { #[schemars(regex(pattern = "^[A-Z]{2}[0-9]{2,6}$"))] a: String, #[schemars(regex(pattern = "colou?r"))] b: String } }
    formats: Formats = { struct Formats { #[schemars(email)] a: String, #[schemars(url)] b: String, c: std::net::IpAddr, d: std::net::SocketAddr } }
    options: Options = { struct Options { a: Option<u8>, b: Option<Option<String>>, #[serde(default)] c: bool } }
    lists: Lists = { struct Lists { a: Vec<u8>, b: [i16; 3], c: (bool, String), #[schemars(length(min = 1, max = 2))] d: Vec<char> } }
    sets: Sets = { struct Sets { a: BTreeSet<bool>, b: BTreeSet<u8>, #[schemars(length(min = 2))] c: BTreeSet<Color> } #[derive(PartialEq, Eq, PartialOrd, Ord)] enum Color { Red, Green, Blue } }
    maps: Maps = { struct Maps { a: BTreeMap<String, u8>, b: BTreeMap<i8, bool>, c: BTreeMap<bool, char> } }
    external: External = { enum External { Unit, New(u8), Tuple(u8, String), Struct { a: Option<u8> } } }
    internal: Internal = { #[serde(tag = "t")] enum Internal { Unit, Struct { a: u8 } } }
    adjacent: Adjacent = { #[serde(tag = "t", content = "c")] enum Adjacent { Unit, New(u8), Struct { a: u8 } } }
    untagged: Untagged = { #[serde(untagged)] enum Untagged { Number(i16), Text(String), Struct { a: u8 }, Null } }
    weights: Weights = { enum Weights { #[foundry(weight = 5)] Often, Rarely, #[foundry(skip)] Never } }
    flatten: Outer = { struct Outer { a: u8, #[serde(flatten)] inner: Inner } struct Inner { b: String, c: Option<bool> } }
    names: Names = { #[serde(rename_all = "camelCase")] struct Names { first_name: String, #[serde(rename = "x/y~z")] odd: u8, r#type: bool } }
    newtypes: Newtypes = { struct Newtypes { a: Wrapper, b: Unit } struct Wrapper(#[schemars(range(max = 9))] u8); struct Unit; }
    recursion: Node = { struct Node { value: u8, next: Option<Box<Node>>, children: Vec<Node> } }
    mutual: Left = { struct Left { a: u8, right: Option<Box<Right>> } struct Right { b: bool, left: Vec<Left> } }
    depth: Deep = { #[foundry(depth = 2)] enum Deep { Leaf, Branch(Box<Deep>, Box<Deep>) } }
    times: Times = { struct Times { a: std::time::Duration, b: std::time::SystemTime, c: chrono::DateTime<chrono::Utc>, d: chrono::NaiveDate } }
    foreign: Foreign = { struct Foreign { a: uuid::Uuid, b: url::Url, c: semver::Version, d: rust_decimal::Decimal } }
    results: Results = { struct Results { a: Result<u8, String>, b: std::ops::Bound<i8>, c: std::ops::Range<u8> } }
    check: Span = { #[foundry(check = super::is_ordered)] pub(super) struct Span { pub(super) from: u8, pub(super) to: u8 } }
    finish: Cart = { #[foundry(finish = super::add_up)] pub(super) struct Cart { pub(super) prices: Vec<u16>, pub(super) total: u16 } }
    hints: Hints = { struct Hints { #[foundry(with = super::roll)] die: u8, #[foundry(values = ["a", "b"])] letter: String, #[foundry(presence = 0.1)] rare: Option<u8> } }
    anything: Anything = { struct Anything { a: serde_json::Value, b: BTreeMap<String, serde_json::Value> } }
}

#[test]
fn the_stream_version_is_the_one_these_files_were_written_for() {
    assert_eq!(STREAM_VERSION, 2);
}
