//! Enums of all taggings.

use serde::{Deserialize, Serialize};

twice! { external: Suit, Mixed, Complex, Skipping, Denying, Discriminants, Documented;
    #[derive(Serialize, Deserialize, Contract)]
    enum Suit { Hearts, Spades }

    #[derive(Serialize, Deserialize, Contract)]
    enum Mixed { Nothing, One(u8), Two(u8, String), Named { a: u8, b: Option<u8> }, Last }

    #[derive(Serialize, Deserialize, Contract)]
    enum Complex { Suit(Suit), Boxed(Box<Mixed>), Unit(()), Empty(), Blank {} }

    #[derive(Serialize, Deserialize, Contract)]
    enum Skipping {
        Both,
        #[serde(skip)] Neither,
        #[serde(skip_serializing)] OnlyRead(u8),
        #[serde(skip_deserializing)] OnlyWritten { a: u8 },
        #[serde(skip_deserializing)] UnitWritten,
    }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(deny_unknown_fields)]
    enum Denying { Unit, Struct { a: u8 }, New(Suit) }

    #[derive(Serialize, Deserialize, Contract)]
    enum Discriminants { A = 1, B = 1 << 4, C }

    #[derive(Serialize, Deserialize, Contract)]
    enum Documented {
        /// A variant with a comment of its own.
        First,
        Second,
        #[deprecated]
        Third,
        /// # Titled
        ///
        /// And described.
        Fourth(u8),
    }
}

twice! { internal: Event, Denying, WithUntagged, NewtypeOfMap, NewtypeOfUnit;
    #[derive(Serialize, Deserialize, Contract)]
    struct Click { x: u16, y: u16 }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(deny_unknown_fields)]
    struct Strict { code: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(tag = "type", rename_all = "snake_case")]
    enum Event { PageLoad, Click(Click), Key { code: u32, shift: Option<bool> }, Strict(Strict) }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(tag = "type", deny_unknown_fields)]
    enum Denying { Unit, Struct { a: u8 } }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(tag = "kind")]
    enum WithUntagged { A { a: u8 }, #[serde(untagged)] Any(String) }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(tag = "kind")]
    enum NewtypeOfMap { Map(std::collections::BTreeMap<String, u8>), Nested(Box<Event>) }

    #[derive(Serialize, Deserialize, Contract)]
    struct Unit;

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(tag = "kind")]
    enum NewtypeOfUnit { Unit(Unit), Nothing(()) }
}

twice! { adjacent: Message, Denying, Skipping;
    #[derive(Serialize, Deserialize, Contract)]
    #[serde(tag = "t", content = "c")]
    enum Message { Ping, Text(String), Move { x: i8, y: i8 }, Pair(u8, u8), Unit(()) }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(tag = "t", content = "c", deny_unknown_fields)]
    enum Denying { Ping, Move { x: i8 }, #[serde(untagged)] Other(u8) }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(tag = "t", content = "c")]
    enum Skipping { A, #[serde(skip)] B(u8), #[serde(skip_serializing)] C(u8) }
}

twice! { untagged: Any, Denying, ByVariant, Documented;
    #[derive(Serialize, Deserialize, Contract)]
    #[serde(untagged)]
    enum Any { Nothing, Number(f64), Text(String), List(Vec<Any>), Named { a: u8 }, Two(u8, u8) }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(untagged, deny_unknown_fields)]
    enum Denying { A { a: u8 }, B { b: u8 } }

    #[derive(Serialize, Deserialize, Contract)]
    enum ByVariant { Known, Also(u8), #[serde(untagged)] Unknown(String), #[serde(untagged)] Rest { a: u8 } }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(untagged)]
    enum Documented {
        /// Says what it is.
        A(u8),
        #[schemars(title = "Bee")]
        B { b: u8 },
        #[deprecated = "use A"]
        C,
    }
}
