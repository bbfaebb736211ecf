//! Maps and sets: their keys, and how many there are.
//!
//! # Keys
//!
//! A JSON key is a text, and serde writes more than texts into it. All of these are drawn, written and read back:
//!
//! | key | drawn |
//! |---|---|
//! | `String` and its kin | words |
//! | `char`, `bool` | as text: `"x"`, `"true"` |
//! | integers, `NonZero…` | as text, over the whole range of the type |
//! | `Uuid`, dates, `IpAddr`, `Version`, `Decimal`, … | what the type writes |
//! | enums of unit variants | the variants |
//! | newtypes of these | what is inside, with its rules |
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! use std::collections::{BTreeMap, BTreeSet};
//!
//! #[derive(PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Foundry)]
//! enum Size {
//!     Small,
//!     Large,
//! }
//!
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Stock {
//!     by_size: BTreeMap<Size, u32>,
//!     by_shelf: BTreeMap<u16, u32>,
//!     #[schemars(length(min = 2))]
//!     sizes: BTreeSet<Size>,
//! }
//!
//! let stocks = Stock::foundry_batch(1, 200);
//! assert!(stocks.iter().all(|stock| stock.sizes.len() == 2));
//! assert!(stocks.iter().any(|stock| stock.by_shelf.keys().any(|shelf| *shelf > 255)));
//! ```
//!
//! Whether the type of a field is a map is seen by its name. Through an alias (`type Ports = BTreeMap<u16, Port>`) or in
//! a map type of your own the derive cannot see the key; what schemars says of it is all that is known then, and for
//! integers the keys stay between 1 and 127, which every integer type reads.
//!
//! # How many
//!
//! | where | defaults to |
//! |---|---|
//! | a list or set | its least length and up to 4 elements more |
//! | a map | its least size and up to 4 members more |
//! | open members beside declared ones (`flatten` of a map) | up to 2 |
//!
//! [`lengths`](crate::Builder::lengths) sets another spread for all of them in one call, and
//! [`Policy::with_lengths`](crate::config::Policy::with_lengths) for single places; both stay within what the contract
//! allows. The contract itself says it with `length(min = …, max = …)` on lists and sets, and on maps with
//! `extend("minProperties" = …)`.
//!
//! # Distinct elements
//!
//! A set reaches its least size in spite of collisions. Where there are at most 512 different elements (an enum, a
//! `bool`, a `u8`, a short pattern), the plan lists them and the set is a part of the list. Otherwise an element that is
//! taken already is drawn again. A set that wants more elements than there are is an error before the first row:
//!
//! ```
//! # use foundry::{Foundry, Stage};
//! # use serde::{Deserialize, Serialize};
//! #[derive(Debug, Serialize, Deserialize, Foundry)]
//! struct Impossible {
//!     #[schemars(length(min = 3))]
//!     flags: std::collections::BTreeSet<bool>,
//! }
//!
//! let error = Impossible::try_foundry_batch(1, 1).unwrap_err();
//! assert_eq!(error.stage(), Stage::Plan);
//! ```
//!
//! # Where serde loses the keys
//!
//! Under `flatten`, an internal tag or `untagged`, serde reads through a buffer that holds keys as texts; integer keys
//! cannot be read back from there. The derive says so:
//!
//! ```text
//! error: serde cannot read the `u32` keys of field `parts` back from an untagged enum
//! ```
