//! Hints change nothing that anybody sees: each type stands here without them and with them.

use std::collections::{BTreeMap, HashMap};
use std::net::SocketAddr;

use foundry::Stream;
use foundry::generators::{Generator, GeneratorError, from_fn};
use schemars::Schema;
use serde::{Deserialize, Serialize};

struct Sku;

impl Generator for Sku {
    fn name(&self) -> &str {
        "sku"
    }

    fn draw(&self, stream: &mut Stream, out: &mut foundry::Instance) -> Result<(), GeneratorError> {
        out.text(&format!("SKU-{}", stream.below(10)));
        Ok(())
    }
}

fn name(stream: &mut Stream) -> String {
    format!("name {}", stream.below(3))
}

/// A name that generated code uses itself.
fn schema(_: &mut Stream) -> u8 {
    1
}

/// A name that generated code uses itself.
fn generator(_: &mut Stream) -> Option<u8> {
    None
}

const VALUES: [&str; 2] = ["a", "b"];

fn count_keys(schema: &mut Schema) {
    let keys = schema.as_object().map_or(0, serde_json::Map::len);
    schema.insert("x-keys".into(), keys.into());
}

fn all_true<T>(_: &T) -> bool {
    true
}

hinted! { on_fields: Draws, Values, Presence, Newtype, Tuple, OnVariants, Transformed;
    {
        #[derive(Serialize, Deserialize, Contract)]
        struct Draws { a: String, b: String, c: u8, d: u64, e: Option<u8>, f: Vec<u8>, g: u8 }

        #[derive(Serialize, Deserialize, Contract)]
        struct Values { a: String, b: u64, c: f64, d: Option<i8>, e: (u8, String), f: Vec<u8>, g: u128 }

        #[derive(Serialize, Deserialize, Contract)]
        struct Presence { a: Option<u8>, #[serde(skip_serializing_if = "Option::is_none")] b: Option<Vec<u8>>, c: Option<Draws> }

        #[derive(Serialize, Deserialize, Contract)]
        struct Newtype(#[schemars(length(min = 1))] String);

        #[derive(Serialize, Deserialize, Contract)]
        struct Tuple(u8, Option<String>);

        #[derive(Serialize, Deserialize, Contract)]
        #[serde(tag = "t")]
        enum OnVariants { A { a: u8 }, B(Draws), #[serde(untagged)] C(u8) }

        #[derive(Serialize, Deserialize, Contract)]
        #[schemars(transform = count_keys)]
        struct Transformed { #[schemars(transform = count_keys, extend("x-one" = 1), required)] a: Option<u8> }
    } is {
        #[derive(Serialize, Deserialize, Contract)]
        struct Draws {
            #[foundry(with = name)] a: String,
            #[foundry(with = Sku)] b: String,
            #[foundry(with = |stream| stream.below(7))] c: u8,
            #[foundry(with = from_fn(|stream| stream.next_u64()))] d: u64,
            #[foundry(with = generator, presence = 0.25)] e: Option<u8>,
            #[foundry(with = |stream| { let n = stream.index(3); vec![0_u8; n] })] f: Vec<u8>,
            #[foundry(with = schema)] g: u8,
        }

        #[derive(Serialize, Deserialize, Contract)]
        struct Values {
            #[foundry(values = ["x", VALUES[0], String::from("y")])] a: String,
            #[foundry(values = [1, 3_000_000_000, 18_446_744_073_709_551_615])] b: u64,
            #[foundry(values = [1.5, -2.0])] c: f64,
            #[foundry(values = [-1, 2], presence = 1)] d: Option<i8>,
            #[foundry(values = [(1, "a"), (2, "b")])] e: (u8, String),
            #[foundry(values = [[1, 2], [3, 4]])] f: Vec<u8>,
            #[foundry(values = [170_141_183_460_469_231_731_687_303_715_884_105_727])] g: u128,
        }

        #[derive(Serialize, Deserialize, Contract)]
        struct Presence {
            #[foundry(presence = 0)] a: Option<u8>,
            #[foundry(presence = 0.5)] #[serde(skip_serializing_if = "Option::is_none")] b: Option<Vec<u8>>,
            #[foundry(presence = 1.0)] c: Option<Draws>,
        }

        #[derive(Serialize, Deserialize, Contract)]
        struct Newtype(#[foundry(with = name)] #[schemars(length(min = 1))] String);

        #[derive(Serialize, Deserialize, Contract)]
        struct Tuple(#[foundry(values = [1, 2])] u8, #[foundry(presence = 0.1, with = Sku)] Option<String>);

        #[derive(Serialize, Deserialize, Contract)]
        #[serde(tag = "t")]
        enum OnVariants {
            #[foundry(weight = 3)] A { #[foundry(values = [1])] a: u8 },
            #[foundry(skip)] B(Draws),
            #[foundry(weight = 0)] #[serde(untagged)] C(#[foundry(with = schema)] u8),
        }

        #[derive(Serialize, Deserialize, Contract)]
        #[schemars(transform = count_keys)]
        struct Transformed {
            #[foundry(values = [1])]
            #[schemars(transform = count_keys, extend("x-one" = 1), required)]
            a: Option<u8>,
        }
    }
}

hinted! { on_types: Order, Suit, Clear, OverOption, OfGeneric, Via, Outer;
    {
        #[derive(Serialize, Deserialize, Contract)]
        struct Order { lines: Vec<u8>, total: u64, next: Option<Box<Self>> }

        #[derive(Serialize, Deserialize, Contract)]
        enum Suit { Hearts, Spades, Other(u8) }

        #[derive(Serialize, Deserialize, Contract)]
        #[serde(transparent)]
        struct Clear(Order);

        #[derive(Serialize, Deserialize, Contract)]
        #[serde(transparent)]
        struct OverOption(Option<u8>);

        #[derive(Serialize, Deserialize, Contract)]
        struct Generic<T> { value: T, parents: Vec<Self> }
        type OfGeneric = Generic<Suit>;

        #[derive(Serialize, Deserialize, Contract)]
        #[schemars(with = "String")]
        struct Via { a: u8 }

        #[derive(Serialize, Deserialize, Contract)]
        struct Outer {
            clear: Clear,
            #[serde(flatten)] order: Order,
            #[serde(flatten)] suit: Option<Suit>,
            option: OverOption,
            #[schemars(required)] required: Option<Order>,
            via: Via,
        }
    } is {
        #[derive(Serialize, Deserialize, Contract)]
        #[foundry(depth = 3, check = Self::adds_up, finish = |order: &mut Self| order.total = 0)]
        struct Order { lines: Vec<u8>, total: u64, next: Option<Box<Self>> }
        impl Order {
            fn adds_up(&self) -> bool { self.total == self.lines.len() as u64 }
        }

        #[derive(Serialize, Deserialize, Contract)]
        enum Suit { #[foundry(weight = 9)] Hearts, #[foundry(skip)] Spades, #[foundry(weight = 1)] Other(u8) }

        #[derive(Serialize, Deserialize, Contract)]
        #[serde(transparent)]
        #[foundry(check = all_true)]
        struct Clear(Order);

        #[derive(Serialize, Deserialize, Contract)]
        #[serde(transparent)]
        struct OverOption(#[foundry(presence = 0.1, values = [1])] Option<u8>);

        #[derive(Serialize, Deserialize, Contract)]
        #[foundry(check = |value| value.parents.is_empty() || all_true(value))]
        struct Generic<T> { #[foundry(values = [Suit::Hearts])] value: T, parents: Vec<Self> }
        type OfGeneric = Generic<Suit>;

        #[derive(Serialize, Deserialize, Contract)]
        #[schemars(with = "String")]
        #[foundry(check = all_true)]
        struct Via { a: u8 }

        #[derive(Serialize, Deserialize, Contract)]
        struct Outer {
            clear: Clear,
            #[serde(flatten)] order: Order,
            #[serde(flatten)] suit: Option<Suit>,
            option: OverOption,
            #[schemars(required)] required: Option<Order>,
            via: Via,
        }
    }
}

mod unkeyed {
    //! A map-like type whose keys have no schema.

    use super::{Deserialize, Serialize};

    pub(super) struct Key;

    #[derive(Serialize, Deserialize, schemars::JsonSchema)]
    #[serde(bound = "V: Serialize + serde::de::DeserializeOwned")]
    #[schemars(bound = "V: schemars::JsonSchema")]
    pub(super) struct HashMap<K, V> {
        #[serde(skip)]
        pub(super) keys: std::marker::PhantomData<K>,
        pub(super) values: Vec<V>,
    }
}

twice! { by_type: Keyed, Addresses, NotReallyAMap;
    #[derive(Serialize, Deserialize, Contract)]
    struct Keyed { a: HashMap<u8, BTreeMap<bool, SocketAddr>>, b: Option<Vec<HashMap<char, ()>>> }

    #[derive(Serialize, Deserialize, Contract)]
    enum Addresses { One(SocketAddr), Many(Vec<(SocketAddr, u8)>), Keyed { by: BTreeMap<SocketAddr, u8> } }

    #[derive(Serialize, Deserialize, Contract)]
    struct NotReallyAMap { map: unkeyed::HashMap<unkeyed::Key, u8> }
}
