//! Types of std and of other crates, and what is drawn for them.
//!
//! A type has a contract when it implements `schemars::JsonSchema`: schemars does that for std by itself, and for other
//! crates by a feature that carries the name of the crate. So `schemars` has to be among your dependencies where such
//! a crate is:
//!
//! ```toml
//! schemars = { version = "1.2", features = ["chrono04", "uuid1", "url2"] }
//! ```
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Release {
//!     id: uuid::Uuid,
//!     version: semver::Version,
//!     published: chrono::DateTime<chrono::Utc>,
//!     home: url::Url,
//!     price: Option<rust_decimal::Decimal>,
//!     took: std::time::Duration,
//! }
//!
//! assert_eq!(Release::foundry_batch(1, 100).len(), 100);
//! ```
//!
//! # std
//!
//! | type | drawn |
//! |---|---|
//! | `bool`, `char`, `()` | both; letters, digits, signs and now and then something outside ASCII; `null` |
//! | `u8` … `u64`, `usize`, `i8` … `i64`, `isize` | the whole range; small numbers often, and the bounds that a rule names |
//! | `u128`, `i128` | what 64 bits hold: serde_json's numbers carry no more |
//! | `NonZero…`, `Wrapping`, `Saturating`, atomics | as their integer, without 0 for the first |
//! | `f32`, `f64` | finite, exact in the type, mostly with few digits |
//! | `String`, `Box<str>`, `Arc<str>`, `Cow<str>`, `PathBuf` | pronounceable words, 1 to 24 characters, some outside ASCII |
//! | `CString` | bytes without 0 |
//! | `OsString` | in the way of the system it runs on; serde reads no other |
//! | `Option<T>` | half of them `Some`; a missing member and `null` both occur, but where serde writes `null` in any case, members are missing in one row of sixteen only |
//! | `Option<Option<T>>` | as serde reads it: `null` is the outer `None` |
//! | `Result<T, E>`, `Bound<T>` | every variant |
//! | `Vec`, `VecDeque`, `LinkedList`, `BinaryHeap`, `Box<[T]>` | 0 to 4 elements above the least length |
//! | `[T; N]`, tuples | the length that they have |
//! | sets and maps | see [`maps_and_sets`](super::maps_and_sets) |
//! | `Range`, `RangeInclusive` | two values of the type, in either order |
//! | `Duration` | some 544 years at most, and nanoseconds |
//! | `SystemTime` | up to 544 years after 1970 |
//! | `IpAddr`, `Ipv4Addr`, `Ipv6Addr` | addresses, written as the type writes them |
//! | `SocketAddr`, `SocketAddrV4`, `SocketAddrV6` | address and port |
//! | `Box`, `Rc`, `Arc`, `Cow`, `Cell`, `RefCell`, `Mutex`, `RwLock`, `Reverse` | what is inside |
//! | `PhantomData`, unit structs | `null` |
//!
//! # Other crates
//!
//! | type | feature of schemars | drawn |
//! |---|---|---|
//! | `chrono::NaiveDate`, `NaiveTime`, `NaiveDateTime` | `chrono04` | formats `date`, `partial-time`, `partial-date-time` |
//! | `chrono::DateTime<Utc>`, `DateTime<FixedOffset>` | `chrono04` | format `date-time`: mostly 1970 to 2070, at times any year from 2 to 9998 |
//! | `chrono::TimeDelta`, `Weekday` | `chrono04` | seconds and nanoseconds; the seven days |
//! | `jiff::Timestamp`, `Zoned` | `jiff02` | formats `date-time`, `zoned-date-time` |
//! | `jiff::civil::Date`, `Time`, `DateTime` | `jiff02` | formats `date`, `partial-time`, `partial-date-time` |
//! | `jiff::Span`, `SignedDuration` | `jiff02` | format `duration` |
//! | `uuid::Uuid` | `uuid1` | versions 4 and 7 |
//! | `url::Url` | `url2` | absolute, mostly of the web, as the crate writes them back |
//! | `semver::Version` | `semver1` | versions with and without pre-release and build |
//! | `rust_decimal::Decimal`, `bigdecimal::BigDecimal` | `rust_decimal1`, `bigdecimal04` | as text: a number would lose digits |
//! | `bytes::Bytes`, `BytesMut` | `bytes1` | a list of bytes |
//! | `indexmap::IndexMap`, `IndexSet` | `indexmap2` | as the maps and sets of std |
//! | `smallvec::SmallVec`, `arrayvec::ArrayVec`, `ArrayString` | `smallvec1`, `arrayvec07` | as `Vec` up to its capacity, and as `String` |
//! | `smol_str::SmolStr` | `smol_str02`, `smol_str03` | as `String` |
//! | `either::Either` | `either1` | both sides |
//! | `serde_json::Value`, `Map`, `Number` | always | anything, mostly scalars |
//!
//! An `ArrayString` holds a number of bytes, which no schema can say: give a short one a `length` that fits.
//!
//! # Formats
//!
//! What a schema may say with `format`, and what the gate then demands: `date`, `time`, `date-time`, `partial-time`,
//! `partial-date-time`, `zoned-date-time`, `duration`, `email`, `idn-email`, `hostname`, `idn-hostname`, `ip`, `ipv4`,
//! `ipv6`, `socket-addr`, `socket-addr-v4`, `socket-addr-v6`, `uri`, `uri-reference`, `iri`, `iri-reference`,
//! `uri-template`, `uuid`, `json-pointer`, `relative-json-pointer`, `regex`, `semver`, `semver-req`, `decimal`,
//! `byte`, `binary`, `password`. `minLength` and `maxLength` beside a format are kept. Number formats (`int32`,
//! `uint64`, `float`, …) are bounds. A format that nobody knows says nothing, as JSON Schema has it.
//!
//! # Types of your own, or without a contract
//!
//! A field of a type without `JsonSchema` needs a schema from you, and often a generator:
//!
//! ```
//! # use foundry::{Foundry, Stream};
//! # use serde::{Deserialize, Serialize};
//! /// A type of another crate; serde reads and writes it as a text of six hexadecimal digits.
//! #[derive(Serialize, Deserialize)]
//! struct Color(String);
//!
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Theme {
//!     #[schemars(with = "String", regex(pattern = "^[0-9a-f]{6}$"))]
//!     background: Color,
//! }
//!
//! assert!(Theme::foundry_batch(1, 50).iter().all(|theme| theme.background.0.len() == 6));
//! ```
//!
//! `#[serde(with = "…")]` changes the JSON of a field in a way that no schema knows, so it needs one beside it:
//!
//! ```text
//! error: `#[serde(with = "hex")]` changes the JSON of field `digest`, and its schema is not known
//!        help: add `#[schemars(with = "String")]` or `#[schemars(schema_with = "hex::schema")]`
//! ```
