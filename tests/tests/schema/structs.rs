//! Structs of every style.

use serde::{Deserialize, Serialize};

twice! { named: Empty, Point, Optional, Nested, Visible;
    #[derive(Serialize, Deserialize, Contract)]
    struct Empty {}

    #[derive(Serialize, Deserialize, Contract)]
    struct Point { x: i32, y: f64 }

    #[derive(Serialize, Deserialize, Contract)]
    struct Optional { maybe: Option<u8>, perhaps: Option<Option<String>>, list: Option<Vec<bool>> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Nested { from: Point, to: Point, via: Vec<Point>, note: Option<Empty> }

    #[derive(Serialize, Deserialize, Contract)]
    pub(crate) struct Visible { pub a: u8, pub(crate) b: u8, pub(super) c: u8 }
}

twice! { unnamed: Unit, NoItems, Newtype, NewOption, Pair, Triple, NewStruct;
    #[derive(Serialize, Deserialize, Contract)]
    struct Unit;

    #[derive(Serialize, Deserialize, Contract)]
    struct NoItems();

    #[derive(Serialize, Deserialize, Contract)]
    struct Newtype(String);

    #[derive(Serialize, Deserialize, Contract)]
    struct NewOption(Option<u16>);

    #[derive(Serialize, Deserialize, Contract)]
    struct Pair(u8, Option<String>);

    #[derive(Serialize, Deserialize, Contract)]
    struct Triple(
        u8,
        #[serde(skip)] u16,
        #[serde(skip_deserializing)] u32,
        #[serde(skip_serializing)] u64,
    );

    #[derive(Serialize, Deserialize, Contract)]
    struct NewStruct(Pair);
}

twice! { attributes: Denying, Skipping, OneSided, ManyFields;
    #[derive(Serialize, Deserialize, Contract)]
    #[serde(deny_unknown_fields)]
    struct Denying { a: u8, #[serde(alias = "bee")] b: Option<u8> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Skipping { a: u8, #[serde(skip)] b: u8, #[schemars(skip)] c: Option<u8> }

    #[derive(Serialize, Deserialize, Contract)]
    struct OneSided {
        #[serde(skip_serializing)] written: u8,
        #[serde(skip_deserializing)] read: u8,
        #[serde(skip_serializing_if = "Option::is_none")] some: Option<u8>,
        #[serde(skip_serializing_if = "Vec::is_empty", default)] list: Vec<u8>,
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct ManyFields {
        a: bool, b: char, c: String, d: u8, e: i8, f: u16, g: i16, h: u32, i: i32, j: u64, k: i64,
        l: u128, m: i128, n: usize, o: isize, p: f32, q: f64, r: (), s: (u8, String), t: [u8; 4],
    }
}
