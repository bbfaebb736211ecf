//! Maps with every kind of key that serde writes.

use std::collections::{BTreeMap, HashMap};
use std::net::{IpAddr, Ipv4Addr};
use std::num::{NonZeroI16, NonZeroU8, NonZeroU64};

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Foundry)]
enum Color {
    Red,
    Green,
    #[serde(rename = "light-blue")]
    LightBlue,
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Foundry)]
enum Documented {
    /// One.
    One,
    /// Two.
    Two,
    Three,
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Foundry)]
struct UserId(u32);

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Foundry)]
#[serde(transparent)]
struct Name(#[schemars(length(min = 3, max = 5))] String);

#[derive(Serialize, Deserialize, Foundry)]
struct Generic<K: Ord, V> {
    map: BTreeMap<K, V>,
}

held! {
    of_text: BTreeMap<String, u8>;
    of_boxed_text: BTreeMap<Box<str>, u8>;
    of_char: BTreeMap<char, u8>;
    of_bool: BTreeMap<bool, u8>;
    of_u8: BTreeMap<u8, bool>;
    of_i8: BTreeMap<i8, bool>;
    of_u16: HashMap<u16, bool>;
    of_i32: BTreeMap<i32, char>;
    of_u64: BTreeMap<u64, String>;
    of_i64: HashMap<i64, String>;
    of_usize: BTreeMap<usize, u8>;
    of_u128: BTreeMap<u128, u8>;
    of_i128: BTreeMap<i128, u8>;
    of_nonzero_u8: BTreeMap<NonZeroU8, u8>;
    of_nonzero_i16: BTreeMap<NonZeroI16, u8>;
    of_nonzero_u64: HashMap<NonZeroU64, u8>;
    of_uuid: BTreeMap<uuid::Uuid, u8>;
    of_date: BTreeMap<chrono::NaiveDate, u8>;
    of_ip: HashMap<IpAddr, u8>;
    of_ipv4: BTreeMap<Ipv4Addr, u8>;
    of_version: BTreeMap<semver::Version, u8>;
    of_decimal: BTreeMap<rust_decimal::Decimal, u8>;
    of_socket: BTreeMap<std::net::SocketAddr, u8>;
    of_enum: BTreeMap<Color, u8>;
    of_documented_enum: HashMap<Documented, Vec<u8>>;
    of_newtype: BTreeMap<UserId, u8>;
    of_transparent: BTreeMap<Name, u8>;
    of_boxed_number: BTreeMap<Box<u16>, u8>;
    map_of_maps: BTreeMap<u8, BTreeMap<char, HashMap<Color, bool>>>;
    index_map_of_enum: indexmap::IndexMap<Color, u64>;
    optional_map: Option<BTreeMap<u32, Option<u8>>>;
    array_of_maps: [BTreeMap<i8, u8>; 2];
    tuple_of_maps: (BTreeMap<u64, u8>, HashMap<bool, char>);
    generic_of_number: Generic<u64, u8>;
    generic_of_small_number: Generic<i8, u8>;
    generic_of_enum: Generic<Color, u8>;
    generic_of_text: Generic<String, Vec<u8>>;
}

#[derive(Serialize, Deserialize, Foundry)]
struct Sized {
    #[schemars(extend("minProperties" = 2, "maxProperties" = 3))]
    text: BTreeMap<String, u8>,
    #[schemars(extend("minProperties" = 3))]
    colors: BTreeMap<Color, u8>,
    #[schemars(extend("minProperties" = 2, "maxProperties" = 2))]
    flags: BTreeMap<bool, u8>,
    #[schemars(extend("minProperties" = 200, "maxProperties" = 256))]
    bytes: BTreeMap<u8, bool>,
    #[schemars(extend("minProperties" = 254))]
    positive: BTreeMap<NonZeroU8, bool>,
    #[schemars(extend("minProperties" = 5, "maxProperties" = 9))]
    uuids: HashMap<uuid::Uuid, ()>,
    #[schemars(extend("minProperties" = 20))]
    letters: BTreeMap<char, bool>,
}

checked! {
    sizes: Sized, but [
        (Except::Goal("/properties/colors/properties/Green missing"), "all three are needed"),
        (Except::Goal("/properties/colors/properties/Red missing"), "all three are needed"),
        (Except::Goal("/properties/colors/properties/light-blue missing"), "all three are needed"),
    ];
}
